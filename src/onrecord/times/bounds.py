"""What bounds a time: "by Friday", "before the weekend", "until noon on Monday", "within 50 days", "as early as next week".

A bound gives the window its role and moves its ends; the TIMEX3 is not touched by it. The whole of it is the phrase.
"Before Friday" counts that Friday in, as people who set deadlines by it do; before a date, a feast or a stretch is up to the day before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.nouns import Bound as End
from onrecord.nouns import Window
from onrecord.times import calendar as cal
from onrecord.times.context import Resolved
from onrecord.times.lexicon import letters
from onrecord.times.words import Line

LEFT = 6
REFERENCES = ("PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Bounded:
    """The role of a bound, and the words from ``first`` to the one before ``last`` that the whole of it takes.

    ``partner``: the word that holds the other end of "from Monday to Friday", or -1.
    """

    role: str
    first: int
    last: int
    partner: int = -1


@dataclass(frozen=True, slots=True)
class Side:
    """A bound as a value: its name, the role that it gives, and what stands beside the time."""

    name: str
    role: str
    pattern: re.Pattern[str]


def _left(name: str, role: str, pattern: str) -> Side:
    return Side(name, role, re.compile(letters(f"(?:{pattern})$")))


def _right(name: str, role: str, pattern: str) -> Side:
    return Side(name, role, re.compile(letters(pattern)))


LEFTS = (
    _left("as early as", "EARLIEST", "{only}?{as}{early|soon}{as}"),
    _left("no later than", "BY", "{no}{later}{than}{the}?"),
    _left("by", "BY", "{by}{the}?"),
    _left("before", "BEFORE", "{before|ahead}{of}?{the}?|{prior}{to}{the}?"),
    _left("until", "UNTIL", "(?:{up}{to|until}|{until|through})(?:{at}{least})?{the}?"),
    _left("since", "SINCE", "{since}{early|late}?{the}?"),
    _left("after", "AFTER", "{after|beyond}{the}?"),
    _left("from", "FROM", "{only}?(?:{begin}{on|in|from|at}?|{from}|{as}{of})"),
    _left("within", "WITHIN", "{within}{the}?"),
    _left("in", "IN", "{in}"),
    _left("on", "AT", "{on|at|for|during|over|to}{the}?|{in}{the}"),
)
RIGHTS = (
    _right("at the latest", "BY", "{at}{the}{latest}"),
    _right("or earlier", "BY", "{or}{earlier}"),
    _right("or later", "EARLIEST", "{or}{later}|{and}{beyond}"),
)
PAIR = re.compile(letters("(?:{to|until|through|and|hyphen}{at}?{least}?)(?P<end>{T})"))


def bound(line: Line, at: int) -> Bounded:
    """What bounds the time at word ``at``; role ``AT`` where nothing does."""
    left = line[max(0, at - LEFT) : at]
    offset = at - len(left)
    side, first = next(((s, offset + m.start()) for s in LEFTS if (m := s.pattern.search(left))), (None, at))
    role = side.role if side else "AT"
    pair = PAIR.match(line, at + 1)
    if pair and (role == "FROM" or (at and line[at - 1] == letters("{between}"))):
        return Bounded("FROM_TO", first if role == "FROM" else at - 1, pair.end(), pair.start("end"))
    for right in RIGHTS:
        found = right.pattern.match(line, at + 1)
        if found:
            return Bounded(right.role, first, found.end())
    return Bounded(role, first, at + 1)


def window(found: Resolved, role: str, lean: float = 0.0) -> Window | None:
    """The window of a resolved time under a role; ``None`` where nothing of it is on the calendar."""
    if found.type == "SET" or found.value in REFERENCES:
        return None
    if found.type == "DURATION":
        return _of_duration(found, role, lean)
    if found.first is None or found.last is None:
        return None
    first, last = _ends(found, role)
    if first is None and last is None:
        return None
    return Window(first, last, found.grain, {"FROM": "EARLIEST", "IN": "AT"}.get(role, role), found.basis)


def joined(first: Window, last: Window) -> Window | None:
    """From the one window's beginning to the other's end; ``None`` where that runs backwards."""
    begin, end = first.earliest, last.latest
    if begin is None or end is None or str(begin)[:10] > str(end)[:10]:
        return None
    return Window(begin, end, first.grain, "FROM_TO", first.basis)


def _ends(found: Resolved, role: str) -> tuple[End | None, End | None]:
    if role in ("BY", "UNTIL", "WITHIN"):
        return None, found.last
    if role == "BEFORE":
        return None, _before(found)
    if role in ("SINCE", "FROM", "EARLIEST"):
        return found.first, None
    if role == "AFTER":
        return (cal.day_plus(found.last, 1) if found.type == "DATE" and found.last else found.first), None
    return found.first, found.last


def _before(found: Resolved) -> End | None:
    if found.type != "DATE" or found.mod == "END" or found.weekday or found.first is None:
        return found.last
    return cal.day_plus(found.first, -1)


def _of_duration(found: Resolved, role: str, lean: float) -> Window | None:
    if role == "WITHIN" and found.ahead:
        return Window(None, found.ahead.last, found.grain, "WITHIN", "publication")
    if role == "IN" and found.ahead and lean > 0 and found.first is None:
        return Window(found.ahead.first, found.ahead.last, found.grain, "AT", "publication")
    if found.first is None or found.last is None:
        return None
    return Window(found.first, found.last, found.grain, "AT", found.basis)
