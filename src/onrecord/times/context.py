"""What an under-specified time is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log
from typing import Protocol

from onrecord.nouns import Bound
from onrecord.times.calendar import WEEK, Interval, Repeating, year_of

BIAS = -0.8
FAR = 1.6
FIRM = 2.3
LATE, EARLY = 12, 1


@dataclass(frozen=True, slots=True)
class Context:
    """``day``: publication or ``None``. ``lean``: how much the clause speaks for the future (positive) or the past (negative).

    ``anchor``: the latest mention that later words may count from, with its ``grain``; ``quarter``: the latest quarter spoken of.
    ``local``: the anchor stands in the same paragraph; ``coming``: the latest day mentioned that lies ahead. ``told``: a time long before
    the publication is told of, so that a bare "in May" belongs to the anchor's year; ``tale``: the whole text does that, "the year" too.
    """

    day: date | None
    lean: float = 0.0
    anchor: Interval | None = None
    grain: str = ""
    quarter: Interval | None = None
    told: bool = False
    tale: bool = False
    local: bool = False
    coming: Interval | None = None

    def pick(self, what: Repeating) -> Interval | None:
        """The Wednesday, May or 17 January that is meant: the last or the next, by the clause's lean and by how near each is.

        A far one needs a stronger lean: without any cue "Nov. 13" on 2 November is eleven days ahead, not a year ago. Where a past is
        told it is the one of the year spoken of.
        """
        if self.told and self.anchor and what.inside is not WEEK and not (self.day and self.lean > FIRM and not self.tale):
            return self._told(what, self.anchor)
        if self.day is None:
            return None
        last, coming = what.last(self.day), what.next(self.day)
        if last is None or coming is None or last == coming:
            return last or coming
        nearness = log(((self.day - last.first).days + 5) / ((coming.first - self.day).days + 5))
        weight = 1.0 if what.inside is WEEK else FAR
        return coming if self.lean + weight * nearness + BIAS > 0 else last

    def _told(self, what: Repeating, anchor: Interval) -> Interval | None:
        """The one of the year that is spoken of, or, where that year has none, the next; after a late month an early one is the next."""
        found = what.within(year_of(anchor.first.year))
        turned = found and self.grain in ("day", "month") and anchor.first.month >= LATE and found.first.month <= EARLY
        return what.next(anchor.first) if turned or not found else found


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time on the calendar, as far as it can be put there.

    ``first`` and ``last``: the stretch, both inclusive, ``None`` where it is not known. ``days``: the whole days that later mentions
    may count from. ``directed``: the clause had to say which one is meant; ``weekday``: it is named by its weekday. ``ahead``: where an
    amount ends that begins with the publication ("10 or 12 days": two days apart).
    """

    type: str
    value: str
    mod: str = ""
    first: Bound | None = None
    last: Bound | None = None
    grain: str = "day"
    basis: str = "absolute"
    days: Interval | None = None
    directed: bool = False
    weekday: bool = False
    ahead: Interval | None = None


class Time(Protocol):
    """An under-specified time: what a rule yields."""

    def at(self, context: Context) -> Resolved | None:
        """The time in that context; ``None`` where it is none after all."""
