"""Parts of the day and times of the clock: "Tuesday night", "this morning", "6 p.m.", "1200 GMT", "noon on Friday", "midnight"."""

from __future__ import annotations

import re

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.points import AtClock, InDay, Near, Part
from onrecord.times.rules import text, time, time_rule

HERE = Near(cal.DAY)
OFFSET = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "bst": "+01:00", "ist": "+05:30", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "pkt": "+05:00",
}  # fmt: skip
ZONE = "(?:{open}?{zone:z}{close}?|{local}{time})?"
NAMED = {"noon": 12, "midday": 12, "midnight": 24}


def _clock(match: re.Match[str]) -> Time | None:
    hour, minute, second = _parts(text(match, "c"))
    half = text(match, "p").replace(".", "").replace(" ", "")
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _at(hour, minute, second, text(match, "z"))


def _at(hour: int, minute: int, second: int | None, zone: str) -> Time | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return AtClock(HERE, hour, minute, second, "Z" if OFFSET.get(zone) == "Z" else "")


def _parts(written: str) -> tuple[int, int, int | None]:
    pieces = [int(part) for part in re.split(r"[:.]", written) if part.isdigit()]
    return pieces[0], pieces[1] if len(pieces) > 1 else 0, pieces[2] if len(pieces) > 2 else None


def _military(match: re.Match[str]) -> Time | None:
    digits = text(match, "c")
    return _at(int(digits[:-2]), int(digits[-2:]), None, text(match, "z")) if len(digits) == 4 and digits.isdigit() else None


SPOKEN = {word: index for index, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])}


def _o_clock(match: re.Match[str]) -> Time | None:
    word = text(match, "c")
    hour = SPOKEN.get(word, int(word) if word.isdigit() else 99)
    part = text(match, "p")
    afternoon = part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    return _at(hour + 12 if afternoon and hour < 12 else hour, 0, None, "") if hour <= 24 else None


def _named(match: re.Match[str]) -> Time:
    return AtClock(HERE, NAMED[text(match, "c")])


def on_day(match: re.Match[str]) -> Time | None:
    """The clock time or day part of group ``c`` on the day of group ``t``."""
    found, day = time(match, "c"), time(match, "t")
    if isinstance(found, AtClock):
        return AtClock(day, found.hour, found.minute, found.second, found.zone)
    if isinstance(found, Part) and isinstance(found.whole, InDay):
        return InDay(day, found.whole.part, found.mod)
    return InDay(day, found.part) if isinstance(found, InDay) else None


PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT", "lunchtime": "AF", "midday": "MI"}


def _part(match: re.Match[str]) -> str:
    return PARTS.get(text(match, "p"), {"dawn": "MO", "daybreak": "MO", "sunrise": "MO"}.get(text(match, "p"), "EV"))


def _of_day(match: re.Match[str]) -> Time:
    return InDay(time(match, "t"), _part(match))


def _this_part(match: re.Match[str]) -> Time | None:
    word = text(match, "h")
    if word == "last" and text(match, "p") not in ("night", "evening"):
        return None
    return InDay(Near(cal.DAY, {"this": 0, "last": -1}[word]), _part(match))


def _that_part(match: re.Match[str]) -> Time:
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(text(match, "h").split()[-1], 0)
    return InDay(Near(cal.DAY, shift, "mention"), _part(match))


ATOMS = (
    time_rule("half-day clock", "tclock", "{digit|clock|point_clock:c}{ampm:p}" + ZONE, _clock),
    time_rule("clock", "tclock", "{clock:c}" + ZONE, _clock),
    time_rule("four-figure clock", "tclock", "{year|number:c}{hyphen}?(?:{zone:z}|{hours_word:z2})", _military),
    time_rule("o'clock", "tclock", "{digit|number:c}{hours_word}(?:{in}{the}{part:p})?", _o_clock),
    time_rule("hour in the morning", "tclock", "{digit|number:c}{in}{the}{part:p}", _o_clock),
    time_rule("noon and midnight", "tclock", "{noon|midnight:c}", _named),
    time_rule("this morning", "ttime", "{this|last:h}{part:p}", _this_part),
    time_rule("that morning", "ttime", "(?P<h>{that}|{the}{same}|{the}{next|previous|after})({day})?{part:p}", _that_part),
    time_rule("overnight", "ttime", "{overnight}", lambda _: InDay(HERE, "NI")),
)
COMPOUNDS = (
    time_rule("part of a day", "ttime", "{tday:t}{hyphen}?{part|dawn|dusk:p}", _of_day),
    time_rule("the morning of a day", "ttime", "{the}?{part|dawn|dusk:p}{of|on}{tday:t}", _of_day),
    time_rule("clock on a day", "ttime", "{tclock|ttime:c}{comma}?{on}?{tday:t}", on_day),
    time_rule("day at a clock", "ttime", "{tday:t}{comma}?{at}?{tclock:c}", on_day),
    time_rule("lone clock", "ttime", "{tclock:c}", lambda m: time(m, "c")),
)
