"""Read: a pasted text, what would be found in it, nothing kept. The same for programs."""

from __future__ import annotations

import json
import threading
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.nouns import Entry, Findings, Published, Report, plain
from onrecord.views.findings import to_json
from onrecord.views.printable import json_text
from onrecord.views.web.desk import Desk
from onrecord.views.web.marks import Piece, marked
from onrecord.views.web.seat import writing
from onrecord.views.web.sent import body, form

LONGEST = 200_000
"""Characters of a text. A form may have twelve bytes for each (four, each written as %XX), JSON three."""

ONE = threading.BoundedSemaphore(1)
"""One text is read at a time; who comes meanwhile is asked to come again."""


async def read(desk: Desk, request: Request) -> Response:
    """The form; after it was sent, the text with marks and what was found. ``store`` puts it on record, for whoever has the key."""
    given = await form(request, LONGEST * 12) if request.method == "POST" else {}
    return await run_in_threadpool(_page, desk, request, given)


async def api(desk: Desk, request: Request) -> Response:
    """``POST /api/read``: ``{"text", "date", "title", "outlet", "url"}`` in, findings and entries out."""
    try:
        given = json.loads(await body(request, LONGEST * 3))
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "send a JSON object with a field text") from error
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()) or not given.get("text", "").strip():
        raise HTTPException(400, "send a JSON object with a field text; every field is a string")
    findings, entries = await run_in_threadpool(_read, desk, _report(given))
    told = to_json(findings) | {"entries": [{"kind": one.kind, **plain(one)} for one in entries]}
    return Response(json_text(told) + "\n", media_type="application/json")


def _page(desk: Desk, request: Request, given: dict[str, str]) -> Response:
    hand = writing(desk.hand, request, given) if "store" in given else None
    fault, report = "", None
    try:
        report = _fetched(desk, given["address"].strip()) if given.get("address", "").strip() else None
    except ValueError as error:
        fault = str(error)
    if report is None and not fault and given.get("text", "").strip():
        report = _report(given)
    findings, entries = _read(desk, report) if report else (None, ())
    if hand and report and findings:
        new = hand.store(findings, entries)
        return RedirectResponse(f"/reports/{report.id}?stored={'new' if new else 'known'}", 303)
    pieces: list[Piece] = list(marked(report.text, entries)) if report else []
    with desk.view() as view:
        return desk.page(
            request, "read.html", view, 400 if fault else 200, given=_shown(given, report), entries=entries, pieces=pieces, report=report,
            longest=LONGEST, fault=fault,
        )


def _shown(given: dict[str, str], report: Report | None) -> dict[str, str]:
    """What the form holds afterwards: of a fetched page its text, and what it says of itself."""
    if report is None:
        return given
    day = report.published.day or (report.published.instant.date() if report.published.instant else None)
    told = {"title": report.title, "outlet": report.outlet, "url": report.url, "date": str(day or "")}
    return {**told, "text": report.text}


def _fetched(desk: Desk, address: str) -> Report:
    """The report at an address; raises ``ValueError`` with what is wrong where it cannot be had."""
    if desk.fetch is None:
        raise HTTPException(403, "this desk fetches nothing; it was started without --fetch")
    if not ONE.acquire(blocking=False):
        raise HTTPException(429, "another page is being fetched; send it again in a moment", {"Retry-After": "2"})
    try:
        report = desk.fetch(address[:2_000])
    finally:
        ONE.release()
    if len(report.text) > LONGEST:
        raise ValueError(f"the text of this page is too long: {len(report.text):,} characters, at most {LONGEST:,} are read here")
    return report


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
