"""The words that prove an entry, in the sentence that holds them."""

from __future__ import annotations

import re

from onrecord.ledger.rows import Excerpt
from onrecord.nouns import Evidence, Span

END = re.compile(r"[.!?]['\"’”»)\]]{0,3}(?=\s)|\n")
"""Where a sentence may end; good enough for showing, nothing is decided by it."""

ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|St|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\.$")

REACH = 600
"""Characters to look at on either side; a longer sentence is cut there."""


def excerpt(text: str, evidence: Evidence) -> Excerpt:
    """The sentence (or as many as it takes) that holds the evidence, without the white space around it."""
    span = evidence.span
    start, end = _start(text, span.start), _end(text, span.end)
    whole = Span(start, end).trim(text)
    if not whole.covers(span):
        whole = whole.join(span)
    return Excerpt(evidence, whole.of(text), span.shift(-whole.start))


def _start(text: str, at: int) -> int:
    first = max(0, at - REACH)
    ends = [found.end() for found in END.finditer(text, first, at) if not _inside(text, found)]
    return ends[-1] if ends else first


def _end(text: str, at: int) -> int:
    last = min(len(text), at + REACH)
    found = (match for match in END.finditer(text, max(0, at - 1), last) if match.end() >= at and not _inside(text, match))
    return next((match.end() for match in found), last)


def _inside(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop only shortens a word."""
    return match.group() == "." and ABBREVIATION.search(text, max(0, match.end() - 8), match.end()) is not None
