"""Which way a bare weekday looks."""

from __future__ import annotations

import pytest

from onrecord.nouns import Reading, Span
from onrecord.times.cues import Cues
from onrecord.times.direction import clause, direction
from tests.marked import marked

AHEAD = [
    "The two will meet [Friday|when].",
    "The two are due to meet [Friday|when].",
    "The two agreed to meet [Friday|when].",
    "The vote must be held on [Friday|when].",
    "On [Friday|when] the two will meet.",
    "He said the two would meet [Friday|when].",
    "A strike is planned for [Friday|when].",
    "The mandate expires on [Friday|when].",
]
BEHIND = [
    "The two met [Friday|when].",
    "She said [Friday|when] that the two will meet.",
    "On [Friday|when] the two met, and they will meet again.",
    "The two failed to meet [Friday|when].",
    "The mandate had been due to expire [Friday|when].",
    "He was arrested on [Friday|when].",
]


def lean(source: str) -> float:
    made = marked(source)
    return direction(made.report.text, Reading(), made.span("when"), "AT").lean


@pytest.mark.parametrize("source", AHEAD)
def test_ahead(source: str) -> None:
    assert lean(source) > 1


@pytest.mark.parametrize("source", BEHIND)
def test_behind(source: str) -> None:
    assert lean(source) < 0


@pytest.mark.parametrize(("status", "sign"), [("planned", 1), ("threatened", 1), ("demanded", 1), ("happened", -1)])
def test_the_status_of_the_event_comes_first(status: str, sign: int) -> None:
    made = marked(f"The [talks|CONSULT:{status}] would be or were on [Friday|when;time].")
    assert direction(made.report.text, made.reading, made.span("when"), "AT").lean * sign > 2


def test_a_deadline_lies_ahead_unless_it_was_missed() -> None:
    for status, sign in (("set", 1), ("missed", -1)):
        made = marked(f"The [deadline|DEADLINE:{status}] on [Friday|when;due].")
        assert direction(made.report.text, made.reading, made.span("when"), "AT").lean * sign > 0


def test_a_bound_leans_too() -> None:
    assert direction("by Friday", Reading(), Span(3, 9), "BY").lean > 0
    assert direction("since Friday", Reading(), Span(6, 12), "SINCE").lean < -3


def test_a_clause_ends_with_its_sentence() -> None:
    text = "It rained. Gen. A. Bo left on Friday for Oslo. It will rain."
    at = text.index("Friday")
    assert clause(text, Span(at, at + 6)) == ("Gen. A. Bo left on ", " for Oslo.")


def test_the_earlier_cue_wins_at_one_place() -> None:
    assert next(cue.name for cue in Cues.load().find("It had been due to end.")) == "had been to"
