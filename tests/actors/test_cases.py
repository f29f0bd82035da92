"""What the room must resolve, must leave alone, and is known to miss."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from onrecord.actors import Registry, find
from onrecord.nouns import Span
from onrecord.vocabulary import roles
from tests.marked import Marked, marked

CASES: dict[str, Any] = tomllib.loads((files("onrecord.actors") / "cases.toml").read_text(encoding="utf-8"))
PARTIES = ("actor", "recipient", "source", "to", "via", "setter", "addressee")


def rows(known: bool) -> list[Any]:
    """All cases, or the known failures."""
    picked = [(key, row) for key, table in CASES.items() if (key == "known_failures") is known for row in table["cases"]]
    return [pytest.param(*row, id=f"{key}: {row[1]}") for key, row in picked]


def parties(text: Marked) -> list[Span]:
    """The marked participants in the order of the text."""
    spans = {span for label, span in text.labelled if label.rstrip("0123456789") in PARTIES and label.rstrip("0123456789") in roles()}
    return sorted(spans)


def found(text: Marked, registry: Registry) -> list[set[str]]:
    """The names that each participant was given."""
    cast = find(text.report, text.reading, registry)
    return [{referent.name for referent in cast.at(span)} for span in parties(text)]


def wanted(names: str) -> list[set[str]]:
    """The names of a case, one set a participant."""
    return [set() if one.strip() == "-" else {name.strip() for name in one.split(" + ")} for one in names.split(" / ")]


@pytest.mark.parametrize(("day", "text", "names"), rows(known=False))
def test_case(day: str, text: str, names: str, registry: Registry) -> None:
    assert found(marked(text, day), registry) == wanted(names)


@pytest.mark.parametrize(("day", "text", "names"), rows(known=True))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(day: str, text: str, names: str, registry: Registry) -> None:
    assert found(marked(text, day), registry) == wanted(names)


def test_there_are_enough_cases() -> None:
    assert sum(len(table["cases"]) for key, table in CASES.items() if key != "known_failures") >= 200
