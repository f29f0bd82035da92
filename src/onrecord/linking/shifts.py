"""By how much a plan is moved where no new day is told: "two weeks later than planned", "by three days", "another 48 hours"."""

from __future__ import annotations

import re
from datetime import timedelta

UNITS = {"hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0, "month": 720.0}
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
ONE = frozenset({"a", "an", "another"})

AMOUNT = re.compile(
    rf"\b(?P<before>by |by another |held |take place |meet |start |begin |open |due |run out |expire )?"
    rf"(?P<count>an?|another|{'|'.join(COUNTS)}|\d{{1,3}})[ -]"
    rf"(?P<more>(?:more|extra|additional|further) )?(?P<more_of>(?:{'|'.join(COUNTS)}|\d{{1,3}}) )?"
    rf"(?P<unit>{'|'.join(UNITS)})s?\b(?P<after> (?:earlier|later|sooner)\b(?P<than> than\b)?)?"
)
"""A count of units with the words about it that make it a shift."""

EARLIER = re.compile(r"\b(?:earlier|sooner|forward|shorten\w*|cut|reduc\w+|tighten\w*|advanc\w+)\b")
MOST = 366
"""Days: a longer shift is none."""


def shift(text: str) -> timedelta | None:
    """How much later (earlier, if negative) ``text`` puts what it speaks of; ``None`` where it tells no shift."""
    low = text.lower()
    for match in AMOUNT.finditer(low):
        if _is_shift(match):
            days = _number(match["count"]) * _number(match["more_of"]) * UNITS[match["unit"]] / 24
            if 0 < days <= MOST:
                return timedelta(days=-days if EARLIER.search(match["after"] or low) else days)
    return None


def is_amount(words: str) -> bool:
    """Whether the words of a time tell a shift only, so that no calendar can place them: "by two weeks", "two days earlier"."""
    return any(_is_shift(match) or match["after"] for match in AMOUNT.finditer(words.lower()))


def _is_shift(match: re.Match[str]) -> bool:
    before, after = match["before"] or "", match["after"] or ""
    if before.startswith("by ") or match["more"] or match["count"] == "another":
        return not after or bool(match["than"]) or before.startswith("by ")
    return bool(after and (before or match["than"]))


def _number(words: str | None) -> int:
    """What a word or figure counts, 1 for an article and for nothing."""
    word = (words or "one").strip()
    return 1 if word in ONE else COUNTS.get(word) or int(word)
