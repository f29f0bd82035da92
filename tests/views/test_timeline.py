"""Past, ahead, and without a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.nouns import Published
from onrecord.views.timeline import lines, timeline, without
from tests.views.made import ACT, DEADLINE, MEETING, REPORT, record, time

UNDATED = replace(REPORT, published=Published())


def test_the_newest_report_is_today() -> None:
    found = timeline([record(MEETING), record(ACT)])
    assert found.today == date(2027, 4, 12)
    assert found.past == (record(ACT),)
    assert found.ahead == (record(MEETING),)


def test_with_another_today_what_was_planned_is_past() -> None:
    assert timeline([record(MEETING)], date(2027, 4, 20)).past == (record(MEETING),)


def test_what_is_planned_without_a_time_stays_ahead() -> None:
    later = record(replace(MEETING, times=()))
    assert timeline([later], date(2027, 4, 20)).ahead == (later,)


def test_it_is_ordered_by_window() -> None:
    april = replace(MEETING, times=(time("in April", date(2027, 4, 1), date(2027, 4, 30), grain="month"),))
    later = replace(MEETING, times=(time("from Thursday", date(2027, 4, 15), None),))
    found = timeline([record(later), record(MEETING), record(DEADLINE), record(april)])
    assert [one.entry for one in found.ahead] == [april, MEETING, later, DEADLINE]


def test_a_report_of_unknown_day_has_entries_without_one() -> None:
    found = timeline([record(replace(MEETING, times=()), UNDATED)])
    assert found.undated
    assert found.today is None
    assert next(iter(lines(found))) == "Without a day"


def test_the_plain_form_has_an_entry_a_line() -> None:
    shown = list(lines(timeline([record(MEETING), record(ACT), record(DEADLINE)])))
    assert shown[0] == "Up to Mon 12 Apr 2027"
    assert shown[2:4] == ["", "Ahead"]
    assert shown[4].split("  ")[1:3] == [MEETING.id[:8], "Thu 15 Apr 2027"]
    assert "says her ministry → Nordic Wire" in shown[4]
    assert shown[1].startswith(f"  {ACT.id[:8]}  told 12 Apr 2027    ● happened")


def test_nothing_gives_nothing() -> None:
    assert list(lines(timeline([]))) == []


def test_statuses_can_be_left_out() -> None:
    assert without([record(MEETING), record(ACT)], "planned") == [record(ACT)]
