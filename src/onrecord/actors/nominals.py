"""Descriptions of people that the reader did not mark: appositions to names ("X, a writer from Bergen,"), what a name is said to be
("X is a writer"), and "the boy".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.actors import heads
from onrecord.actors.people import Item
from onrecord.actors.words import Words
from onrecord.nouns import Span

LONGEST = 14
PEOPLE = heads.TITLES | heads.OFFICES | heads.SOMEBODY
ARTICLES = frozenset(("a", "an", "the"))
ENDS = (",", ".", ";", ":", "!", "?", "\n", ")", "(", "—", "–")


def nominals(words: Words, items: Iterable[Item]) -> Iterator[Span]:
    """The descriptions, each from its article or title to the comma or full stop that ends it."""
    for item in items:
        if item.figure and item.figure.kind == "person" and item.last + 2 < len(words.forms):
            at = item.last + 1
            apposed = words.gap(item.last) == ", " and (words.lowers[at] in ARTICLES or words.lowers[at] in PEOPLE)
            said = words.lowers[at] in heads.BEING and words.lowers[at + 1] in ARTICLES and words.gap(item.last) == " "
            if apposed or said:
                yield from _until_stop(words, at + said)
    for at in range(1, len(words.forms) - 1):
        if words.lowers[at] in heads.SOMEBODY and words.lowers[at - 1] == "the" and words.gap(at - 1) == " ":
            after = words.lowers[at + 1]
            if words.gap(at)[:1] in ENDS or after in heads.VERBS or after in heads.SAYING or after in ("who", "and", "to", "in", "on"):
                yield words.span(at - 1, at)


def _until_stop(words: Words, first: int) -> Iterator[Span]:
    for last in range(first, min(first + LONGEST, len(words.forms) - 1)):
        low = words.lowers[last]
        if low in heads.SAYING or low in heads.VERBS or low in ("who", "which", "that"):
            return
        gap = words.gap(last)
        if gap.strip(" \"'”’")[:1] in ENDS and gap.strip() and not (gap[0] == "." and len(words.forms[last]) < 3):
            if any(words.lowers[at] in PEOPLE for at in range(first, last + 1)):
                yield words.span(first, last)
            return
