"""Seasons and feasts: "last summer", "the winter of 1994", "Christmas", "last Thanksgiving", "New Year's Day", "by Easter"."""

from __future__ import annotations

import re
from typing import cast

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.english.days import WHICH_WORDS, which
from onrecord.times.feast_days import feast
from onrecord.times.lexicon import BREAK, CLASS
from onrecord.times.parts import Around, Inside
from onrecord.times.points import Fixed, Pick
from onrecord.times.rules import following, has, number, preceding, time_rule, word, words
from onrecord.times.words import Line

OPENING = frozenset((CLASS["dot"], BREAK))
VERBAL = ("to", "will", "would", "may", "might", "can", "could", "not", "should", "they", "we", "i", "you")


def _season(match: re.Match[str]) -> Pick:
    found = word(match, "s")
    return Pick(cal.season(str(found.value if found else "SU")), which(match) if has(match, "h") else "")


def _lone(match: re.Match[str]) -> Time | None:
    """A bare season; not the verbs ("to spring", "will fall") nor a name ("the Spring Offensive", "Arab Spring")."""
    line, at = cast("Line", match.string), match.start()
    inside = at > 0 and line.words[at - 1].kind not in OPENING
    named = words(match, "s")[0].text[0].isupper() and (inside or following(match, lower=False)[:1].isupper())
    verb = preceding(match) in VERBAL or following(match) in ("up", "forth", "back") or words(match, "s")[0].text.lower() == "fall"
    return None if named or verb else _season(match)


def _season_of(match: re.Match[str]) -> Time:
    return Inside(_season(match).what, Fixed(cal.year_of(number(match, "y")), "year"))


def _feast(match: re.Match[str]) -> Time | None:
    what = feast(words(match, "f")[0].text)
    if what is None:
        return None
    if has(match, "y"):
        return Inside(what, Fixed(cal.year_of(number(match, "y")), "year"))
    return Pick(what, which(match) if has(match, "h") else "")


def _feast_week(match: re.Match[str]) -> Time | None:
    day = _feast(match)
    return Around(cal.WEEK, day) if day and words(match, "u")[0].text.lower() == "week" else None


ATOMS = (
    time_rule("this or last season", "tspan", WHICH_WORDS + "{season:s}", _season),
    time_rule("the season", "tspan", "(?:{the}|(?<={in|since|until|early|late|by|mid|hyphen|of})){season:s}(?!{of|unknown})", _season),
    time_rule("lone season", "tspan", "{season:s}", _lone),
    time_rule("season of a year", "tspan", "{the}?{season:s}{of}?{year:y}", _season_of),
    time_rule("feast", "tday", WHICH_WORDS + "?{feast:f}{comma}?{year:y}?", _feast),
    time_rule("feast week", "tspan", "{feast:f}{unit:u}", _feast_week),
)
