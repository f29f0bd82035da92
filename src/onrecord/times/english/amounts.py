"""Durations: "three hours", "the past two weeks", "a year and a half", "48-hour", "decade-old", "10 or 12 days"."""

from __future__ import annotations

import re

from onrecord.times.context import Time
from onrecord.times.rules import AMOUNT, amount, has, most, text, time_rule, unit
from onrecord.times.stretches import Lasting

MODS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
}  # fmt: skip
MOD = "(?P<mod>{approx}|{more|less}{than}|{over}|{at}{least|most}|{up}{to})?"
TAIL = "{hyphen}?{more|full|working|other}?{UNIT|units|weekends:u}(?P<x>{and}{a}{half})?(?P<so>{or}{so})?"


def _mod(match: re.Match[str]) -> str:
    word = text(match, "mod")
    return "APPROX" if has(match, "so") else MODS.get(word, "APPROX" if word else "")


def _lasting(reach: int, match: re.Match[str]) -> Time | None:
    count = amount(match)
    if has(match, "x") and count is not None:
        count += 0.5
    return Lasting(count, unit(match, "u"), _mod(match), reach, most(match))


def _bare(match: re.Match[str]) -> Time | None:
    return Lasting(None, unit(match, "u"))


def _one(reach: int, match: re.Match[str]) -> Time | None:
    return Lasting(1.0, unit(match, "u"), "", reach)


ATOMS = (
    time_rule("past amount", "tdur", "{the|these}?{last|past|previous|latest}" + AMOUNT + TAIL, lambda m: _lasting(-1, m)),
    time_rule("next amount", "tdur", "{the|these}?{next|coming|after}" + AMOUNT + TAIL, lambda m: _lasting(1, m)),
    time_rule("first amount", "tdur", "{the}{ordinal|second|full|other|same}?" + AMOUNT + TAIL, lambda m: _lasting(0, m)),
    time_rule("amount", "tdur", MOD + AMOUNT + TAIL + "(?:{hyphen}?{old|long}(?!{hyphen}))?", lambda m: _lasting(0, m)),
    time_rule("the past year", "tdur", "{the}{past}{UNIT:u}", lambda m: _one(-1, m)),
    time_rule("some units", "tdur", "{units:u}", _bare),
    time_rule("unit-long", "tdur", "{UNIT|units:u}{hyphen}{old|long}", lambda m: _one(0, m)),
)
COMPOUNDS = ()
