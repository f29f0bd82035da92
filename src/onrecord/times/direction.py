"""Which way a bare weekday, month or date looks: past, same day or future, from the clause that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.nouns import Reading, Span

FUTURE_STATUS = frozenset(("planned", "proposed", "demanded", "threatened", "possible", "postponed", "hypothetical"))
PAST_STATUS = frozenset(("happened",))


@dataclass(frozen=True, slots=True)
class Direction:
    """``way``: ``past``, ``future`` or "" where nothing tells; ``sure`` in [0, 1]; ``why`` names the cue."""

    way: str = ""
    sure: float = 0.5
    why: str = "default"


MODAL = re.compile(
    r"\b(?:will|shall|would|'ll|won't|going to|is to|are to|to be|plans?|planned|expected?|expects|scheduled|slated|set|due|may|might|could|can|must|should|"
    r"next|upcoming|hopes?|intends?|deadline|ultimatum|until|by)\b",
    re.I,
)


def direction(text: str, reading: Reading, span: Span, role: str) -> Direction:
    """The direction of the time at ``span``, which stands under a bound of that role."""
    told = _by_status(reading, span)
    if told:
        return told
    if role in ("BY", "UNTIL", "BEFORE", "EARLIEST", "FROM"):
        return Direction("future", 0.8, "bound")
    if role == "SINCE":
        return Direction("past", 0.95, "since")
    left = text[max(0, span.start - 60) : span.start]
    left = re.split(r"[.;!?\n]\s", left)[-1]
    right = re.split(r"[.;!?\n]", text[span.end : span.end + 50])[0]
    if re.search(r"\b(?:will|shall|would|going to|(?:is|are) to|scheduled|slated|due|expected|set|planned|plans|may|might|could|must|should)\b[^.]{0,50}$", left):
        return Direction("future", 0.8, "modal")
    if re.match(r"\s*(?:,|and|or)?[^.,]{0,30}\b(?:will|would|is to|are to)\b", right):
        return Direction("future", 0.7, "modal")
    return Direction("", 0.5)


def _by_status(reading: Reading, span: Span) -> Direction | None:
    for arc in reading.arcs:
        if arc.role in ("time", "due") and arc.tail.overlaps(span):
            status = arc.head.trait("status")
            name = status.name if status else ""
            if arc.role == "due":
                return Direction("past" if name in ("missed",) else "future", 0.9, "deadline")
            if name in FUTURE_STATUS:
                return Direction("future", 0.9, name)
            if name in PAST_STATUS:
                return Direction("past", 0.9, name)
    return None
