"""The calculus of days: intervals, units, periods and repeating stretches.

Every value is small and immutable, and every verb is total on the years 1 to 9999 or says ``None``. No clock: the day that
"last", "this" and "next" look from is always an argument. Weeks run from Monday to Sunday (ISO 8601); seasons are the
meteorological ones of the northern hemisphere (winter from 1 December), named for the year in which they begin.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = ("SP", "SU", "FA", "WI")
FAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A stretch of whole days, both ends inclusive: "that week" is ``Interval(Monday, Sunday)``."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"ends before it begins: {self.first}..{self.last}")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def covers(self, other: Interval) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def before(self) -> date | None:
        """The day before it begins; ``None`` before year 1."""
        return day_plus(self.first, -1)

    def after(self) -> date | None:
        """The day after it ends; ``None`` after year 9999."""
        return day_plus(self.last, 1)

    def join(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.first, other.first), max(self.last, other.last))


def one_day(day: date) -> Interval:
    """The day as an interval."""
    return Interval(day, day)


def day_plus(day: date, days: int) -> date | None:
    """``days`` later (earlier where negative); ``None`` outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_plus(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last day: 31 January plus one is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Interval:
    """A month: ``month_of(2025, 2)`` is 1 to 28 February 2025."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Interval:
    """A year, 1 January to 31 December."""
    return Interval(date(year, 1, 1), date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar or of the clock.

    ``code`` is its TIMEX3 designator (``D``, ``W``, ``M`` ...). A calendar unit is a number of ``months`` or of ``days``;
    a unit of the clock has ``seconds`` and neither.
    """

    name: str
    code: str
    months: int = 0
    days: int = 0
    seconds: int = 0

    @property
    def clock(self) -> bool:
        """Whether it is shorter than a day."""
        return self.seconds > 0

    def start(self, day: date) -> date | None:
        """The first day of the unit that holds ``day``: for a week its Monday. ``None`` before year 1."""
        if self.name == "weekend":
            return day_plus(day, 5 - day.weekday())
        if self.days > 1:
            return day_plus(day, -(day.weekday() % self.days))
        if not self.months:
            return day
        if self.name == "season":
            return months_plus(day.replace(day=1), -(day.month % 3))
        index = (day.year * 12 + day.month - 1) // self.months * self.months
        return date(index // 12, index % 12 + 1, 1) if index >= 12 else None

    def at(self, day: date, shift: int = 0) -> Interval | None:
        """The unit that holds ``day``, or the one ``shift`` units on: ``WEEK.at(day, -1)`` is last week."""
        start = self.start(day)
        moved = self._plus(start, shift) if start else None
        after = self._plus(moved, 1) if moved else None
        if moved is None or after is None:
            return None
        last = day_plus(moved, 1) if self.name == "weekend" else day_plus(after, -1)
        return Interval(moved, last) if last else None

    def plus(self, day: date, amount: float) -> date | None:
        """``amount`` units after ``day`` to the day; a fraction of a month counts as days of a thirty-day month."""
        whole = int(amount)
        moved = self._plus(day, whole)
        rest = round((amount - whole) * (self.days or self.months * 30.4 or self.seconds / 86400))
        return day_plus(moved, rest) if moved and rest else moved

    def _plus(self, day: date, count: int) -> date | None:
        if self.months:
            return months_plus(day, self.months * count)
        return day_plus(day, self.days * count) if self.days else day_plus(day, round(self.seconds * count / 86400 - 1e-9))


SECOND = Unit("second", "S", seconds=1)
MINUTE = Unit("minute", "M", seconds=60)
HOUR = Unit("hour", "H", seconds=3600)
DAY = Unit("day", "D", days=1)
WEEK = Unit("week", "W", days=7)
FORTNIGHT = Unit("fortnight", "W", days=14)
WEEKEND = Unit("weekend", "W", days=7)
MONTH = Unit("month", "M", months=1)
QUARTER = Unit("quarter", "Q", months=3)
SEASON = Unit("season", "M", months=3)
HALF = Unit("half", "H", months=6)
YEAR = Unit("year", "Y", months=12)
DECADE = Unit("decade", "E", months=120)
CENTURY = Unit("century", "C", months=1200)
UNITS = (SECOND, MINUTE, HOUR, DAY, WEEK, WEEKEND, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY)


@dataclass(frozen=True, slots=True)
class Repeating:
    """Something that comes back: every Friday, every May, every 17 January, every Easter.

    ``pick`` gives its place in one ``inside`` unit (the week of a Friday, the year of a May), or ``None`` where that unit has none
    (29 February). ``code`` is its TIMEX3 pattern: ``XXXX-WXX-5``.
    """

    code: str
    grain: str
    inside: Unit
    pick: Callable[[Interval], Interval | None]

    def this(self, day: date) -> Interval | None:
        """The one of the week (month, year) that holds ``day``."""
        return self._in(day, 0)

    def last(self, day: date) -> Interval | None:
        """The latest that begins on or before ``day``: on a Friday, "last on or before" Friday is that day."""
        return self._seek(day, (0, *range(-1, -FAR, -1)), lambda found: found.first <= day)

    def next(self, day: date) -> Interval | None:
        """The earliest that ends on or after ``day``."""
        return self._seek(day, (-1, *range(FAR)), lambda found: found.last >= day)

    def before(self, day: date) -> Interval | None:
        """The latest that is over before ``day``."""
        return self._seek(day, (0, *range(-1, -FAR, -1)), lambda found: found.last < day)

    def after(self, day: date) -> Interval | None:
        """The earliest that begins after ``day``."""
        return self._seek(day, (-1, *range(FAR)), lambda found: found.first > day)

    def within(self, bounds: Interval) -> Interval | None:
        """The first one that lies wholly inside ``bounds``: the May of 2025."""
        found = self._seek(bounds.first, (-1, 0, 1), lambda one: one.first >= bounds.first)
        return found if found and bounds.covers(found) else None

    def _in(self, day: date, shift: int) -> Interval | None:
        whole = self.inside.at(day, shift)
        return self.pick(whole) if whole else None

    def _seek(self, day: date, shifts: tuple[int, ...], good: Callable[[Interval], bool]) -> Interval | None:
        return next((found for found in (self._in(day, shift) for shift in shifts) if found and good(found)), None)


def weekday(index: int) -> Repeating:
    """Every Monday (0) ... Sunday (6)."""
    return Repeating(f"XXXX-WXX-{index + 1}", "day", WEEK, lambda week: _days(week.first, index))


def month(number: int) -> Repeating:
    """Every January (1) ... December (12)."""
    return Repeating(f"XXXX-{number:02}", "month", YEAR, lambda year: month_of(year.first.year, number))


def month_day(number: int, day: int) -> Repeating:
    """Every 17 January; a day that the month lacks has no place in that year."""

    def pick(year: Interval) -> Interval | None:
        days = calendar.monthrange(year.first.year, number)[1]
        return one_day(date(year.first.year, number, day)) if 1 <= day <= days else None

    return Repeating(f"XXXX-{number:02}-{day:02}", "day", YEAR, pick)


def day_of_month(day: int) -> Repeating:
    """Every 24th."""

    def pick(whole: Interval) -> Interval | None:
        return one_day(whole.first.replace(day=day)) if 1 <= day <= whole.last.day else None

    return Repeating(f"XXXX-XX-{day:02}", "day", MONTH, pick)


def season(code: str) -> Repeating:
    """Every spring (``SP``), summer (``SU``), autumn (``FA``) or winter (``WI``)."""
    first = 3 + 3 * SEASONS.index(code)

    def pick(year: Interval) -> Interval | None:
        begins = date(year.first.year, first, 1)
        ends = months_plus(begins, 3)
        last = day_plus(ends, -1) if ends else None
        return Interval(begins, last) if last else None

    return Repeating(f"XXXX-{code}", "season", YEAR, pick)


def quarter(number: int) -> Repeating:
    """Every first (1) ... fourth (4) quarter."""
    return Repeating(f"XXXX-Q{number}", "quarter", YEAR, lambda year: _months(year.first.year, 3 * number - 2, 3))


def half(number: int) -> Repeating:
    """Every first (1) or second (2) half of a year."""
    return Repeating(f"XXXX-H{number}", "half", YEAR, lambda year: _months(year.first.year, 6 * number - 5, 6))


def weekend() -> Repeating:
    """Every Saturday and Sunday."""
    return Repeating("XXXX-WXX-WE", "weekend", WEEK, lambda week: WEEKEND.at(week.first))


def holiday(name: str, on: Callable[[int], date | None]) -> Repeating:
    """A feast that has a day in each year: ``on`` gives it."""

    def pick(year: Interval) -> Interval | None:
        day = on(year.first.year)
        return one_day(day) if day else None

    return Repeating(name, "day", YEAR, pick)


def nth(number: int, unit: Unit, whole: Interval) -> Interval | None:
    """The ``number``-th ``unit`` of a stretch (-1: the last one): the second week of May begins on its 8th."""
    if number == 0 or unit.clock:
        return None
    if unit.name == "half" and len(whole) < 180:
        middle = whole.first + timedelta(days=len(whole) // 2)
        return Interval(whole.first, middle - timedelta(days=1)) if number == 1 else Interval(middle, whole.last)
    if unit.name in ("month", "quarter", "half", "year", "day", "decade", "season"):
        begin = unit.plus(whole.first, number - 1) if number > 0 else None
        if number < 0:
            found = unit.at(whole.last, number + 1)
            return found if found and whole.covers(found) else None
        end = unit.plus(begin, 1) if begin else None
        last = day_plus(end, -1) if end else None
        return Interval(begin, last) if begin and last and last <= whole.last else None
    if unit.name == "weekend":
        return nth_of(number, weekend(), whole)
    size = unit.days
    begin = day_plus(whole.first, size * (number - 1)) if number > 0 else day_plus(whole.last, size * number + 1)
    last = day_plus(begin, size - 1) if begin else None
    return Interval(begin, last) if begin and last and whole.covers(Interval(begin, last)) else None


def nth_of(number: int, what: Repeating, whole: Interval) -> Interval | None:
    """The ``number``-th repeating thing of a stretch (-1: the last): the first Monday of May."""
    if number > 0:
        found = what.within(whole)
        for _ in range(number - 1):
            found = what.after(found.last) if found else None
    else:
        day = day_plus(whole.last, 1)
        found = what.before(day) if day else None
    return found if found and whole.covers(found) else None


def _days(first: date, shift: int) -> Interval | None:
    day = day_plus(first, shift)
    return one_day(day) if day else None


def _months(year: int, first: int, count: int) -> Interval:
    return Interval(date(year, first, 1), month_of(year, first + count - 1).last)
