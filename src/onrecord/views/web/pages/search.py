"""Search over entries and texts; reports and actors as lists; what this desk is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from onrecord import __version__
from onrecord.ledger import Hit
from onrecord.views.web.asking import LONGEST, Asked, asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.facets import facets
from onrecord.views.web.listing import choice, in_story
from onrecord.vocabulary import deadline_statuses, event_types, statuses

if TYPE_CHECKING:
    from onrecord.ledger import ReportRow

SIZE = 50
NAMED = {"with": "together with", "origin": "says so first", "since": "from", "until": "to"}


def search(desk: Desk, request: Request) -> Response:
    """What holds the words ``q``; with facets (actor, with, kind, status, outlet, origin, story, days) entries alone are searched."""
    query = request.query_params.get("q", "").strip()[:LONGEST]
    wanted = asked(request.query_params)
    narrowed = any(wanted.words.values()) or any(wanted.days[name] for name in ("since", "until"))
    with desk.view(wanted.as_of) as view:
        story = desk.story(view, wanted)
        asking = choice(view, replace(wanted, search=query or wanted.search, size=SIZE + 1))
        if narrowed:
            found = [Hit(record.sentence, (), record) for record in view.entries(asking)]
        else:
            found = list(view.search(query, SIZE)) if query else []
        counted = desk.keep(view, ("facets", asking), lambda: facets(view, asking)) if query or narrowed else None
        hits = found[:SIZE] if narrowed else found
        return desk.page(
            request, "search.html", view, asked=wanted, query=query, hits=[(one, pieces(one, query)) for one in hits], facets=counted,
            statuses=tuple(dict.fromkeys((*statuses(), *deadline_statuses()))), size=SIZE,
            chosen=_chosen(wanted, story.name if story else ""),
            older=str(wanted.start + SIZE) if narrowed and len(found) > SIZE else "",
        )


def _chosen(wanted: Asked, story: str) -> list[tuple[str, str, str]]:
    """What is chosen: its name, its value (of a story what it is called), and the parameter to leave out."""
    days = {name: str(day) for name, day in wanted.days.items() if day and name != "as_of"}
    given = {name: word for name, word in wanted.words.items() if word} | days
    given |= {"story": story} if story else {}
    return [(NAMED.get(name, name), value, name) for name, value in given.items()]


def pieces(hit: Hit, query: str) -> list[tuple[str, bool]]:
    """The words around a hit, cut where what was found begins and ends, each with whether it was found.

    Of an entry these are its sentence, where that holds one of the words asked for.
    """
    if hit.record and hit.record.sentence:
        words = [re.escape(word) for word in re.findall(r"\w+", query)][:32]
        parts = re.split(rf"\b({'|'.join(words)})", hit.record.sentence, flags=re.I) if words else [hit.record.sentence]
        if len(parts) > 1 or not hit.marks:
            return [(part, place % 2 == 1) for place, part in enumerate(parts)]
    cut, at = [], 0
    for mark in hit.marks:
        cut += [(hit.snippet[at : mark.start], False), (mark.of(hit.snippet), True)]
        at = mark.end
    return [*cut, (hit.snippet[at:], False)]


def reports(desk: Desk, request: Request) -> Response:
    """The reports, the newest first."""
    wanted = asked(request.query_params)
    size = wanted.size or SIZE
    with desk.view(wanted.as_of) as view:
        words = wanted.search.casefold()
        chosen = (wanted.words["outlet"], wanted.days["since"], wanted.days["until"])
        story = in_story(view, wanted.words["story"])

        def told() -> list[ReportRow]:
            return sorted(view.reports(*chosen, story=story), key=lambda row: row.published, reverse=True)

        found = desk.keep(view, ("reports", *chosen, story), told)
        held = [row for row in found if words in f"{row.title} {row.name}".casefold()]
        shown = held[wanted.start : wanted.start + size]
        older = str(wanted.start + size) if len(held) > wanted.start + size else ""
        return desk.page(request, "reports.html", view, asked=wanted, rows=shown, total=len(held), older=older)


def actors(desk: Desk, request: Request) -> Response:
    """The actors, those named in most reports first."""
    wanted = asked(request.query_params)
    size = wanted.size or SIZE
    with desk.view(wanted.as_of) as view:
        words = wanted.search.casefold()
        kind = wanted.words["kind"]
        held = (row for row in desk.keep(view, ("actors", kind), lambda: list(view.actors(kind))) if words in row.name.casefold())
        shown = list(islice(held, wanted.start, wanted.start + size + 1))
        older = str(wanted.start + size) if len(shown) > size else ""
        return desk.page(request, "actors.html", view, asked=wanted, rows=shown[:size], older=older)


def about(desk: Desk, request: Request) -> Response:
    """What is on record here, what the signs mean, how to get it out."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        counts = desk.keep(view, ("counts",), view.counts)
        return desk.page(
            request, "about.html", view, asked=wanted, counts=counts, version=__version__, place=desk.opened.place,
            statuses=statuses(), deadlines=deadline_statuses(), types=event_types(),
        )
