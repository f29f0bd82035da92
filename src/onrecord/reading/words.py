"""Words of a text, as the reader sees them: code-point spans, each with a shape feature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.nouns.span import Span

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*"  # 1,000  3.5  18:00
    r"|[^\W\d_]+(?=n['’]t\b)|n['’]t\b"  # do n't
    r"|['’](?:s|re|ve|ll|d|m)\b"  # Russia 's
    r"|\w+|[^\w\s]",
    re.IGNORECASE,
)

SHAPES = 8
"""Number of shape features: lower, Title, UPPER, mixed; each outside and inside quotation marks."""

_OPENING = "“«"
_CLOSING = "”»"


def find_words(text: str) -> tuple[Span, ...]:
    """Every word and punctuation mark of ``text``, in order, none overlapping; white space belongs to none."""
    return tuple(Span(*match.span()) for match in WORD.finditer(text))


def case_of(word: str) -> int:
    """0 lower case or no letters, 1 Title, 2 UPPER (two letters and more), 3 mixed."""
    if word == word.lower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:] == word[1:].lower()):
        return 1
    return 2 if word == word.upper() else 3


def shapes_of(text: str, words: Sequence[Span], starts: Sequence[bool]) -> list[int]:
    """One feature in ``range(SHAPES)`` a word: its case, plus 4 inside quotation marks.

    ``starts`` says which words open a paragraph: a quotation that nobody closed ends there, since newspapers
    open each paragraph of a long quotation anew.
    """
    shapes: list[int] = []
    inside = False
    for word, first in zip(words, starts, strict=True):
        form = text[word.start : word.end]
        if first:
            inside = False
        if form in _OPENING:
            inside = True
        elif form in _CLOSING:
            inside = False
        elif form == '"':
            inside = not inside
        shapes.append(case_of(form) + (4 if inside else 0))
    return shapes
