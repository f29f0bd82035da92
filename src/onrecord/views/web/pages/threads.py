"""Threads: what is one meeting, deadline or act over all reports, with its life and what is told of it in two ways."""

from __future__ import annotations

from collections.abc import Container
from heapq import nlargest
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import linking
from onrecord.views.judging import holding
from onrecord.views.threads import judgement
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk, missing
from onrecord.views.web.drift import drift
from onrecord.views.web.listing import in_story
from onrecord.views.web.seat import seat
from onrecord.views.web.shelf import KINDS

if TYPE_CHECKING:
    from onrecord.ledger import Record, ThreadRow, View

SIZE, MOST, NEAR, FEW = 50, 200, 12, 3


def threads(desk: Desk, request: Request) -> Response:
    """Threads of more than one entry, the one told last first."""
    wanted = asked(request.query_params)
    kind = wanted.words["kind"]
    if kind not in ("", *KINDS):
        raise HTTPException(400, f"kind is one of {', '.join(KINDS)}")
    with desk.view(wanted.as_of) as view:
        shelf, kinds = desk.shelf(view), (kind,) if kind else KINDS
        story = in_story(view, wanted.words["story"])

        def listed() -> list[ThreadRow]:
            return [row for row in (shelf.told_in(view, story, kinds) if story else shelf.listed(view, kinds)) if row.entries > 1]

        rows = desk.keep(view, ("listed", story, *kinds), listed)
        size = wanted.size or SIZE
        found = shelf.of(view, (row.id for row in rows[wanted.start : wanted.start + size]))
        older = str(wanted.start + size) if len(rows) > wanted.start + size else ""
        return desk.page(request, "threads.html", view, asked=wanted, found=found, total=len(rows), older=older, kinds=KINDS)


def thread(desk: Desk, request: Request) -> Response:
    """One thread, found by any of its entries: each change with the report's words, contradictions side by side, judgements."""
    key = request.path_params["key"][:64]
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        one = desk.shelf(view).holding(view, key)
        if one is None or one.thread.kind not in KINDS:
            raise missing("this thread")
        if one.thread.id != key:
            return RedirectResponse(f"/threads/{one.thread.id}{wanted.query(judged=request.query_params.get('judged', '')[:12])}", 307)
        rows = list(view.judgements("link"))
        said = [row for row in rows if judgement(row).pair & set(one.records)]
        taken = seat(desk.hand, request).taken
        homes = view.stories_of(record.report for record in one.records.values())
        return desk.page(
            request, "thread.html", view, asked=wanted, one=one, judged_rows=said, held=holding(rows), back=f"/threads/{one.thread.id}",
            stories=desk.stories(view, homes.values())[:FEW],
            drift=drift(one) if one.thread.kind != "act" else None,
            origins=desk.keep(view, ("origins", one.thread.id), lambda: desk.origins_of(view, one)),
            choices=list(one.records.values())[:MOST] if taken else [], near=near(view, one.last, one.records) if taken else [],
        )


def near(view: View, record: Record, known: Container[str]) -> list[Record]:
    """Entries that may be of one thing with ``record``, those that share most with it first; none of ``known``."""
    read = view.entry(record.entry.id, as_read=True) or record
    keys = set(linking.keys(read.entry, view.country))
    found = [one for one in view.near(keys) if one.entry.kind == record.entry.kind and one.entry.id not in known]
    return nlargest(NEAR, found, key=lambda one: (len(keys.intersection(linking.keys(one.entry, view.country))), one.published))
