"""Our own annotated reports (``corpus/CODEBOOK.md``)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop.corpora.example import Anchor, Example, Place

_NUMBERED = re.compile(r"(.*)#(\d+)", re.DOTALL)
_OPENING = "\"“'‘«"


class Reports:
    """A file of annotated reports; yields events, deadlines and statements."""

    layers = frozenset({"event", "deadline", "cue", "source", "content"})

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Example]:
        with self.path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield self._example(json.loads(line))

    def _example(self, row: dict[str, Any]) -> Example:
        text = row["text"]
        example = Example(row["id"], text, self.layers)
        for found in (
            [_event(text, event) for event in row.get("events", [])],
            [_statement(text, statement) for statement in row.get("statements", [])],
            [_deadline(text, deadline) for deadline in row.get("deadlines", [])],
        ):
            example.anchors += [anchor for anchor in found if anchor]
        example.names = _names(text, row)
        return example


def locate(text: str, span: str) -> Place | None:
    """Offsets of an annotated span: exact substring, ``#n`` for its n-th occurrence (whole words where it is a word)."""
    numbered = _NUMBERED.fullmatch(span)
    form, nth = (numbered[1], int(numbered[2])) if numbered else (span, 1)
    if not form:
        return None
    pattern = re.escape(form)
    before = r"(?<!\w)" if form[0].isalnum() else ""
    after = r"(?!\w)" if form[-1].isalnum() else ""
    hits = [m.start() for m in re.finditer(before + pattern + after, text)] or [m.start() for m in re.finditer(pattern, text)]
    return (hits[nth - 1], hits[nth - 1] + len(form)) if len(hits) >= nth else None


def _places(text: str, items: list[Any] | None) -> list[Place]:
    found = (locate(text, item if isinstance(item, str) else item[0]) for item in items or [])
    return sorted({place for place in found if place})


def _roles(text: str, row: dict[str, Any], names: tuple[str, ...]) -> dict[str, list[Place]]:
    return {name: places for name in names if (places := _places(text, row.get(name)))}


def _event(text: str, row: dict[str, Any]) -> Anchor | None:
    span = locate(text, row["anchor"])
    traits = {"status": row["status"], "mode": row.get("mode") or ""}
    roles = _roles(text, row, ("actor", "recipient", "place", "time", "condition"))
    return Anchor("event", row["type"], span, traits, roles) if span else None


def _deadline(text: str, row: dict[str, Any]) -> Anchor | None:
    span = locate(text, row["anchor"])
    roles = _roles(text, row, ("setter", "addressee", "demand", "due", "consequence"))
    return Anchor("deadline", "DEADLINE", span, {"deadline": row["status"]}, roles) if span else None


def _statement(text: str, row: dict[str, Any]) -> Anchor | None:
    roles = _roles(text, row, ("source", "content", "to", "via"))
    if "content" not in roles:
        return None
    cue = locate(text, row["cue"]) if row.get("cue") else None
    return Anchor("cue", "cue", cue or cueless(text, roles["content"][0]), {}, roles)


def cueless(text: str, content: Place) -> Place:
    """Where a statement without a cue hangs: at the mark that opens its quotation, else at its first word."""
    before = text[: content[0]].rstrip(" ")
    if before and before[-1] in _OPENING:
        return len(before) - 1, len(before)
    first = re.match(r"\W*\w+", text[content[0] :])
    return content[0], content[0] + (first.end() if first else 1)


def _names(text: str, row: dict[str, Any]) -> list[tuple[Place, str]]:
    """Spans of people and states, each with its canonical name."""
    pairs = [
        pair
        for key in ("events", "statements", "deadlines")
        for item in row.get(key, [])
        for role in ("actor", "recipient", "source", "to", "via", "setter", "addressee")
        for pair in item.get(role) or []
    ]
    found = {(place, pair[1]) for pair in pairs if pair[1] and (place := locate(text, pair[0]))}
    return sorted(found)
