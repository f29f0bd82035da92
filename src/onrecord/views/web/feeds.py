"""What other programs follow: the calendar, and the changes as an Atom feed."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Choice
from onrecord.views.chain import says
from onrecord.views.phrase import phrase, when
from onrecord.views.printable import one_line
from onrecord.views.threads import Affair, News, changes
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.listing import in_story, resolved
from onrecord.views.web.paper import clip
from onrecord.views.web.sketch import place

ATOM = "http://www.w3.org/2005/Atom"
MOST = 200
BACK, LATELY = timedelta(30), timedelta(90)


def calendar(desk: Desk, request: Request) -> Response:
    """Meetings and deadlines of the last 90 days and ahead, or from ``since`` on, of one ``actor``, ``story`` or ``kind`` where asked for.

    304 where the reader has this very calendar.
    """
    try:
        from onrecord.views.calendar import ics
    except ModuleNotFoundError as error:
        raise HTTPException(503, 'calendars need the package icalendar: pip install "onrecord[calendar]"') from error
    wanted = asked(request.query_params)
    cancelled = request.query_params.get("cancelled", "title")
    if cancelled not in ("title", "status") or wanted.words["kind"] not in ("", "meeting", "deadline"):
        raise HTTPException(400, "cancelled is title or status; kind is meeting or deadline")
    with desk.view(wanted.as_of) as view:
        kinds = (wanted.words["kind"],) if wanted.words["kind"] else ("meeting", "deadline")
        names = [name for name in (resolved(view, wanted.words[word]) for word in ("actor", "with")) if name]
        since = wanted.days["since"] or (desk.today(view) or date(1970, 1, 1)) - LATELY
        story = in_story(view, wanted.words["story"])

        def made() -> bytes:
            found = desk.shelf(view).chosen(view, Choice(since=since, story=story), kinds)
            here = (one for one in found if (days := place(one)) and days[1] >= since)
            return ics([one for one in here if set(names) <= _names(one)], cancelled)

        content = desk.keep(view, ("calendar", kinds, *names, story, since, cancelled), made)
    return _tagged(request, content, "text/calendar; charset=utf-8")


def atom(desk: Desk, request: Request) -> Response:
    """What became new, changed or was contradicted in the thirty days before today, or since ``since``, the newest first."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        today = desk.today(view) or date(1970, 1, 1)
        since = wanted.days["since"] or today - BACK
        news = changes(view, since, desk.shelf(view).since(view, since))[::-1][:MOST]
    base = f"{request.url.scheme}://{request.url.netloc}"
    feed = Element("feed", xmlns=ATOM)
    SubElement(feed, "id").text = f"{base}/changes.atom"
    SubElement(feed, "title").text = "On Record: what has changed"
    SubElement(feed, "link", rel="self", href=one_line(str(request.url)))
    SubElement(feed, "updated").text = max((one.record.recorded_at for one in news), default=f"{today}T00:00:00+00:00")
    SubElement(SubElement(feed, "author"), "name").text = "onrecord"
    for one in news:
        _item(feed, one, base)
    text = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, "utf-8")
    return _tagged(request, text, "application/atom+xml; charset=utf-8")


def _names(one: Affair) -> set[str]:
    """Everybody who takes part in a thread."""
    return {who.name.removeprefix("~") for told in one.records.values() for _, who in told.entry.people() if who.name}


def _item(feed: Element, news: News, base: str) -> None:
    entry = news.record.entry
    item = SubElement(feed, "entry")
    SubElement(item, "id").text = f"{base}/entries/{entry.id}#{news.kind}"
    SubElement(item, "title").text = clip(one_line(f"{news.kind} ({news.state}): {phrase(entry)}"), 300)
    SubElement(item, "link", href=f"{base}/entries/{entry.id}")
    SubElement(item, "updated").text = news.record.recorded_at
    told = f"{when(entry)} “{news.record.sentence or entry.words}” says {says(news.record)}"
    SubElement(item, "summary").text = clip(one_line(told), 1_000)


def _tagged(request: Request, content: bytes, media_type: str) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, max-age=300"}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
