"""Quarters that a text keeps speaking of: "the quarter", "the latest period", "the year-earlier quarter"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.times import calendar as cal
from onrecord.times.calendar import Interval, Repeating
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.points import placed, unplaced


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quarter spoken of, or that many years before it; without one the last that was over by the day of publication.

    ``year_without``: "year-earlier" alone is a year where no quarter is spoken of.
    """

    years: int = 0
    year_without: bool = False

    def at(self, context: Context) -> Resolved:
        """The quarter of the latest mention, moved."""
        if context.quarter is None and self.year_without:
            year = cal.YEAR.at(context.day, -self.years) if context.day else None
            return placed(year, "year", "publication") if year else unplaced("year")
        base = context.quarter or (cal.QUARTER.at(context.day, -1) if context.day else None)
        found = cal.QUARTER.at(base.first, -4 * self.years) if base else None
        return placed(found, "quarter", "mention") if found else unplaced("quarter")


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The quarter spoken of as it was in another year: "the 1988 period", "last year's quarter"; without one the year itself."""

    year: Time

    def at(self, context: Context) -> Resolved | None:
        """That quarter of the year."""
        around = self.year.at(replace(context, grain=""))
        if around is None or around.days is None or context.quarter is None:
            return around
        found = cal.quarter((context.quarter.first.month + 2) // 3).pick(cal.year_of(around.days.first.year))
        return placed(found, "quarter", "mention") if found else around


def ended(month: int) -> Repeating:
    """The quarter of the calendar that most of the three months lie in that end with or in ``month``: for 31 July the second."""
    return cal.quarter((month - 2) % 12 // 3 + 1)


def is_quarter(days: Interval | None) -> bool:
    """Whether a stretch is a quarter of a year."""
    return days is not None and cal.QUARTER.at(days.first) == days
