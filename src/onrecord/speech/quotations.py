"""Where quotation marks open and close.

Straight, curly, doubled, single, low and angled marks; nested; reopened at each paragraph of a long quotation; left open by
mistake. A quotation never reaches beyond its paragraph: the next one either opens anew or the quotation is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.nouns import Span

MARK = re.compile(r"''|``|‘‘|’’|[\"“”„«»‹›‘’‚'`]")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", "``": "''", "‘‘": "’’", "`": "'"}
_STRAIGHT = {'"', "''", "'"}
_SINGLE = {"'", "’", "‘", "‚"}
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_BLANK = " \t\xa0\u200b\u200e\u200f\u202a\u202b\u202c"
DEPTH = 4


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """``outer`` with its marks, ``inner`` without; ``level`` 0 is outermost. ``closed``: its closing mark was found.

    ``resumed``: it goes on from an unclosed quotation at the end of the paragraph before.
    """

    outer: Span
    inner: Span
    level: int = 0
    closed: bool = True
    resumed: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Every quotation, in the order of the text, outer before inner; spans of quotations nest or are apart."""
    found: list[Quotation] = []
    pending = False
    for paragraph in paragraphs:
        here = _nested(sorted(_scan(text, paragraph), key=lambda q: (q.outer.start, -q.outer.end)))
        if here and pending and not text[paragraph.start : here[0].outer.start].strip(_BLANK):
            here[0] = replace(here[0], resumed=True)
        pending = any(not q.closed and q.level == 0 and q.outer.end == paragraph.end for q in here)
        found += here
    return tuple(found)


def _nested(found: list[Quotation]) -> list[Quotation]:
    """An unclosed quotation reaches at least as far as one that opens within it."""
    out: list[Quotation] = []
    for q in reversed(found):
        end = 0 if q.closed else _reach(out, q)
        longer = end > q.outer.end
        out.append(replace(q, outer=Span(q.outer.start, end), inner=Span(q.inner.start, end)) if longer else q)
    return out[::-1]


def _reach(after: Sequence[Quotation], q: Quotation) -> int:
    """How far those that open within it reach; ``after``: those that open behind it, the last one first."""
    inside = takewhile(lambda other: other.outer.start < q.outer.end, reversed(after))
    return max((other.outer.end for other in inside if other.outer.start > q.outer.start), default=0)


def _scan(text: str, paragraph: Span) -> Iterator[Quotation]:
    stack: list[_Open] = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        before, after = _around(text, paragraph, match)
        at = _closes(stack, match.group(), before, after)
        if at is not None:
            yield from (_unclosed(text, paragraph, opened, match.start(), depth) for depth, opened in enumerate(stack[at + 1 :], at + 1))
            opened = stack[at]
            del stack[at:]
            yield Quotation(Span(opened.start, match.end()), Span(opened.end, match.start()), at)
        elif _opens(stack, match.group(), before, after):
            stack.append(_Open(match.group(), match.start(), match.end()))
    for depth, opened in enumerate(stack):
        if opened.mark not in _SINGLE:
            yield _unclosed(text, paragraph, opened, paragraph.end, depth)


def _around(text: str, paragraph: Span, match: re.Match[str]) -> tuple[str, str]:
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return before, after


def _opens(stack: Sequence[_Open], mark: str, before: str, after: str) -> bool:
    if len(stack) >= DEPTH or after.isspace():
        return False
    free = not before.isalnum() and before not in ".,!?…%"
    if mark in _PAIRS:
        return mark not in _SINGLE or free
    if mark == "'":
        return free and after.isalnum() and not after.isdigit()
    return mark in _STRAIGHT and free


def _closes(stack: Sequence[_Open], mark: str, before: str, after: str) -> int | None:
    """Which open quotation the mark closes: the innermost that it fits."""
    if mark in _SINGLE and after.isalnum():
        return None
    for at in range(len(stack) - 1, -1, -1):
        opened = stack[at].mark
        if mark in _PAIRS.get(opened, "") or (mark == "''" and opened == "``"):
            return at
        if opened == mark and mark in _STRAIGHT and (not before.isspace() or after.isspace() or after in ",.;:)"):
            return at
        if {opened, mark} <= {'"', "“", "”"} and mark != "“" and not (after.isalnum() and before.isspace()):
            return at  # one mark curly, the other straight: a slip of the keyboard
    return None


def _unclosed(text: str, paragraph: Span, opened: _Open, limit: int, level: int) -> Quotation:
    """A quotation without its end: up to ``limit`` where it opens its paragraph, else to the end of its sentence."""
    end = limit
    if text[paragraph.start : opened.start].strip(_BLANK) and (stop := _SENTENCE_END.search(text, opened.end, limit)):
        end = stop.end()
    return Quotation(Span(opened.start, end), Span(opened.end, end), level, closed=False)


def outermost(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Those that lie in no other."""
    return tuple(q for q in quotations if q.level == 0)


def inside(quotations: Iterable[Quotation], offset: int) -> Quotation | None:
    """The outermost quotation that holds the character at ``offset``."""
    return next((q for q in quotations if q.level == 0 and q.outer.start <= offset < q.outer.end), None)


def is_utterance(text: str, quotation: Quotation) -> bool:
    """Whether words are quoted as speech, not as a scare quote or a title: many words, or an end of a sentence inside."""
    words = len(quotation.inner.of(text).split())
    return words >= 5 or (words >= 2 and text[quotation.inner.end - 1] in ",.?!…—") or not quotation.closed
