"""How a plan moved: the days that it had, one under the other, as a small drawing and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from onrecord.views.day import day
from onrecord.views.web.scale import Scale
from onrecord.views.web.sketch import moves

if TYPE_CHECKING:
    from onrecord.views.threads import Affair

STEPS, ROW, WIDE = 8, 16, 48


@dataclass(frozen=True, slots=True)
class Step:
    """A day that it had: its place in the drawing, the day in words, and how much later or earlier it is than the one before ("": there is
    none)."""

    x: float
    y: int
    day: str
    moved: str


@dataclass(frozen=True, slots=True)
class Drift:
    """The steps in the order in which they were told, the latest last; ``earlier`` so many more came before them."""

    steps: tuple[Step, ...]
    earlier: int = 0

    @property
    def height(self) -> int:
        """Of the drawing: a row for each step."""
        return ROW * len(self.steps)

    @property
    def line(self) -> str:
        """The path from each day to the next."""
        return " ".join(f"{step.x:g},{step.y}" for step in self.steps)


def drift(one: Affair) -> Drift | None:
    """The days that a thread had, the latest ``STEPS`` of them, each only where it differs from the one before: of a deadline the day by
    which, of anything else the first. ``None`` where it never moved."""
    due = one.thread.kind == "deadline"
    bounds = [(window.latest or window.earliest) if due else (window.earliest or window.latest) for window in moves(one)]
    told = [found for found, _ in groupby(date(bound.year, bound.month, bound.day) for bound in bounds if bound)]
    if len(told) < 2:
        return None
    days = told[-STEPS:]
    scale = Scale(min(days), max(days), WIDE)
    places = [round((point - scale.first).days * WIDE / max(1, scale.days - 1), 1) for point in days]
    words = ["", *(_moved((new - old).days) for old, new in pairwise(days))]
    rows = enumerate(zip(places, days, words, strict=True))
    steps = tuple(Step(x, ROW // 2 + ROW * number, day(point), moved) for number, (x, point, moved) in rows)
    return Drift(steps, len(told) - len(days))


def _moved(days: int) -> str:
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
