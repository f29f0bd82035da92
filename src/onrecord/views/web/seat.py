"""Who may write from a page: whoever has given the desk's key, until they leave. Nothing is kept of it but what the key itself seals."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from onrecord.nouns import Entry, Findings
    from onrecord.views.judging import Verdict

SEAT, NAME = "onrecord_seat", "onrecord_name"
WEEK = 7 * 24 * 3600
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Hand:
    """What may be written from the desk by whoever knows ``key``.

    ``judge`` records a verdict by a name with a note and gives its number; ``store`` puts a report with what was found in it on record,
    false where it is there already. Both open the ledger for themselves: the desk's own connections cannot write.
    """

    key: str
    judge: Callable[[Verdict, str, str], int]
    store: Callable[[Findings, tuple[Entry, ...]], bool]


@dataclass(frozen=True, slots=True)
class Seat:
    """What a page shows of whoever looks: whether there is a key to give, whether it was given, their name, and what their forms carry."""

    offered: bool = False
    taken: bool = False
    name: str = ""
    seal: str = ""


def seat(hand: Hand | None, request: Request) -> Seat:
    """The seat of a request."""
    if hand is None:
        return Seat()
    name = unquote(request.cookies.get(NAME, ""))[:LONGEST_NAME]
    if not hmac.compare_digest(_sealed(hand.key, "seat").encode(), request.cookies.get(SEAT, "").encode()):
        return Seat(True, False, name)
    return Seat(True, True, name, _sealed(hand.key, "form"))


def writing(hand: Hand | None, request: Request, form: Mapping[str, str]) -> Hand:
    """The hand that may write; raises ``HTTPException`` 403 where there is none, no key was given, or the form is not from our pages."""
    if hand is None:
        raise HTTPException(403, "nothing can be written from this desk; it was started without --judge")
    held = seat(hand, request)
    if not held.taken:
        raise HTTPException(403, "give the key of this desk first")
    if not hmac.compare_digest(held.seal.encode(), form.get("seal", "").encode()):
        raise HTTPException(403, "this form is not from this desk, or the desk was started anew: load the page again")
    return hand


def opens(hand: Hand, key: str) -> bool:
    """Whether that is the key."""
    return hmac.compare_digest(hand.key.encode(), key.strip().encode())


def take(hand: Hand, name: str, answer: Response) -> Response:
    """``answer`` with the cookies of a seat: no script and no other site can see or send them."""
    for cookie, value in ((SEAT, _sealed(hand.key, "seat")), (NAME, quote(name[:LONGEST_NAME]))):
        answer.set_cookie(cookie, value, max_age=WEEK, httponly=True, samesite="strict")
    return answer


def leave(answer: Response) -> Response:
    """``answer`` without them; the name stays, for the next time."""
    answer.delete_cookie(SEAT, httponly=True, samesite="strict")
    return answer


def _sealed(key: str, what: str) -> str:
    return hmac.new(key.encode(), what.encode(), "sha256").hexdigest()
