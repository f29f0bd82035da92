"""Amounts, sets and references: "three hours", "the past two weeks", "every Friday", "recently"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.times import timex
from onrecord.times.calendar import Interval, Unit
from onrecord.times.context import Context, Resolved

MOST = 100_000


@dataclass(frozen=True, slots=True)
class Lasting:
    """A DURATION. ``reach``: -1 it ends with the publication ("the past two weeks"), 1 it begins with it, 0 it floats.

    ``most``: the longer end of "10 or 12 days"; the value is the shorter one's.
    """

    amount: float | None
    unit: Unit
    mod: str = ""
    reach: int = 0
    most: float | None = None

    def at(self, context: Context) -> Resolved:
        """Its value; a window where it touches the publication."""
        plain = Resolved("DURATION", timex.duration(self.amount, self.unit), self.mod, grain=self.unit.name, ahead=self._ahead(context))
        far = self._far(context, self.amount) if self.reach else None
        if self.reach < 0 and self.amount is None and context.day:
            return replace(plain, last=context.day, basis="publication")
        if far is None or context.day is None:
            return plain
        days = Interval(min(far, context.day), max(far, context.day))
        return replace(plain, first=days.first, last=days.last, basis="publication")

    def _ahead(self, context: Context) -> Interval | None:
        near = self._far(context, self.amount, 1)
        far = self._far(context, self.most, 1) if self.most else near
        return Interval(near, far) if near and far and near <= far else None

    def _far(self, context: Context, amount: float | None, reach: int = 0) -> date | None:
        if context.day is None or amount is None or amount > MOST:
            return None
        return self.unit.plus(context.day, (reach or self.reach) * amount)


@dataclass(frozen=True, slots=True)
class Apart:
    """How far another event lies off: "two days before the deadline expires", "a week after the vote".

    The clause has its own day; the event that follows lies so much later ("before") or earlier ("after") than that. The TIMEX3 is the
    amount, the window the event's day.
    """

    amount: Lasting
    sign: int

    def at(self, context: Context) -> Resolved:
        """The amount, and the day so far from the sentence's own day, from the latest mention or from the publication."""
        plain = self.amount.at(context)
        near = context.anchor if context.anchor and (context.local or _recent(context)) else None
        base = near.first if near and len(near) == 1 else context.day
        day = (
            self.amount.unit.plus(base, self.sign * self.amount.amount)
            if base and self.amount.amount and self.amount.amount < MOST
            else None
        )
        if day is None or self.amount.unit.clock:
            return replace(plain, basis="event")
        return replace(plain, first=day, last=day, basis="event")


def _recent(context: Context) -> bool:
    return context.anchor is not None and context.day is not None and abs((context.day - context.anchor.first).days) <= 10


@dataclass(frozen=True, slots=True)
class Often:
    """A SET: "daily" ``P1D``, "every Friday" ``XXXX-WXX-5``."""

    value: str

    def at(self, context: Context) -> Resolved:  # noqa: ARG002
        """Its value."""
        return Resolved("SET", self.value)


@dataclass(frozen=True, slots=True)
class Reference:
    """A DATE that only points: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``. ``placed``: the present lies on the calendar."""

    value: str
    placed: bool = True

    def at(self, context: Context) -> Resolved:
        """Its value; the present is the publication day, but not where it only qualifies a noun ("the current dispute")."""
        if self.value == "PRESENT_REF" and self.placed and context.day:
            return Resolved("DATE", self.value, "", context.day, context.day, "day", "publication")
        return Resolved("DATE", self.value, basis="unknown")
