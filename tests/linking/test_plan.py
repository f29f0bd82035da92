"""What is planned, and what a later report changes about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from onrecord.linking import Filed, live
from onrecord.linking.plan import Plan, changed, moved
from onrecord.nouns import Span, Timing, When, Window
from tests.linking.made import deadline, meeting

COUPLE = "Ana Colm+Tod Raske"
FIRST = meeting("2031-03-03", "planned", COUPLE, "2031-03-12", "Port Sel")


def told(day: str, parties: str = COUPLE, on: str = "2031-03-12", place: str = "Port Sel", context: str = "") -> Filed:
    return meeting(day, "planned", parties, on, place, context)


@pytest.mark.parametrize(
    ("later", "what"),
    [
        (told("2031-03-05"), ()),
        (told("2031-03-05", on="2031-03-14"), ("time",)),
        (told("2031-03-05", on="", context="The talks will be held two days later."), ("time",)),
        (told("2031-03-05", place="Sarova", context="The talks were moved to Sarova."), ("place",)),
        (told("2031-03-05", place="Sarova", context="Colm and Raske meet in Sarova."), ()),
        (told("2031-03-05", parties=f"{COUPLE}+Ola Brandt", context="Ola Brandt will join Colm and Raske."), ("parties",)),
        (told("2031-03-05", parties=f"{COUPLE}+Ola Brandt", context="Colm, Raske, Brandt: who is who."), ()),
    ],
)
def test_what_is_changed(later: Filed, what: tuple[str, ...]) -> None:
    assert changed(later, Plan.of(FIRST)) == what


def at(day: str, hour: int, context: str = "") -> Filed:
    """The meeting at an hour of 12 March."""
    instant = datetime(2031, 3, 12, hour)
    time = Timing(When(Span(0, 1), Span(0, 1), "TIME", "", window=Window(instant, instant, "hour")), f"at {hour}")
    filed = told(day, context=context)
    return Filed(replace(filed.entry, times=(time,)), filed.day, 0, context)  # type: ignore[call-arg]


def test_another_hour_of_the_day_is_another_time() -> None:
    assert changed(at("2031-03-05", 16), Plan.of(at("2031-03-04", 10))) == ("time",)
    assert changed(at("2031-03-05", 10), Plan.of(at("2031-03-04", 10))) == ()
    assert changed(at("2031-03-05", 16), Plan.of(FIRST)) == ()
    assert changed(at("2031-03-05", 16, "at four rather than in the morning"), Plan.of(FIRST)) == ("time",)


def test_what_a_report_leaves_out_is_as_it_was() -> None:
    plan = Plan.of(FIRST).after(told("2031-03-05", on="", place=""))
    assert (plan.days, plan.places) == (FIRST.days, Plan.of(FIRST).places)


def test_a_moved_place_is_moved_once() -> None:
    later = told("2031-03-05", on="", place="Sarova", context="The talks were moved to Sarova.")
    again = told("2031-03-06", on="", place="Sarova", context="The talks, moved to Sarova, are prepared.")
    assert [change.name for change in live((FIRST, later, again)).changes] == ["planned", "moved: place"]


def test_a_deadline_is_extended_from_its_old_end() -> None:
    first = deadline("2031-03-03", "set", "Norland", "Sudland", "/2031-03-10")
    later = deadline("2031-03-08", "extended", "Norland", "Sudland")
    known = (first, Filed(later.entry, later.day, 0, "Norland extended the deadline by two weeks."))
    assert live(known, date(2031, 3, 20)).state == "extended"
    assert live(known, date(2031, 3, 25)).state == "expired"


def test_an_extension_told_again_by_its_old_day_moves_nothing() -> None:
    first = deadline("2031-03-03", "set", "Norland", "Sudland", "/2031-03-10")
    later = deadline("2031-03-05", "extended", "Norland", "Sudland", "/2031-03-15")
    again = deadline("2031-03-10", "extended", "Norland", "Sudland", "2031-03-10")
    last = deadline("2031-03-11", "restated", "Norland", "Sudland", "/2031-03-15")
    found = live((first, later, again, last), date(2031, 3, 12))
    assert [change.name for change in found.changes] == ["set", "extended: time", "restated", "restated"]


def test_a_shift_that_two_papers_tell_moves_it_once() -> None:
    first = deadline("2031-03-03", "set", "Norland", "Sudland", "/2031-03-10")
    told = [deadline(day, "extended", "Norland", "Sudland") for day in ("2031-03-08", "2031-03-09")]
    shifts = [Filed(one.entry, one.day, 0, "Norland extended the deadline by two weeks.") for one in told]
    assert [change.ends for change in live((first, *shifts), date(2031, 3, 12)).changes] == [
        date(2031, 3, 10), date(2031, 3, 24), date(2031, 3, 24),
    ]  # fmt: skip


def test_an_old_end_told_again_moves_nothing_back() -> None:
    first = deadline("2031-03-03", "set", "Norland", "Sudland", "/2031-03-10")
    later = deadline("2031-03-05", "extended", "Norland", "Sudland", "/2031-03-15")
    told = deadline("2031-03-06", "set", "Norland", "Sudland", "/2031-03-10")  # "which had given Sudland until Monday"
    back = deadline("2031-03-07", "brought-forward", "Norland", "Sudland", "/2031-03-10")
    names = [change.name for change in live((first, later, told, back), date(2031, 3, 8)).changes]
    assert names == ["set", "extended: time", "restated", "brought forward: time"]


def test_what_is_due_later_is_not_missed_yet() -> None:
    first = deadline("2031-03-03", "set", "Norland", "Sudland", "/2031-03-10")
    early = deadline("2031-03-05", "missed", "Norland", "Sudland", "2031-03-10")
    late = deadline("2031-03-12", "missed", "Norland", "Sudland", "2031-03-10")
    assert live((first, early), date(2031, 3, 6)).state == "set"
    assert live((first, early, late), date(2031, 3, 12)).state == "missed"


def test_a_held_meeting_is_not_called_off_afterwards() -> None:
    held = meeting("2031-03-13", "happened", COUPLE, "2031-03-12")
    life = live((FIRST, held, meeting("2031-03-14", "cancelled", COUPLE)))
    assert life.state == "held"
    assert [(one.one.status, one.other.status) for one in life.contradictions] == [("happened", "cancelled")]


def test_a_day_moves_to_the_end_of_the_calendar_at_most() -> None:
    assert moved(date.max, timedelta(days=3)) == date.max
    assert moved(date.min, timedelta(days=-3)) == date.min
    assert moved(None, timedelta(days=3)) is None


def test_a_day_among_those_that_were_told_vaguely_moves_no_deadline() -> None:
    vague = deadline("2031-03-03", "set", "Norland", "Sudland", "2031-03-07/2031-03-13")
    exact = deadline("2031-03-05", "set", "Norland", "Sudland", "/2031-03-10")
    later = deadline("2031-03-06", "set", "Norland", "Sudland", "/2031-03-20")
    assert [change.name for change in live((vague, exact), date(2031, 3, 6)).changes] == ["set", "restated"]
    assert [change.name for change in live((vague, exact, later), date(2031, 3, 6)).changes][-1] == "extended: time"
