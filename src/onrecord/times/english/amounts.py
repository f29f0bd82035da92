"""Durations: "three hours", "the past two weeks", "a year and a half", "48-hour", "decade-old", "10 or 12 days", "recent months"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.lexicon import TABLES
from onrecord.times.rules import AMOUNT, amount, following, has, most, text, time_rule, unit
from onrecord.times.stretches import Lasting

MODS = {
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
}
MOD = "(?P<mod>{ABOUT}|{no}?{more|less}{than}|{over}(?!{a}?{few|several|some})|{at}{least|most}|{up}{to})?"
OLD = "(?!{hyphen}?{old}|{of}{age})"
PLAIN = "{hyphen}?{more|full|working|other}?"
TAIL = PLAIN + "{UNIT|units|weekends:u}(?P<x>{and}{a}{half})?(?P<so>{or}{so})?" + OLD
AGED = frozenset(TABLES["aged"]["things"].split())


def _mod(match: re.Match[str]) -> str:
    word = text(match, "mod")
    return "APPROX" if has(match, "so") else MODS.get(word, "APPROX" if word and word != "just" else "")


def _lasting(reach: int, match: re.Match[str]) -> Time | None:
    what, count = unit(match, "u"), amount(match)
    if count is not None and has(match, "x"):
        count += 0.5
    if what is cal.SECOND and text(match, "n") in ("a", "another"):
        return None
    return Lasting(count, what, _mod(match), reach, most(match))


def _whole(match: re.Match[str]) -> Time | None:
    return _lasting(0, match)


def _plain(match: re.Match[str]) -> Time | None:
    """A quarter after "a" or a hyphen is a share, not a time."""
    share = unit(match, "u") is cal.QUARTER and (text(match, "n") in ("a", "half") or "-" in text(match, "all"))
    return None if share else _lasting(0, match)


def _aged(match: re.Match[str]) -> Time | None:
    """A thing's age is a duration ("the 3-1/2-year-old war"); a person's is no time expression."""
    return _lasting(0, match) if following(match) in AGED else None


def _bare(match: re.Match[str]) -> Time | None:
    return Lasting(None, unit(match, "u"))


def _recent(match: re.Match[str]) -> Time | None:
    word = text(match, "h").split()[-1]
    return Lasting(None, unit(match, "u"), "", 0 if word == "recent" else -1 if word in ("last", "past") else 1)


def _one(match: re.Match[str]) -> Time | None:
    if has(match, "o") and following(match) not in AGED:
        return None
    return Lasting(1.0 if text(match, "u")[-1] != "s" else None, unit(match, "u"))


ATOMS = (
    time_rule("past amount", "tdur", "{the|these}?{last|past|previous|latest|prior}" + AMOUNT + TAIL, lambda m: _lasting(-1, m)),
    time_rule("next amount", "tdur", "{the|these}?{next|coming}" + AMOUNT + TAIL, lambda m: _lasting(1, m)),
    time_rule("amount of coming units", "tdur", "{the}?" + AMOUNT + "{next|coming}{units:u}(?P<x>)(?P<so>)", lambda m: _lasting(1, m)),
    time_rule("first amount", "tdur", "{the|its}{ordinal|second|full|other|same|last}?" + AMOUNT + PLAIN + "{units:u}" + OLD, _whole),
    time_rule("amount", "tdur", f"(?P<all>{MOD}{AMOUNT}{TAIL})", _plain),
    time_rule("age", "tdur", AMOUNT + "{hyphen}?{UNIT|units:u}{hyphen}?{old}", _aged),
    time_rule("amount long", "tdur", "(?P<n>{NUM|few|several})" + "{hyphen}?{UNIT|units:u}{hyphen}{long}", _whole),
    time_rule("the past year", "tdur", "{the}{past}{UNIT:u}", lambda m: Lasting(1.0, unit(m, "u"), "", -1)),
    time_rule(
        "the next year",
        "tdur",
        "(?<={for|over|in|within|during|of}){the}{next|coming}{UNIT:u}",
        lambda m: Lasting(1.0, unit(m, "u"), "", 1),
    ),
    time_rule("the hour", "tdur", "(?<={within}){the}{UNIT:u}", lambda m: Lasting(1.0, unit(m, "u"))),
    time_rule("recent units", "tdur", "(?P<h>{the}?{recent|coming|past|last|next}){units:u}", _recent),
    time_rule("the units ahead", "tdur", "{the}?{units:u}{ahead:h}", _recent),
    time_rule("some units", "tdur", "(?<={for|in|within|over|after|the|few}){units:u}(?!{hyphen})", _bare),
    time_rule("unit-long", "tdur", "(?<!{hyphen|number|digit}){UNIT|units:u}{hyphen}(?:{long}|{old:o})", _one),
)
