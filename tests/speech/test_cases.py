"""Every case of ``speech/cases.toml``: act, chain, addressee, channel of the first statement, and the later ones where it lists them."""

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


def told(one: Statement, text: str) -> dict[str, str]:
    """Act, chain and addressee of a statement, as the cases write them."""
    chain = " > ".join(words(link, text) for link in one.chain if link.kind != "report")
    return {"act": one.act, "chain": chain, "to": "; ".join(p.span.of(text) for p in one.to)}


def said(source: str) -> tuple[dict[str, str], list[str]]:
    """What the room makes of a marked text, in the keys of a case: the first statement, and a line for each later one."""
    given = marked(source)
    text = given.report.text
    found = speech.find(given.report, given.reading, Cast(), ())
    if not found:
        return {}, []
    first, *later = [told(one, text) for one in found]
    place = "; ".join(span.of(text) for span in found[0].place)
    return {**first, "channel": found[0].channel, "place": place}, [" | ".join(filter(None, one.values())) for one in later]


def wanted(case: dict[str, Any]) -> dict[str, str]:
    """The same of a case."""
    here = {"place": case["place"]} if "place" in case else {}
    return {key: case.get(key, "") for key in ("act", "chain", "to", "channel")} | here


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(strict=True)) if case.get("fails") else case for case in CASES],
    ids=[case["text"][:60] for case in CASES],
)
def test_case(case: dict[str, Any]) -> None:
    first, later = said(case["text"])
    assert {key: value for key, value in first.items() if key != "place" or key in case} == wanted(case)
    assert later == case.get("then", later)


def test_there_are_enough_cases_and_few_fail() -> None:
    assert len(CASES) >= 180
    assert len(KNOWN) <= 0.15 * len(CASES)
