"""Which event of a sentence the coders meant, and what they called it."""

from __future__ import annotations

import pytest

from onrecord.nouns import DeadlineMention, Event, Findings, Party, Report, Span
from workshop.scoring.roots import Pair, answer


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def asked(text: str, *events: tuple[str, str, str, str], deadlines: tuple[DeadlineMention, ...] = ()) -> str:
    """The answer for Norland and Sudria in ``text``; events are (words, type, mode, status), done by Norland to Sudria."""
    doer, target = Party(at(text, "Norland")), Party(at(text, "Sudria"))
    made = tuple(Event(at(text, words), kind, status, mode, (doer,), (target,)) for words, kind, mode, status in events)
    return answer(Pair(1, text, doer.span, target.span, ""), Findings(Report(text=text), events=made, deadlines=deadlines))


@pytest.mark.parametrize(
    ("text", "events", "wanted"),
    [
        ("Norland rejected Sudria's plan.", [("rejected", "REJECT", "", "happened")], "REJECT"),
        ("Norland ordered the release of Sudria's envoy.",
         [("ordered", "REQUEST", "", "happened"), ("release", "RETREAT", "release", "demanded")], "YIELD"),
        ("Norland urged the release of Sudria's envoy.",
         [("urged", "REQUEST", "", "happened"), ("release", "RETREAT", "release", "demanded")], "REQUEST"),
        ("Norland called Sudria to express support.",
         [("called", "CONSULT", "phone", "happened"), ("support", "SUPPORT", "", "happened")], "SUPPORT"),
        ("Norland will not end its strike against Sudria.",
         [("end", "RETREAT", "", "denied"), ("strike", "PROTEST", "strike", "ongoing")], "REJECT"),
        ("Norland is silent about Sudria.", [], "NONE"),
    ],
)  # fmt: skip
def test_the_root_is_that_of_the_event_which_the_coders_meant(text: str, events: list[tuple[str, str, str, str]], wanted: str) -> None:
    assert asked(text, *events) == wanted


def test_an_ultimatum_threatens() -> None:
    text = "Norland gave Sudria a week to leave."
    limit = DeadlineMention(at(text, "a week"), setter=(Party(at(text, "Norland")),), addressee=(Party(at(text, "Sudria")),))
    assert asked(text, ("leave", "RETREAT", "withdraw", "demanded"), deadlines=(limit,)) == "THREATEN"
    assert asked(text, ("leave", "RETREAT", "withdraw", "demanded")) == "REQUEST"
