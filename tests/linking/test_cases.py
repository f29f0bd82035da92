"""Every rule of the room on the cases that are written for it."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from onrecord.linking.told import DEADLINE, DROPPED, HELD, OVER, PUT_OFF, deciding, told

CASES: dict[str, Any] = tomllib.loads((files("onrecord.linking") / "cases.toml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[([^|\]]+)\|([\w-]+)\]")
KIND = {"deadline": "deadline", "meeting": "meeting", "demand": "act"}


def cases(key: str) -> list[Any]:
    return [pytest.param(rule, text, id=f"{rule}: {text}") for rule, row in CASES.items() for text in row.get(key, ())]


def decided(rule: str, source: str) -> str:
    """The name of the rule that decides on the marked words of a sentence."""
    mark = MARK.search(source)
    assert mark is not None
    return deciding(KIND[rule.partition("-")[0]], mark[2], MARK.sub(r"\1", source), mark[1])


@pytest.mark.parametrize(("rule", "text"), cases("found"))
def test_found(rule: str, text: str) -> None:
    assert decided(rule, text) == rule


@pytest.mark.parametrize(("rule", "text"), cases("not_found"))
def test_not_found(rule: str, text: str) -> None:
    assert decided(rule, text) != rule


def test_every_rule_has_cases() -> None:
    rules = {rule.name for rule in (*DEADLINE, *OVER, *PUT_OFF, *HELD, *DROPPED)}
    assert rules <= set(CASES)


@pytest.mark.parametrize(
    ("kind", "status", "sentence", "words", "wanted"),
    [
        ("deadline", "extended", "Norland withdrew its deadline.", "deadline", "withdrawn"),
        ("deadline", "proposed", "A draft would set a deadline; the old deadline expired.", "deadline", "proposed"),
        ("deadline", "set", "Norland gave Sudland until Friday.", "until Friday", "set"),
        ("meeting", "planned", "The talks ended and were called off.", "talks", "planned"),
        ("act", "happened", "Norland dropped its demand that Sudland withdraw.", "withdraw", "happened"),
        ("quote", "", "The deadline expired.", "expired", ""),
    ],
)
def test_the_status_that_a_sentence_tells(kind: str, status: str, sentence: str, words: str, wanted: str) -> None:
    assert told(kind, status, sentence, words) == wanted
