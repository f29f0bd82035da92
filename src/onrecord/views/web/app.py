"""The addresses of the desk, and what answers each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.views.web import feeds
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.guard import Guard
from onrecord.views.web.listing import LISTINGS, as_csv, as_json
from onrecord.views.web.openapi import described
from onrecord.views.web.pages import entries, front, judging, reading, search, single, threads

HOSTS = ("127.0.0.1", "localhost", "[::1]")
PAGES = {
    "/": front.front,
    "/timeline": entries.time_line,
    "/threads": threads.threads,
    "/threads/{key}": threads.thread,
    "/entries/{key}.json": single.entry,
    "/entries/{key}": single.entry,
    "/reports": search.reports,
    "/reports/{key}": single.report,
    "/actors": search.actors,
    "/actors/{name:path}": single.actor,
    "/search": search.search,
    "/about": search.about,
    "/judgements": judging.judgements,
    "/calendar.ics": feeds.calendar,
    "/changes.atom": feeds.atom,
}
KINDS = {"/meetings": "meeting", "/deadlines": "deadline", "/statements": "quote", "/acts": "act"}


def app(desk: Desk, hosts: Iterable[str] = HOSTS) -> Starlette:
    """The application; it answers to ``hosts`` alone."""
    named = [Route(path, partial(page, desk)) for path, page in PAGES.items()]
    kinds = [Route(path, partial(entries.listing, desk, kind)) for path, kind in KINDS.items()]
    more = [
        *(Route(f"/{name}.json", as_json(desk, one)) for name, one in LISTINGS.items()),
        *(Route(f"/{name}.csv", as_csv(desk, one)) for name, one in LISTINGS.items()),
        Route("/judge", partial(judging.judge, desk), methods=["POST"]),
        Route("/key", partial(judging.key, desk), methods=["GET", "POST"]),
        Route("/read", partial(reading.read, desk), methods=["GET", "POST"]),
        Route("/api/read", partial(reading.api, desk), methods=["POST"]),
        Route("/openapi.json", lambda _: JSONResponse(described())),
        Mount("/static", StaticFiles(packages=[("onrecord.views.web", "static")])),
    ]
    routes: list[BaseRoute] = [*more, *kinds, *named]
    failed = partial(_failed, desk)
    guard = Middleware(Guard, hosts=frozenset(map(str.lower, hosts)))
    return Starlette(routes=routes, middleware=[guard], exception_handlers={HTTPException: failed})


def _failed(desk: Desk, request: Request, error: Exception) -> Response:
    """What cannot be answered, as a page, or as JSON where a program asks."""
    refused = cast(HTTPException, error)
    program = request.url.path.endswith((".json", ".csv")) or request.url.path.startswith("/api/")
    if program:
        return JSONResponse({"ok": False, "error": refused.detail}, refused.status_code, refused.headers)
    with desk.view() as view:
        values = {"code": refused.status_code, "detail": refused.detail, "asked": asked({})}
        return desk.page(request, "error.html", view, refused.status_code, **values)
