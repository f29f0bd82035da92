"""Threads: what is one meeting, deadline or act over all reports, with its life and what is told of it in two ways."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.views.threads import affair, judgement
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk, missing

SIZE = 50
KINDS = ("meeting", "deadline", "act")


def threads(desk: Desk, request: Request) -> Response:
    """Threads of more than one entry, the one told last first."""
    wanted = asked(request.query_params)
    kind = wanted.words["kind"]
    if kind not in ("", *KINDS):
        raise HTTPException(400, f"kind is one of {', '.join(KINDS)}")
    with desk.view(wanted.as_of) as view:
        found = [one for one in desk.affairs(view, *((kind,) if kind else KINDS)) if len(one.records) > 1]
        found.sort(key=lambda one: (one.last.published, one.last.number), reverse=True)
        size = wanted.size or SIZE
        shown = found[wanted.start : wanted.start + size]
        older = str(wanted.start + size) if len(found) > wanted.start + size else ""
        return desk.page(request, "threads.html", view, asked=wanted, found=shown, total=len(found), older=older, kinds=KINDS)


def thread(desk: Desk, request: Request) -> Response:
    """One thread, found by any of its entries: each change with the report's words, contradictions side by side, judgements."""
    key = request.path_params["key"][:64]
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        one = affair(desk.affairs(view, *KINDS), key)
        if one is None:
            raise missing("this thread")
        if one.thread.id != key:
            return RedirectResponse(f"/threads/{one.thread.id}{wanted.query()}", 307)
        said = [row for row in view.judgements("link") if judgement(row).pair & set(one.records)]
        return desk.page(request, "thread.html", view, asked=wanted, one=one, judged=said)
