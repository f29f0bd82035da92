"""Seasons and feasts: "last summer", "the winter of 1994", "Christmas", "New Year's Day", "Easter"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.english.days import WHICH_WORDS, which
from onrecord.times.points import Fixed, Inside, Pick
from onrecord.times.rules import has, number, time_rule, word


def _season(match: re.Match[str]) -> Pick:
    found = word(match, "s")
    return Pick(cal.season(str(found.value if found else "SU")), which(match) if has(match, "h") else "")


def _season_of(match: re.Match[str]) -> Time:
    return Inside(_season(match).what, Fixed(cal.year_of(number(match, "y")), "year"))


ATOMS = (
    time_rule("this or last season", "tspan", WHICH_WORDS + "{season:s}", _season),
    time_rule("the season", "tspan", "(?:{the}{early|late}?|(?<={in|since|until|early|late|by|mid|hyphen})){season:s}", _season),
    time_rule("season of a year", "tspan", "{the}?{season:s}{of}?{year:y}", _season_of),
)
