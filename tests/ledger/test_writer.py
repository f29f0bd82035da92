from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord import ledger
from onrecord.entries import write
from onrecord.ledger import Choice, Run
from onrecord.nouns import Act, Evidence, Findings, Link, Span
from tests.entries.test_write import found
from tests.ledger.made import ACT, MEETING, NOW, QUOTE, RUN, cast, filled, made


def test_what_is_put_in_comes_out(place: str) -> None:
    report, entries = made()
    with filled(place) as opened, opened.view() as view:
        assert {record.entry.id: record.entry for record in view.entries()} == {entry.id: entry for entry in entries}
        assert view.report(report.id) == report


def test_reading_a_report_twice_adds_nothing(place: str) -> None:
    report, entries = made()
    with filled(place) as opened:
        writer, before = opened.writer(replace(RUN, started="2031-04-01T00:00:00+00:00")), counted(opened)
        assert writer.knows(report)
        assert writer.add(report, entries, actors=cast(), recorded_at=NOW + timedelta(days=30)) is False
        assert counted(opened) == before


@given(some.lists(found(), min_size=1, max_size=3))
@settings(deadline=None, max_examples=15)
def test_whatever_is_read_comes_out_once(several: list[Findings]) -> None:
    texts = [replace(one, report=replace(one.report, text=f"{one.report.text} {number}")) for number, one in enumerate(several)]
    with TemporaryDirectory() as folder, ledger.open(Path(folder) / "a.db") as opened:
        writer = opened.writer(RUN)
        expected = {entry.id: entry for one in texts for entry in write(one)}
        for added in (True, False):
            assert [writer.add(one.report, write(one), recorded_at=NOW) for one in texts] == [added] * len(texts)
            with opened.view() as view:
                assert {record.entry.id: record.entry for record in view.entries()} == expected


def test_a_better_reader_reads_again_and_its_reading_counts(place: str) -> None:
    report, entries = made()
    better = replace(RUN, weights="weights-b", started="2031-03-09T00:00:00+00:00")
    kept = entries[:2]
    with filled(place) as opened:
        later = NOW + timedelta(days=1)
        assert opened.writer(better).add(report, kept, recorded_at=later)
        with opened.view() as view:
            assert {record.entry.id for record in view.entries()} == {entry.id for entry in kept}
            assert {record.run for record in view.entries()} == {RUN.id}  # the run that found them first
            assert view.entry(entries[-1].id) is not None  # on record for ever
            assert view.counts()["reports"] == 1
        with opened.view(recorded=NOW) as view:
            assert len(list(view.entries())) == len(entries)


def test_a_new_text_under_a_url_is_a_new_version(place: str) -> None:
    report, entries = made(MEETING, "2031-03-07")
    corrected, others = made(QUOTE, "2031-03-09")
    with ledger.open(place) as opened:
        for version, found_there in ((report, entries), (corrected, others)):
            at = replace(version, url="https://echo.example/1")
            moved = [replace(entry, report=at.id, id=f"{at.id[:8]}{entry.id[:8]}") for entry in found_there]
            assert opened.writer(RUN).add(at, moved, recorded_at=NOW)
        with opened.view() as view:
            (only,) = view.reports()
            assert (only.version, only.published) == (2, "2031-03-09")
            assert [row.version for row in view.reports(versions=True)] == [1, 2]
            assert [record.entry.kind for record in view.entries()] == ["quote"]
        with opened.view(as_of=datetime(2031, 3, 8).date()) as view:
            assert [record.entry.kind for record in view.entries()] == ["meeting"]


def test_reports_without_a_url_are_versions_of_nothing(place: str) -> None:
    with filled(place, made(MEETING), made(QUOTE)) as opened, opened.view() as view:
        assert [row.version for row in view.reports()] == [1, 1, 1]


def test_all_of_a_report_is_kept_or_nothing(place: str) -> None:
    report, entries = made(ACT)
    with filled(place) as opened:
        before = counted(opened)
        with pytest.raises(ValueError, match="not on record"):
            opened.writer(RUN).add(report, entries, [Link(entries[0].id, "nowhere", "same")], recorded_at=NOW)
        broken = Act(report=report.id, id="broken", evidence=(Evidence(Span(0, 1), "anchor", "\ud800"),))
        with pytest.raises(ValueError, match="surrogates"):
            opened.writer(RUN).add(report, (*entries, broken), recorded_at=NOW)
        assert counted(opened) == before
        assert opened.writer(RUN).add(report, entries, recorded_at=NOW)


def test_links_and_judgements_are_kept_once(place: str) -> None:
    first, second = (entry.id for entry in made()[1][:2])
    link = Link(second, first, "revises", 0.75, (("parties", 1.0), ("days", 3.0)), "scorer-1")
    with filled(place) as opened:
        writer = opened.writer(RUN)
        assert [writer.link([link], recorded_at=NOW), writer.link([link], recorded_at=NOW)] == [1, 0]
        judged = writer.judge("link", second, first, verdict="reject", relation="revises", by="A. Reader", recorded_at=NOW)
        assert writer.judge("link", second, first, verdict="undo", revises=judged, by="A. Reader", recorded_at=NOW) == judged + 1
        with opened.view() as view:
            assert (view.counts()["links"], view.counts()["judgements"]) == (1, 2)


def test_the_time_of_recording_needs_a_zone(place: str) -> None:
    report, entries = made()
    with ledger.open(place) as opened, pytest.raises(ValueError, match="zone"):
        opened.writer(RUN).add(report, entries, recorded_at=datetime(2031, 3, 8))


def test_every_entry_names_its_run(place: str) -> None:
    with filled(place) as opened, opened.view() as view:
        for record in view.entries(Choice(kind="meeting")):
            assert view.run(record.run) == RUN
        assert view.run("nobody") is None


def test_a_run_is_known_by_all_of_it_and_a_reader_by_version_and_weights() -> None:
    again = replace(RUN, started="2031-04-01T00:00:00+00:00")
    other = Run("1.1", RUN.weights, RUN.started)
    assert (again.reader, again.id != RUN.id, other.reader != RUN.reader) == (RUN.reader, True, True)


def counted(opened: ledger.Ledger) -> dict[str, int]:
    """How many rows every table has."""
    with opened.engine.connect() as connection:
        from onrecord.ledger.tables import metadata

        return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in metadata.tables}


