"""Under-specified points of the calendar: a Wednesday, last week, three days ago, the end of May, Tuesday at 6 p.m."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import cast

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

    def at(self, context: Context) -> Resolved:
        """Itself."""
        return placed(self.found, self.grain, "absolute")


@dataclass(frozen=True, slots=True)
class Written:
    """A date that the calendar here does not reach: "480 BC" is ``BC0480``."""

    value: str
    grain: str = "year"

    def at(self, context: Context) -> Resolved:
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

    def _from(self, context: Context, day: cal.date | None) -> Interval | None:
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


    def _base(self, context: Context) -> cal.date | None:
        told = context.tale and context.anchor is not None and self.unit is not cal.DAY
        if not told and (self.basis == PUBLICATION or (self.basis == HERE and not context.local)):
            return context.day
        return context.anchor.first if context.anchor else context.day


AGO_GRAIN = {"decade": "year", "century": "year", "fortnight": "week", "weekend": "weekend"}


@dataclass(frozen=True, slots=True)
class Shifted:
    """Some units before or after a day: "three weeks ago", "two days later", "the day after Friday".

    The TIMEX3 value is at the unit's grain (weeks ago: a week); the window is the exact day for days and weeks. ``amount`` ``None``:
    "weeks ago". ``most``: the longer end of "10 or 12 days from now".
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
            return unplaced(grain, "PAST_REF" if self.sign < 0 and self.basis == PUBLICATION else timex.duration(None, self.unit))
        start = self._start(context)
        day = self.unit.plus(start, self.sign * self.amount) if start and self.amount < 10_000 else None
        if day is None:
            return unplaced("day" if self.unit.clock else grain)
        basis = "event" if self.base else self.basis
        if self.unit is cal.YEAR and self.amount == 1 and self.base is None and context.grain == "quarter" and context.anchor:
            found = cal.QUARTER.at(context.anchor.first, 4 * self.sign)
            return placed(found, "quarter", MENTION) if found else unplaced("quarter")
        found = self._placed(day, grain, basis)
        far = self.unit.plus(start, self.sign * self.most) if start and self.most and self.most < 10_000 else None
        if far is None or found.days is None:
            return found
        days = found.days.join(cal.one_day(far))
        return replace(found, first=days.first, last=days.last, days=days)

    def _placed(self, day: cal.date, grain: str, basis: str) -> Resolved:
        if self.unit.clock:
            return placed(cal.one_day(day), "day", basis)
        if self.unit.name in ("day", "week", "fortnight") and self.base:
            return placed(cal.one_day(day), "day", basis)
        whole = cal.Interval(day, day) if self.unit.name in ("day", "week", "fortnight") else (cal.YEAR if grain == "year" else self.unit).at(day)
        whole = whole or cal.one_day(day)
        wide = cal.WEEK.at(day) if grain == "week" else whole
        return replace(placed(whole, grain, basis), value=timex.value(wide or whole, grain))

    def _start(self, context: Context) -> cal.date | None:
        if self.base is not None:
            found = self.base.at(context)
            days = found.days if found else None
            return (days.last if self.sign > 0 else days.first) if days else None
        if self.basis == MENTION:
            return (context.anchor.last if self.sign > 0 else context.anchor.first) if context.anchor else context.day
        return context.day


SHARES = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in a stretch (``START``, ``MID``, ``END``), its very ``edge``, or one ``side`` of now.

    "early May", "the end of the year", "later this month".
    """

    whole: Time
    mod: str
    edge: bool = False
    side: bool = False

    def at(self, context: Context) -> Resolved | None:
        """The stretch's value with its mod; the window is its third, at an edge that day, with ``side`` what lies before or after now."""
        found = self.whole.at(context)
        if found is None or found.days is None or not isinstance(found.first, cal.date) or self.mod not in SHARES:
            return replace(found, mod=self.mod) if found else None
        if len(found.days) == 1:
            return replace(found, mod=self.mod)
        part = self._edge(found) if self.edge else self._side(found.days, context.day) if self.side else third(found.days, self.mod)
        return replace(found, mod=self.mod, first=part.first, last=part.last)

    def _side(self, days: Interval, now: cal.date | None) -> Interval:
        if now is None or not days.first <= now <= days.last:
            return days
        return Interval(days.first, now) if self.mod == "START" else Interval(now, days.last)

    def _edge(self, found: Resolved) -> Interval:
        days = cast("Interval", found.days)
        return cal.one_day(days.last if self.mod == "END" else days.first)


def third(days: Interval, mod: str) -> Interval:
    """The first, middle or last third of a stretch; of a month: days 1-10, 11-20, 21 to its end."""
    begin, end = SHARES[mod]
    month = days.first.day == 1 and 28 <= len(days) <= 31
    size = 10 if month else len(days) / 3
    first = days.first + timedelta(days=round(begin * size))
    last = days.last if mod == "END" else days.first + timedelta(days=max(round(end * size), round(begin * size) + 1) - 1)
    return Interval(first, last)


@dataclass(frozen=True, slots=True)
class InDay:
    """A part of a day: "Tuesday night", "this morning", "tonight". The window stays the day."""

    day: Time
    part: str
    mod: str = ""

    def at(self, context: Context) -> Resolved | None:
        """A TIME: the day's value and ``T`` with the part's code."""
        found = self.day.at(context)
        if found is None or not (found.grain == "day" or found.days is None):
            return None
        return replace(found, type="TIME", value=f"{found.value[:10]}T{self.part}", mod=self.mod, grain="daypart")


@dataclass(frozen=True, slots=True)
class AtClock:
    """A time of the clock on a day. ``hour`` 24 is the day's end; ``zone`` is ``Z``, ``+02:00`` or "" (local or unknown)."""

    day: Time
    hour: int
    minute: int = 0
    second: int | None = None
    zone: str = ""

    def at(self, context: Context) -> Resolved | None:
        """A TIME with its instant."""
        found = self.day.at(context)
        if found is None or found.grain != "day":
            return None
        value = timex.clock(found.value[:10], self.hour, self.minute, self.second, self.zone)
        if found.days is None or self.hour == 24:
            return replace(found, type="TIME", value=value, grain="minute")
        start = datetime.combine(found.days.first, time()) if found.days.first.year < 9999 else None
        instant = start + timedelta(hours=self.hour, minutes=self.minute) if start else None
        if instant and self.zone:
            instant = datetime.fromisoformat(instant.isoformat() + self.zone.replace("Z", "+00:00"))
        return replace(found, type="TIME", value=value, grain="minute", first=instant, last=instant)


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or repeating thing of a stretch (-1: the last): "the first week of May", "the last Friday of the month"."""

    number: int
    what: Unit | Repeating
    whole: Time

    def at(self, context: Context) -> Resolved | None:
        """Where it lies in the stretch."""
        around = self.whole.at(context)
        if around is None:
            return None
        if around.days is None:
            return unplaced(self._grain())
        find = cal.nth if isinstance(self.what, Unit) else cal.nth_of
        found = find(self.number, self.what, around.days)  # type: ignore[operator]
        return placed(found, self._grain(), around.basis, around.directed) if found else None

    def _grain(self) -> str:
        return self.what.name if isinstance(self.what, Unit) else self.what.grain


@dataclass(frozen=True, slots=True)
class Inside:
    """A repeating thing of a given stretch: "January this year", "the third quarter of 1990"."""

    what: Repeating
    whole: Time

    def at(self, context: Context) -> Resolved | None:
        """The one that lies in the stretch."""
        around = self.whole.at(context)
        if around is None or around.days is None:
            return unplaced(self.what.grain, self.what.code) if around else None
        found = self.what.within(around.days) or self.what.pick(around.days)
        return placed(found, self.what.grain, around.basis) if found else None


@dataclass(frozen=True, slots=True)
class Around:
    """The unit that holds a day: "the week of 6 March"."""

    unit: Unit
    day: Time

    def at(self, context: Context) -> Resolved | None:
        """The unit around the day."""
        found = self.day.at(context)
        whole = self.unit.at(found.days.first) if found and found.days else None
        return placed(whole, self.unit.name, found.basis) if whole and found else None


@dataclass(frozen=True, slots=True)
class Then:
    """The latest mention itself: "by then", "that date"."""

    def at(self, context: Context) -> Resolved | None:
        """It, at its own grain."""
        if context.anchor is None:
            return unplaced("day")
        return placed(context.anchor, context.grain if context.grain in timex.UNKNOWN else "day", MENTION)


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year: its TIMEX3 value is the year, its window the federal one of the United States, from October to September."""

    year: int

    def at(self, context: Context) -> Resolved:
        """Twelve months to the end of September."""
        days = Interval(cal.date(self.year - 1, 10, 1), cal.date(self.year, 9, 30))
        return Resolved("DATE", f"{self.year:04}", "", days.first, days.last, "year", "absolute", days)
