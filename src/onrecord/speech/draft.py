"""A statement in the making: which words are cue, source and content, and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.nouns import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """``content`` is in the order of the text.

    ``codebook``: probability that our codebook counts it as a statement, where the reader says.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: tuple[Span, ...] = ()
    to: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
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
        return replace(self, content=joined((*self.content, *more)))


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
    shared = sum(x.shared(y) for x in a for y in b)
    total = sum(map(len, a)) + sum(map(len, b)) - shared
    return shared / total if total else 0.0


def within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> float:
    """Which share of ``inner`` lies in ``outer``."""
    size = sum(map(len, inner))
    return sum(x.shared(y) for x in inner for y in outer) / size if size else 0.0
