"""What the reader found, as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.nouns import Arc, Mark, Reading, Span
from onrecord.speech.draft import Draft, joined

FLOORS = {"source": 0.4, "content": 0.35, "to": 0.5, "via": 0.5}
"""Arcs below these scores are left out."""


def learned(reading: Reading) -> tuple[Draft, ...]:
    """A draft for each cue that has content."""
    return tuple(draft for mark in reading.layer("speech") if mark.label == "cue" and (draft := _draft(reading, mark)))


def _draft(reading: Reading, cue: Mark) -> Draft | None:
    roles = {role: _tails(reading.arcs_of(cue, role), floor) for role, floor in FLOORS.items()}
    if not roles["content"]:
        return None
    book = cue.trait("codebook")
    return Draft(
        joined(roles["content"]),
        cue.span,
        roles["source"],
        roles["to"],
        roles["via"],
        score=cue.score,
        by="reader",
        codebook=book.score if book else None,
    )


def _tails(arcs: Iterable[Arc], floor: float) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(_apart(sorted((arc for arc in arcs if arc.score >= floor), key=lambda arc: -arc.score))))


def _apart(arcs: Iterable[Arc]) -> Iterator[Span]:
    """The tails, best first, without those that overlap a better one."""
    kept: list[Span] = []
    for arc in arcs:
        if not any(arc.tail.overlaps(span) for span in kept):
            kept.append(arc.tail)
    return iter(sorted(kept))
