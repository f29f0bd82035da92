"""Gold annotations of a chain's report as findings, so that entries and links can be scored without the reader.

Unlike ``workshop.scoring.gold``, which keeps times as they are written for comparing, this gives windows of days: linking needs a calendar.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime
from typing import Any

from onrecord.nouns import Bound, DeadlineMention, Event, Findings, Party, Source, Span, Statement, When, Window
from workshop.corpora.reports import locate
from workshop.scoring.gold import report_of


def findings(row: dict[str, Any]) -> Findings:
    """What the annotators found, as the rooms would have told it."""
    text = row["text"]
    return Findings(
        report_of(row),
        statements=tuple(_statement(text, one) for one in row["statements"]),
        events=tuple(_event(text, one, row) for one in row["events"]),
        deadlines=tuple(_deadline(text, one) for one in row["deadlines"]),
    )


def span(text: str, words: str) -> Span:
    """Where an annotated string stands; ``ValueError`` where it does not."""
    found = locate(text, words)
    if found is None:
        raise ValueError(f"no such words: {words!r}")
    return Span(*found)


def _event(text: str, one: dict[str, Any], row: dict[str, Any]) -> Event:
    anchor = span(text, one["anchor"])
    carriers = tuple(
        number for number, said in enumerate(row["statements"]) if any(span(text, words).covers(anchor) for words in said["content"])
    )
    return Event(
        anchor,
        one["type"],
        one["status"],
        one["mode"],
        _parties(text, one, "actor"),
        _parties(text, one, "recipient"),
        tuple(span(text, words) for words in one.get("place", ())),
        _times(text, one, "time"),
        tuple(span(text, words) for words in one.get("condition", ())),
        carriers,
        by="gold",
    )


def _deadline(text: str, one: dict[str, Any]) -> DeadlineMention:
    return DeadlineMention(
        span(text, one["anchor"]),
        one["status"],
        _parties(text, one, "setter"),
        _parties(text, one, "addressee"),
        tuple(span(text, words) for words in one.get("demand", ())),
        _times(text, one, "due"),
        tuple(span(text, words) for words in one.get("consequence", ())),
        by="gold",
    )


def _statement(text: str, one: dict[str, Any]) -> Statement:
    source = _parties(text, one, "source")
    chain = tuple(Source("person" if party.name else "anonymous", party.name, party.span.of(text), party.span) for party in source[:1])
    content = tuple(span(text, words) for words in one["content"])
    cue = span(text, one["cue"]) if one["cue"] else None
    return Statement(content, cue, source, _parties(text, one, "to"), chain=(*chain, Source("report")), by="gold")


def _parties(text: str, one: dict[str, Any], role: str) -> tuple[Party, ...]:
    return tuple(Party(span(text, words), name) for words, name in one.get(role, ()))


def _times(text: str, one: dict[str, Any], role: str) -> tuple[When, ...]:
    return tuple(_when(span(text, words), value) for words, value in one.get(role, ()))


def _when(at: Span, value: str) -> When:
    if value.startswith("P"):
        return When(at, at, "DURATION", value, by="gold")
    return When(at, at, "DATE", value, window=_window(value), by="gold")


def _window(value: str) -> Window | None:
    if not value:
        return None
    first, slash, last = value.partition("/")
    if not slash:
        return Window(_bound(first, False), _bound(first, True))
    return Window(_bound(first, False) if first else None, _bound(last, True) if last else None, role="AT" if first and last else "BY")


def _bound(value: str, last: bool) -> Bound:
    if "T" in value:
        return datetime.fromisoformat(value)
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
    year, month = parts[0], parts[1]
    if len(parts) == 2:
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, parts[2])
