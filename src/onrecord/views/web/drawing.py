"""Threads as a drawing: lanes of those who take part most, the past left of today, what is planned right of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import heappop, heappush

from markupsafe import Markup

from onrecord.views.web.scale import Scale
from onrecord.views.web.sketch import Days, Sketch
from onrecord.views.web.strokes import LETTER, Mark, strokes

WIDTH, ROW, HEAD, EDGE = 1200, 22, 26, 6.0
LANES, MOST, MANY = 8, 5_000, 300
REST = "Others"
KINDS = {"disc": "Meetings", "flag": "Deadlines", "square": "Acts"}

Lanes = Callable[[Sketch], Iterable[str]]
"""The lanes that a thread may stand in, by their keys."""

Named = Callable[[Sequence[str]], Mapping[str, str]]
"""What the lanes of these keys are called; one that is left out is called by its key."""


@dataclass(slots=True)
class Lane:
    """The marks of one party or story (``key``; "" of all others), packed into rows."""

    key: str
    name: str
    y: float = 0
    height: float = 0
    marks: list[Mark] = field(default_factory=list)

    def drawn(self, query: str) -> Markup:
        """Its marks as SVG; ``query`` goes at the end of every address."""
        return Markup("\n").join(strokes(mark, query) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws; ``left_out`` marks were too many."""

    scale: Scale
    lanes: tuple[Lane, ...]
    height: float
    today: float | None
    left_out: int = 0


def by_party(one: Sketch) -> Iterable[str]:
    """Lanes of those who take part."""
    return one.parties


def by_kind(one: Sketch) -> Iterable[str]:
    """Lanes of meetings, deadlines and acts."""
    return (KINDS.get(one.shape, REST),)


def drawing(
    found: Iterable[Sketch], first: date, last: date, today: date | None, lanes: Lanes = by_party, named: Named = lambda _: {}
) -> Drawing:
    """The threads whose window touches the days from ``first`` to ``last``; of more than ``MOST`` the first ones."""
    scale = Scale(first, last, WIDTH)
    here = [one for one in found if one.days[0] <= last and one.days[1] >= first]
    here.sort(key=lambda one: (one.days, one.thread))
    chosen = _principals(here, lanes)
    made: dict[str, Lane] = {}
    for one in here[:MOST]:
        mine = set(lanes(one))
        key = next((key for key in chosen if key in mine), "")
        made.setdefault(key, Lane(key, key or REST)).marks.append(_mark(one, scale))
    y: float = HEAD
    ordered = [made[key] for key in (*chosen, "") if key in made]
    called = named([lane.key for lane in ordered if lane.key])
    for lane in ordered:
        lane.y, y = y, _packed(lane, y)
        lane.name = called.get(lane.key, lane.name)
    line = scale.at(today) if today and first <= today <= last else None
    return Drawing(scale, tuple(ordered), y + 8, line, max(0, len(here) - MOST))


def _mark(one: Sketch, scale: Scale) -> Mark:
    first, last = one.days
    due = one.shape == "flag"
    x, end = scale.at(first), scale.at(last + timedelta(1) if last < date.max else last)
    x, width = (scale.at(last), 0.0) if due else (x, end - x if one.vague or first != last else 0.0)
    x = max(x, EDGE)
    ghosts = tuple(_ghost(days, scale, due) for days in one.before)
    left = x + width + len(one.label) * LETTER + 16 > WIDTH and x > WIDTH / 2
    by = scale.at(last) if one.by and not due else None
    return Mark(one.thread, x, width, one.label, one.title, one.tone, one.shape, one.vague and not due, ghosts, left, by=by)


def _ghost(days: Days, scale: Scale, due: bool) -> tuple[float, float]:
    x = max(scale.at(days[1] if due else days[0]), EDGE)
    return x, 0.0 if due or days[0] == days[1] else scale.at(days[1]) - x


def _principals(found: Sequence[Sketch], lanes: Lanes) -> list[str]:
    counted = Counter(name for one in found for name in lanes(one))
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:LANES]
    return [name for name, number in most if number > 1 or lanes is by_kind]


def _packed(lane: Lane, y: float) -> float:
    """Give each mark a row that has room; the place under the lane is what comes back."""
    lane.marks.sort(key=lambda one: one.reach)
    rows = _rows_of_many(lane.marks) if len(lane.marks) > MANY else _rows(lane.marks)
    for mark, row in zip(lane.marks, rows, strict=True):
        mark.y = y + HEAD + row * ROW
    lane.height = HEAD + (max(rows, default=-1) + 1) * ROW + 6
    return y + lane.height


def _rows(marks: Sequence[Mark]) -> list[int]:
    """The first row that has room, for each."""
    ends: list[float] = []
    rows = []
    for mark in marks:
        first, last = mark.reach
        row = next((number for number, end in enumerate(ends) if end <= first), len(ends))
        ends[row:] = [last, *ends[row + 1 :]]
        rows.append(row)
    return rows


def _rows_of_many(marks: Sequence[Mark]) -> list[int]:
    """The row that has had room longest, for each: as few rows, found without looking through them all."""
    ends: list[tuple[float, int]] = []
    rows = []
    for mark in marks:
        first, last = mark.reach
        row = heappop(ends)[1] if ends and ends[0][0] <= first else len(ends)
        heappush(ends, (last, row))
        rows.append(row)
    return rows
