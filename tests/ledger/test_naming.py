"""What people say of names takes effect in all that a view gives, from the day on which it is said, and nothing on record changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord import ledger
from onrecord.entries import write
from onrecord.ledger import Choice, JudgementRow, Ledger, View
from onrecord.ledger.naming import Naming
from tests.entries.found import findings
from tests.ledger.conftest import Places
from tests.ledger.made import NAMES, NOW, RUN, TIMES, filled, names

SAID = datetime(2031, 3, 10, 9, tzinfo=UTC)
LATER = "[Tom Ruiz|actor] will [meet|CONSULT:planned] [Brandt|recipient] on [May 2|time]. "
Saying = tuple[str, str, str] | tuple[str, str, str, str]


def rows(*said: Saying) -> list[JudgementRow]:
    """Judgements on actors, one an hour: verdict, names, scope."""
    made = ((one[0], one[1], one[2], one[3] if len(one) > 3 else "") for one in said)
    return [
        JudgementRow(seq, "actor", this, other, verdict, scope, None, "anna", "", (SAID + timedelta(hours=seq)).isoformat())
        for seq, (verdict, this, other, scope) in enumerate(made, 1)
    ]


@pytest.mark.parametrize(
    ("said", "mains"),
    [
        ([("merge", "a", "b")], "bbcd"),
        ([("merge", "a", "b"), ("merge", "b", "c")], "cccd"),
        ([("merge", "b", "c"), ("merge", "a", "b")], "cccd"),
        ([("merge", "a", "b"), ("merge", "b", "a")], "aacd"),
        ([("merge", "a", "b"), ("merge", "b", "c"), ("merge", "c", "a")], "aaad"),
        ([("merge", "a", "b"), ("merge", "a", "c")], "cccd"),
        ([("merge", "a", "b"), ("split", "a", "b")], "abcd"),
        ([("merge", "a", "b"), ("undo", "b", "a")], "abcd"),
        ([("merge", "a", "b"), ("undo", "a", "b"), ("merge", "b", "a")], "aacd"),
        ([("merge", "a", "b"), ("merge", "b", "c"), ("split", "a", "c")], "accd"),
        ([("merge", "a", "b"), ("merge", "b", "c"), ("split", "c", "a")], "aacd"),
        ([("merge", "a", "b"), ("merge", "b", "c"), ("split", "a", "c"), ("undo", "a", "c")], "cccd"),
        ([("merge", "a", "b"), ("merge", "b", "c"), ("split", "a", "c"), ("merge", "a", "d")], "dccd"),
        ([("split", "a", "b"), ("merge", "a", "c"), ("merge", "c", "b")], "bbbd"),
    ],
)
def test_the_last_word_says_by_which_name_each_goes(said: list[Saying], mains: str) -> None:
    naming = Naming.of(rows(*said))
    assert "".join(map(naming.main, "abcd")) == mains


NAMED = some.sampled_from("abcde")


@given(some.lists(some.tuples(some.sampled_from(("merge", "split", "undo")), NAMED, NAMED), max_size=12))
def test_each_name_is_one_actors_and_all_agree_which(said: list[Saying]) -> None:
    naming = Naming.of(rows(*(one for one in said if one[1] != one[2])))
    for name in "abcde":
        assert naming.main(naming.main(name)) == naming.main(name)
        assert naming.same(name)[0] == name
        assert sorted(naming.same(name)) == [one for one in "abcde" if naming.main(one) == naming.main(name)]


def judge(opened: Ledger, verdict: str, this: str, other: str, scope: str = "", at: datetime = SAID) -> None:
    opened.writer(RUN).judge("actor", this, other, verdict=verdict, relation=scope, by="anna", recorded_at=at)


def told(place: str) -> tuple[Ledger, str]:
    """A ledger with two reports, and the id of the second, which has Tom Ruiz where the first has Tomas Ruiz."""
    later = findings(LATER, {**NAMES, "Tom Ruiz": "Tom Ruiz"}, TIMES, "2031-03-09")
    opened = filled(place)
    opened.writer(RUN).add(later.report, write(later), actors=later.cast.actors, keys=names, recorded_at=NOW + timedelta(days=1))
    return opened, later.report.id


@pytest.fixture(scope="module")
def opened(places: Places) -> Iterator[Ledger]:
    """On March 10 Tom Ruiz is said to be Tomas Ruiz, and in the second report Ada Brandt to be her sister."""
    one, later = told(places())
    with one:
        judge(one, "merge", "Tomas Ruiz", "Tom Ruiz")
        judge(one, "merge", "Tom Ruiz", "Tomas Ruiz", at=SAID + timedelta(hours=1))
        judge(one, "split", "Ada Brandt", "Ida Brandt", later[:12], at=SAID + timedelta(hours=2))
        yield one


def people(view: View, choice: Choice) -> list[list[str]]:
    return [[one.name for role, one in record.entry.people() if role != "place"] for record in view.entries(choice)]


@pytest.mark.parametrize("name", ["Tomas Ruiz", "Tom Ruiz"])
def test_a_merged_actor_is_found_and_shown_under_the_name_it_goes_by(opened: Ledger, name: str) -> None:
    with opened.view() as view:
        assert people(view, Choice(kind="meeting", actor=name)) == [["Ada Brandt", "Tomas Ruiz"], ["Tomas Ruiz", "Ida Brandt"]]
        assert [row.entries for row in view.threads(Choice(kind="meeting", actor=name))] == [1, 1]


def test_a_name_split_in_one_report_is_another_actors_there_alone(opened: Ledger) -> None:
    with opened.view() as view:
        assert [len(people(view, Choice(kind="meeting", actor=name))) for name in ("Ada Brandt", "Ida Brandt")] == [1, 1]
        assert "Tom Ruiz" not in {row.name for row in view.actors()}
        held = {row.name: (row.reports, row.entries, row.country) for row in view.actors()}
        assert held["Tomas Ruiz"] == (2, 3, "SUD")
        assert held["Ada Brandt"] == held["Ida Brandt"] == (1, 1, "NOR")


def test_a_name_split_by_state_is_another_actors_where_it_is_of_that_state(place: str) -> None:
    with filled(place) as one:
        judge(one, "split", "Tomas Ruiz", "Tomas Ruiz (Sudria)", "SUD")
        judge(one, "split", "Ada Brandt", "Ada Brandt (Sudria)", "SUD")
        with one.view() as view:
            known = {row.name for row in view.actors() if row.name.startswith(("Tomas", "Ada"))}
            assert known == {"Tomas Ruiz (Sudria)", "Ada Brandt"}
            assert view.country("Tomas Ruiz (Sudria)") == "SUD"
            assert {speaker for [speaker] in people(view, Choice(kind="quote"))} == {"Tomas Ruiz (Sudria)"}


def test_before_the_day_on_which_it_is_said_nothing_was_said(opened: Ledger) -> None:
    with opened.view(as_of=date(2031, 3, 9)) as view:
        assert people(view, Choice(kind="meeting", actor="Tom Ruiz")) == [["Tom Ruiz", "Ada Brandt"]]
        assert {"Tom Ruiz", "Tomas Ruiz"} <= {one for found in people(view, Choice()) for one in found}
    with opened.view(recorded=SAID + timedelta(minutes=1)) as view:
        assert people(view, Choice(kind="meeting", actor="Tom Ruiz"))[-1] == ["Tom Ruiz", "Ada Brandt"]
        assert view.naming.main("Tomas Ruiz") == "Tom Ruiz"


def test_what_is_on_record_and_what_linking_is_told_stay_as_they_were_read(opened: Ledger) -> None:
    with opened.view() as view:
        first = next(view.entries(Choice(kind="meeting", actor="Ida Brandt")))
        read = view.entry(first.entry.id, as_read=True)
        assert read is not None
        assert [one.name for _, one in read.entry.people()] == ["Tom Ruiz", "Ada Brandt"]
        assert {proof.value for proof in first.entry.evidence} >= {"Tomas Ruiz", "Ida Brandt"}
        near = view.near([f"meeting={one.name}" for _, one in read.entry.people()])
        assert "Tom Ruiz" in {one.name for record in near for _, one in record.entry.people()}


def test_two_names_of_one_actor_take_part_once(place: str) -> None:
    with filled(place) as one:
        judge(one, "merge", "Ada Brandt", "Tomas Ruiz")
        with one.view() as view:
            assert people(view, Choice(kind="meeting")) == [["Tomas Ruiz"]]
        judge(one, "undo", "Ada Brandt", "Tomas Ruiz", at=SAID + timedelta(minutes=1))
        with one.view() as view:
            assert people(view, Choice(kind="meeting")) == [["Ada Brandt", "Tomas Ruiz"]]


def test_a_thousand_merges_are_borne(place: str) -> None:
    with filled(place) as one:
        for number, (this, other) in enumerate(pairwise(f"N. {number}" for number in range(1000))):
            judge(one, "merge", this, other, at=SAID + timedelta(seconds=number))
        judge(one, "merge", "Ada Brandt", "N. 0", at=SAID + timedelta(hours=1))
        with one.view() as view:
            assert {row.name for row in view.actors()} >= {"N. 999", "Tomas Ruiz"}
            assert len(people(view, Choice(actor="N. 5"))) == 1


def test_names_are_no_sql(place: str) -> None:
    with filled(place) as one:
        judge(one, "merge", "Ada Brandt", "'; DROP TABLE entries; -- %(x)s :y")
        with one.view() as view:
            assert "'; DROP TABLE entries; -- %(x)s :y" in {row.name for row in view.actors()}
            assert len(list(view.entries(Choice()))) == 4


def test_a_ledger_without_a_word_asks_nothing_more(place: str) -> None:
    with ledger.open(place) as one, one.view() as view:
        assert view.naming.names() == ()
        assert list(view.actors()) == []
