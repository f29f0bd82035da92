"""The listings: as a page, as JSON and as CSV, in Datasette's grammar."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.ledger import Choice, LedgerError
from onrecord.ledger.tables import report_actors
from onrecord.views import listings, records
from onrecord.views.printable import harmless, json_text
from onrecord.views.table import Table
from onrecord.views.web.asking import SIZE, Asked, asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.paper import clip

if TYPE_CHECKING:
    from onrecord.ledger import View

CELL = 32_000
"""Characters of a cell of a CSV file: a spreadsheet takes no more."""

CHUNK = 200
"""Rows that are sent at a time."""

Row = tuple[dict[str, Any], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """``rows`` gives, of what is asked for, each row twice: all of it, and flat; ``fields`` are the flat row's columns."""

    name: str
    fields: tuple[str, ...]
    rows: Callable[[View, Asked], Iterator[Row]]


def choice(view: View, wanted: Asked, kind: str = "") -> Choice:
    """What is asked for as the ledger takes it; raises ``HTTPException`` 400 where a name means nobody, or several."""
    words, days = wanted.words, wanted.days
    actor = resolved(view, words["actor"])
    return Choice(
        kind=kind or words["kind"],
        type=words["type"],
        status=words["status"],
        actor=actor,
        roles=("speaker",) if kind == "quote" and words["actor"] else (),
        other=resolved(view, words["with"]),
        outlet=words["outlet"],
        report=words["report"],
        origin=words["origin"],
        story=in_story(view, words["story"]),
        since=days["since"],
        until=days["until"],
        words=wanted.search,
        order=wanted.order or "time",
        limit=wanted.size,
        offset=wanted.start,
    )


def resolved(view: View, wanted: str) -> str:
    """The canonical name that is meant: itself, else the only one that holds the words, whatever the case; "" for ""."""
    if not wanted:
        return ""
    name = report_actors.c.name
    if view.connection.execute(select(name).where(name == wanted).limit(1)).first():
        return wanted
    holds = func.lower(name).contains(wanted.lower(), autoescape=True)
    near = list(view.connection.execute(select(name).distinct().where(holds).order_by(name).limit(9)).scalars())
    near += [one for one in view.naming.names() if wanted.lower() in one.lower() and one not in near]
    same = [one for one in near if one.lower() == wanted.lower()]
    meant = {view.naming.main(one) for one in same or near}
    if len(meant) == 1:
        return str(near[0] if len(near) == 1 else meant.pop())
    raise HTTPException(400, f"{wanted} could be {', '.join(near[:8])}" if near else f"nobody on record is called {wanted}")


def in_story(view: View, wanted: str) -> str:
    """The id of the story that is meant: by its own, or by that of any of its reports, the beginning will do; "" for ""."""
    try:
        found = view.story(wanted)
    except LedgerError as error:
        raise HTTPException(400, str(error)) from error
    if wanted and not found:
        raise HTTPException(400, f"no story has a report whose id begins with {wanted}")
    return found


def _entries(kind: str) -> Listing:
    def rows(view: View, wanted: Asked) -> Iterator[Row]:
        return ((records.full(record), records.flat(record)) for record in view.entries(choice(view, wanted, kind)))

    return Listing(NAMES[kind], records.fields(kind), rows)


def _reports(view: View, wanted: Asked) -> Iterator[Row]:
    story = in_story(view, wanted.words["story"])
    found = view.reports(wanted.words["outlet"], wanted.days["since"], wanted.days["until"], story=story)
    return _of_table(listings.reports, found, wanted)


def _actors(view: View, wanted: Asked) -> Iterator[Row]:
    return _of_table(listings.actors, view.actors(wanted.words["kind"]), wanted)


def _of_table(table: Callable[[list[Any]], Table], found: Iterable[Any], wanted: Asked) -> Iterator[Row]:
    """Rows of the ledger, those that hold the searched words."""
    words = wanted.search.casefold()
    held = (row for row in found if words in f"{getattr(row, 'title', '')} {row.name}".casefold())
    for row in islice(held, wanted.start, wanted.start + wanted.size if wanted.size is not None else None):
        made = table([row])
        yield dict(made.full[0]), dict(made.flat[0])


NAMES = {"": "entries", "quote": "statements", "act": "acts", "meeting": "meetings", "deadline": "deadlines"}
LISTINGS = {NAMES[kind]: _entries(kind) for kind in NAMES} | {
    "reports": Listing("reports", listings.reports([]).fields, _reports),
    "actors": Listing("actors", listings.actors([]).fields, _actors),
}


def as_json(desk: Desk, listing: Listing) -> Callable[[Request], Response]:
    """``{"ok", "rows", "next", "next_url"}``: at most ``_size`` rows (100 unless given), the next ones behind ``_next``.

    ``_shape=array`` gives the rows alone.
    """

    def answer(request: Request) -> Response:
        wanted = asked(request.query_params)
        size = wanted.size or SIZE
        with desk.view(wanted.as_of) as view:
            rows = [full for full, _ in islice(listing.rows(view, replace(wanted, size=size + 1)), size + 1)]
        following = str(wanted.start + size) if len(rows) > size else None
        address = f"{request.url.path}{wanted.query(_next=following)}" if following else None
        body: Any = {"ok": True, "next": following, "next_url": address, "rows": rows[:size]}
        text = json_text(rows[:size] if request.query_params.get("_shape") == "array" else body, indent=1) + "\n"
        return Response(text, media_type="application/json")

    return answer


def as_csv(desk: Desk, listing: Listing) -> Callable[[Request], Response]:
    """All rows, sent while they are read, unless ``_size`` asks for fewer; cells that a spreadsheet would run are made harmless."""

    def answer(request: Request) -> Response:
        wanted = asked(request.query_params)
        with desk.view(wanted.as_of) as view:
            choice(view, wanted)
        headers = {"Content-Disposition": f'attachment; filename="{listing.name}.csv"'}
        return StreamingResponse(_streamed(desk, listing, wanted), media_type="text/csv", headers=headers)

    return answer


def _streamed(desk: Desk, listing: Listing, wanted: Asked) -> Iterator[str]:
    with desk.view(wanted.as_of) as view:
        yield _lines_of([listing.fields])
        rows = listing.rows(view, wanted)
        while some := list(islice(rows, CHUNK)):
            yield _lines_of([harmless(clip(flat.get(field, ""), CELL)) for field in listing.fields] for _, flat in some)


def _lines_of(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
