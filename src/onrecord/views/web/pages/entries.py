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
from onrecord.views.timeline import timeline, without
from onrecord.views.web.asking import Asked, asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.drawing import MOST, Lanes, Named, by_kind, by_party, drawing
from onrecord.views.web.drift import Drift, drift
from onrecord.views.web.listing import NAMES, choice
from onrecord.views.web.shelf import KINDS
from onrecord.views.web.sketch import Sketch
from onrecord.views.web.stories import Told, by_story
from onrecord.vocabulary import acts, deadline_statuses, event_types, statuses

if TYPE_CHECKING:
    from onrecord.ledger import Record, View
    from onrecord.views.threads import Affair

SIZE = 50
MOVING = ("meeting", "deadline")
LANES = {"": by_party, "kind": by_kind}
"""Those by story need the ledger."""
BEFORE, AFTER, LONGEST = timedelta(14), timedelta(42), timedelta(3660)
TITLES = {"quote": "Statements", "act": "Acts", "meeting": "Meetings", "deadline": "Deadlines"}


def listing(desk: Desk, kind: str, request: Request) -> Response:
    """One kind of entry, a page at a time, the latest first unless ``_sort`` asks for something else."""
    wanted = asked(request.query_params)
    wanted = replace(wanted, order=wanted.order or "-time")
    size = wanted.size or SIZE
    with desk.view(wanted.as_of) as view:
        found = list(view.entries(replace(choice(view, wanted, kind), limit=size + 1)))
        shown = found[:size]
        homes = desk.shelf(view).homes(view, (record.entry.id for record in shown)) if kind != "quote" else {}
        return desk.page(
            request,
            "listing.html",
            view,
            asked=wanted,
            kind=kind,
            title=TITLES[kind],
            groups=_grouped(shown, homes),
            statuses=_statuses(kind),
            types=_types(kind),
            older=str(wanted.start + size) if len(found) > size else "",
            newer=str(max(0, wanted.start - size)) if wanted.start else "",
            name=NAMES[kind],
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of a page that are of one thread: the one to show, the others, and where the thread has several entries, it and its drift."""

    head: Record
    rest: tuple[Record, ...] = ()
    affair: Affair | None = None
    drift: Drift | None = None


def _grouped(shown: Sequence[Record], homes: Mapping[str, Affair]) -> list[Group]:
    """The entries in their order, those of a thread together where its first one stands. Shown is the one that says most of what holds
    now, if it is here."""
    kept: dict[str, list[Record]] = {}
    for record in shown:
        home = homes.get(record.entry.id)
        kept.setdefault(home.thread.id if home else record.entry.id, []).append(record)
    return [_group(records, homes.get(records[0].entry.id)) for records in kept.values()]


def _group(records: Sequence[Record], one: Affair | None) -> Group:
    if one is None or len(one.records) < 2:
        return Group(records[0])
    head = next((record for record in records if record.entry.id == one.telling.entry.id), records[0])
    rest = tuple(record for record in records if record is not head)
    return Group(head, rest, one, drift(one) if one.thread.kind in MOVING else None)


def time_line(desk: Desk, request: Request) -> Response:
    """The weeks around today as a drawing of threads and as a list of entries."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        today = desk.today(view)
        story = desk.story(view, wanted)
        first, last = _days(wanted, today, story)
        query = choice(view, replace(wanted, days={**wanted.days, "since": first, "until": last}))
        size = wanted.size or 100
        listed = replace(query, limit=size + 1, but="" if query.kind == "quote" else "quote")
        found = desk.keep(view, ("told", listed), lambda: list(view.entries(listed)))
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
