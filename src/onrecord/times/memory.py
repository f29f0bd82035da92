"""What a report has mentioned so far: from it "the next day" counts, and "in May" where the report tells of a time long past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.nouns import Span
from onrecord.times.calendar import WEEK, Interval
from onrecord.times.context import Context, Resolved, Time
from onrecord.times.direction import clause
from onrecord.times.parts import AtClock, Inside
from onrecord.times.points import Fixed, Near, Pick, Shifted
from onrecord.times.quarters import Spoken, SpokenOf, is_quarter
from onrecord.times.words import Line

TALE = 6
LEDE = 3
"""So many of a text's first times show whether it is news of its own day."""
CLOSE = 60
LONG = ("year", "decade", "century")
ASIDE = ("SINCE", "FOR", "TO", "BEFORE")


@dataclass(slots=True)
class Memory:
    """The latest mention with a place of its own, the latest quarter, and whether a past is told.

    ``local``: the anchor stands in the paragraph that is being read, at the offset ``at``. ``days``: that paragraph's mentions of days
    and months, with their places. ``months``: it speaks of some months rather than of a quarter ("in the first nine months").
    ``owed``: the latest day on which something is due. ``coming``: the latest mention that lies ahead.
    ``span``: the years that a tale is about; what lies outside them is an aside. ``clocks``: the days of clock times that were given one.
    """

    told: bool = False
    anchor: Interval | None = None
    grain: str = ""
    quarter: Interval | None = None
    local: bool = False
    at: int = 0
    days: list[tuple[Span, Interval]] = field(default_factory=list)
    span: tuple[int, int] = (0, 9999)
    day: date | None = None
    months: bool = False
    owed: Interval | None = None
    coming: Interval | None = None
    clocks: dict[tuple[int, int], Interval] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[Line], day: date | None) -> Memory:
        """An empty memory for a text: it tells a past where most of its many full dates lie years before its publication.

        News tells one, too ("the alliance was founded in 1949"), but opens with its own day.
        """
        times = [word.value for line in lines for word in line.words if word.by]
        years = [time.found.first.year for time in times if isinstance(time, Fixed)]
        near = sum(_newsy(time) for time in times)
        old = sum(day is None or year < day.year - 1 for year in years)
        told = old >= TALE and old > 0.6 * len(years) and old > 2 * near and not any(map(_newsy, times[:LEDE]))
        return cls(told=told, span=_middle(years), day=day) if told else cls(day=day)

    def turn(self) -> None:
        """A new paragraph begins."""
        self.local = self.months = False
        self.days.clear()

    def context(self, day: date | None, lean: float, span: Span) -> Context:
        """What the mention at ``span`` is resolved against; a past is told, too, where a far year was named just before."""
        past = (
            self.local
            and span.start - self.at < CLOSE
            and self.anchor is not None
            and day is not None
            and self.anchor.last.year < day.year - 1
        )
        quarter = None if self.months else self.quarter
        return Context(day, lean, self.anchor, self.grain, quarter, self.told or past, self.told, self.local, self.coming)

    def keep(self, found: Resolved, time: Time, span: Span, role: str = "AT", owed: bool = False) -> None:
        """Remember a mention; what is only held against another ("a year earlier", "since 1980") is not.

        ``role``: that of its bound. ``owed``: something is due then.
        """
        self.months = (found.type == "DURATION" and found.grain == "month") or (self.months and not is_quarter(found.days))
        if found.days is None or found.type not in ("DATE", "TIME") or (self.told and found.basis == "publication"):
            return
        if is_quarter(found.days) and not isinstance(time, Shifted | Spoken | SpokenOf | Inside) and not self._compared(found.days):
            self.quarter = found.days
        if isinstance(time, AtClock) and time.minute and not isinstance(time.day, Near):
            self.clocks.setdefault((time.hour, time.minute), found.days)
        if _aside(time, found.grain, role) or not self.span[0] <= found.days.first.year <= self.span[1]:
            return
        if owed and len(found.days) == 1:
            self.owed = found.days
        if self.day and found.grain == "day" and found.days.first > self.day:
            self.coming = found.days
        self.anchor, self.grain, self.local, self.at = found.days, found.grain, True, span.end
        if len(found.days) <= 31:
            self.days.append((span, found.days))

    def again(self, time: Time) -> Interval | None:
        """The day of a clock time that stands alone and to the minute, where the report has given it one: "12:01 a.m." once more."""
        if isinstance(time, AtClock) and time.minute and isinstance(time.day, Near):
            return self.clocks.get((time.hour, time.minute))
        return None

    def _compared(self, quarter: Interval) -> bool:
        """Whether a quarter only stands beside the one spoken of: the forecast of one that is not over yet, or an earlier one."""
        if self.quarter is None or self.day is None:
            return False
        return self.quarter.last < self.day <= quarter.last or quarter.last < self.quarter.first

    def beside(self, text: str, span: Span, longest: int = 31) -> Interval | None:
        """The nearest day, week or month that the sentence around ``span`` mentions, of at most ``longest`` days."""
        before, after = clause(text, span)
        sentence = Span(span.start - len(before), span.end + len(after))
        near = [(place.distance(span), days) for place, days in self.days if sentence.covers(place) and len(days) <= longest]
        return min(near, key=lambda pair: pair[0])[1] if near else None


def _newsy(time: object) -> bool:
    """Whether a time is one of those that only make sense from the day of publication: "last week", "Friday"."""
    return (isinstance(time, Near) and time.basis == "publication") or (isinstance(time, Pick) and time.what.inside is WEEK)


def _aside(time: Time, grain: str, role: str) -> bool:
    """Whether a mention only serves to compare or to bound: "the previous year", "two days earlier", "since 1980", "slated for 1976"."""
    back = (isinstance(time, Shifted) and time.sign < 0) or (isinstance(time, Near) and time.basis != "publication" and time.shift < 0)
    return back or (grain in LONG and role in ASIDE)


def _middle(years: list[int]) -> tuple[int, int]:
    """The years that a tale is about: those of its dates without the earliest and latest tenth, and as many more at either end."""
    ordered, tenth = sorted(years), max(1, len(years) // 10)
    first, last = ordered[tenth], ordered[-1 - tenth]
    more = max(20, last - first)
    return first - more, last + more
