"""Units near a day: "this week", "next month", "that year", "the second half of May", "three days ago", "two weeks after Friday"."""

from __future__ import annotations

import re
from typing import cast

from onrecord.times import calendar as cal
from onrecord.times.calendar import Unit
from onrecord.times.context import Time
from onrecord.times.english.dates import edge
from onrecord.times.english.days import which
from onrecord.times.lexicon import CLASS
from onrecord.times.parts import Around, Inside, Nth, Part, Then
from onrecord.times.points import Fixed, Near, Pick, Shifted
from onrecord.times.quarters import Spoken, SpokenOf, ended
from onrecord.times.rules import AMOUNT, Made, amount, following, has, is_title, most, number, of_unit, said, text, time, time_rule, unit
from onrecord.times.stretches import Apart, Lasting
from onrecord.times.words import Line

SHIFT = {"this": 0, "current": 0, "latest": 0, "the": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
MENTIONED = {"that": 0, "same": 0, "previous": -1, "next": 1, "following": 1}
MONTHS = frozenset(CLASS[name] for name in ("month", "may_month", "short_month"))
COUNTED = "(?:{ABOUT}|{more|less}{than}|{over})?" + AMOUNT + "{hyphen}?{full|working}?{UNIT|units:u}(?P<x>{and}{a}{half})?(?:{or}{so})?"


def _near(match: re.Match[str]) -> Made | None:
    """ "this week", but not the title of a programme: "This Week"."""
    what, word = unit(match, "u"), said(match, "h").split()[-1]
    if is_title(match):
        return None
    if word == "the" and following(match) in ("ended", "ending") and what in (cal.YEAR, cal.QUARTER):
        return _ended(match, what)
    if what is cal.QUARTER and word in ("latest", "the"):
        return of_unit(what, Spoken())
    return None if what.clock else of_unit(what, Near(what, SHIFT[word]))


def _ended(match: re.Match[str], what: Unit) -> Made:
    """ "the year ended March 31" is twelve months long and no year of the calendar; "the quarter ended July 31" is mostly the second."""
    if what is cal.YEAR:
        return Made(CLASS["tdur"], Lasting(1.0, what))
    after = cast("Line", match.string).words[match.end() + 1 : match.end() + 2]
    dated = bool(after) and after[0].kind in MONTHS
    return of_unit(what, Pick(ended(int(cast("int", after[0].value))), "told") if dated else Spoken())


def _other_year(match: re.Match[str]) -> Time | None:
    """ "the 1988 period", "the corresponding quarter last year", "last year's quarter"."""
    if text(match, "q") not in ("quarter", "period"):
        return None
    year = number(match, "y")
    return SpokenOf(Fixed(cal.year_of(year), "year") if year else time(match, "t"))


def _mentioned(match: re.Match[str]) -> Made | None:
    what, word = unit(match, "u"), said(match, "h").split()[-1]
    return None if what.clock else of_unit(what, Near(what, MENTIONED[word], "mention"))


def _the_unit(match: re.Match[str]) -> Made | None:
    """ "the end of the month": of the unit that holds the publication."""
    what = unit(match, "u")
    if what.clock:
        return None
    return of_unit(what, Part(Near(what), edge(match), edge=edge(match) != "MID"))


def _side(match: re.Match[str]) -> Made | None:
    """ "earlier in the week", "later in the day": the part of it before or after the publication."""
    what = unit(match, "u")
    mod = "START" if text(match, "p") in ("earlier", "early") else "END"
    whole = Near(what, 0, "mention") if what is cal.DAY else Near(what)
    return None if what.clock else of_unit(what, Part(whole, mod, side=text(match, "p") in ("earlier", "later")))


def _side_of(match: re.Match[str]) -> Time:
    return Part(time(match, "t"), "START" if text(match, "p") == "earlier" else "END", side=True)


def _year_end(match: re.Match[str]) -> Time | None:
    return Part(Near(cal.YEAR), "END", edge=True) if text(match, "u") == "year" else None


def _weekend(match: re.Match[str]) -> Time:
    return Pick(cal.weekend(), "" if said(match, "h") == "the" else which(match))


def _quarter(match: re.Match[str]) -> Time | None:
    what, place = text(match, "u"), number(match, "o") or number(match, "p")
    if what == "quarter" and 1 <= place <= 4:
        return Pick(cal.quarter(place), "told")
    return Pick(cal.half(place), "told") if what == "half" and place in (1, 2) else None


def _nth(match: re.Match[str]) -> Time | None:
    place = -1 if text(match, "o") in ("last", "final") else number(match, "o")
    whole = time(match, "t")
    if has(match, "w"):
        day = time(match, "w")
        return Nth(place, day.what, whole) if isinstance(day, Pick) and not day.which and day.what.inside is cal.WEEK else None
    what = cal.HALF if text(match, "u") == "half" else cal.WEEKEND if text(match, "u") == "weekend" else unit(match, "u")
    if what.clock:
        return None
    return Inside(cal.quarter(place), whole) if what is cal.QUARTER and 1 <= place <= 4 else Nth(place, what, whole)


def _of_year(match: re.Match[str]) -> Time | None:
    """ "the third quarter of 1990", "this year's first half", "the summer of 1998": the repeating thing inside the year."""
    found = time(match, "m")
    if isinstance(found, Spoken) and not found.years:
        return SpokenOf(time(match, "t"))
    return Inside(found.what, time(match, "t")) if isinstance(found, Pick) and found.what.inside is cal.YEAR else None


def _ago(match: re.Match[str]) -> Made | None:
    what, count, word = unit(match, "u"), amount(match), text(match, "h")
    if what.clock and word in ("earlier", "later"):
        return None
    past = word in ("ago", "earlier", "previously")
    count = count + 0.5 if count is not None and has(match, "x") else count
    here = word in ("ago", "hence", "from now", "from today")
    return of_unit(what, Shifted(count, what, -1 if past else 1, "publication" if here else "mention", most=most(match)))


def _some_ago(match: re.Match[str]) -> Made:
    return of_unit(unit(match, "u"), Shifted(None, unit(match, "u"), 1 if text(match, "h") == "later" else -1))


def _year_ago(match: re.Match[str]) -> Time | None:
    """ "year-earlier", "the year-ago quarter": the quarter spoken of, a year before."""
    if (text(match, "u") or text(match, "v")) != "year":
        return None
    if has(match, "o"):
        return Inside(cal.quarter(number(match, "o")), Near(cal.YEAR, -1)) if 1 <= number(match, "o") <= 4 else None
    return Spoken(1, year_without=not has(match, "q"))


def _hours_later(match: re.Match[str]) -> Time | None:
    """ "an hour later": an amount by TIMEX3, the day by its window."""
    found = _counted(match)
    return Shifted(found.amount, found.unit, 1 if text(match, "h") == "later" else -1, "mention") if found and found.unit.clock else None


def _counted(match: re.Match[str]) -> Lasting | None:
    found = time(match, "d")
    return found if isinstance(found, Lasting) and not found.reach and found.amount else None


def _relative(match: re.Match[str]) -> Time | None:
    found = _counted(match)
    return Shifted(found.amount, found.unit, -1 if text(match, "h") == "before" else 1, base=time(match, "t")) if found else None


def _apart(match: re.Match[str]) -> Time | None:
    found = _counted(match)
    return Apart(found, 1 if text(match, "h") == "before" else -1) if found else None


def _day_after(match: re.Match[str]) -> Time:
    return Shifted(1, cal.DAY, -1 if text(match, "h") == "before" else 1, base=time(match, "t"))


def _week_of(match: re.Match[str]) -> Time | None:
    return Around(cal.WEEK, time(match, "t")) if text(match, "u") == "week" else None


def _after_that(match: re.Match[str]) -> Made | None:
    found = _counted(match)
    if found is None:
        return None
    return of_unit(found.unit, Shifted(found.amount, found.unit, -1 if text(match, "h") == "before" else 1, "mention"))


def _the_day_after(match: re.Match[str]) -> Time:
    return Near(cal.DAY, -1 if text(match, "h") == "before" else 1, "mention")


ATOMS = (
    time_rule(
        "this or last unit",
        "tspan",
        "(?P<h>{this|the}?{current}|{this}|{last|past|previous|next|coming|latest}){fiscal}?{UNIT:u}(?!{hyphen})",
        _near,
    ),
    time_rule("the coming week", "tspan", "(?P<h>{the|this}{coming|latest|last}|{this}{past}){fiscal}?{UNIT:u}(?!{hyphen|of})", _near),
    time_rule(
        "the unit",
        "tspan",
        "(?P<h>{the}){fiscal|full|current}?{unit:u}(?!{hyphen|units|unit|old|of|long|that}|{apostrophe_s}{long})",
        _near,
    ),
    time_rule("that unit", "tspan", "(?P<h>{that}|{the|that}{same}|{the}{previous|next|following}){UNIT:u}(?!{hyphen})", _mentioned),
    time_rule("then", "tday", "(?<={by|until}){then}|{that}{date}", lambda _: Then()),
    time_rule("weekend", "tspan", "(?P<h>{this|the}{past|coming|last|next}?|{last|next|past|coming|previous}){weekend}", _weekend),
    time_rule("end of the unit", "tspan", "{the}?{end|start|begin|mid:p}{of}{the}{UNIT:u}", _the_unit),
    time_rule("earlier in the unit", "tspan", "{early|late|earlier|later:p}{in}{the}{UNIT:u}", _side),
    time_rule("year's end", "tspan", "{the}?{unit:u}{apostrophe_s|hyphen}?{end}", _year_end),
    time_rule(
        "first quarter",
        "tspan",
        "(?:{the}?{fiscal}?{hyphen}?{ordinal|second:o}{fiscal}?|{fiscal}?{ordinal|second:p}{hyphen}){unit|half:u}(?!{of}{MONTH})",
        _quarter,
    ),
    time_rule("N units ago", "tspan", COUNTED + "(?P<h>{ago|earlier|later|hence|previously}|{from}{now|today})", _ago),
    time_rule("units ago", "tspan", "{units:u}(?P<h>{ago|earlier|later})", _some_ago),
    time_rule(
        "year-ago",
        "tspan",
        "(?:{the}?{comparable}?{unit:u}{hyphen}{ago|earlier}{hyphen}?(?:{ordinal|second:o})?{unit|period:q}|{unit:v}{hyphen}{ago|earlier})",
        _year_ago,
    ),
    time_rule("the quarter of a year", "tspan", "{the}{year:y}{unit|period:q}", _other_year),
    time_rule("the latest period", "tspan", "{the}{latest|comparable}{period}", lambda _: Spoken()),
)
COMPOUNDS = (
    time_rule(
        "n-th of a stretch", "tspan", "{the}?{ordinal|second|last:o}(?:{tday:w}|{hyphen}?{UNIT|half|weekend:u}){of|in}{STRETCH:t}", _nth
    ),
    time_rule("quarter of a year", "tspan", "{tspan:m}{of|in}?{tyear:t}", _of_year),
    time_rule("the year's quarter", "tspan", "{the}?{tyear:t}{apostrophe_s}?{tspan:m}", _of_year),
    time_rule("last year's quarter", "tspan", "{tyear:t}{apostrophe_s}{unit|period:q}", _other_year),
    time_rule("earlier in a stretch", "tspan", "{earlier|later:p}{in}?{STRETCH:t}", _side_of),
    time_rule("the week of a day", "tspan", "{the}{unit:u}{of}{tday:t}", _week_of),
)
SHIFTS = (
    time_rule("N units after a day", "tday", "{tdur:d}{after|before|from:h}{T:t}", _relative),
    time_rule("the day after a day", "tday", "{the}?{day}{after|before:h}{T:t}", _day_after),
    time_rule("N hours later", "tdur", "{tdur:d}(?={earlier|later:h})", _hours_later),
    time_rule("N units after that", "tday", "{tdur:d}{after|before|afterwards:h}(?={dot|comma|close|quote}|$)", _after_that),
    time_rule("the day after", "tday", "{the}{day}{after|before:h}(?={dot|comma|close|quote}|$)", _the_day_after),
    time_rule("N units before an event", "tdur", "{tdur:d}(?={after|before:h}(?!{T|dot|comma|close|quote}))", _apart),
)
