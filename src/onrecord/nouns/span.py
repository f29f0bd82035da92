"""Where in a text: the one coordinate system of the house."""

from __future__ import annotations

from typing import NamedTuple


class _Ends(NamedTuple):
    start: int
    end: int


class Span(_Ends):
    """A stretch of ``Report.text`` in Unicode code points, ``end`` exclusive.

    A pair, because spans are sorted and looked up more than all else: pairs compare and hash at the speed of the interpreter itself.
    Raises ``ValueError`` where ``start`` is negative or after ``end``.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Span:
        if not 0 <= start <= end:
            raise ValueError(f"no such span: {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span names in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """How many characters both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: Span) -> bool:
        """Whether the spans share a character."""
        return self.shared(other) > 0

    def distance(self, other: Span) -> int:
        """Characters between the spans; 0 where they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    def join(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The same stretch ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str, away: str = " \t\r\n") -> Span:
        """The span without the characters of ``away`` at either end."""
        start, end = self.start, self.end
        while start < end and text[start] in away:
            start += 1
        while end > start and text[end - 1] in away:
            end -= 1
        return Span(start, end)
