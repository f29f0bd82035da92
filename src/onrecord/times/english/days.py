"""Days by their name or their distance: "Friday", "last Tuesday", "today", "the day before yesterday", "a week on Monday"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.lexicon import TABLES
from onrecord.times.parts import InDay, Inside, Part
from onrecord.times.points import Fixed, Near, Pick, Shifted
from onrecord.times.rules import following, has, number, preceding, said, text, time, time_rule, words

WHICH_WORDS = "(?P<h>{this|the}?{last|past|next|coming|previous|following}|{this})"
WHICH = {"last": "last", "past": "last", "next": "next", "this": "this", "coming": "coming", "previous": "last"}
BY_MENTION = {"the previous": "previous", "the following": "following", "the next": "following"}
GENERIC = frozenset(TABLES["generic"]["things"].split())
MASTHEADS = frozenset(TABLES["mastheads"]["words"].split())
ACRONYM = re.compile(r"[A-Z]{2,}")
DISTANCE = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}


def which(match: re.Match[str]) -> str:
    """Which one "last", "this coming", "the following" (group ``h``) ask for; "" where the words ask for none."""
    asked = said(match, "h")
    return BY_MENTION.get(asked) or WHICH.get(asked.split()[-1], "")


def _weekday(match: re.Match[str]) -> Time:
    return Pick(cal.weekday(number(match, "w")))


def _which_weekday(match: re.Match[str]) -> Time | None:
    return Pick(cal.weekday(number(match, "w")), which(match)) if which(match) else None


def _deictic(match: re.Match[str]) -> Time | None:
    """ "today", but neither that of "today's youth" nor that of "USA Today"."""
    word = text(match, "w")
    if following(match) in ("'s", "’s") and following(match, skip=1) in GENERIC:
        return None
    if words(match, "w")[0].text == "Today" and (ACRONYM.fullmatch(before := preceding(match, lower=False)) or before.lower() in MASTHEADS):
        return None
    day = Near(cal.DAY, DISTANCE[word])
    return InDay(day, "NI") if word == "tonight" else day


def _beyond(match: re.Match[str]) -> Time:
    return Near(cal.DAY, 2 if has(match, "w") else -2)


def _week_on(match: re.Match[str]) -> Time | None:
    base = Pick(cal.weekday(number(match, "w")), "coming")
    return Shifted(1, cal.WEEK, 1, base=base) if text(match, "u") == "week" else None


def _named_date(match: re.Match[str]) -> Time | None:
    """ "Friday, Oct. 13": the date counts, the weekday only adds to it."""
    day, date = time(match, "w"), time(match, "d")
    named = isinstance(day, Pick) and day.what.inside is cal.WEEK
    dated = isinstance(date, Fixed) or (isinstance(date, Pick) and date.what.inside is not cal.WEEK)
    return date if named and dated else None


def _weekday_of_week(match: re.Match[str]) -> Time | None:
    """ "Monday of next week", "Tuesday this week"."""
    day, week = time(match, "w"), time(match, "t")
    if not (isinstance(day, Pick) and day.what.inside is cal.WEEK and isinstance(week, Near) and week.unit is cal.WEEK):
        return None
    return Inside(day.what, week)


def _edge_of_day(match: re.Match[str]) -> Time:
    return Part(time(match, "t"), "START" if text(match, "p") in ("early", "earlier") else "END")


ATOMS = (
    time_rule("weekday", "tday", "{weekday:w}", _weekday),
    time_rule("this or last weekday", "tday", WHICH_WORDS + "{weekday:w}(?!{of})", _which_weekday),
    time_rule("today and its neighbours", "tday", "{today|tomorrow|yesterday:w}", _deictic),
    time_rule("tonight", "ttime", "{tonight:w}", _deictic),
    time_rule("day after tomorrow", "tday", "{the}?{day}(?:{after}{tomorrow:w}|{before}{yesterday})", _beyond),
    time_rule("a week on Monday", "tday", "{a}{unit:u}{on|from}{weekday:w}", _week_on),
    time_rule("Monday week", "tday", "{weekday:w}{unit:u}(?!{unit|hyphen})", _week_on),
)
COMPOUNDS = (
    time_rule("weekday and date", "tday", "{tday:w}{comma}?{tday:d}", _named_date),
    time_rule("weekday of a week", "tday", "{tday:w}{of}?{tspan:t}", _weekday_of_week),
    time_rule("early or late in a day", "tday", "{early|late|earlier|later:p}{on}?{tday:t}", _edge_of_day),
)
