"""The verb of the room: all the times of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from onrecord.nouns import Reading, Report, Span, When
from onrecord.times import bounds, words
from onrecord.times.calendar import Interval
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.direction import direction
from onrecord.times.parse import TIMES, parse
from onrecord.times.words import Line


def find(report: Report, reading: Reading) -> tuple[When, ...]:
    """Every time expression of the report in the order of the text, resolved against its day of publication and its own mentions.

    The reading may be empty; its marks, arcs and tags, where it has them, decide the direction of bare weekdays and dates.
    """
    memory = Memory()
    return tuple(when for line in words.lines(report.text) for when in _of_line(report, reading, parse(line), memory))


@dataclass(slots=True)
class Memory:
    """The latest mention on the calendar, from which "the next day" counts."""

    anchor: Interval | None = None
    grain: str = ""
    years: list[int] = field(default_factory=list)

    def keep(self, found: Resolved) -> None:
        """Remember a mention that has a place of its own."""
        if found.days and found.type in ("DATE", "TIME"):
            self.anchor, self.grain = found.days, found.grain


def _of_line(report: Report, reading: Reading, line: Line, memory: Memory) -> Iterator[When]:
    for at, word in enumerate(line.words):
        if word.kind not in TIMES:
            continue
        bounded = bounds.bound(line, at)
        span = Span(word.start, word.end)
        way = direction(report.text, reading, span, bounded.role)
        found = cast("Time", word.value).at(Context(report.published.day, way.way, way.sure, memory.anchor, memory.grain))
        if found is None:
            continue
        memory.keep(found)
        yield When(
            span,
            line.span(bounded.first, bounded.last),
            found.type,
            found.value,
            found.mod,
            bounds.window(found, bounded.role, report.published.day),
            way.sure if found.directed else 1.0,
            word.by,
        )
