"""Threads as a drawing: lanes of those who take part most, the past left of today, what is planned right of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.linking.filed import days_of
from onrecord.nouns import Window
from onrecord.views.phrase import phrase, when
from onrecord.views.threads import Affair
from onrecord.views.timeline import reported
from onrecord.views.web.paper import clip, status, tone_of
from onrecord.views.web.scale import Scale

if TYPE_CHECKING:
    from onrecord.ledger import Record

WIDTH, ROW, HEAD, LETTER = 1200, 22, 26, 6.3
LANES, LABEL, MOST = 8, 44, 5_000
REST = "Others"
SHAPES = {"deadline": "flag", "meeting": "disc", "act": "square", "quote": "disc"}


@dataclass(slots=True)
class Mark:
    """One thread. ``ghosts`` are the places (x, width) where it stood before it was moved; ``soft`` where its window is vague or open."""

    thread: str
    x: float
    width: float
    label: str
    title: str
    tone: str
    shape: str
    soft: bool = False
    ghosts: tuple[tuple[float, float], ...] = ()
    left: bool = False
    y: float = 0

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it and its label take room."""
        text = len(self.label) * LETTER + 16
        first = min([self.x, *(x for x, _ in self.ghosts)])
        last = max([self.x + self.width, *(x + width for x, width in self.ghosts)])
        return (min(first, self.x - text), last + 8) if self.left else (first - 8, max(last, self.x + self.width + text))


@dataclass(slots=True)
class Lane:
    """The marks of one party, packed into rows."""

    name: str
    y: float = 0
    height: float = 0
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws; ``left_out`` marks were too many."""

    scale: Scale
    lanes: tuple[Lane, ...]
    height: float
    today: float | None
    left_out: int = 0


def drawing(found: Iterable[Affair], first: date, last: date, today: date | None) -> Drawing:
    """The threads whose window touches the days from ``first`` to ``last``."""
    scale = Scale(first, last, WIDTH)
    here = [(one, span) for one in found if (span := place(one)) and span[0] <= last and span[1] >= first]
    here.sort(key=lambda pair: (pair[1], pair[0].thread.id))
    lanes: dict[str, Lane] = {}
    chosen = _principals([one for one, _ in here])
    for one, span in here[:MOST]:
        name = next((name for name in chosen if name in _parties(one)), REST)
        lanes.setdefault(name, Lane(name)).marks.append(_mark(one, span, scale))
    y: float = HEAD
    ordered = [lanes[name] for name in (*chosen, REST) if name in lanes]
    for lane in ordered:
        lane.y, y = y, _packed(lane, y)
    line = scale.at(today) if today and first <= today <= last else None
    return Drawing(scale, tuple(ordered), y + 8, line, max(0, len(here) - MOST))


def place(one: Affair) -> tuple[date, date] | None:
    """First and last day of a thread: of the window told last, else the day on which it was last reported."""
    for member in reversed(one.thread.members):
        if member.days:
            return member.days
    told = [day for day in map(reported, one.records.values()) if day]
    return (max(told), max(told)) if told else None


def moves(one: Affair) -> tuple[Window, ...]:
    """The windows that a thread had, one after the other, each only where it differs from the one before."""
    kept: list[Window] = []
    for member in one.thread.members:
        timing = member.entry.timing()
        window = timing.when.window if timing else None
        if window and (not kept or days_of(window) != days_of(kept[-1])):
            kept.append(window)
    return tuple(kept)


def _mark(one: Affair, span: tuple[date, date], scale: Scale) -> Mark:
    entry, last = telling(one).entry, one.last.entry
    x, end = scale.at(span[0]), scale.at(span[1] + timedelta(1) if span[1] < date.max else span[1])
    due = entry.kind == "deadline"
    window = (moves(one) or (None,))[-1]
    vague = bool(window and (window.earliest is None or window.latest is None or window.grain not in ("day", "minute", "hour", "daypart")))
    x, width = (scale.at(span[1]), 0.0) if due else (x, end - x if vague or span[0] != span[1] else 0.0)
    label = clip(phrase(entry), LABEL)
    word = one.life.state or status(last).partition(" ")[2]
    label = label if word in ("happened", "held", "set", "said") else f"{label} · {word}"
    mark = Mark(one.thread.id, x, width, label, _title(one), tone_of(one.life.state or last.status), SHAPES[entry.kind], vague and not due)
    if one.thread.kind in ("meeting", "deadline"):
        mark.ghosts = tuple(_ghost(days, scale, due) for old in moves(one)[:-1] if (days := days_of(old)))
    mark.left = mark.x + mark.width + len(label) * LETTER + 16 > WIDTH and mark.x > WIDTH / 2
    return mark


def _ghost(days: tuple[date, date], scale: Scale, due: bool) -> tuple[float, float]:
    x = scale.at(days[1] if due else days[0])
    return x, 0.0 if due or days[0] == days[1] else scale.at(days[1]) - x


def telling(one: Affair) -> Record:
    """The record that says most of a thread: with most people and places in it, of two the later one."""
    return max(one.records.values(), key=lambda record: (sum(1 for _ in record.entry.people()), record.published, record.number))


def _title(one: Affair) -> str:
    last = one.last.entry
    return clip(f"{one.life.state or status(last)}: {phrase(telling(one).entry)}. {when(last)}", 300)


def _parties(one: Affair) -> frozenset[str]:
    people = (person for record in one.records.values() for role, person in record.entry.people() if role not in ("place", "via", "to"))
    return frozenset(person.name.removeprefix("~") for person in people if person.name)


def _principals(found: Sequence[Affair]) -> list[str]:
    counted = Counter(name for one in found for name in _parties(one))
    return [name for name, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:LANES] if number > 1]


def _packed(lane: Lane, y: float) -> float:
    """Give each mark the first row that has room; the place under the lane is what comes back."""
    ends: list[float] = []
    for mark in sorted(lane.marks, key=lambda one: one.reach):
        first, last = mark.reach
        row = next((number for number, end in enumerate(ends) if end <= first), len(ends))
        ends[row:] = [last, *ends[row + 1 :]]
        mark.y = y + HEAD + row * ROW
    lane.height = HEAD + len(ends) * ROW + 6
    return y + lane.height
