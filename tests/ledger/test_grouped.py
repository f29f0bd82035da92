"""In which story each report is, as it was put there last."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord import ledger
from onrecord.ledger import Choice, Grouped, Ledger, LedgerError, View
from tests.ledger.made import ACT, MEETING, NOW, RUN, made

FIRST, SECOND, THIRD = made(), made(MEETING + ACT, "2031-03-12"), made(ACT, "2031-03-20")
ONE, TWO, THREE = (report.id for report, _ in (FIRST, SECOND, THIRD))
HOUR = timedelta(hours=1)


def opened(path: Path | str) -> Ledger:
    """Three reports, the first two of one story; each recorded an hour after the last."""
    found = ledger.open(path)
    for number, (one, story) in enumerate(((FIRST, ONE), (SECOND, ONE), (THIRD, THREE))):
        assert found.writer(RUN).add(*one, stories=[Grouped(one[0].id, story, 0.75)], recorded_at=NOW + number * HOUR)
    return found


def rows(view: View, at_least: int = 1) -> list[tuple[str, int, str, str]]:
    return [(row.id, row.reports, row.first, row.last) for row in view.stories(at_least)]


def test_stories_are_listed_the_one_told_last_first(place: str) -> None:
    with opened(place) as found, found.view() as view:
        assert rows(view) == [(THREE, 1, "2031-03-20", "2031-03-20"), (ONE, 2, "2031-03-08", "2031-03-12")]
        assert [row[0] for row in rows(view, 2)] == [ONE]
        assert [row.id for row in view.stories(ids=[ONE, "nothing"])] == [ONE]
        assert view.stories_of([ONE, TWO, THREE, "nothing"]) == {ONE: ONE, TWO: ONE, THREE: THREE}


def test_other_tools_see_the_stories(place: str) -> None:
    with opened(place) as found, found.engine.connect() as connection:
        seen = [(row.id, row.reports, row.first, row.last) for row in connection.execute(text("SELECT * FROM stories"))]
    assert seen == [(THREE, 1, "2031-03-20", "2031-03-20"), (ONE, 2, "2031-03-08", "2031-03-12")]


def test_a_story_chooses_entries_threads_and_reports(place: str) -> None:
    with opened(place) as found, found.view() as view:
        assert {record.report for record in view.entries(Choice(story=ONE))} == {ONE, TWO}
        assert {record.report for record in view.entries(Choice(story=ONE, kind="act"))} <= {ONE, TWO}
        assert [row.id for row in view.reports(story=ONE)] == [ONE, TWO]
        acts = {row.id for row in view.threads(Choice(story=THREE))}
        assert acts == {entry.id for entry in THIRD[1]}
        assert list(view.entries(Choice(story="nothing"))) == list(view.entries(Choice(story="' OR 1=1 --"))) == []


def test_a_story_is_found_by_any_of_its_reports(place: str) -> None:
    with opened(place) as found, found.view() as view:
        assert view.story(ONE) == view.story(TWO) == view.story(TWO[:12]) == ONE
        assert view.story("") == view.story("nothing") == view.story("%") == ""


def test_a_beginning_that_means_several_stories_is_refused(place: str) -> None:
    with opened(place) as found:
        for number in range(17):  # of so many, two begin with the same digit
            report, entries = made(f"Part {number}. {ACT}")
            found.writer(RUN).add(report, entries, stories=[Grouped(report.id, report.id)], recorded_at=NOW)
        with found.view() as view, pytest.raises(LedgerError, match="several stories begin with"):
            for digit in "0123456789abcdef":
                view.story(digit)


def test_what_is_put_elsewhere_is_there_from_then_on_only(place: str) -> None:
    with opened(place) as found:
        assert found.writer(RUN).group([Grouped(TWO, THREE), Grouped(ONE, ONE)], recorded_at=NOW + 3 * HOUR) == 1
        assert found.writer(RUN).group([Grouped(TWO, THREE)], recorded_at=NOW + 4 * HOUR) == 0
        with found.view() as now, found.view(recorded=NOW + 2 * HOUR) as then:
            assert now.stories_of([TWO]) == {TWO: THREE}
            assert then.stories_of([TWO]) == {TWO: ONE}
            assert [record.report for record in now.entries(Choice(story=THREE, kind="meeting"))] == [TWO]
            assert {record.report for record in then.entries(Choice(story=THREE))} == {THREE}
            assert rows(then)[1] == (ONE, 2, "2031-03-08", "2031-03-12")


def test_as_of_a_day_a_story_has_what_was_told_by_then(place: str) -> None:
    with opened(place) as found, found.view(date(2031, 3, 10)) as view:
        assert rows(view) == [(ONE, 1, "2031-03-08", "2031-03-08")]
        assert [row.id for row in view.reports(story=ONE)] == [ONE]
        assert {record.report for record in view.entries(Choice(story=ONE))} == {ONE}


def test_people_are_counted_by_report(place: str) -> None:
    with opened(place) as found, found.view() as view:
        named = view.named_in([ONE, THREE])
        assert named[THREE] == {"Norland": 1}
        assert named[ONE]["Norland"] == named[ONE]["Ada Brandt"] == 2
        assert named[ONE]["Sudria"] == 1  # "~Sudria": its officials
        with found.view(date(2031, 3, 10)) as then:
            assert then.named_in([ONE])[ONE]["Norland"] == 1


def test_a_grouping_that_cannot_be_takes_the_report_with_it(place: str) -> None:
    with opened(place) as found:
        more = made("Later. " + ACT, "2031-03-21")
        with pytest.raises(ValueError, match="not on record"):
            found.writer(RUN).add(*more, stories=[Grouped(more[0].id, "nothing")], recorded_at=NOW)
        with found.view() as view:
            assert view.report(more[0].id) is None


def test_an_older_ledger_gets_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    opened(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE groupings")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    with ledger.open(path) as found, found.view() as view:
        assert rows(view) == []
        assert view.ungrouped() == {"2031-03-08": 1, "2031-03-12": 1, "2031-03-20": 1}
        assert [one.story for one in view.told(date(2031, 3, 9), date(2031, 3, 30))] == ["", ""]
        assert [one.id for one in view.told_after(1, 1)] == [THREE]
