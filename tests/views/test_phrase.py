"""An entry in one line."""

from __future__ import annotations

from dataclasses import replace

from onrecord.nouns import Participant, Span, Timing, When
from onrecord.views.phrase import phrase, short, status, when
from tests.views.made import ACT, DEADLINE, MEETING, QUOTE


def test_a_meeting_names_its_sides_its_format_and_its_place() -> None:
    assert phrase(MEETING) == "Ingrid Solvang – Kristjan Hallgrimsson: meeting in Helsinki"
    assert status(MEETING) == "○ planned"
    assert when(MEETING) == "Thu 15 Apr 2027"


def test_a_meeting_tells_who_is_left_out_and_how_long_it_took() -> None:
    hours = Timing(When(Span(0, 1), Span(0, 1), "DURATION", "PT3H"), "three hours")
    full = replace(MEETING, excluded=(Participant("", "the press"),), length=(hours,), conditions=("if it snows",), format="phone")
    assert phrase(full) == (
        "Ingrid Solvang – Kristjan Hallgrimsson: telephone call in Helsinki without the press for 3 hours [if it snows]"
    )


def test_a_statement_tells_to_whom_and_where() -> None:
    told = replace(QUOTE, to=(Participant("", "reporters"),), places=(Participant("", "Bergen"),))
    assert phrase(told).endswith("(to reporters, in Bergen)")
    assert phrase(replace(told, to=())).endswith("(in Bergen)")


def test_a_deadline_tells_who_is_to_do_what_or_else() -> None:
    assert phrase(DEADLINE) == "Iceland to recall a patrol ship (set by Norway); or else lose port rights"
    assert status(DEADLINE) == "⧖ set"
    assert when(DEADLINE) == "by Fri 16 Apr 2027"


def test_a_bare_deadline_still_says_something() -> None:
    assert phrase(replace(DEADLINE, addressees=(), demands=(), setters=(), consequences=())) == "until Friday"


def test_an_act_has_the_words_of_the_report_and_the_type() -> None:
    assert phrase(ACT) == "→ Two boats: chased (coerce, restrict)"
    assert phrase(replace(ACT, actors=(Participant("Norway", "it"),))) == "Norway → Two boats: chased (coerce, restrict)"
    assert phrase(replace(ACT, recipients=(), words="coerce", mode="")) == "coerce"


def test_a_quote_has_a_verb() -> None:
    assert phrase(QUOTE) == "Kristjan Hallgrimsson denies: “The Hrafn cut no nets” (to the daily Fjardarbladid)"


def test_a_quote_without_speaker_goes_by_its_chain() -> None:
    assert phrase(replace(QUOTE, speakers=(), to=(), quote="indirect")).startswith("Kristjan Hallgrimsson denies: The Hrafn")
    assert phrase(replace(QUOTE, speakers=(), chain=(), to=())).startswith("this report denies")


def test_an_unknown_status_is_shown_and_not_hidden() -> None:
    assert status(replace(ACT, status="whatever")) == "? whatever"


def test_with_words_of_the_report_an_act_reads_as_a_sentence() -> None:
    assert phrase(ACT, "chased from the herring grounds") == "→ Two boats: chased from the herring grounds (coerce, restrict)"


def test_a_place_that_is_no_name_is_at() -> None:
    assert "at the quay" in phrase(replace(MEETING, places=(Participant("", "the quay"),)))


def test_a_demand_that_is_no_infinitive_follows_a_colon() -> None:
    found = replace(DEADLINE, demands=("hands over the crew",), setters=(), consequences=())
    assert phrase(found) == "Iceland: hands over the crew"


def test_a_headline_does_not_repeat_the_demand() -> None:
    found = replace(DEADLINE, demands=("recall patrol ship", "recall a patrol ship"), setters=(), consequences=())
    assert phrase(found) == "Iceland to recall a patrol ship"


def test_where_there_is_little_room_an_act_is_told_by_its_words() -> None:
    assert short(ACT) == "→ Two boats: chased"
    assert short(replace(ACT, actors=(Participant("Norway", "it"),), conditions=("if they stay",))) == "Norway → Two boats: chased"
    assert short(MEETING) == phrase(MEETING)
