"""The words of a report as story grouping reads them: lower case, pairs of capitalised words as one, without the outlet at the end."""

from __future__ import annotations

import re

LONGEST = 1200
"""So many characters of a report are read: what a story is about stands at its beginning."""

OUTLETS = re.compile(r"(?:\s*\([^()]{2,80}\)){1,6}\s*$")
WORD = re.compile(r"[^\W_]{1,40}(?:[-'’.][^\W_]{1,40}){0,4}")
FIRST = re.compile(r"(?:^|[.!?]\s+)\w+")
NAME = re.compile(r"[A-Z][\w'’-]{1,40}")
POSSESSIVE = re.compile(r"['’]s$")


def tokens(text: str) -> list[str]:
    """Words in their order, numbers left out; two capitalised words that follow each other also as one (``khyber_pakhtunkhwa``)."""
    found: list[str] = []
    before: tuple[str, int] | None = None
    for match in WORD.finditer(OUTLETS.sub("", text[:LONGEST])):
        word = POSSESSIVE.sub("", match.group())
        if word.isdigit():
            before = None
            continue
        low = word.lower().replace(".", "")
        found.append(low)
        if word[0].isupper() and before is not None and match.start() - before[1] <= 1:
            found.append(f"{before[0]}_{low}")
        before = (low, match.end()) if word[0].isupper() else None
    return found


def names(text: str) -> frozenset[str]:
    """Capitalised words that do not begin a sentence, lower case."""
    return frozenset(POSSESSIVE.sub("", word).lower() for word in NAME.findall(FIRST.sub("", OUTLETS.sub("", text[:LONGEST]))))
