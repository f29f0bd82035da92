"""Every case of ``speech/cases.toml``: act, chain, addressee and channel of the first statement."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from onrecord import speech
from onrecord.nouns import Cast, Source, Statement
from tests.marked import marked

CASES: list[dict[str, Any]] = tomllib.loads((files("onrecord.speech") / "cases.toml").read_text(encoding="utf-8"))["case"]
KNOWN = [case for case in CASES if case.get("fails")]


def words(link: Source, text: str) -> str:
    """A link as the cases write it."""
    if link.kind == "anonymous":
        return f"{link.description} (anonymous)"
    return link.span.of(text) if link.span else link.name or "unknown"


def said(source: str) -> dict[str, str]:
    """What the room makes of a marked text, in the keys of a case."""
    given = marked(source)
    text = given.report.text
    found: tuple[Statement, ...] = speech.find(given.report, given.reading, Cast(), ())
    if not found:
        return {}
    first = found[0]
    chain = " > ".join(words(link, text) for link in first.chain if link.kind != "report")
    return {"act": first.act, "chain": chain, "to": "; ".join(p.span.of(text) for p in first.to), "channel": first.channel}


def wanted(case: dict[str, Any]) -> dict[str, str]:
    """The same of a case."""
    return {key: case.get(key, "") for key in ("act", "chain", "to", "channel")}


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(strict=True)) if case.get("fails") else case for case in CASES],
    ids=[case["text"][:60] for case in CASES],
)
def test_case(case: dict[str, Any]) -> None:
    assert said(case["text"]) == wanted(case)


def test_there_are_enough_cases_and_few_fail() -> None:
    assert len(CASES) >= 150
    assert len(KNOWN) <= 0.15 * len(CASES)
