"""Entries made by hand, filed by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.linking import Filed
from onrecord.nouns import Act, Deadline, Entry, Meeting, Participant, Quote, Span, Timing, When, Window


def who(*names: str) -> tuple[Participant, ...]:
    """Participants of these canonical names; ``(the crew)`` is unnamed."""
    return tuple(Participant("" if name.startswith("(") else name, name.strip("()")) for name in names)


def when(value: str) -> tuple[Timing, ...]:
    """A day, a window ``from/to``, or nothing."""
    if not value:
        return ()
    first, _, last = value.partition("/")
    bounds = (date.fromisoformat(first) if first else None, date.fromisoformat(last or first))
    return (Timing(When(Span(0, 1), Span(0, 1), "DATE", value, window=Window(*bounds)), value),)


def meeting(day: str, status: str, parties: str, on: str = "", place: str = "", context: str = "", **more: object) -> Filed:
    """A meeting told on ``day`` in a report of that day; parties are joined by ``+``."""
    fields = {"parties": who(*parties.split("+")) if parties else (), "times": when(on), "places": who(*[place] if place else [])}
    entry = Meeting(report=f"report of {day}", status=status, words="meeting", **{**fields, **more})  # type: ignore[arg-type]
    return filed(entry, day, context)


def deadline(day: str, status: str, setter: str, addressee: str, due: str = "", demand: str = "leave the town") -> Filed:
    """A deadline told on ``day``."""
    setters, addressees = who(*[setter] if setter else []), who(*[addressee] if addressee else [])
    entry = Deadline(report=f"report of {day}", status=status, words="deadline", due=when(due), demands=(demand,))
    return filed(replace(entry, setters=setters, addressees=addressees), day)


def act(day: str, status: str, actor: str, recipient: str, words: str = "sanctions", type: str = "SANCTION") -> Filed:  # noqa: A002
    """An act told on ``day``."""
    actors, recipients = who(*[actor] if actor else []), who(*[recipient] if recipient else [])
    return filed(Act(report=f"report of {day}", status=status, type=type, words=words, actors=actors, recipients=recipients), day)


def quote(day: str, speaker: str, content: str) -> Filed:
    """A quotation told on ``day``."""
    return filed(Quote(report=f"report of {day}", words=content, content=(content,), speakers=who(speaker)), day)


def filed(entry: Entry, day: str, context: str = "") -> Filed:
    """The entry, named by its day, kind, status and words."""
    named = replace(entry, id=f"{day} {entry.kind} {entry.status} {entry.words}"[:60])
    return Filed(named, date.fromisoformat(day) if day else None, 0, context)
