"""Listings of entries as pages: meetings, deadlines, statements, acts, and the timeline with its drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Choice
from onrecord.views.day import day
from onrecord.views.threads import Affair
from onrecord.views.timeline import timeline, without
from onrecord.views.web.asking import Asked, asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.drawing import MOST, Lanes, Named, by_kind, by_party, drawing
from onrecord.views.web.listing import NAMES, choice
from onrecord.views.web.scale import Scale
from onrecord.views.web.shelf import KINDS
from onrecord.views.web.sketch import Sketch, moves
from onrecord.views.web.stories import Told, by_story
from onrecord.vocabulary import acts, deadline_statuses, event_types, statuses

if TYPE_CHECKING:
    from onrecord.ledger import View

SIZE, STEPS = 50, 8
LANES = {"": by_party, "kind": by_kind}
"""Those by story need the ledger."""
BEFORE, AFTER, LONGEST = timedelta(14), timedelta(42), timedelta(3660)
TITLES = {"quote": "Statements", "act": "Acts", "meeting": "Meetings", "deadline": "Deadlines"}


@dataclass(frozen=True, slots=True)
class Drift:
    """How a deadline moved: each day it had, one under the other, as a place from 0 to 100, a height, and in words."""

    steps: tuple[tuple[float, int, str], ...]

    @property
    def height(self) -> int:
        """Of the drawing."""
        return self.steps[-1][1] + 6

    @property
    def line(self) -> str:
        """The path from each day to the next."""
        return " ".join(f"{x:g},{y}" for x, y, _ in self.steps)


def listing(desk: Desk, kind: str, request: Request) -> Response:
    """One kind of entry, a page at a time, the latest first unless ``_sort`` asks for something else."""
    wanted = asked(request.query_params)
    wanted = replace(wanted, order=wanted.order or "-time")
    size = wanted.size or SIZE
    with desk.view(wanted.as_of) as view:
        found = list(view.entries(replace(choice(view, wanted, kind), limit=size + 1)))
        shown = found[:size]
        homes = desk.shelf(view).homes(view, (record.entry.id for record in shown)) if kind != "quote" else {}
        told = ((record.entry.id, homes.get(record.entry.id)) for record in shown)
        affairs = {key: one for key, one in told if one and len(one.records) > 1}
        return desk.page(
            request,
            "listing.html",
            view,
            asked=wanted,
            kind=kind,
            title=TITLES[kind],
            records=shown,
            affairs=affairs,
            drifts=_drifts(affairs) if kind == "deadline" else {},
            statuses=_statuses(kind),
            types=_types(kind),
            older=str(wanted.start + size) if len(found) > size else "",
            newer=str(max(0, wanted.start - size)) if wanted.start else "",
            name=NAMES[kind],
        )


def drift(one: Affair) -> Drift | None:
    """The days a deadline had, the latest ``STEPS`` of them; ``None`` where it never moved."""
    days = [window.latest or window.earliest for window in moves(one)]
    plain = [date(bound.year, bound.month, bound.day) for bound in days if bound][-STEPS:]
    if len(set(plain)) < 2:
        return None
    scale = Scale(min(plain), max(plain), 100)
    span = max(1, scale.days - 1)
    places = (round((point - scale.first).days * 100 / span, 1) for point in plain)
    return Drift(tuple((x, 6 + 9 * number, day(point)) for number, (x, point) in enumerate(zip(places, plain, strict=True))))


def _drifts(affairs: Mapping[str, Affair]) -> dict[str, Drift]:
    """How each deadline moved, by the first entry of it that is shown: told once."""
    first: dict[str, str] = {}
    for key, one in affairs.items():
        first.setdefault(one.thread.id, key)
    return {key: found for key in first.values() if (found := drift(affairs[key]))}


def time_line(desk: Desk, request: Request) -> Response:
    """The weeks around today as a drawing of threads and as a list of entries."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        today = desk.today(view)
        story = desk.story(view, wanted)
        first, last = _days(wanted, today, story)
        query = choice(view, replace(wanted, days={**wanted.days, "since": first, "until": last}))
        size = wanted.size or 100
        found = [record for record in view.entries(replace(query, limit=size + 1)) if query.kind == "quote" or record.entry.kind != "quote"]
        shown = found[:size] if query.status else without(found[:size], "hypothetical")
        sketches, more = _drawn(desk, view, query)
        lanes = request.query_params.get("lanes", "")
        picture = drawing(sketches, first, last, today, *_lanes(desk, view, lanes, sketches))
        return desk.page(
            request,
            "timeline.html",
            view,
            asked=wanted,
            first=first,
            last=last,
            picture=picture,
            lanes=lanes,
            left_out=picture.left_out + more,
            sections=timeline(shown, today).sections(),
            statuses=(*statuses(), *deadline_statuses()),
            older=str(wanted.start + size) if len(found) > size else "",
            name="entries",
        )


def _drawn(desk: Desk, view: View, query: Choice) -> tuple[list[Sketch], int]:
    """The threads that have an entry among those asked for, at most so many as are drawn; and how many more there are."""
    kinds = (query.kind,) if query.kind in KINDS else KINDS
    asked = [replace(query, kind=kind, order="time", limit=None, offset=0) for kind in kinds]

    def listed() -> tuple[list[str], int]:
        rows = sorted((row for one in asked for row in view.threads(one)), key=lambda row: row.first)
        return [row.id for row in rows[:MOST]], max(0, len(rows) - MOST)

    shelf = desk.shelf(view)
    keys, more = desk.keep(view, ("drawn", *asked), listed)
    sketches = map(shelf.sketch, shelf.of(view, keys))
    return [one for one in sketches if one and (query.status or not one.hypothetical)], more


def _lanes(desk: Desk, view: View, wanted: str, found: Sequence[Sketch]) -> tuple[Lanes, Named]:
    """The lanes that are asked for, and how they are called."""
    if wanted == "story":
        told = frozenset().union(*(one.reports for one in found))
        homes = desk.keep(view, ("homes", told), lambda: view.stories_of(told))
        return by_story(homes), lambda keys: {one.id: one.name for one in desk.stories(view, keys, 1)}
    if wanted not in LANES:
        raise HTTPException(400, "lanes is kind or story, or left out for those who take part")
    return LANES[wanted], lambda _: {}


def _days(wanted: Asked, today: date | None, story: Told | None) -> tuple[date, date]:
    """The stretch of time that is shown: around today, or the days on which the story was told, unless it is given; forwards, and no
    longer than ten years."""
    middle = today or date(2000, 1, 1)
    given = wanted.days["since"], wanted.days["until"]
    first = given[0] or min(story.first if story else middle, given[1] or middle) - BEFORE
    last = given[1] or max(story.last if story else middle, first) + AFTER
    first, last = sorted((first, last))
    return (first, last) if last - first <= LONGEST else (first, first + LONGEST)


def _statuses(kind: str) -> tuple[str, ...]:
    return () if kind == "quote" else tuple(deadline_statuses() if kind == "deadline" else statuses())


def _types(kind: str) -> dict[str, str]:
    known = {"quote": acts(), "act": event_types()}.get(kind, {})
    return {key: term.label for key, term in known.items()}
