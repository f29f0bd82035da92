"""Under-specified points of the calendar: a Wednesday, last week, three days ago, the end of May, Tuesday at 6 p.m."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.times import calendar as cal
from onrecord.times import timex
from onrecord.times.calendar import Interval, Repeating, Unit
from onrecord.times.context import Context, Resolved, Time

PUBLICATION, MENTION, HERE = "publication", "mention", "here"


def placed(found: Interval, grain: str, basis: str, directed: bool = False) -> Resolved:
    """A stretch of whole days as a DATE."""
    return Resolved("DATE", timex.value(found, grain), "", found.first, found.last, grain, basis, found, directed)


def unplaced(grain: str, value: str = "", basis: str = "unknown") -> Resolved:
    """A DATE that no calendar day can be given for."""
    return Resolved("DATE", value or timex.UNKNOWN.get(grain, "XXXX-XX-XX"), grain=grain, basis=basis)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date with its year: "17 January 2025", "2024", "the 1990s"."""

    found: Interval
    grain: str

    def at(self, context: Context) -> Resolved:  # noqa: ARG002
        """Itself."""
        return placed(self.found, self.grain, "absolute")


@dataclass(frozen=True, slots=True)
class Written:
    """A date that the calendar here does not reach: "480 BC" is ``BC0480``."""

    value: str
    grain: str = "year"

    def at(self, context: Context) -> Resolved:  # noqa: ARG002
        """Its value alone."""
        return Resolved("DATE", self.value, grain=self.grain)


@dataclass(frozen=True, slots=True)
class Pick:
    """One of a repeating thing: "Friday" (``which`` is ""), "last Friday", "this May", "next summer", "the following Monday"."""

    what: Repeating
    which: str = ""

    def at(self, context: Context) -> Resolved:
        """Which one: by direction where nothing says it."""
        found = self._found(context)
        if found is None:
            return unplaced(self.what.grain, self.what.code)
        basis = MENTION if self.which in ("previous", "following") or (context.told and not self.which) else PUBLICATION
        resolved = placed(found, self.what.grain, basis, directed=not self.which)
        return replace(resolved, weekday=self.what.inside is cal.WEEK and self.what.grain == "day")

    def _found(self, context: Context) -> Interval | None:
        if not self.which:
            return context.pick(self.what)
        if self.which == "told":
            return self._told(context)
        if self.which in ("previous", "following"):
            base = context.anchor or (cal.one_day(context.day) if context.day else None)
            return (self.what.before(base.first) if self.which == "previous" else self.what.after(base.last)) if base else None
        return self._from(context, context.day or (context.anchor.first if context.anchor and context.told else None))

    def _told(self, context: Context) -> Interval | None:
        """A quarter or half: the latest that was over, or under way, unless the clause looks ahead."""
        if context.day is None or context.told:
            return context.pick(self.what)
        over, now = self.what.before(context.day), self.what.this(context.day)
        return now if now and now.first <= context.day else over if context.lean <= 0 else now

    def _from(self, context: Context, day: date | None) -> Interval | None:
        if day is None:
            return None
        if self.which == "last":
            return self.what.before(day)
        if self.which == "coming":
            return self.what.after(day)
        if self.which == "this":
            found = self.what.this(day)
            return self.what.next(day) if found and found.last < day and context.lean > 0 else found
        if self.what.inside is cal.WEEK:
            week = cal.WEEK.at(day, 1)
            return self.what.pick(week) if week else None
        return self.what.after(day)


@dataclass(frozen=True, slots=True)
class Known:
    """A day that is known by its date alone in what came after it: "the October 7 attack"; before it, the day that ``plain`` picks."""

    day: date
    plain: Pick

    def at(self, context: Context) -> Resolved:
        """That day, in a report of a later one."""
        known = context.day is not None and context.day > self.day
        return placed(cal.one_day(self.day), "day", "absolute") if known else self.plain.at(context)


@dataclass(frozen=True, slots=True)
class Near:
    """The unit that holds a day, or one some units on: "this week" (0), "next month" (1), "that year" (0 from the latest mention)."""

    unit: Unit
    shift: int = 0
    basis: str = PUBLICATION
    grain: str = ""

    def at(self, context: Context) -> Resolved:
        """The unit of the publication day or of the latest mention."""
        grain = self.grain or self.unit.name
        if self.unit.clock:
            return unplaced("day", "PRESENT_REF")
        base = self._base(context)
        if self.basis == MENTION and context.anchor and self.shift > 0 and self.unit is cal.DAY:
            base = context.anchor.last
        found = self.unit.at(base, self.shift) if base else None
        return placed(found, grain, self.basis) if found else unplaced(grain)

    def _base(self, context: Context) -> date | None:
        told = context.tale and context.anchor is not None and self.unit is not cal.DAY
        if not told and (self.basis == PUBLICATION or (self.basis == HERE and not _on_a_day(context))):
            return context.day
        return context.anchor.first if context.anchor else context.day


def _on_a_day(context: Context) -> bool:
    """Whether the paragraph has named a day: "On July 14 ... at noon"; a week or a month has no noon."""
    return context.local and context.anchor is not None and len(context.anchor) == 1


AGO_GRAIN = {"decade": "year", "century": "year", "fortnight": "week", "weekend": "weekend"}


@dataclass(frozen=True, slots=True)
class Shifted:
    """Some units before or after a day: "three weeks ago", "two days later", "the day after Friday".

    The TIMEX3 value is at the unit's grain (weeks ago: a week; hours later: the amount itself); the window is the exact day for days and
    weeks. ``amount`` ``None``: "weeks ago". ``most``: the longer end of "10 or 12 days from now".
    """

    amount: float | None
    unit: Unit
    sign: int
    basis: str = PUBLICATION
    base: Time | None = None
    most: float | None = None

    def at(self, context: Context) -> Resolved:
        """The day (week, month, year) that lies so far off."""
        grain = AGO_GRAIN.get(self.unit.name, self.unit.name)
        if self.amount is None:
            return unplaced(grain, "PAST_REF" if self.sign < 0 and not self.unit.clock else timex.duration(None, self.unit))
        start = self._start(context)
        day = self.unit.plus(start, self.sign * self.amount) if start and self.amount < 10_000 else None
        if day is None:
            return unplaced("day" if self.unit.clock else grain)
        basis = MENTION if self.base else self.basis
        if self.unit is cal.YEAR and self.amount == 1 and self.base is None and context.grain == "quarter" and context.anchor:
            quarter = cal.QUARTER.at(context.anchor.first, 4 * self.sign)
            return placed(quarter, "quarter", MENTION) if quarter else unplaced("quarter")
        found = self._placed(day, grain, basis)
        far = self.unit.plus(start, self.sign * self.most) if start and self.most and self.most < 10_000 else None
        if far is None or found.days is None:
            return found
        days = found.days.join(cal.one_day(far))
        return replace(found, first=days.first, last=days.last, days=days)

    def _placed(self, day: date, grain: str, basis: str) -> Resolved:
        if self.unit.clock:
            found = placed(cal.one_day(day), "day", basis)
            counted = basis == MENTION and self.base is None
            return replace(found, type="DURATION", value=timex.duration(self.amount, self.unit)) if counted else found
        exact = self.unit.name in ("day", "week", "fortnight")
        if exact and self.base:
            return placed(cal.one_day(day), "day", basis)
        whole = cal.one_day(day) if exact else (cal.YEAR if grain == "year" else self.unit).at(day)
        whole = whole or cal.one_day(day)
        wide = cal.WEEK.at(day) if grain == "week" else whole
        return replace(placed(whole, grain, basis), value=timex.value(wide or whole, grain))

    def _start(self, context: Context) -> date | None:
        if self.base is not None:
            found = self.base.at(context)
            days = found.days if found else None
            return (days.last if self.sign > 0 else days.first) if days else None
        if self.basis == MENTION:
            return (context.anchor.last if self.sign > 0 else context.anchor.first) if context.anchor else context.day
        return context.day
