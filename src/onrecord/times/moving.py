"""Deadlines that are moved: "extended by a week", "pushed back his deadline by 48 hours", "brought forward by two days"."""

from __future__ import annotations

import re

from onrecord.nouns import Span

REACH = 100
LATER = re.compile(
    r"\b(?:extend|prolong|lengthen|postpon|delay|defer|(?:push|mov|put|set|shift)\w*(?=\s+(?:[\w’'-]+\s+){0,4}(?:back|off)\b))"
    r"[^.;]{0,80}\bby\s+(?:about\s+)?$",
    re.I,
)
SOONER = re.compile(
    r"\b(?:br[io]\w*|mov\w*|shift\w*)\b[^.;]{0,60}\bforward\b[^.;]{0,60}\bby\s+$|\bshorten\w*\b[^.;]{0,80}\bby\s+$",
    re.I,
)


ANEW = re.compile(
    r"\b(?:extend|prolong|lengthen|postpon|delay|defer|reschedul|mov|push|put|brought|bring|shift)\w*\b[^.;]{0,60}\b(?:to|until|from)\s+$",
    re.I,
)


def anew(before: str) -> bool:
    """Whether the day that follows is the new one of something that is moved: "extended the deadline by a month, to 30 June"."""
    return ANEW.search(before[-REACH:]) is not None


def moved(text: str, span: Span) -> int:
    """Which way the amount at ``span`` moves a deadline: 1 later, -1 sooner, 0 where it moves none."""
    before = text[max(0, span.start - REACH) : span.start]
    return 1 if LATER.search(before) else -1 if SOONER.search(before) else 0
