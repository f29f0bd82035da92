"""Read: a pasted text, what would be found in it, nothing kept. The same for programs."""

from __future__ import annotations

import json
import threading
from datetime import date
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.nouns import Entry, Findings, Published, Report, plain
from onrecord.views.findings import to_json
from onrecord.views.printable import json_text
from onrecord.views.web.desk import Desk
from onrecord.views.web.marks import Piece, marked

LONGEST = 200_000
"""Bytes of a request, and characters of a text."""

ONE = threading.BoundedSemaphore(1)
"""One text is read at a time; who comes meanwhile is asked to come again."""


async def read(desk: Desk, request: Request) -> Response:
    """The form; after it was sent, the text with marks and what was found."""
    given: dict[str, str] = {}
    if request.method == "POST":
        sent = parse_qs((await _body(request)).decode("utf-8", "replace"), max_num_fields=20)
        given = {name: values[0] for name, values in sent.items()}
    return await run_in_threadpool(_page, desk, request, given)


async def api(desk: Desk, request: Request) -> Response:
    """``POST /api/read``: ``{"text", "date", "title", "outlet", "url"}`` in, findings and entries out."""
    try:
        given = json.loads(await _body(request))
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "send a JSON object with a field text") from error
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()) or not given.get("text", "").strip():
        raise HTTPException(400, "send a JSON object with a field text; every field is a string")
    findings, entries = await run_in_threadpool(_read, desk, _report(given))
    body = to_json(findings) | {"entries": [{"kind": one.kind, **plain(one)} for one in entries]}
    return Response(json_text(body) + "\n", media_type="application/json")


def _page(desk: Desk, request: Request, given: dict[str, str]) -> Response:
    entries: tuple[Entry, ...] = ()
    pieces: list[Piece] = []
    report = None
    if given.get("text", "").strip():
        report = _report(given)
        _, entries = _read(desk, report)
        pieces = list(marked(report.text, entries))
    with desk.view() as view:
        return desk.page(request, "read.html", view, given=given, entries=entries, pieces=pieces, report=report, longest=LONGEST)


def _report(given: dict[str, str]) -> Report:
    text = given["text"].replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise HTTPException(413, f"the text is too long: at most {LONGEST} characters")
    day = given.get("date", "").strip()
    try:
        published = Published(date.fromisoformat(day), by="given") if day else Published()
    except ValueError as error:
        raise HTTPException(400, "date is no day: write it as 2025-08-06") from error
    named = {name: given.get(name, "")[:500] for name in ("title", "outlet", "url")}
    return Report(text, "pasted", named["title"], named["outlet"], named["url"], published)


def _read(desk: Desk, report: Report) -> tuple[Findings, tuple[Entry, ...]]:
    if desk.read is None:
        raise HTTPException(503, "this desk has no reader; it was started without one")
    if not ONE.acquire(blocking=False):
        raise HTTPException(429, "another text is being read; send it again in a moment", {"Retry-After": "2"})
    try:
        return desk.read(report)
    finally:
        ONE.release()


async def _body(request: Request) -> bytes:
    """The body of a request, refused as soon as it is too long."""
    kept = bytearray()
    async for chunk in request.stream():
        kept += chunk
        if len(kept) > LONGEST * 3:
            raise HTTPException(413, f"too long: at most {LONGEST} characters")
    return bytes(kept)
