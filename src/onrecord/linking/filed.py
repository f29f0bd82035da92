"""An entry as linking sees it: with the day of its report, its place in the order of arrival, and its days on the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from onrecord.linking.shifts import is_amount, shift
from onrecord.linking.told import told
from onrecord.nouns import Bound, Entry, Report, Timing, Window

END = re.compile(r"(?<=[.!?])['\"’”)]{0,2}\s|\n")
"""Where a sentence ends."""

AHEAD = frozenset({"planned", "proposed", "possible", "demanded", "threatened", "set", "restated", "extended", "brought-forward"})
"""Statuses of what is still to come."""

OPEN_REACH = timedelta(days=30)
"""How far a window that is open towards the future is taken to reach when two are compared."""


@dataclass(frozen=True)
class Filed:
    """An entry with the day on which its report was published (``None``: unknown), its number in the order of arrival, and the sentence
    that it stands in ("" where the text is not at hand)."""

    entry: Entry
    day: date | None = None
    order: int = 0
    context: str = ""

    @classmethod
    def of(cls, entry: Entry, report: Report, order: int = 0) -> Filed:
        """An entry with what its report says: the day, and the sentence of its first words of evidence."""
        return cls(entry, report.published.day or _day_of_instant(report), order, sentence(report.text, entry))

    @property
    def key(self) -> tuple[date, int, str]:
        """What sorts entries by publication; those of unknown day come first."""
        return (self.day or date.min, self.order, self.entry.id)

    @cached_property
    def told(self) -> str:
        """The entry's status as its sentence tells it."""
        return told(self.entry.kind, self.entry.status, self.context, self.entry.words)

    @cached_property
    def status(self) -> str:
        """The status that sentence and calendar leave: what is due after the day of the report is not missed yet, what is to be later
        has not happened."""
        if self.day is None or self.days is None:
            return self.told
        if self.told == "missed" and self.ends and self.ends > self.day:
            return "restated"
        return "planned" if self.entry.kind == "meeting" and self.told in ("happened", "ongoing") and self.days[0] > self.day else self.told

    @cached_property
    def shift(self) -> timedelta | None:
        """By how much it is moved, where no new day is told."""
        return None if self._timing else shift(self.context)

    @cached_property
    def _timing(self) -> Timing | None:
        """The time that dates the entry: an amount ("two days later") never, what is past not where something is ahead."""
        times = [one for role, one in self.entry.timings() if role != "length" and one.when.window and not is_amount(one.words)]
        if self.told in AHEAD and self.day:
            ends = [(one, one.when.window.latest) for one in times if one.when.window]
            times = [one for one, last in ends if last is None or day_of(last) >= self.day] or times
        return next(iter(times), None)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the time that dates the entry, an open end cut off after a month; ``None`` where it has none."""
        timing = self._timing
        return days_of(timing.when.window) if timing and timing.when.window else None

    @cached_property
    def ends(self) -> date | None:
        """The last day of its time; ``None`` where that is open or unknown. Of ``before Friday`` that is Thursday."""
        window = self._timing.when.window if self._timing else None
        return day_of(window.latest) if window and window.latest else None

    @cached_property
    def vague(self) -> tuple[date, date] | None:
        """The days of which its end is one, where that is all that is known ("last week, 10 days from today"); else ``None``."""
        window = self._timing.when.window if self._timing else None
        closed = window is not None and window.role == "AT" and window.earliest is not None and window.latest is not None
        return self.days if closed and self.days and self.days[0] < self.days[1] else None

    @cached_property
    def clock(self) -> time | None:
        """The time of day at which it begins; ``None`` where that is not told."""
        windows = (one.when.window for role, one in self.entry.timings() if role != "length")
        return next((found for one in windows if one and (found := _clock(one))), None)


def _clock(window: Window) -> time | None:
    """The time of day of a window that is an hour wide at most."""
    first, last = window.earliest, window.latest
    if isinstance(first, datetime) and isinstance(last, datetime) and abs(last - first) <= timedelta(hours=1):
        return first.time()
    return None


def sentence(text: str, entry: Entry) -> str:
    """The sentence around the first anchor, cue or piece of evidence, at most 300 characters to either side."""
    telling = [one.span for one in entry.evidence if one.part in ("anchor", "cue")] or [one.span for one in entry.evidence]
    if not telling:
        return ""
    first = min(telling)
    before, after = text[max(0, first.start - 300) : first.start], text[first.end : first.end + 300]
    return f"{END.split(before)[-1]}{first.of(text)}{END.split(after)[0]}"


def _day_of_instant(report: Report) -> date | None:
    return report.published.instant.date() if report.published.instant else None


def days_of(window: Window) -> tuple[date, date] | None:
    """First and last day of a window; an open side lies a month away from the other."""
    first = day_of(window.earliest) if window.earliest else None
    last = day_of(window.latest) if window.latest else None
    if first and last:
        return first, max(first, last)
    if first:
        return first, min(date.max - OPEN_REACH, first) + OPEN_REACH
    return (max(date.min + OPEN_REACH, last) - OPEN_REACH, last) if last else None


def day_of(bound: Bound) -> date:
    """The day of a day or an instant."""
    return bound.date() if isinstance(bound, datetime) else bound


def apart(one: tuple[date, date] | None, other: tuple[date, date] | None) -> int | None:
    """Days between two stretches, 0 where they share one; ``None`` where either is unknown."""
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)
