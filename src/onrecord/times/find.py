"""The verb of the room: all the times of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp
from typing import cast

from onrecord.nouns import Reading, Report, Span, When, Window
from onrecord.times import bounds, moving, words
from onrecord.times.bounds import Bounded
from onrecord.times.calendar import MONTH, Interval
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.direction import Direction, direction
from onrecord.times.led import led
from onrecord.times.memory import Memory
from onrecord.times.parse import TIMES, parse
from onrecord.times.points import MENTION, Pick
from onrecord.times.quoted import Quotations, speech_day
from onrecord.times.stretches import Apart, Lasting
from onrecord.times.words import Line

AHEAD = 9.0


def find(report: Report, reading: Reading) -> tuple[When, ...]:
    """Every time expression of the report in the order of the text, resolved against its day of publication and its own mentions.

    The reading may be empty; its marks and arcs, where it has them, decide the direction of bare weekdays and dates, and that a duration
    is one within which something is due.
    """
    lines = [parse(line) for line in words.lines(report.text)]
    room = Room(report, reading, Memory.of(lines, report.published.day), Quotations.of(report.text))
    return tuple(when for line in lines for when in room.read(line))


@dataclass(frozen=True, slots=True)
class Room:
    """One report being read, with what it has mentioned so far."""

    report: Report
    reading: Reading
    memory: Memory
    quotations: Quotations

    def read(self, line: Line) -> Iterator[When]:
        """The times of one parsed line, in its order; those that hang on another of their sentence are resolved last."""
        self.memory.turn()
        found: dict[int, When] = {}
        bounded = {at: bounds.bound(line, at) for at, word in enumerate(line.words) if word.kind in TIMES}
        firsts = {bound.partner: at for at, bound in bounded.items() if bound.partner >= 0}
        for at in sorted(bounded, key=lambda at: (_waits(line.words[at].value), at)):
            when = self._when(line, bounded[at], at, _from(found.get(firsts.get(at, -1))))
            found |= {at: when} if when else {}
        for at, bound in bounded.items():
            if at in found and bound.partner in found:
                found[at] = _joined(found[at], found[bound.partner])
        return (found[at] for at in sorted(found))

    def _when(self, line: Line, bounded: Bounded, at: int, first: date | None) -> When | None:
        word = line.words[at]
        span, time = Span(word.start, word.end), cast("Time", word.value)
        bounded, phrase = led(self.report.text, self.reading, span, line.span(bounded.first, bounded.last), bounded)
        way = direction(self.report.text, self.reading, span, bounded.role)
        found = self._resolved(line, span, time, way)
        if found and first and found.days and found.days.first < first and isinstance(time, Pick):
            found = time.at(Context(first, AHEAD))
        if found is None:
            return None
        if not (self.memory.told and found.grain == "year" and way.lean > 1):  # a year only planned for is not the one told of
            self.memory.keep(found, time, span, bounded.role, way.due or bounded.role in ("BY", "UNTIL", "DUE"))
        role = bounds.role_of(bounded.role, found, way)
        moved = self._moved(span, time) if role == "BY" else None
        window = moved or bounds.window(found, role, way.lean, bounded.inclusive)
        certainty = round(1 / (1 + exp(-abs(way.lean) - 0.5)), 2) if found.directed else 1.0
        return When(span, phrase, found.type, found.value, found.mod, window, certainty, word.by)

    def _moved(self, span: Span, time: Time) -> Window | None:
        """ "extended its Friday deadline by a week": by when it is due now, where the report names the day that it moves."""
        way = moving.moved(self.report.text, span)
        base = self.memory.beside(self.report.text, span, 1) or self.memory.owed
        if not way or base is None or not isinstance(time, Lasting) or time.amount is None:
            return None
        day = time.unit.plus(base.last, way * time.amount)
        return Window(None, day, "day", "BY", "mention") if day else None

    def _resolved(self, line: Line, span: Span, time: Time, way: Direction) -> Resolved | None:
        context = self.memory.context(self.report.published.day, way.lean, span)
        beside = self.memory.beside(self.report.text, span, _near_enough(time)) if isinstance(time, Apart | Lasting) else None
        if isinstance(time, Apart):
            context = replace(context, anchor=beside or context.anchor)
        if again := self.memory.again(time):
            context = replace(context, anchor=again, grain="day", local=True)
        quote = self.quotations.around(span)
        spoken = speech_day(self.report.text, line, quote, context) if quote else None
        if isinstance(time, Lasting) and beside and context.day and beside.last < context.day and not time.reach:
            spoken = spoken or beside
        found = _between(time, context, spoken) if spoken else time.at(context)
        return replace(found, basis=MENTION) if found and spoken and found.type == "DURATION" else found


def _waits(time: object) -> bool:
    """Whether a time hangs on another of its sentence, wherever that stands: "24 hours on Thursday"; months compare by themselves."""
    return isinstance(time, Apart) or (isinstance(time, Lasting) and time.unit is not MONTH)


def _near_enough(time: Apart | Lasting) -> int:
    """Days that a time beside may have for another to count from it: hours count from a day, days from a week, months from a month."""
    if isinstance(time, Lasting) and (time.unit.clock or time.unit.days):
        return 1 if time.unit.clock else 7
    return 31


def _between(time: Time, context: Context, spoken: Interval) -> Resolved | None:
    """The time as seen from the day of the speech; where only a stretch is known that holds that day, as wide as it must be."""
    first = time.at(replace(context, day=spoken.first))
    last = time.at(replace(context, day=spoken.last))
    if first is None or last is None or first == last:
        return first
    ahead = first.ahead and last.ahead and first.ahead.join(last.ahead)
    value = first.value if first.type == "DURATION" else "XXXX-XX-XX"
    return replace(first, value=value, last=last.last, days=None, ahead=ahead)


def _from(first: When | None) -> date | None:
    """The day from which the other end of a stretch is looked for."""
    begin = first.window.earliest if first and first.window else None
    return begin.date() if isinstance(begin, datetime) else begin


def _joined(first: When, last: When) -> When:
    window = bounds.joined(first.window, last.window) if first.window and last.window else None
    return replace(first, window=window) if window else first
