"""The verb of the room: all the times of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import exp
from typing import cast

from onrecord.nouns import Reading, Report, Span, When
from onrecord.times import bounds, words
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.direction import direction
from onrecord.times.memory import Memory
from onrecord.times.parse import TIMES, parse
from onrecord.times.words import Line, Word


def find(report: Report, reading: Reading) -> tuple[When, ...]:
    """Every time expression of the report in the order of the text, resolved against its day of publication and its own mentions.

    The reading may be empty; its marks and arcs, where it has them, decide the direction of bare weekdays and dates.
    """
    lines = [parse(line) for line in words.lines(report.text)]
    room = Room(report, reading, Memory.of(lines, report.published.day))
    return tuple(when for line in lines for when in room.read(line))


@dataclass(frozen=True, slots=True)
class Room:
    """One report being read, with what it has mentioned so far."""

    report: Report
    reading: Reading
    memory: Memory

    def read(self, line: Line) -> Iterator[When]:
        """The times of one parsed line."""
        self.memory.turn()
        found: dict[int, When] = {}
        pairs: list[tuple[int, int]] = []
        for at, word in enumerate(line.words):
            if word.kind in TIMES:
                bounded = bounds.bound(line, at)
                when = self._when(line, bounded, word)
                found |= {at: when} if when else {}
                pairs += [(at, bounded.partner)] if bounded.partner >= 0 else []
        for first, last in pairs:
            if first in found and last in found:
                found[first] = _joined(found[first], found[last])
        return iter(found.values())

    def _when(self, line: Line, bounded: bounds.Bounded, word: Word) -> When | None:
        span = Span(word.start, word.end)
        way = direction(self.report.text, self.reading, span, bounded.role)
        time = cast("Time", word.value)
        found = time.at(self._context(way.lean))
        if found is None:
            return None
        self.memory.keep(found, time)
        phrase = line.span(bounded.first, bounded.last)
        window = bounds.window(found, bounded.role, way.lean)
        return When(span, phrase, found.type, found.value, found.mod, window, _certainty(found, way.lean), word.by)

    def _context(self, lean: float) -> Context:
        memory = self.memory
        return Context(self.report.published.day, lean, memory.anchor, memory.grain, memory.quarter, memory.told, memory.local)


def _joined(first: When, last: When) -> When:
    window = bounds.joined(first.window, last.window) if first.window and last.window else None
    return replace(first, window=window) if window else first


def _certainty(found: Resolved, lean: float) -> float:
    return round(1 / (1 + exp(-abs(lean) - 0.5)), 2) if found.directed else 1.0
