"""What becomes of a thing, as of a day."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.linking import Filed, live
from tests.linking.made import act, deadline, meeting, quote

COUPLE = "Ana Colm+Tod Raske"


def names(*members: Filed, as_of: str = "") -> list[str]:
    return [change.name for change in live(members, date.fromisoformat(as_of) if as_of else None).changes]


def state(*members: Filed, as_of: str = "") -> str:
    return live(members, date.fromisoformat(as_of) if as_of else None).state


STORY = (
    meeting("2031-03-01", "proposed", COUPLE, "2031-03-12", context="Colm invited Raske."),
    meeting("2031-03-03", "planned", COUPLE, "2031-03-12", "Port Sel"),
    meeting("2031-03-04", "planned", COUPLE, "2031-03-12", "Port Sel", context="Her office confirmed the meeting."),
    meeting("2031-03-05", "planned", COUPLE, "2031-03-12", "Sarova"),
    meeting("2031-03-06", "postponed", COUPLE),
    meeting("2031-03-10", "planned", COUPLE, "2031-03-20", "Sarova"),
    meeting("2031-03-21", "happened", COUPLE, "2031-03-20", "Sarova"),
)


def test_a_meeting_goes_through_its_states() -> None:
    assert names(*STORY) == ["invited", "planned", "confirmed", "moved: place", "postponed", "moved: time", "held"]


def test_the_order_in_which_reports_were_read_does_not_matter() -> None:
    assert names(*reversed(STORY)) == names(*STORY)


@pytest.mark.parametrize(
    ("as_of", "known"),
    [("2031-02-28", ""), ("2031-03-02", "invited"), ("2031-03-06", "postponed"), ("2031-03-20", "moved"), ("2031-03-21", "held")],
)
def test_a_state_is_that_of_a_day(as_of: str, known: str) -> None:
    assert state(*STORY, as_of=as_of) == known


def test_each_change_names_its_entry_and_words() -> None:
    change = live(STORY).changes[4]
    assert (change.filed.entry.report, change.words) == ("report of 2031-03-06", "meeting")


def test_a_meeting_lapses_when_its_day_is_past_and_nobody_says_it_was_held() -> None:
    plan = meeting("2031-03-03", "planned", COUPLE, "2031-03-12")
    assert state(plan, as_of="2031-03-12") == "planned"
    assert state(plan, as_of="2031-03-13") == "lapsed"
    assert state(plan) == "planned"
    assert state(plan, meeting("2031-03-14", "happened", COUPLE), as_of="2031-03-14") == "held"


def test_what_was_put_off_or_called_off_does_not_lapse() -> None:
    plan = meeting("2031-03-03", "planned", COUPLE, "2031-03-12")
    assert state(plan, meeting("2031-03-04", "postponed", COUPLE), as_of="2031-04-01") == "postponed"
    assert state(plan, meeting("2031-03-04", "cancelled", COUPLE), as_of="2031-04-01") == "cancelled"


def test_a_day_to_which_one_more_paper_says_it_was_put_off_stands() -> None:
    plan = meeting("2031-03-03", "planned", COUPLE, "2031-03-20")
    told = "The talks were postponed to 20 March."
    again = meeting("2031-03-04", "postponed", COUPLE, context=told), meeting("2031-03-04", "planned", COUPLE, "2031-03-20", context=told)
    assert state(plan, *again) == "planned"
    assert state(plan, again[0], meeting("2031-03-04", "planned", COUPLE, "2031-03-20")) == "postponed"


def test_a_closer_date_is_no_move() -> None:
    month = meeting("2031-02-01", "planned", COUPLE, "2031-03-01/2031-03-31", "Orsia")
    assert names(month, meeting("2031-02-10", "planned", COUPLE, "2031-03-12", "Port Sel")) == ["planned"]


def test_parties_who_join_or_stay_away_move_it() -> None:
    plan = meeting("2031-03-03", "planned", COUPLE, "2031-03-12")
    assert names(plan, meeting("2031-03-05", "planned", f"{COUPLE}+Ulf Steen", "2031-03-12")) == ["planned", "moved: parties"]


def test_a_deadline_goes_through_its_states() -> None:
    story = [
        deadline("2030-10-01", "set", "Orsia", "Belmark", "/2030-10-10"),
        deadline("2030-10-02", "restated", "Orsia", "Belmark", "/2030-10-10"),
        deadline("2030-10-05", "set", "Orsia", "Belmark", "/2030-10-20"),
        deadline("2030-10-12", "brought-forward", "Orsia", "Belmark", "/2030-10-15"),
    ]
    assert names(*story) == ["set", "restated", "extended: time", "brought forward: time"]
    assert state(*story[:2]) == "set"
    assert state(*story, as_of="2030-10-15") == "brought forward"
    assert state(*story, as_of="2030-10-16") == "expired"
    for outcome in ("met", "missed", "withdrawn"):
        assert state(*story, deadline("2030-10-16", outcome, "Orsia", "Belmark"), as_of="2030-11-01") == outcome


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("threatened", "happened", "carried out"),
        ("threatened", "cancelled", "dropped"),
        ("threatened", "threatened", "open"),
        ("demanded", "happened", "met"),
        ("demanded", "denied", "open"),
    ],
)
def test_threats_and_demands(first: str, then: str, expected: str) -> None:
    assert state(act("2031-07-01", first, "Orsia", "Belmark"), act("2031-07-09", then, "Orsia", "Belmark")) == expected


def test_contradictions_stand_side_by_side() -> None:
    held, denied = meeting("2031-01-14", "happened", COUPLE, "2031-01-13"), meeting("2031-01-15", "denied", COUPLE, "2031-01-13")
    life = live([held, denied])
    assert life.state == "held"
    assert [(one.one.entry.id, one.other.entry.id) for one in life.contradictions] == [(held.entry.id, denied.entry.id)]


def test_a_denial_long_before_is_no_contradiction() -> None:
    assert live([meeting("2031-01-01", "denied", COUPLE), meeting("2031-03-01", "planned", COUPLE, "2031-03-04")]).contradictions == ()


def test_nothing_known_has_no_state() -> None:
    assert live([], None) == live(STORY, date(2000, 1, 1))
    assert names(quote("2031-01-01", "Ana Colm", "Yes"), quote("2031-01-02", "Ana Colm", "Yes")) == ["said", "restated"]
