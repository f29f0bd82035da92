"""Meetings and deadlines as an iCalendar file (RFC 5545): an event a thread, with its history in the description.

A thread keeps its UID while it grows, and SEQUENCE counts its changes. Windows that are vague become all-day spans marked "(approx.)".
What was called off stays, with a prefix to its title, since Google Calendar drops events with STATUS:CANCELLED from the calendars that it
subscribes to; ``cancelled="status"`` writes that status, for all other programs. Needs the package icalendar (extra ``calendar``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event, vText

from onrecord.linking import Change
from onrecord.nouns import Deadline, Window
from onrecord.views.chain import says
from onrecord.views.day import day
from onrecord.views.phrase import phrase
from onrecord.views.printable import one_line
from onrecord.views.threads import Affair

if TYPE_CHECKING:
    pass

FIRM = frozenset({"confirmed", "held", "set", "extended", "brought forward", "met", "missed", "expired"})
OFF = frozenset({"cancelled", "withdrawn"})
PREFIX = {"cancelled": "CANCELLED", "postponed": "POSTPONED", "withdrawn": "WITHDRAWN", "lapsed": "LAPSED", "denied": "DENIED"}
EXACT = frozenset({"minute", "hour", "day"})
LONGEST = timedelta(days=366)
"""A window that is longer, or open at the end from which its day would be counted, has no place in a calendar."""


def ics(found: Iterable[Affair], cancelled: str = "title") -> bytes:
    """The calendar of all meetings and deadlines that have a day. ``cancelled``: ``title`` or ``status``."""
    calendar = Calendar()
    calendar.add("prodid", "-//onrecord//ledger//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "onrecord")
    for event in events(found, cancelled):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def events(found: Iterable[Affair], cancelled: str = "title") -> Iterator[Event]:
    """A VEVENT for each meeting and deadline that can be placed on a calendar."""
    for one in found:
        window = dated(one)
        if one.thread.kind in ("meeting", "deadline") and window is not None:
            yield _event(one, window, cancelled)


def dated(one: Affair) -> Window | None:
    """The window told last that a calendar can show; of what was put off, the last one known."""
    for member in reversed(one.current):
        timing = member.entry.timing()
        window = timing.when.window if timing else None
        if window is not None and _span(window, one.thread.kind) is not None and member.entry.status != "denied":
            return window
    return None


def _event(one: Affair, window: Window, cancelled: str) -> Event:
    span = _span(window, one.thread.kind)
    assert span is not None
    state, last = one.life.state, one.last
    stamp = datetime.fromisoformat(max(record.recorded_at for record in one.records.values())).astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{one.thread.id}@onrecord")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, sum(change.state != "restated" for change in one.life.changes) - 1))
    event.add("dtstart", span[0])
    event.add("dtend", span[1])
    event.add("summary", _title(one, window, cancelled))
    event.add("status", _status(state, cancelled))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [one.thread.kind, state])
    event.add("description", "\n".join(_description(one)))
    places = [str(place) for role, place in last.entry.people() if role == "place"]
    if places:
        event.add("location", one_line("; ".join(places)))
    if last.url.startswith(("http://", "https://")):
        event["url"] = vText(one_line(last.url))
    return event


def _span(window: Window, kind: str) -> tuple[date, date] | None:
    """Start and exclusive end: instants where both are, else whole days; a deadline lies on its last day."""
    first, last = window.earliest, window.latest
    if kind == "deadline":
        first = last = last or first
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    if isinstance(first, datetime) and isinstance(last, datetime):
        return first, max(last, first + timedelta(hours=1))
    start, end = _day(first), _day(last)
    return (start, end + timedelta(days=1)) if start <= end <= min(start, date.max - LONGEST) + LONGEST - timedelta(days=1) else None


def _day(bound: date) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _title(one: Affair, window: Window, cancelled: str) -> str:
    state = one.life.state
    prefix = "" if state == "cancelled" and cancelled == "status" else PREFIX.get(state, "")
    told = phrase(one.telling.entry)
    head = "Deadline: " if isinstance(one.first.entry, Deadline) else ""
    vague = window.grain not in EXACT or window.earliest is None or window.latest is None or window.earliest != window.latest
    approximate = " (approx.)" if vague and one.thread.kind == "meeting" else ""
    return one_line(f"{f'{prefix}: ' if prefix else ''}{head}{told}{approximate}")


def _status(state: str, cancelled: str) -> str:
    if state in OFF and cancelled == "status":
        return "CANCELLED"
    return "CONFIRMED" if state in FIRM else "TENTATIVE"


def _description(one: Affair) -> Iterator[str]:
    """State, history with words and chain, and what stands against each other."""
    yield f"State: {one.life.state}"
    for change in one.life.changes:
        yield _line(one, change)
    for clash in one.life.contradictions:
        told = (says(one.records[side.entry.id]) for side in (clash.one, clash.other))
        sides = zip((clash.one, clash.other), told, strict=True)
        yield "Told in two ways: " + " | ".join(f"{side.entry.status} ({who})" for side, who in sides)


def _line(one: Affair, change: Change) -> str:
    record = one.records[change.filed.entry.id]
    when = day(change.filed.day) if change.filed.day else "day unknown"
    told = record.sentence or change.words
    return one_line(f"{when}: {change.name} - “{told}” - {says(record)} [{record.entry.id[:8]}]")
