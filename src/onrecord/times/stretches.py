"""Amounts, sets and references: "three hours", "the past two weeks", "every Friday", "recently"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.times import timex
from onrecord.times.calendar import Interval, Unit
from onrecord.times.context import Context, Resolved


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
        value = timex.duration(self.amount, self.unit)
        far = self.unit.plus(context.day, self.reach * self.amount) if context.day and self.reach and self.amount and self.amount < 9999 else None
        if far is None or context.day is None:
            return Resolved("DURATION", value, self.mod, grain=self.unit.name)
        days = Interval(min(far, context.day), max(far, context.day))
        return Resolved("DURATION", value, self.mod, days.first, days.last, self.unit.name, "publication")


@dataclass(frozen=True, slots=True)
class Often:
    """A SET: "daily" ``P1D``, "every Friday" ``XXXX-WXX-5``."""

    value: str

    def at(self, context: Context) -> Resolved:
        """Its value."""
        return Resolved("SET", self.value)


@dataclass(frozen=True, slots=True)
class Reference:
    """A DATE that only points: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``."""

    value: str

    def at(self, context: Context) -> Resolved:
        """Its value; the present is the publication day."""
        if self.value == "PRESENT_REF" and context.day:
            return Resolved("DATE", self.value, "", context.day, context.day, "day", "publication")
        return Resolved("DATE", self.value, basis="unknown")
