"""Units near a day: "this week", "next month", "that year", "the second quarter", "three days ago", "two weeks after the vote"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.english.dates import edge
from onrecord.times.points import Inside, Near, Nth, Part, Pick, Shifted
from onrecord.times.rules import AMOUNT, Made, amount, has, number, of_unit, text, time, time_rule, unit

SHIFT = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "latest": 0}
MENTIONED = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1}


def _near(match: re.Match[str]) -> Made | None:
    what = unit(match, "u")
    if what.clock:
        return None
    return of_unit(what, Near(what, SHIFT[text(match, "h").split()[-1]]))


def _mentioned(match: re.Match[str]) -> Made | None:
    what = unit(match, "u")
    word = text(match, "h").split()[-1]
    return None if what.clock else of_unit(what, Near(what, MENTIONED[word], "mention"))


def _the_unit(match: re.Match[str]) -> Made | None:
    """ "the end of the month", "later in the week": the unit that holds the publication."""
    what = unit(match, "u")
    return None if what.clock or what is cal.DAY else of_unit(what, Part(Near(what), edge(match), edge=edge(match) != "MID"))


def _year_end(match: re.Match[str]) -> Time | None:
    if text(match, "u") != "year":
        return None
    return Part(Near(cal.YEAR), "END", edge=True)


def _weekend(match: re.Match[str]) -> Time:
    word = text(match, "h")
    last = "last" in word or "past" in word or "previous" in word
    return Pick(cal.weekend(), "" if word in ("the", "") else "last" if last else "this" if "this" in word else "next")


def _quarter(match: re.Match[str]) -> Time | None:
    what, place = text(match, "u"), number(match, "o")
    if what == "quarter" and 1 <= place <= 4:
        return Pick(cal.quarter(place))
    return Pick(cal.half(place)) if what == "half" and place in (1, 2) else None


def _nth(match: re.Match[str]) -> Time | None:
    place = -1 if text(match, "o") in ("last", "final") else number(match, "o")
    whole = time(match, "t")
    if has(match, "w"):
        return Nth(place, cal.weekday(number(match, "w")), whole)
    what = cal.HALF if text(match, "u") == "half" else cal.WEEKEND if has(match, "u") and text(match, "u") == "weekend" else unit(match, "u")
    if what.clock:
        return None
    if what is cal.QUARTER and 1 <= place <= 4:
        return Inside(cal.quarter(place), whole)
    return Nth(place, what, whole)


def _ago(match: re.Match[str]) -> Made | None:
    what, half = unit(match, "u"), 0.5 if has(match, "x") else 0.0
    count = None if not has(match, "n") else amount(match)
    word = text(match, "h")
    past = word in ("ago", "earlier", "before", "previously")
    here = word in ("ago", "hence", "from now")
    return of_unit(what, Shifted(None if count is None else count + half, what, -1 if past else 1, "publication" if here else "mention"))


def _some_ago(match: re.Match[str]) -> Made:
    return of_unit(unit(match, "u"), Shifted(None, unit(match, "u"), 1 if text(match, "h") == "later" else -1))


def _day_after(match: re.Match[str]) -> Time:
    return Shifted(1, cal.DAY, -1 if text(match, "h") == "before" else 1, base=time(match, "t"))


def _relative(match: re.Match[str]) -> Made | None:
    what = unit(match, "u")
    return of_unit(what, Shifted(amount(match) if has(match, "n") else 1, what, -1 if text(match, "h") == "before" else 1, base=time(match, "t")))


COUNTED = "(?:{approx}|{more|less}{than}|{over})?" + AMOUNT + "{hyphen}?{full|working}?{UNIT|units:u}(?P<x>{and}{a}{half})?(?:{or}{so})?"
ATOMS = (
    time_rule("this or last unit", "tspan", "(?P<h>{this}|{this|the}?{current}|{last|past|previous|next|coming|latest}){UNIT:u}(?!{hyphen})", _near),
    time_rule("the coming week", "tspan", "(?P<h>{the|this}{coming|latest}){UNIT:u}", _near),
    time_rule("that unit", "tspan", "(?P<h>{that}|{the|that}{same}|{the}{previous|next|after}){UNIT:u}(?!{hyphen})", _mentioned),
    time_rule("weekend", "tspan", "(?P<h>{the|this|last|next|past|coming|previous}{past|coming|last}?){weekend}", _weekend),
    time_rule("end of the unit", "tspan", "{the}?{end|start|begin|mid:p}{of}{the}{UNIT:u}", _the_unit),
    time_rule("year's end", "tspan", "{the}?{unit:u}{apostrophe_s|hyphen}?{end}", _year_end),
    time_rule("first quarter", "tspan", "{the}?{ordinal|second:o}{hyphen}?{unit|half:u}", _quarter),
    time_rule("N units ago", "tspan", COUNTED + "(?P<h>{ago|earlier|later|hence}|{from}{now})", _ago),
    time_rule("units ago", "tspan", "{units:u}(?P<n>)?(?P<x>)?(?P<h>{ago|earlier|later})", _some_ago),
)
COMPOUNDS = (
    time_rule("n-th of a stretch", "tspan", "{the}?{ordinal|second|last:o}(?:{weekday:w}|{hyphen}?{UNIT|half|weekend:u}){of|in}{STRETCH:t}", _nth),
)
SHIFTS = (
    time_rule("N units after a day", "tday", COUNTED + "{after|before:h}{T:t}", _relative),
    time_rule("the day after a day", "tday", "{the}{day}{after|before:h}{T:t}", _day_after),
)
