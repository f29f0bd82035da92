"""What an under-specified time is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.nouns import Bound
from onrecord.times.calendar import Interval, Repeating, year_of


@dataclass(frozen=True, slots=True)
class Context:
    """``day``: publication or ``None``. ``way``: ``past``, ``future`` or "" (no cue), with ``sure`` in [0, 1].

    ``anchor``: the latest mention that later words may count from, with its grain. ``told``: the text tells of a time long before its
    publication, so that a bare "in May" belongs to the anchor's year and not to the day of publication.
    """

    day: date | None
    way: str = ""
    sure: float = 1.0
    anchor: Interval | None = None
    grain: str = ""
    told: bool = False

    def pick(self, what: Repeating) -> Interval | None:
        """The Wednesday, May or 17 January that is meant: by the direction, or, where a past is told, of the year spoken of."""
        if self.told and self.anchor:
            return self._of_anchor(what, self.anchor)
        if self.day is None:
            return None
        return what.next(self.day) if self.way == "future" else what.last(self.day)

    def _of_anchor(self, what: Repeating, anchor: Interval) -> Interval | None:
        found = what.within(year_of(anchor.first.year)) if what.inside.months == 12 else what.next(anchor.first)
        return found or what.next(anchor.first)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time on the calendar, as far as it can be put there.

    ``first`` and ``last``: the stretch, both inclusive, ``None`` where it is not known. ``days``: the whole days that later mentions
    may count from.
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


class Time(Protocol):
    """An under-specified time: what a rule yields."""

    def at(self, context: Context) -> Resolved | None:
        """The time in that context; ``None`` where it is none after all."""
