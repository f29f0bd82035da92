"""Judging: the key, what is said of entries, and all that was said, each with its undoing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.views.judging import ON_ONE, holding, verdict
from onrecord.views.printable import one_line
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.seat import LONGEST_NAME, leave, opens, take, writing
from onrecord.views.web.sent import form

NOTE = 500
MOST = 200
BACK = re.compile(r"/(?:(?:entries|threads|reports)/[0-9a-f]{1,64})?|/judgements|/read")


async def key(desk: Desk, request: Request) -> Response:
    """The form for key and name; sent, the seat is taken (or left) and the reader goes back to where they came from."""
    if request.method == "GET":
        return await run_in_threadpool(_key, desk, request, {}, "")
    given = await form(request)
    back = RedirectResponse(_back(given.get("back", "/")), 303)
    if desk.hand is None:
        raise HTTPException(403, "nothing can be written from this desk; it was started without --judge")
    if "leave" in given:
        return leave(back)
    name = one_line(given.get("name", ""))[:LONGEST_NAME].strip()
    if not opens(desk.hand, given.get("key", "")):
        return await run_in_threadpool(_key, desk, request, given, "That is not the key of this desk.")
    if not name:
        return await run_in_threadpool(_key, desk, request, given, "A judgement needs a name.")
    return take(desk.hand, name, back)


async def judge(desk: Desk, request: Request) -> Response:
    """Records a judgement and leads back to what was judged."""
    return await run_in_threadpool(_judge, desk, request, await form(request))


def judgements(desk: Desk, request: Request) -> Response:
    """What people said, the last first; what still holds can be undone."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        rows = list(view.judgements())
        held = holding(rows)
        shown = rows[::-1][wanted.start : wanted.start + MOST]
        older = str(wanted.start + MOST) if len(rows) > wanted.start + MOST else ""
        keys = {one for row in shown if row.subject != "actor" for one in (row.this, row.other) if one}
        known = {one: record for one in keys if (record := view.entry(one))}
        return desk.page(
            request, "judgements.html", view, asked=wanted, rows=shown, held=held, known=known, older=older, total=len(rows),
            back="/judgements",
        )


def _key(desk: Desk, request: Request, given: Mapping[str, str], fault: str) -> Response:
    given = given or {"key": request.query_params.get("key", ""), "back": request.query_params.get("back", "/")}
    with desk.view() as view:
        return desk.page(request, "key.html", view, 403 if fault else 200, given=given, fault=fault, back=_back(given.get("back", "/")))


def _judge(desk: Desk, request: Request, given: Mapping[str, str]) -> Response:
    hand = writing(desk.hand, request, given)
    name, note = (one_line(given.get(field, ""))[:longest].strip() for field, longest in (("name", LONGEST_NAME), ("note", NOTE)))
    if not name:
        raise HTTPException(400, "a judgement needs a name")
    with desk.view() as view:
        try:
            said, this, other = (given.get(field, "").strip()[:64] for field in ("verdict", "this", "other"))
            made = verdict(view, said, this, "" if said in ON_ONE else other, given.get("subject", ""))
        except ValueError as error:
            raise HTTPException(400, str(error)) from error
    number = hand.judge(made, name, note)
    back = _back(given.get("back", ""), f"/entries/{made.this}")
    return take(hand, name, RedirectResponse(f"{back}?judged={number}#judging", 303))


def _back(path: str, otherwise: str = "/") -> str:
    """``path`` where it is one of our own pages."""
    return path if BACK.fullmatch(path) else otherwise


