"""Every rule of the room on the cases that are written for it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from onrecord.events import deadline_status, dues, kinds, status
from onrecord.events.scene import Scene, scene
from onrecord.events.wording import Wording, framed, worded
from onrecord.nouns import Cast, When, Window
from tests.marked import Marked, marked

CASES: dict[str, Any] = tomllib.loads((files("onrecord.events") / "cases.toml").read_text(encoding="utf-8"))
WORDED: dict[str, tuple[Wording, ...]] = {"status": status.RULES, "deadline": deadline_status.RULES, "kind": kinds.RULES}


def cases(key: str) -> list[Any]:
    """Family, rule and text of every case under ``key``."""
    rules = [(family, rule, row) for family, rows in CASES.items() for rule, row in rows.items()]
    return [pytest.param(family, rule, text, id=f"{rule}: {text}") for family, rule, row in rules for text in row.get(key, ())]


def here(text: Marked, times: tuple[When, ...] = ()) -> Scene:
    return scene(text.report, text.reading, times, Cast(), ())


def timed(text: Marked) -> tuple[When, ...]:
    """A time for each span that is marked with a role in lower case."""
    roles = ("at", "by", "until", "within", "before")
    plain = [When(span, span, "DURATION", "PT48H") for label, span in text.labelled if label == "duration"]
    bound = [When(span, span, "DATE", "", window=Window(None, None, role=key.upper())) for key, span in text.labelled if key in roles]
    return tuple(plain + bound)


def decided(family: str, source: str) -> tuple[str, str, str]:
    """The rule that decides for the last mark of a text, its verdict, and the status that is marked."""
    text = marked(source)
    if family == "due":
        found = dues.dues(here(text, timed(text)), ())
        return (found[0].by if found else "", "", "")
    mark = [mark for mark in text.reading.marks if mark.layer in ("event", "deadline")][-1]
    wording = worded(WORDED[family], framed(here(text), mark.span), mark.label)
    trait = mark.trait("status")
    return (wording.rule.name if wording else "", wording.verdict.status if wording else "", trait.name if trait else "")


@pytest.mark.parametrize(("family", "rule", "text"), cases("found"))
def test_found(family: str, rule: str, text: str) -> None:
    name, verdict, wanted = decided(family, text)
    assert name == rule
    assert family in ("due", "kind") or verdict == wanted


@pytest.mark.parametrize(("family", "rule", "text"), cases("not_found"))
def test_not_found(family: str, rule: str, text: str) -> None:
    assert decided(family, text)[0] != rule


@pytest.mark.parametrize(("family", "rule", "text"), cases("known_failures"))
@pytest.mark.xfail(strict=True, reason="known failure: move it to found once it works")
def test_known_failures(family: str, rule: str, text: str) -> None:
    assert decided(family, text)[0] == rule


def test_every_rule_has_cases() -> None:
    for family, rules in WORDED.items():
        assert {wording.rule.name for wording in rules} == set(CASES[family])
    assert {wording.rule.name for wording in dues.RULES} == set(CASES["due"])
    assert all(row["found"] and row["not_found"] for rules in CASES.values() for row in rules.values())
