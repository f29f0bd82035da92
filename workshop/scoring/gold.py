"""Annotated reports as if the reader had been right about every mark and arc, and its rooms about every name and time.

What a room loses on these is the room's own; what it gains over them, nobody's.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.nouns import (
    Actor,
    Arc,
    Cast,
    Label,
    Mark,
    Mention,
    Party,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    When,
    Window,
)
from onrecord.reading.bounds import find_paragraphs, find_sentences
from onrecord.reading.words import find_words
from workshop.corpora.reports import locate


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated report: the row as it stands in the file, and the nouns that it amounts to."""

    row: dict[str, Any]
    report: Report
    reading: Reading
    times: tuple[When, ...]
    cast: Cast
    statements: tuple[Statement, ...]


def gold(path: Path) -> Iterator[Gold]:
    """The annotated reports of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield gold_of(json.loads(line))


def report_of(row: dict[str, Any]) -> Report:
    """The report alone, as it would be read."""
    day = date.fromisoformat(row["date"][:10]) if row.get("date") else None
    return Report(text=row["text"], name=row["id"], outlet=row.get("outlet") or "", published=Published(day=day, by="jsonl"))


def gold_of(row: dict[str, Any]) -> Gold:
    """The nouns of one annotated report."""
    text = row["text"]
    marks: list[Mark] = []
    arcs: list[Arc] = []
    for kind, items in (("event", row.get("events", [])), ("deadline", row.get("deadlines", []))):
        for item in items:
            head = _mark(text, kind, item)
            if head:
                marks.append(head)
                arcs += _arcs(text, head, item)
    paragraphs = find_paragraphs(text)
    reading = Reading(
        words=find_words(text),
        sentences=find_sentences(text, paragraphs),
        paragraphs=paragraphs,
        marks=tuple(sorted(marks, key=lambda mark: mark.span)),
        arcs=tuple(arcs),
    )
    statements = tuple(found for item in row.get("statements", []) if (found := _statement(text, item)))
    return Gold(row, report_of(row), reading, _times(text, row), _cast(text, row), statements)


def _place(text: str, item: str | list[str]) -> Span | None:
    found = locate(text, item if isinstance(item, str) else item[0])
    return Span(*found) if found else None


def _mark(text: str, kind: str, item: dict[str, Any]) -> Mark | None:
    span = _place(text, item["anchor"]) if item.get("anchor") else None
    traits = tuple((key, Label(item.get(key) or "", 1.0)) for key in ("status", "mode") if key in item)
    return Mark(kind, item.get("type", "DEADLINE"), span, 1.0, traits) if span else None


def _arcs(text: str, head: Mark, item: dict[str, Any]) -> Iterator[Arc]:
    for role in ("actor", "recipient", "place", "time", "condition", "setter", "addressee", "demand", "due", "consequence"):
        places = dict.fromkeys(place for one in item.get(role) or [] if (place := _place(text, one)))
        yield from (Arc(head, role, place, 1.0) for place in places)


def _times(text: str, row: dict[str, Any]) -> tuple[When, ...]:
    found: dict[Span, str] = {}
    for item in (*row.get("events", []), *row.get("deadlines", [])):
        for phrase, value in (*(item.get("time") or []), *(item.get("due") or [])):
            place = _place(text, phrase)
            if place:
                found[place] = value
    return tuple(_when(place, value) for place, value in sorted(found.items()))


def _when(place: Span, value: str) -> When:
    if value.startswith("P") or not value:
        return When(place, place, "DURATION" if value else "DATE", value, by="gold")
    return When(place, place, "DATE", value, window=_Literal(None, None, basis=value), by="gold")


class _Literal(Window):
    """A window that is written exactly as the annotator wrote it."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.basis


def _cast(text: str, row: dict[str, Any]) -> Cast:
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    for items in (row.get("events", []), row.get("statements", []), row.get("deadlines", [])):
        for item in items:
            for role in ("actor", "recipient", "source", "to", "via", "setter", "addressee"):
                for phrase, name in item.get(role) or []:
                    place = _place(text, phrase)
                    if place and name:
                        mentions[name.removeprefix("~")].add(Mention(place, member=name.startswith("~"), by="gold"))
    return Cast(tuple(Actor(name, mentions=tuple(sorted(found, key=lambda m: m.span))) for name, found in mentions.items()))


def _parties(text: str, item: dict[str, Any], role: str) -> tuple[Party, ...]:
    return tuple(Party(place, name) for phrase, name in item.get(role) or [] if (place := _place(text, phrase)))


def _statement(text: str, item: dict[str, Any]) -> Statement | None:
    content = tuple(sorted(place for one in item.get("content", []) if (place := _place(text, one))))
    if not content:
        return None
    return Statement(
        content=content,
        cue=_place(text, item["cue"]) if item.get("cue") else None,
        source=_parties(text, item, "source"),
        to=_parties(text, item, "to"),
        via=_parties(text, item, "via"),
        channel=item.get("channel") or "",
        quote=item.get("quote", "indirect"),
        anonymous=bool(item.get("anonymous")),
        by="gold",
    )
