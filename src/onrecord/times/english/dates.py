"""Dates as they are written: "17 January 2025", "Jan. 17", "the 24th", "2025-01-17", "May 2025", "1998", "the 1990s", "480 BC"."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from onrecord.times import calendar as cal
from onrecord.times.context import Time
from onrecord.times.english.days import WHICH_WORDS, which
from onrecord.times.lexicon import TABLES
from onrecord.times.parts import Fiscal, Inside, Nth, Part
from onrecord.times.points import Fixed, Known, Pick, Written
from onrecord.times.rules import following, has, number, preceding, text, time, time_rule, word, words
from onrecord.times.words import Line

EDGES = {
    "early": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "close": "END",
}
MAY_AFTER = "in|of|since|until|early|late|mid|by|from|end|start|hyphen|before|during|through|to|and|between|from|after"
BEFORE_MONTH = frozenset(TABLES["before_month"]["words"].split())
KNOWN_AS = frozenset(TABLES["known_days"]["as"].split())
NOT_OF_MONTH = frozenset(TABLES["not_of_month"]["words"].split())
AFTER_DAYS = frozenset(TABLES["after_days"]["words"].split())
NUMBERED = frozenset(TABLES["numbered"]["things"].split())
NOUN_OF = "{early|late|mid}{hyphen}{tmonth}{unknown}"  # in "the late-May trip" the article is the trip's
NOT_A_DAY = "ordinal|unit|units|day|second|of|other|part|weekday|hyphen|season|MONTH|period|half|year|weekend|number|unknown"


def edge(match: re.Match[str]) -> str:
    """The mod that "early", "mid", "late", "the end" give (group ``p``)."""
    return EDGES[text(match, "p")]


def day(year: int, month: int, number_of: int) -> Time | None:
    """A whole date; ``None`` where the calendar has no such day."""
    try:
        return Fixed(cal.one_day(date(year, month, number_of)), "day")
    except ValueError:
        return None


def _full(match: re.Match[str]) -> Time | None:
    return day(number(match, "y"), number(match, "m"), number(match, "d"))


def _yearless(match: re.Match[str]) -> Time | None:
    month, of_month = number(match, "m"), number(match, "d")
    if not 1 <= of_month <= 31:
        return None
    plain = Pick(cal.month_day(month, of_month))
    year = TABLES["known_days"].get(f"{month:02}-{of_month:02}")
    return Known(date(year, month, of_month), plain) if year and following(match) in KNOWN_AS else plain


def _last_day(match: re.Match[str]) -> Time | None:
    return Pick(cal.month_day(number(match, "m"), number(match, "d")), "last") if 1 <= number(match, "d") <= 31 else None


def _iso(match: re.Match[str]) -> Time | None:
    year, month, of_month = (int(part) for part in text(match, "d")[:10].split("-"))
    return day(year, month, of_month)


def _slashed(match: re.Match[str]) -> Time | None:
    """Month first, as American papers write it, unless only the other order gives a date."""
    one, two, year = (int(part) for part in text(match, "d").split("/"))
    year = year if year > 99 else year + (2000 if year < 50 else 1900)
    return day(year, one, two) or day(year, two, one)


def _month_year(match: re.Match[str]) -> Time:
    return Fixed(cal.month_of(number(match, "y"), number(match, "m")), "month")


def _month(match: re.Match[str]) -> Time | None:
    """A bare month; "April" before a capital is somebody's name, unless a preposition stands before it."""
    if following(match, lower=False)[:1].isupper() and preceding(match) not in BEFORE_MONTH:
        return None
    return Pick(cal.month(number(match, "m")))


def _month_of_noun(match: re.Match[str]) -> Time | None:
    """ "the March summit", but not "the May government" nor "the March against hunger"."""
    noun = following(match, lower=False)
    return Pick(cal.month(number(match, "m"))) if noun.islower() and noun not in NOT_OF_MONTH else None


def _which_month(match: re.Match[str]) -> Time | None:
    return Pick(cal.month(number(match, "m")), which(match)) if which(match) else None


def _year(match: re.Match[str]) -> Time | None:
    year = number(match, "y")
    return Fixed(cal.year_of(year), "year") if 1000 <= year <= 2100 and preceding(match) not in NUMBERED else None


def _year_two_thousand(match: re.Match[str]) -> Time | None:
    return _year(match) if text(match, "u") == "year" else None


def _fiscal(match: re.Match[str]) -> Time | None:
    year = number(match, "y") or number(match, "z")
    return Fiscal(year) if 1001 <= year <= 2100 else None


def _run_first(match: re.Match[str]) -> Time | None:
    if not 1 <= number(match, "d") < number(match, "e") <= 31:
        return None
    return _full(match) if number(match, "y") else _yearless(match)


def _run_last(match: re.Match[str]) -> Time | None:
    """The "7" of "April 6-7": a day of the month of the date before it."""
    first, last = cast("Line", match.string).words[match.start() - 2].value, number(match, "d")
    if not 1 <= last <= 31:
        return None
    if isinstance(first, Fixed) and first.grain == "day":
        return day(first.found.first.year, first.found.first.month, last)
    if isinstance(first, Pick) and re.fullmatch(r"XXXX-\d\d-\d\d", first.what.code):
        return Pick(cal.month_day(int(first.what.code[5:7]), last), first.which)
    return None


def _other_day(match: re.Match[str]) -> Time | None:
    """The "25" of "April 24 and 25", where nothing that it could count comes after it."""
    after = following(match)
    return _run_last(match) if not after.isalnum() or after in AFTER_DAYS else None


def _day_of(match: re.Match[str]) -> Time:
    return Nth(number(match, "d"), cal.DAY, time(match, "t"))


def _nine_eleven(match: re.Match[str]) -> Time | None:
    return day(2001, 9, 11) if text(match, "d") == "9/11" else None


def _short_year(match: re.Match[str]) -> Time | None:
    digits = "".join(one for one in text(match, "y") if one.isdigit())
    year = int(digits) + (2000 if int(digits) < 30 else 1900)
    return _decade_of(year) if text(match, "y").endswith("s") else Fixed(cal.year_of(year), "year")


def _decade(match: re.Match[str]) -> Time | None:
    value = number(match, "d")
    if value < 100 and text(match, "d")[0].isdigit() and not has(match, "h"):
        return None
    return _decade_of(value + 1900 if value < 100 else value)


def _decade_of(year: int) -> Time | None:
    found = cal.DECADE.at(date(year, 1, 1)) if 1000 <= year <= 2100 and year % 10 == 0 else None
    return Fixed(found, "decade") if found else None


def _bc(match: re.Match[str]) -> Time | None:
    found = word(match, "y")
    year = int(float(str(found.value))) if found and found.value is not None else 0
    if not 1 <= year <= 9999:
        return None
    month = number(match, "m")
    if text(match, "e").startswith("b"):
        return Written(f"BC{year:04}-{month:02}", "month") if month else Written(f"BC{year:04}")
    return Fixed(cal.month_of(year, month), "month") if month else Fixed(cal.year_of(year), "year")


def _century(match: re.Match[str]) -> Time | None:
    index = number(match, "o")
    if text(match, "u") != "century" or not 2 <= index <= 21:
        return None
    return Fixed(cal.Interval(date((index - 1) * 100, 1, 1), date(index * 100 - 1, 12, 31)), "century")


def _nth_day(match: re.Match[str]) -> Time | None:
    of_month = number(match, "d")
    return Pick(cal.day_of_month(of_month)) if 1 <= of_month <= 31 and words(match, "d")[0].text[0].isdigit() else None


def _of_year(match: re.Match[str]) -> Time | None:
    """ "May of that year", "Jan. 5 of last year": the yearless date inside the year that follows."""
    found = time(match, "m")
    return Inside(found.what, time(match, "t")) if isinstance(found, Pick) and not found.which and found.what.inside is cal.YEAR else None


def _first_of_pair(match: re.Match[str]) -> Time | None:
    """The "26 June" of "26 June - 4 August 1952": in the year of its other end, or the year before where that comes earlier in it."""
    first, last = time(match, "f"), time(match, "l")
    if not (isinstance(first, Pick) and not first.which and first.what.inside is cal.YEAR and isinstance(last, Fixed)):
        return None
    year = last.found.first.year
    found = first.what.within(cal.year_of(year))
    if found and found.first > last.found.last and year > 1:
        year -= 1
    return Inside(first.what, Fixed(cal.year_of(year), "year"))


def _last_year(match: re.Match[str]) -> Time | None:
    """The "51" of "1950-51"."""
    first, last = cast("Line", match.string).words[match.start() - 2].value, number(match, "d")
    if not isinstance(first, Fixed) or first.grain != "year" or len(text(match, "d")) != 2:
        return None
    year = first.found.first.year // 100 * 100 + last
    return Fixed(cal.year_of(year), "year") if first.found.first.year < year <= first.found.first.year + 60 else None


def _part_of_year(match: re.Match[str]) -> Time | None:
    month = _of_year(match)
    return Part(month, edge(match)) if month else None


def _part(match: re.Match[str]) -> Time:
    return Part(time(match, "t"), edge(match))


def _edge(match: re.Match[str]) -> Time:
    return Part(time(match, "t"), edge(match), edge=edge(match) != "MID")


ATOMS = (
    time_rule("iso date", "tday", "{isodate:d}", _iso),
    time_rule("slashed date", "tday", "{numdate:d}", _slashed),
    time_rule("month day, year", "tday", "{MONTH:m}{the}?{DAYNUM:d}{comma}?{of}?{year:y}", _full),
    time_rule("day month year", "tday", "{the}?{DAYNUM:d}{of}?{MONTH:m}{comma}?{of}?{year:y}", _full),
    time_rule("month day", "tday", "{MONTH:m}{the}?{DAYNUM:d}", _yearless),
    time_rule("day month", "tday", "{the}?{DAYNUM:d}{of}?{MONTH:m}", _yearless),
    time_rule("first of a run", "tday", "{digit|ordinal:d}(?={hyphen|and|to}{digit|ordinal:e}{MONTH:m}{year:y}?)", _run_first),
    time_rule("9/11", "tday", "{fraction:d}", _nine_eleven),
    time_rule("month year", "tmonth", "{MONTH:m}{comma}?{of}?{year:y}", _month_year),
    time_rule("last month and day", "tday", "{last}{MONTH:m}{the}?{DAYNUM:d}", _last_day),
    time_rule("this or last month", "tmonth", WHICH_WORDS + "{MONTH:m}", _which_month),
    time_rule("month", "tmonth", "{month:m}", _month),
    time_rule("May or March", "tmonth", f"(?<={{{MAY_AFTER}}}){{may_month:m}}", _month),
    time_rule("the May vote", "tmonth", "(?<={the}){may_month:m}(?={unknown})", _month_of_noun),
    time_rule("year", "tyear", "{year:y}(?!{units|unit}|{hyphen}{unit})", _year),
    time_rule("fiscal year", "tyear", "{the}?{fiscal}{unit}?{year:y}|{the}?{year:z}{fiscal}{unit}", _fiscal),
    time_rule("the year 2000", "tyear", "{the}{unit:u}{year|number:y}", _year_two_thousand),
    time_rule("short year", "tyear", "{short_year:y}(?!{UNIT|units})", _short_year),
    time_rule("decade", "tspan", "(?P<h>{the})?{decade:d}", _decade),
    time_rule("month of an era", "tmonth", "{MONTH:m}{of}?{year|number:y}{bc:e}", _bc),
    time_rule("year of an era", "tyear", "{year|number|digit:y}{bc:e}", _bc),
    time_rule("century", "tspan", "{the}?{ordinal:o}{hyphen}?{unit:u}", _century),
    time_rule("the 24th", "tday", f"{{the}}{{ordinal:d}}(?!{{{NOT_A_DAY}}})", _nth_day),
)
COMPOUNDS = (
    time_rule("about a day", "tday", "{approx}{tday:t}(?!{apostrophe_s})", lambda m: Part(time(m, "t"), "APPROX")),
    time_rule("month of a year", "tmonth", "{tmonth:m}{of|in}?{tyear:t}", _of_year),
    time_rule("early in a month of a year", "tspan", "{the}?{early|late|mid:p}{hyphen}?{tmonth:m}{of|in}?{tyear:t}", _part_of_year),
    time_rule("day of a year", "tday", "{tday:m}{comma}?{of|in}?{tyear:t}", _of_year),
    time_rule("first of a pair", "tmonth", "{tmonth:f}(?={hyphen|to|and|or|until|through|slash}{tmonth|tday:l})", _first_of_pair),
    time_rule("first day of a pair", "tday", "{tday:f}(?={hyphen|to|and|or|until|through|slash}{tday:l})", _first_of_pair),
    time_rule("last year of a run", "tyear", "(?<={tyear}{hyphen}){digit|number:d}(?!{UNIT|units|hyphen|MONTH|money|dot})", _last_year),
    time_rule("last of a run", "tday", "(?<={tday}{hyphen}){digit|ordinal:d}(?!{UNIT|units|hyphen|MONTH})", _run_last),
    time_rule("last of two days", "tday", "(?<={tday}{and}){digit|ordinal:d}(?!{UNIT|units|hyphen|MONTH})", _other_day),
    time_rule("the 18th of a month", "tday", "{the}?{ordinal:d}{of}{tmonth|tspan:t}", _day_of),
    time_rule("start of a feast", "tday", "{the}{start|begin|eve}{of}{the}?{tday:t}", lambda m: time(m, "t")),
    time_rule(
        "early in a stretch", "tspan", f"(?:{{the}}(?!{NOUN_OF}))?{{early|late|mid:p}}{{hyphen}}?{{in}}?{{the}}?{{STRETCH:t}}", _part
    ),
    time_rule("end of a stretch", "tspan", "{the}?{end|start|begin|mid:p}{of}{STRETCH:t}", _edge),
)
