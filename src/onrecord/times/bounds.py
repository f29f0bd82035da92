"""What bounds a time: "by Friday", "before the weekend", "until noon on Monday", "within 50 days", "as early as next week".

A bound gives the window's role and moves its ends; the TIMEX3 is not touched by it. ``phrase`` is the whole of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.nouns import Bound as End
from onrecord.nouns import Window
from onrecord.times import calendar as cal
from onrecord.times.context import Resolved
from onrecord.times.lexicon import letters
from onrecord.times.words import Line

LEFT = 6


@dataclass(frozen=True, slots=True)
class Bounded:
    """The role of a bound and the words that it takes: from word ``first`` to the one before ``last``."""

    role: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Side:
    """A bound as a value: what stands left (``before``) or right of the time, and the role that it gives it."""

    role: str
    pattern: re.Pattern[str]


def _left(role: str, pattern: str) -> Side:
    return Side(role, re.compile(letters(f"(?:{pattern})$")))


LEFTS = (
    _left("EARLIEST", "{already}?{as}{early|soon}{as}"),
    _left("BY", "{no}{later}{than}|{at}{the}?{late}{by}"),
    _left("BY", "{by}{the}?"),
    _left("BEFORE", "{before}{the}?|{prior}{to}|{ahead_of}{of}"),
    _left("UNTIL", "(?:{up}{to}|{until|through|to})(?:{at}{least})?"),
    _left("SINCE", "{since}{early|late}?"),
    _left("AFTER", "{after|beyond}{the}?"),
    _left("FROM", "{begin}{on|in|from}?|{already}?{from}|{as}{of}"),
    _left("WITHIN", "{within}{the}?"),
    _left("AT", "{on|in|at|for|during|over}{the}?"),
)
RIGHTS = (Side("BY", re.compile(letters("{at}{the}?{late}"))),)


def bound(line: Line, at: int) -> Bounded:
    """What bounds the time at word ``at``; role ``AT`` where nothing does."""
    left = line[max(0, at - LEFT) : at]
    for side in LEFTS:
        found = side.pattern.search(left)
        if found:
            first = at - len(left) + found.start()
            return Bounded(_role(side.role, line, at, first), first, at + 1)
    return Bounded("AT", at, at + 1)


TO = re.compile(letters("(?:{until|to|through|and|hyphen})(?:{at}{least})?{T}"))


def _role(role: str, line: Line, at: int, first: int) -> str:
    if role == "UNTIL" and line.words[first].text.lower() == "to":
        return "AT"
    return role


def window(found: Resolved, role: str, day: date | None) -> Window | None:
    """The window of a resolved time under a role; ``None`` where nothing of it is on the calendar."""
    if found.type in ("SET",) or found.value in ("PAST_REF", "FUTURE_REF"):
        return None
    if found.type == "DURATION":
        return _of_duration(found, role)
    if found.first is None or found.last is None:
        return None
    first, last = _ends(found, role)
    if first is None and last is None:
        return None
    return Window(first, last, found.grain, "EARLIEST" if role == "FROM" else role, found.basis)


def _ends(found: Resolved, role: str) -> tuple[End | None, End | None]:
    if role in ("BY", "UNTIL"):
        return None, found.last
    if role == "BEFORE":
        return None, _before(found)
    if role in ("SINCE", "FROM", "EARLIEST"):
        return found.first, None
    if role == "AFTER":
        return (cal.day_plus(found.last, 1) if found.type == "DATE" and found.last else found.first), None
    return found.first, found.last


def _before(found: Resolved) -> End | None:
    """The day before, but a weekday itself ("before Friday" is read as by Friday) and the end of a stretch that has one."""
    if found.type != "DATE" or found.mod == "END" or (found.directed and found.value[8:10] and found.basis == "publication"):
        return found.last if found.mod == "END" or found.type != "DATE" else _weekday_or_before(found)
    return cal.day_plus(found.first, -1) if found.first else None


def _weekday_or_before(found: Resolved) -> End | None:
    return found.last


def _of_duration(found: Resolved, role: str) -> Window | None:
    if found.first is None or found.last is None:
        return None
    if role == "WITHIN":
        return Window(None, found.last, found.grain, "WITHIN", found.basis)
    return Window(found.first, found.last, found.grain, "AT", found.basis)
