"""Things by where they stand in a text, so that looking around a place costs the same in a long text as in a short one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from onrecord.nouns.span import Span

Thing = TypeVar("Thing")
_BLOCK = 256
"""Characters to a block: about two sentences."""


class Places(Generic[Thing]):
    """Things with their spans; what overlaps a span is found through the blocks of the text that it touches."""

    __slots__ = ("_blocks", "_count")

    def __init__(self, things: Iterable[tuple[Span, Thing]] = ()) -> None:
        self._blocks: defaultdict[int, list[tuple[int, Span, Thing]]] = defaultdict(list)
        self._count = 0
        for span, thing in things:
            self.add(span, thing)

    def add(self, span: Span, thing: Thing) -> None:
        """Put one more thing at its place."""
        for block in _touched(span):
            self._blocks[block].append((self._count, span, thing))
        self._count += 1

    def over(self, span: Span) -> Iterator[Thing]:
        """The things that share a character with ``span``, in the order in which they were given."""
        found = {entry[0]: entry for block in _touched(span) for entry in self._blocks.get(block, ())}
        return (found[order][2] for order in sorted(found) if found[order][1].overlaps(span))


def _touched(span: Span) -> range:
    return range(span.start // _BLOCK, max(span.end - 1, span.start) // _BLOCK + 1)
