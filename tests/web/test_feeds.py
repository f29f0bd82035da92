"""The calendar and the feed are read by their own readers, and sent once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from onrecord.views.web.feeds import ATOM


def test_the_calendar_holds_no_line_that_is_not_ours(desk: TestClient) -> None:
    answer = desk.get("/calendar.ics")
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    assert answer.headers["content-type"].startswith("text/calendar") and len(events) >= 2
    assert not any("ATTENDEE" in event for event in events)


@pytest.mark.parametrize("path", ["/calendar.ics", "/changes.atom"])
def test_what_is_known_is_not_sent_again(desk: TestClient, path: str) -> None:
    tag = desk.get(path).headers["etag"]
    again = desk.get(path, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_calendar_can_be_of_one_actor(desk: TestClient) -> None:
    sent = [desk.get(f"/calendar.ics{query}").text for query in ("", "?actor=Norway", "?kind=meeting")]
    of = [len(Calendar.from_ical(text).walk("VEVENT")) for text in sent]
    assert of[0] > of[1] > 0 and of[0] > of[2] > 0


def test_the_feed_is_atom(desk: TestClient) -> None:
    root = ElementTree.fromstring(desk.get("/changes.atom?since=2027-04-12").content)
    space = f"{{{ATOM}}}"
    items = root.findall(f"{space}entry")
    assert root.tag == f"{space}feed" and items
    assert len({item.findtext(f"{space}id") for item in items}) == len(items)
    for item in items:
        assert item.findtext(f"{space}title") and item.findtext(f"{space}updated")
