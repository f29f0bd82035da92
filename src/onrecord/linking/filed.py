"""An entry as linking sees it: with the day of its report, its place in the order of arrival, and its days on the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from onrecord.nouns import Bound, Entry, Report, Window

END = re.compile(r"(?<=[.!?])['\"’”)]{0,2}\s|\n")
"""Where a sentence ends."""

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
    def days(self) -> tuple[date, date] | None:
        """First and last day of the time that dates the entry, an open end cut off after a month; ``None`` where it has none."""
        timing = self.entry.timing()
        return days_of(timing.when.window) if timing and timing.when.window else None

    @cached_property
    def ends(self) -> date | None:
        """The last day of its time; ``None`` where that is open or unknown. Of ``before Friday`` that is Thursday."""
        timing = self.entry.timing()
        window = timing.when.window if timing else None
        return day_of(window.latest) if window and window.latest else None


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
