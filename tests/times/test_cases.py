"""Every line of cases.toml, and that every rule has one."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from onrecord.nouns import Span, When
from onrecord.times import find
from onrecord.times.english import PASSES
from tests.marked import marked

SECTIONS: dict[str, dict[str, Any]] = tomllib.loads((files("onrecord.times") / "cases.toml").read_text("utf-8"))
CASES = [case for section in SECTIONS.values() for case in section.get("cases", [])]
KNOWN = [case for section in SECTIONS.values() for case in section.get("known_failures", [])]
ABSENT = [case for section in SECTIONS.values() for case in section.get("absent", [])]


def found(day: str, source: str) -> tuple[When | None, Span]:
    """What was found at the span that is marked ``when``."""
    made = marked(source, day)
    span = made.span("when")
    whens = find(made.report, made.reading)
    return next((when for when in whens if when.span == span), None), span


def check(case: list[str]) -> None:
    when, _ = found(case[0], case[1])
    assert when is not None, "not found"
    assert " ".join(part for part in (when.type, when.value, when.mod) if part) == case[2], when.by
    assert when.iso == case[3], when.by


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_found(case: list[str]) -> None:
    check(case)


@pytest.mark.parametrize("case", ABSENT, ids=lambda case: case[1])
def test_no_time(case: list[str]) -> None:
    made = marked(case[1], case[0])
    assert [when.span.of(made.report.text) for when in find(made.report, made.reading)] == []


@pytest.mark.parametrize("case", [pytest.param(case, marks=pytest.mark.xfail(strict=True), id=case[1]) for case in KNOWN])
def test_known_failure(case: list[str]) -> None:
    check(case)


def test_every_rule_has_a_case() -> None:
    used: set[str] = set()
    for day, source, *_ in CASES:
        made = marked(source, day)
        used |= {when.by for when in find(made.report, made.reading)}
    assert {rule.name for rules in PASSES for rule in rules} - used == set()
