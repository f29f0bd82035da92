"""A statement in the making: which words are cue, source and content, and how sure we are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from onrecord.nouns import Span

_FEW = 8
"""So many spans are gone through as quickly as they are looked up."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``content`` is in the order of the text.

    ``handed``: relays that its sentence does not name, but the one before: links of the chain, no words of this statement.
    ``codebook``: probability that our codebook counts it as a statement, where the reader says.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: tuple[Span, ...] = ()
    to: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    handed: tuple[Span, ...] = ()
    act: str = ""
    score: float = 1.0
    by: str = ""
    codebook: float | None = None

    @property
    def extent(self) -> Span:
        """From the first to the last character of the content."""
        return self.content[0].join(self.content[-1])

    def with_content(self, *more: Span) -> Draft:
        """The same with further content, in order, overlaps joined."""
        follows = bool(more) and more[0].start >= self.content[-1].end
        return replace(self, content=(*self.content, *joined(more)) if follows else joined((*self.content, *more)))


def joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """In order of the text, those that overlap made one."""
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and span.start < out[-1].end:
            out[-1] = out[-1].join(span)
        else:
            out.append(span)
    return tuple(out)


def overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> float:
    """Shared characters as a share of all, Jaccard's coefficient over two sets of spans."""
    shared = _shared(a, b)
    total = sum(map(len, a)) + sum(map(len, b)) - shared
    return shared / total if total else 0.0


def within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> float:
    """Which share of ``inner`` lies in ``outer``."""
    size = sum(map(len, inner))
    return _shared(inner, outer) / size if size else 0.0


def _shared(a: tuple[Span, ...], b: tuple[Span, ...]) -> int:
    """Characters that both hold; those of a long content are looked up, not gone through."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    if len(many) <= _FEW:
        return sum(x.shared(y) for x in few for y in many)
    return sum(_in(one, many) for one in few)


def _in(one: Span, spans: tuple[Span, ...]) -> int:
    """What it shares with spans that are in the order of the text and apart."""
    first = max(bisect_left(spans, one.start, key=_start) - 1, 0)
    return sum(one.shared(span) for span in spans[first : bisect_left(spans, one.end, key=_start)])


def _start(span: Span) -> int:
    return span.start
