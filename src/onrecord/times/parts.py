"""Under-specified times made of others: the end of May, Tuesday at 6 p.m., the second week of a month, the spring of 1990, "by then"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import cast

from onrecord.times import calendar as cal
from onrecord.times import timex
from onrecord.times.calendar import Interval, Repeating, Unit
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.points import MENTION, PUBLICATION, Near, placed, unplaced

ENDED = -1.5
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
        found = self._past(context) or self.whole.at(context)
        if found is None or found.days is None or not isinstance(found.first, date) or self.mod not in SHARES:
            return replace(found, mod=self.mod) if found else None
        if len(found.days) == 1:
            return replace(found, mod=self.mod)
        part = self._edge(found) if self.edge else self._side(found.days, context.day) if self.side else third(found.days, self.mod)
        return replace(found, mod=self.mod, first=part.first, last=part.last)

    def _past(self, context: Context) -> Resolved | None:
        """The unit before this one, where its very end is spoken of as past: "the year-end deadline was missed", in January."""
        near = self.whole
        if not (self.edge and self.mod == "END" and context.lean < ENDED and isinstance(near, Near)):
            return None
        return Near(near.unit, -1).at(context) if near.basis == PUBLICATION and not near.shift else None

    def _side(self, days: Interval, now: date | None) -> Interval:
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
class Overnight:
    """ "overnight": the night to the day of publication."""

    def at(self, context: Context) -> Resolved | None:
        """A TIME of the publication's day; the window begins on the day before."""
        found = InDay(Near(cal.DAY), "NI").at(context)
        before = found.days.before() if found and found.days and context.lean <= 0 else None
        return replace(found, first=before) if found and before else found


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
        what = self.what
        found = cal.nth(self.number, what, around.days) if isinstance(what, Unit) else cal.nth_of(self.number, what, around.days)
        if found is None:
            return None
        if what is cal.HALF and len(around.days) < 180:
            return replace(around, mod="START" if self.number == 1 else "END", first=found.first, last=found.last, days=found)
        return placed(found, self._grain(), around.basis, around.directed)

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
    """The latest mention itself, or, where the clause looks ahead, the latest one that does too: "by then", "that date"."""

    def at(self, context: Context) -> Resolved | None:
        """It, at its own grain."""
        if context.anchor is None:
            return unplaced("day")
        if context.coming and context.day and context.lean > 0 and context.anchor.last < context.day:
            return placed(context.coming, "day", MENTION)
        return placed(context.anchor, context.grain if context.grain in timex.UNKNOWN else "day", MENTION)


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year: its TIMEX3 value is the year, its window the federal one of the United States, from October to September."""

    year: int

    def at(self, context: Context) -> Resolved:  # noqa: ARG002
        """Twelve months to the end of September."""
        days = Interval(date(self.year - 1, 10, 1), date(self.year, 9, 30))
        return Resolved("DATE", f"{self.year:04}", "", days.first, days.last, "year", "absolute", days)
