import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord import ledger
from onrecord.ledger import Choice, LedgerError, View
from onrecord.ledger.excerpt import excerpt
from onrecord.ledger.search import _fts5, _terms
from onrecord.nouns import Evidence, Span
from tests.ledger.conftest import Places
from tests.ledger.made import ACT, MEETING, NOW, QUOTE, RUN, filled, made

LATER = "[Norland|actor] will [host|CONSULT:planned] talks with [Ruiz|recipient] on [May 2|time]. "


@pytest.fixture(scope="module")
def view(places: Places) -> Iterator[View]:
    """A view of a ledger with two reports."""
    with filled(places(), made(LATER, "2031-04-20")) as opened, opened.view() as view:
        yield view


@pytest.mark.parametrize(
    ("choice", "kinds"),
    [
        (Choice(), ["quote", "act", "meeting", "deadline", "meeting"]),
        (Choice(kind="meeting"), ["meeting", "meeting"]),
        (Choice(kind="meeting", order="-time"), ["meeting", "meeting"]),
        (Choice(status="threatened"), ["act"]),
        (Choice(type="COERCE"), ["act"]),
        (Choice(actor="Tomas Ruiz"), ["quote", "meeting", "meeting"]),
        (Choice(actor="Tomas Ruiz", roles=("speaker",)), ["quote"]),
        (Choice(actor="Sudria"), ["deadline"]),
        (Choice(actor="Bern"), []),
        (Choice(actor="Bern", roles=("place",)), ["meeting"]),
        (Choice(actor="ruiz"), []),
        (Choice(since=date(2031, 3, 10)), ["deadline", "meeting"]),
        (Choice(until=date(2031, 3, 7)), ["meeting"]),
        (Choice(since=date(2031, 3, 8), until=date(2031, 4, 30)), ["quote", "act", "deadline"]),
        (Choice(outlet="Echo", limit=2), ["quote", "meeting"]),
        (Choice(outlet="Nobody"), []),
        (Choice(order="recorded", limit=1, offset=4), ["meeting"]),
    ],
)
def test_choices(view: View, choice: Choice, kinds: list[str]) -> None:
    found = [record.entry.kind for record in view.entries(choice)]
    assert sorted(found) == sorted(kinds)


def test_listings_are_in_the_order_of_time(view: View) -> None:
    days = [record.on_day for record in view.entries()]
    assert days == sorted(days) == ["2031-03-07", "2031-03-08", "2031-03-08", "2031-03-10", "2031-05-02"]
    assert [record.on_day for record in view.entries(Choice(order="-time"))] == days[::-1]
    with pytest.raises(ValueError, match="no such order"):
        list(view.entries(Choice(order="beauty")))


def test_entries_of_unknown_time_come_last(place: str) -> None:
    with filled(place, made(ACT, "")) as opened, opened.view() as all_:
        records = list(all_.entries())
        assert records[-1].on_day == ""
        assert records[-1].published == ""


def test_a_record_says_where_it_is_from(view: View) -> None:
    (record,) = view.entries(Choice(kind="deadline"))
    report = view.report(record.report)
    assert report is not None
    assert (record.outlet, record.published, record.recorded_at) == ("Echo", "2031-03-08", "2031-03-08T12:00:00.000000+00:00")
    assert record.entry.report == record.report == report.id


def test_entries_are_found_by_the_beginning_of_their_id(view: View) -> None:
    (record,) = view.entries(Choice(kind="deadline"))
    assert view.entry(record.entry.id) == view.entry(record.entry.id[:10]) == record
    assert view.entry("no such id") is None
    assert view.entry("%") is view.entry("_") is view.entry("") is None


def test_an_id_that_begins_several_is_an_error(place: str) -> None:
    report, entries = made(MEETING + QUOTE)
    twins = [replace(entry, id=f"abc{number}") for number, entry in enumerate(entries)]
    with ledger.open(place) as opened:
        opened.writer(RUN).add(report, twins, recorded_at=NOW)
        with opened.view() as view, pytest.raises(LedgerError, match="several"):
            view.entry("abc")


def test_evidence_stands_in_its_sentence(view: View) -> None:
    (record,) = view.entries(Choice(kind="quote"))
    found = view.evidence(record.entry.id)
    assert {piece.sentence for piece in found} == {"“It was a start,” Ruiz said."}
    words = {piece.evidence.part: piece.at.of(piece.sentence) for piece in found}
    assert words == {"content": "It was a start", "source": "Ruiz", "cue": "said"}
    assert view.evidence("no such id") == ()


@given(some.text(some.sampled_from("ab. !?\n\"”CM"), max_size=60), some.integers(0, 60), some.integers(0, 60))
@settings(deadline=None)
def test_an_excerpt_always_holds_its_evidence(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    piece = excerpt(text, Evidence(Span(start, end), "anchor"))
    assert piece.at.of(piece.sentence) == text[start:end]
    assert piece.sentence in text


def test_search(view: View) -> None:
    def hits(query: str) -> list[str]:
        return [hit.record.entry.kind if hit.record else "report" for hit in view.search(query)]

    assert hits("Ruiz start") == ["quote", "report"]
    assert hits("met") == ["meeting", "report"]
    assert hits('"was a start"') == ["quote", "report"]
    assert hits("Brand*")[0] == "meeting"
    assert hits("nothing of the kind") == hits("") == hits('"') == hits("* - ( ) : ^ NEAR AND") == []


def test_what_was_searched_for_is_marked(view: View) -> None:
    hit = next(iter(view.search("start")))
    assert {mark.of(hit.snippet).lower() for mark in hit.marks} == {"start"}


@given(some.text(max_size=40))
@settings(deadline=None, max_examples=80)
def test_no_query_is_wrong(query: str) -> None:
    with closing(ledger_in_memory()) as connection:
        wanted = " ".join(map(_fts5, _terms(query)))
        if wanted:
            connection.execute("SELECT * FROM words WHERE words MATCH ?", (wanted.encode("utf-8", "replace").decode(),)).fetchall()


def ledger_in_memory() -> sqlite3.Connection:
    """A full-text index of nothing."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    return connection


def test_actors(view: View) -> None:
    rows = {row.name: row for row in view.actors()}
    assert (rows["Tomas Ruiz"].reports, rows["Tomas Ruiz"].entries, rows["Tomas Ruiz"].country) == (2, 3, "SUD")
    assert [row.name for row in view.actors("outlet")] == []


def test_statements_are_by_speaker(view: View) -> None:
    assert len(list(view.statements("Tomas Ruiz"))) == len(list(view.statements())) == 1
    assert list(view.statements("Ada Brandt")) == []


def test_what_is_near(view: View) -> None:
    def near(*keys: str, since: date | None = None, until: date | None = None) -> list[tuple[str, str]]:
        return [(record.entry.kind, record.published) for record in view.near(keys, since, until)]

    assert near("meeting=Tomas Ruiz") == [("meeting", "2031-04-20"), ("meeting", "2031-03-08")]
    assert near("meeting=Ada Brandt", "quote=Tomas Ruiz", "quote=nobody") == [("quote", "2031-03-08"), ("meeting", "2031-03-08")]
    assert near("meeting=Tomas Ruiz", until=date(2031, 4, 19)) == [("meeting", "2031-03-08")]
    assert near("meeting=Tomas Ruiz", since=date(2031, 3, 9)) == [("meeting", "2031-04-20")]
    assert near() == []


def test_a_record_has_its_sentence(view: View) -> None:
    (record,) = view.entries(Choice(kind="quote"))
    assert record.sentence == "“It was a start,” Ruiz said."


def test_counts(view: View) -> None:
    counts = view.counts()
    assert counts == {"reports": 2, "quote": 1, "act": 1, "meeting": 2, "deadline": 1, "runs": 1, "links": 0, "judgements": 0}


def test_reports(view: View) -> None:
    first, second = view.reports()
    assert (first.entries, second.entries, first.characters) == (4, 1, len(made()[0].text))
    assert [row.id for row in view.reports(since=date(2031, 4, 1))] == [second.id]
    assert [row.id for row in view.reports(until=date(2031, 4, 1), outlet="Echo")] == [first.id]


def test_what_was_known_on_a_day(place: str) -> None:
    with filled(place, made(LATER, "2031-04-20")) as opened:
        for day, number in ((date(2031, 3, 7), 0), (date(2031, 3, 8), 4), (date(2031, 4, 20), 5)):
            with opened.view(as_of=day) as then:
                assert len(list(then.entries())) == number
                assert sum(then.counts()[kind] for kind in ("quote", "act", "meeting", "deadline")) == number


def test_a_view_is_one_state_whatever_is_written(place: str) -> None:
    with filled(place) as opened, opened.view() as view:
        before = view.counts()
        assert opened.writer(RUN).add(*made(LATER), recorded_at=NOW)
        assert view.counts() == before
        with opened.view() as new:
            assert new.counts()["meeting"] == before["meeting"] + 1
