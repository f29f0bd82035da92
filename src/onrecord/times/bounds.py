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
from onrecord.times.direction import ROLE, Direction
from onrecord.times.lexicon import CLASS, letters
from onrecord.times.parts import InDay
from onrecord.times.stretches import Apart
from onrecord.times.words import Line

LEFT = 6
MOVES = ("move", "moving", "postpon", "reschedul", "shift", "brought", "bring", "push", "delay", "extend", "prolong", "advanc", "defer")
"""How the verbs begin that take a day from one date to another: no stretch lies between the two."""

MOVED_FROM = 9
ROLES = {"FROM": "EARLIEST", "IN": "AT", "FOR": "AT", "APART": "AT", "FROM_TO": "AT", "FAR_SINCE": "SINCE", "FAR_AFTER": "AFTER"}
LONG = ("quarter", "half", "year", "decade", "century")
STALE = ("restated", "missed", "met", "withdrawn")
REFERENCES = ("PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Bounded:
    """The role of a bound, and the words from ``first`` to the one before ``last`` that the whole of it takes.

    ``partner``: the word that holds the other end of "from Monday to Friday", or -1. ``inclusive``: the time names a deadline itself
    ("before yesterday's deadline"). ``remote``: it bounds an event that the time belongs to ("since the truce
    began in March", "since the June fighting").
    """

    role: str
    first: int
    last: int
    partner: int = -1
    inclusive: bool = False
    remote: bool = False


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
    _left("after", "AFTER", "{after|beyond}{the}?|(?<!{the}){past}{the}"),
    _left("from", "FROM", "{only}?(?:{begin}{as}?{of}?{on|in|from|at}?|{from})"),
    _left("within", "WITHIN", "{within}{the}?"),
    _left("in", "IN", "{in}"),
    _left("to", "TO", "{to}{the}?"),
    _left("for", "FOR", "{for|by}{the}?"),
    _left("on", "AT", "{on|at|during|over}{the}?|{in}{the}|{as}{of}"),
)
RIGHTS = (
    _right("at the latest", "BY", "{at}{the}{latest}"),
    _right("or earlier", "BY", "{or}{earlier}"),
    _right("or later", "EARLIEST", "{or}{later}|{and}{beyond}"),
    _right("deadline", "DUE", "{hyphen}?{deadline}"),
    _right("apart", "APART", "{before|after}"),
)
PAIR = re.compile(letters("(?:{to|until|through|and|hyphen}{at}?{least}?)(?P<end>{T})"))
GIVEN = re.compile(letters("(?:{given}(?:{unknown|the|its|quote|a}){0,4}|{has}|{deadline}{of})(?:{a|other|another})?$"))
SINCE = re.compile(letters("{since}(?:{unknown|the|a|its|hyphen|on|in|of|apostrophe_s|at|by|to|from|quote|for}){1,9}$"))
SOON = re.compile(letters("(?:{soon|exact}{before|after}|{before})$"))
UNTIL_NAMED = re.compile(letters("(?:{unknown}){0,2}{deadline}|{apostrophe_s}"))


def bound(line: Line, at: int) -> Bounded:
    """What bounds the time at word ``at``; role ``AT`` where nothing does."""
    left = line[max(0, at - LEFT) : at]
    offset = at - len(left)
    side, first = next(((s, offset + m.start()) for s in LEFTS if (m := s.pattern.search(left))), (None, at))
    moves = side is not None and side.role == "FROM" and _moves(line, first)
    role = "AT" if moves or side is None else side.role
    pair = PAIR.match(line, at + 1)
    if pair and not moves and _paired(line, at, role, pair):
        return Bounded("FROM_TO", at - 1 if at and line[at - 1] == CLASS["between"] else first, pair.end(), pair.start("end"))
    inclusive = UNTIL_NAMED.match(line, at + 1) is not None or _out(line, at)
    for right in RIGHTS:
        found = right.pattern.match(line, at + 1)
        if found and (right.role != "APART" or isinstance(line.words[at].value, Apart)):
            held = right.role == "DUE" and role in ("BY", "BEFORE", "WITHIN", "AFTER", "SINCE")
            return Bounded(role if held else right.role, first, found.end(), inclusive=inclusive)
    if first == at and line[at] == CLASS["tdur"] and GIVEN.search(line[max(0, first - LEFT) : first]):
        role = "DUE"
    if role in ("AT", "IN") and SINCE.search(line, max(0, first - 12), first):
        return Bounded("SINCE", first, at + 1, inclusive=inclusive, remote=True)
    if role in ("BEFORE", "AFTER") and line[at] == CLASS["ttime"] and _close(line, at):
        role = "AT"
    remote = role == "SINCE" and line[at + 1 : at + 2] in (CLASS["unknown"], CLASS["apostrophe_s"])
    return Bounded(role, first, at + 1, inclusive=inclusive, remote=remote)


def _moves(line: Line, at: int) -> bool:
    """Whether the words before tell of a day that is moved: "brought forward from Friday to Wednesday"."""
    return any(word.text.lower().startswith(MOVES) for word in line.words[max(0, at - MOVED_FROM) : at])


def _paired(line: Line, at: int, role: str, pair: re.Match[str]) -> bool:
    """Whether two times make one stretch: "from Monday to Friday", "between May and July", "in May and June"."""
    if role == "FROM" or (at and line[at - 1] == CLASS["between"]):
        return True
    if line.words[at].by == "first of a run" or line.words[pair.start("end")].by == "last of a run":
        return True
    months = line[at] == line[pair.start("end")] == CLASS["tmonth"]
    return months and line[at + 1] == CLASS["and"] and role == "IN"


def _out(line: Line, at: int) -> bool:
    """ "before the summer is out": its end is meant."""
    after = [word.text.lower() for word in line.words[at + 1 : at + 3]]
    return after in (["is", "out"], ["is", "over"], ["runs", "out"], ["are", "out"], ["are", "over"])


def _close(line: Line, at: int) -> bool:
    """ "shortly after 11 p.m.", "before dawn": at that time, near enough."""
    named = isinstance(line.words[at].value, InDay)
    match = SOON.search(line[max(0, at - 2) : at])
    return match is not None and (named or len(match.group()) > 1)


def role_of(role: str, found: Resolved, way: Direction) -> str:
    """The role in the light of the event: what is put off "until Monday" is on Monday; what is due in 72 hours is due within them."""
    if role == "UNTIL" and way.why == "postponed":
        return "AT"
    if role == "FROM" and found.grain in LONG and way.lean <= ROLE["FROM"]:
        return "AT"
    if way.due and way.why in STALE and found.type == "DURATION" and found.first is None and found.basis == "absolute":
        return "FOR"
    if found.basis == "event" and way.due and way.why != "met":
        return "DUE"
    if role == "DUE":
        return "WITHIN" if found.type == "DURATION" and found.first is None else "AT"
    if found.type == "DURATION" and found.first is None:
        if way.due and way.why in ("set", "") and role in ("AT", "IN", "WITHIN"):
            return "WITHIN"
        if way.due and way.why == "proposed" and role == "WITHIN":
            return "FOR"
        if not way.due and way.why == "demanded" and role in ("AT", "IN"):
            return "WITHIN"
    return "UNTIL" if role == "TO" and way.due and way.why in ("extended", "brought-forward") else "AT" if role == "TO" else role


def window(found: Resolved, role: str, lean: float = 0.0, inclusive: bool = False) -> Window | None:
    """The window of a resolved time under a role; ``None`` where nothing of it is on the calendar."""
    if found.type == "SET" or found.value in REFERENCES:
        return None
    if found.type == "DURATION":
        return _of_duration(found, role, lean)
    if found.first is None or found.last is None:
        return None
    first, last = (None, found.last) if inclusive and role == "BEFORE" else _ends(found, role)
    if inclusive and role == "AFTER":
        first = found.first
    if first is None and last is None:
        return None
    return Window(first, last, found.grain, ROLES.get(role, role), found.basis)


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
    if role in ("SINCE", "FROM", "EARLIEST", "FAR_SINCE", "FAR_AFTER"):
        return found.first, None
    if role == "AFTER":
        return (cal.day_plus(found.last, 1) if found.type == "DATE" and found.last else found.first), None
    return found.first, found.last


def _before(found: Resolved) -> End | None:
    if found.mod == "MID" and found.days:
        return cal.day_plus(found.days.first, len(found.days) // 2 - 2)
    if found.type != "DATE" or found.mod == "END" or found.weekday or found.first is None:
        return found.last
    return cal.day_plus(found.first, -1)


def _of_duration(found: Resolved, role: str, lean: float) -> Window | None:
    ahead = found.ahead
    if found.basis == "event":
        return Window(None if role == "DUE" else found.first, found.last, "day", "BY" if role == "DUE" else "AT", "event")
    if role == "WITHIN" and ahead:
        return Window(ahead.first if len(ahead) > 1 else None, ahead.last, found.grain, "WITHIN", "publication")
    if role == "IN" and ahead and lean > 0 and found.first is None:
        return Window(ahead.first, ahead.last, found.grain, "AT", "publication")
    if found.last is None:
        return None
    return Window(found.first, found.last, found.grain, "AT", found.basis)
