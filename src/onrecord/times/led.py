"""Bounds that stand further off: "before a NATO deadline on September 11", "since a truce lapsed on October 2".

Which words such a bound reaches over no pattern can tell; the reader can. Where its expression begins with a bound, that bound holds
for the time at its end; where it leaves out a bound that only seemed to reach so far ("the January fighting" in "since the January
fighting"), the time is bare.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.nouns import Reading, Span
from onrecord.times.bounds import Bounded

ROLES = {
    "until": "UNTIL",
    "till": "UNTIL",
    "before": "BEFORE",
    "prior": "BEFORE",
    "ahead": "BEFORE",
    "by": "BY",
    "since": "FAR_SINCE",
    "after": "FAR_AFTER",
    "following": "FAR_AFTER",
    "beyond": "FAR_AFTER",
    "past": "FAR_AFTER",
}
FIRST = re.compile(r"\W*(" + "|".join(ROLES) + r")\b", re.I)


def led(text: str, reading: Reading, span: Span, phrase: Span, bounded: Bounded) -> tuple[Bounded, Span]:
    """The bound of the time at ``span`` and the whole of its expression, in the light of the reader's arcs to it.

    ``phrase`` is what ``bounded`` takes by the words beside the time alone. A day on which something is due stays that day: who stays
    "beyond the deadline of Friday" does not move it.
    """
    tails = [arc.tail for arc in reading.arcs if arc.role in ("time", "due") and arc.tail.overlaps(span)]
    far = [tail for tail in tails if tail.start < phrase.start and tail.end >= span.end and _bound(text, tail)]
    due = any(arc.role == "due" and arc.tail.overlaps(span) and not _bound(text, arc.tail) for arc in reading.arcs)
    if far and not due and bounded.role in ("AT", "IN", "DUE", "SINCE"):
        tail = min(far, key=len)
        return replace(bounded, role=_bound(text, tail), inclusive=True), tail
    if due and bounded.role == "AFTER":
        return replace(bounded, role="AT"), phrase
    if bounded.remote and tails and not any(_bound(text, tail) for tail in tails):
        return replace(bounded, role="AT", remote=False), phrase
    return bounded, phrase


def _bound(text: str, tail: Span) -> str:
    """The role of the bound that an expression begins with; "" where it begins with none."""
    word = FIRST.match(text, tail.start, tail.end)
    return ROLES[word[1].lower()] if word else ""
