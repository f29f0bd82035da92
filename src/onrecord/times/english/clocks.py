"""Parts of the day and times of the clock: "Tuesday night", "this morning", "6 p.m.", "1200 GMT", "noon on Friday", "midnight"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.english.units import MENTIONED
from onrecord.times.parts import AtClock, InDay, Overnight, Part
from onrecord.times.points import HERE, Near
from onrecord.times.rules import has, in_name, number, said, text, time, time_rule, word

THERE = Near(cal.DAY, 0, HERE)
ZONE = "(?:{open}?{zone:z}{close}?|{local}{time})?"
ASIDE = "(?:{open}{tclock}{close})?"
DAYLIGHT = {"dawn": "MO", "daybreak": "MO", "sunrise": "MO"}


def _at(hour: int, minute: int, second: int | None, zone: str) -> Time | None:
    return AtClock(THERE, hour, minute, second, zone if zone == "Z" else "") if 0 <= hour <= 24 and 0 <= minute < 60 else None


def _zone(match: re.Match[str]) -> str:
    found = word(match, "z")
    return str(found.value) if found else ""


def _clock(match: re.Match[str]) -> Time | None:
    pieces = [int(part) for part in re.split(r"[:.]", text(match, "c")) if part.isdigit()]
    hour, minute, second = pieces[0], pieces[1] if len(pieces) > 1 else 0, pieces[2] if len(pieces) > 2 else None
    half = text(match, "p").replace(".", "").replace(" ", "")
    if half and hour > 12:
        return None
    return _at(hour % 12 + 12 * (half == "pm") if half else hour, minute, second, _zone(match))


def _military(match: re.Match[str]) -> Time | None:
    digits = text(match, "c")
    return _at(int(digits[:-2]), int(digits[-2:]), None, _zone(match)) if len(digits) in (3, 4) and digits.isdigit() else None


def _hour(match: re.Match[str]) -> Time | None:
    hour, part = number(match, "c"), text(match, "p")
    afternoon = part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    return _at(hour + 12 if afternoon and hour < 12 else hour, 0, None, "")


def _named(match: re.Match[str]) -> Time | None:
    return None if in_name(match) else AtClock(THERE, 24 if text(match, "c") == "midnight" else 12)


def on_day(match: re.Match[str]) -> Time | None:
    """The clock time or day part of group ``c`` on the day of group ``t``, which may be a part of a day itself."""
    found, day = time(match, "c"), time(match, "t")
    late = False
    if isinstance(day, InDay):
        late, day = day.part in ("AF", "EV", "NI"), day.day
    if isinstance(found, AtClock):
        hour = found.hour + 12 if late and 5 <= found.hour < 12 else found.hour
        return AtClock(day, hour + 12 if late and hour < 5 else hour, found.minute, found.second, found.zone)
    return InDay(day, found.part, found.mod) if isinstance(found, InDay) else None


def _tonight_at(match: re.Match[str]) -> Time | None:
    day, hour = time(match, "t"), number(match, "c")
    if not isinstance(day, InDay) or not 1 <= hour <= 12:
        return None
    return AtClock(day.day, hour + 12 if day.part in ("AF", "EV", "NI") and hour < 12 else hour)


def part(match: re.Match[str]) -> str:
    """The TIMEX3 code of the part of the day in group ``p``."""
    found = word(match, "p")
    return DAYLIGHT.get(text(match, "p"), "EV" if found is None or len(str(found.value)) > 2 else str(found.value))


def _of_day(match: re.Match[str]) -> Time:
    day = time(match, "t")
    if isinstance(day, Part):
        return InDay(day.whole, part(match), day.mod)
    return InDay(day, part(match))


def _mid_part(match: re.Match[str]) -> Time:
    return InDay(THERE, part(match), "MID" if has(match, "m") else "")


def _this_part(match: re.Match[str]) -> Time | None:
    if text(match, "h") == "last" and text(match, "p") not in ("night", "evening"):
        return None
    return InDay(Near(cal.DAY, -1 if text(match, "h") == "last" else 0), part(match))


def _that_part(match: re.Match[str]) -> Time:
    return InDay(Near(cal.DAY, MENTIONED[said(match, "h").split()[-1]], "mention"), part(match))


def _edge_of_part(match: re.Match[str]) -> Time | None:
    found = time(match, "t")
    mod = "START" if text(match, "p") in ("early", "earlier") else "END"
    return InDay(found.day, found.part, mod) if isinstance(found, InDay) else None


def _lone(match: re.Match[str]) -> Time:
    return Part(time(match, "c"), "APPROX") if has(match, "a") else time(match, "c")


ATOMS = (
    time_rule("half-day clock", "tclock", "{digit|clock|point_clock:c}{ampm:p}" + ZONE, _clock),
    time_rule("clock", "tclock", "{clock:c}" + ZONE, _clock),
    time_rule("four-figure clock", "tclock", "{year|number:c}{zone:z}", _military),
    time_rule("o'clock", "tclock", "{digit|number:c}{oclock}(?:{in}{the}{part:p})?", _hour),
    time_rule("hour in the morning", "tclock", "{digit|number:c}{in}{the}{part:p}", _hour),
    time_rule("noon and midnight", "tclock", "{noon|midnight:c}", _named),
    time_rule("this morning", "ttime", "{this|last:h}{part:p}", _this_part),
    time_rule("that morning", "ttime", "(?P<h>{that}|{the|that}{same}|{the}{next|previous|following}){day}?{part:p}", _that_part),
    time_rule("the morning", "ttime", "{the}{part:p}(?!{of|hyphen})", _mid_part),
    time_rule("mid-morning", "ttime", "{mid:m}{hyphen}?{part:p}", _mid_part),
    time_rule("overnight", "ttime", "{overnight}", lambda _: Overnight()),
)
COMPOUNDS = (
    time_rule("part of a day", "ttime", "{tday:t}{hyphen}?{apostrophe_s}?{part|dawn|dusk:p}", _of_day),
    time_rule("the morning of a day", "ttime", "{the}?{early}?{part|dawn|dusk:p}{of|on}{tday:t}", _of_day),
    time_rule("clock on a day", "ttime", "{tclock|ttime:c}" + ASIDE + "{comma}?{on|of}?{tday:t}(?!{part|dawn|dusk})", on_day),
    time_rule("day at a clock", "ttime", "{tday:t}{comma}?{at}?{tclock:c}" + ASIDE, on_day),
    time_rule("early or late in a part", "ttime", "{early|late|earlier|later:p}{ttime:t}", _edge_of_part),
)
LATER = (
    time_rule("clock in a part of a day", "ttime", "{tclock:c}" + ASIDE + "{comma}?{on|of|in}?{ttime:t}", on_day),
    time_rule("part of a day at a clock", "ttime", "{ttime:t}{comma}?{at}?{tclock:c}", on_day),
    time_rule("tonight at nine", "ttime", "{ttime:t}{at}{number|digit:c}(?!{UNIT|units})", _tonight_at),
    time_rule("lone clock", "ttime", "{approx:a}?{tclock:c}", _lone),
)
