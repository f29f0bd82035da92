"""Days as places on a drawing, with the lines that are worth labelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.views.day import MONTHS


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``first`` to ``last`` over ``width`` units; a day takes the room from its own place to the next day's."""

    first: date
    last: date
    width: float

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def at(self, day: date) -> float:
        """Where a day begins; what lies outside is drawn at the edge."""
        return round(min(max((day - self.first).days, 0), self.days) * self.width / self.days, 1)

    def ticks(self, most: int = 12) -> Iterator[tuple[float, str]]:
        """Places with labels, at most ``most``: days, Mondays, months or years, whichever are few enough."""
        for step in (self._days(1), self._days(7), self._months(1), self._months(3), self._months(12), self._months(120)):
            marks = list(step)
            if len(marks) <= most:
                yield from marks
                return

    def _days(self, step: int) -> Iterator[tuple[float, str]]:
        start = self.first if step == 1 else self.first + timedelta(-self.first.weekday() % 7)
        for number in range(min((self.last - start).days // step + 1, 100)):
            day = start + timedelta(number * step)
            yield self.at(day), f"{day.day} {MONTHS[day.month - 1]}"

    def _months(self, step: int) -> Iterator[tuple[float, str]]:
        begin, end = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        for month in range(begin + -begin % step, min(end, begin + 100 * step) + 1, step):
            day = date(max(1, month // 12), month % 12 + 1, 1)
            if self.first <= day:
                yield self.at(day), str(day.year) if step >= 12 else f"{MONTHS[day.month - 1]} {day.year}"
