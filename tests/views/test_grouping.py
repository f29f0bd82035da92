"""Into which story reports go: in one run or in two, in order or not, in an old ledger or a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from onrecord import ledger
from onrecord.ledger import Ledger
from onrecord.nouns import Published, Report
from onrecord.views.grouping import LATE, WINDOWS, Grouping

DAY = date(2031, 3, 3)
NOW = datetime(2032, 1, 1, tzinfo=UTC)
RUN = ledger.Run("1.0", "weights", NOW.isoformat(), "test")
DAM = (
    "Sudan and Ethiopia resume talks in Khartoum on the filling of the Awra dam on the Blue Nile.",
    "Ethiopia rejects Sudan's demand to halt the filling of the Awra dam on the Blue Nile.",
    "Sudan and Ethiopia agree in Khartoum on how to fill the Awra dam on the Blue Nile.",
)
FIRE = "A fire in a furniture warehouse in Lyon kills three firefighters."


def report(after: int | None, text: str, number: int = 0) -> Report:
    """A report so many days after the first day; of unknown day for ``None``."""
    published = Published() if after is None else Published(DAY + timedelta(after), by="test")
    return Report(text, f"report {number}", outlet=f"Outlet {number}", published=published)


def many(count: int = 24) -> Iterator[Report]:
    """Four a day: three that hang together, and one that does not."""
    return (report(number // 4, f"{[*DAM, FIRE][number % 4]} Round {number}.", number) for number in range(count))


def read(opened: Ledger, told: Iterable[Report], grouping: Grouping | None = None, start: int = 0) -> Grouping:
    """Put reports on record as ``onrecord read`` does."""
    grouping, writer = grouping or Grouping(), opened.writer(RUN)
    for number, one in enumerate(told, start):
        at = NOW + timedelta(seconds=number)
        with opened.view() as view:
            stories = grouping.place(view, one, at)
        assert writer.add(one, (), stories=stories, recorded_at=at)
    return grouping


def stories(opened: Ledger, told: Sequence[Report]) -> dict[str, str]:
    """Which report (by name) is in whose story."""
    names = {one.id: one.name for one in told}
    with opened.view() as view:
        assert view.ungrouped() == {}
        return {names[key]: names[home] for key, home in view.stories_of(names).items()}


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, str]:
    """The stories of ``many`` read in one run."""
    with ledger.open(tmp_path / "whole.db") as opened:
        read(opened, many())
        return stories(opened, list(many()))


def test_one_affair_is_one_story(whole: dict[str, str]) -> None:
    assert len(whole) == 24
    assert {whole[f"report {number}"] for number in range(24) if number % 4 != 3} == {"report 0"}
    assert "report 0" not in {whole[f"report {number}"] for number in range(24) if number % 4 == 3}


@pytest.mark.parametrize("cut", [1, 5, 12, 23])
def test_two_runs_give_the_stories_of_one(tmp_path: Path, whole: dict[str, str], cut: int) -> None:
    told = list(many())
    with ledger.open(tmp_path / "halves.db") as opened:
        read(opened, told[:cut])
        read(opened, told[cut:], start=cut)
        assert stories(opened, told) == whole


def test_a_run_for_each_report_gives_the_same_scores(tmp_path: Path) -> None:
    scores = []
    for name, every in (("one", False), ("each", True)):
        with ledger.open(tmp_path / f"{name}.db") as opened:
            grouping = Grouping()
            for number, one in enumerate(many()):
                grouping = read(opened, [one], Grouping() if every else grouping, number)
            with opened.view() as view:
                scores.append(list(view.connection.exec_driver_sql("SELECT report, story, score FROM groupings ORDER BY seq")))
    assert scores[0] == scores[1]


def test_a_report_that_is_late_joins_its_story(tmp_path: Path) -> None:
    told = [report(10, DAM[0], 0), report(10, FIRE, 1), report(10 - LATE, DAM[1], 2), report(11, DAM[2], 3)]
    with ledger.open(tmp_path / "a.db") as opened:
        read(opened, told)
        found = stories(opened, told)
    assert found == {"report 0": "report 0", "report 1": "report 1", "report 2": "report 0", "report 3": "report 0"}


def test_archives_that_are_read_one_after_the_other_share_their_stories(tmp_path: Path) -> None:
    first = [report(30 * month, f"{DAM[month % 3]} Round {month}.", month) for month in range(12)]
    second = [report(30 * month + 1, f"{DAM[(month + 1) % 3]} Again, round {month}.", 100 + month) for month in range(12)]
    with ledger.open(tmp_path / "a.db") as opened:
        read(opened, [*first, *second])
        found = stories(opened, [*first, *second])
    assert [found[f"report {100 + month}"] for month in range(12)] == [found[f"report {month}"] for month in range(12)]


@pytest.mark.parametrize(
    "after", [[0, 400, 1, 401, -300, 2], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [None, 3, None, 2], [90 * day for day in range(9, 0, -1)]]
)
def test_any_order_is_taken(tmp_path: Path, after: list[int | None]) -> None:
    told = [report(day, f"{DAM[number % 3]} Round {number}.", number) for number, day in enumerate(after)]
    with ledger.open(tmp_path / "a.db") as opened:
        grouping = read(opened, told)
        assert len(stories(opened, told)) == len(told)
    assert len(grouping._windows) <= WINDOWS


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_too(tmp_path: Path, day: date) -> None:
    told = [replace(report(0, text, number), published=Published(day)) for number, text in enumerate(DAM)]
    with ledger.open(tmp_path / "a.db") as opened:
        read(opened, told)
        assert set(stories(opened, told).values()) == {"report 0"}


def test_what_was_not_recorded_leaves_no_trace(tmp_path: Path) -> None:
    lost, kept = report(0, DAM[0], 0), report(1, DAM[1], 1)
    with ledger.open(tmp_path / "a.db") as opened:
        grouping = Grouping()
        with opened.view() as view:
            assert grouping.place(view, lost, NOW)[0].story == lost.id
        read(opened, [kept], grouping)
        assert stories(opened, [kept]) == {"report 1": "report 1"}


def test_what_another_process_recorded_is_seen(tmp_path: Path) -> None:
    told = [report(0, FIRE, 0), report(0, DAM[0], 1), report(0, DAM[1], 2)]
    with ledger.open(tmp_path / "a.db") as ours, ledger.open(tmp_path / "a.db") as theirs:
        grouping = read(ours, told[:1])
        read(theirs, told[1:2])
        read(ours, told[2:], grouping)
        assert stories(ours, told)["report 2"] == "report 1"


def test_reports_of_an_older_ledger_are_grouped_with_the_next(tmp_path: Path, whole: dict[str, str]) -> None:
    told = list(many())
    with ledger.open(tmp_path / "old.db") as opened:
        for number, one in enumerate(told[:20]):
            opened.writer(RUN).add(one, (), recorded_at=NOW + timedelta(seconds=number))
        read(opened, told[20:], start=20)
        assert stories(opened, told) == whole


def test_a_report_that_is_in_a_story_stays_there(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "a.db") as opened:
        grouping = read(opened, many(4))
        with opened.view() as view:
            assert all(grouping.place(view, one, NOW) == () for one in many(4))


def test_a_report_costs_what_the_window_holds(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "a.db") as opened:
        grouping = read(opened, (report(day, f"{DAM[day % 3]} Round {day}.", day) for day in range(200)))
        window = grouping._windows[-1]
        assert len(window.grouper._items) <= window.grouper.weights.window + 1
        assert len(window.members) == len(window.pending) == 1
        few = Grouping(most=5)
        with opened.view() as view:
            few.place(view, report(199, FIRE, 999), NOW)
        assert len(few._windows[-1].grouper._items) == 6
