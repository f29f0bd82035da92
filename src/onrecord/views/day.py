"""Times as a person reads them: days with their weekday, windows with what bounds them, lengths in words."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.nouns import Bound, Timing, Window
from onrecord.views.printable import one_line

# English names, whatever the locale: ``strftime`` would follow the reader's machine.
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
DURATION = re.compile(r"P(?:[\dX.]{1,9}[YMWD]){0,4}(?:T(?:[\dX.]{1,9}[HMS]){1,3})?")


def day(bound: Bound) -> str:
    """``Mon 11 Aug 2025``, with the time of day where there is one: ``Fri 8 Aug 2025 18:00``."""
    named = f"{WEEKDAYS[bound.weekday()]} {bound.day} {MONTHS[bound.month - 1]} {bound.year}"
    return f"{named} {_clock(bound)}" if isinstance(bound, datetime) else named


def window(span: Window) -> str:
    """``Mon 11 Aug 2025``, ``11-17 Aug 2025``, ``Aug 2025``, ``by Fri 8 Aug 2025``, ``Mon 11 Aug 2025 or later``; "" where all is open."""
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return _open(span)
    if first == last:
        return day(first)
    if isinstance(first, datetime) or isinstance(last, datetime):
        return _hours(first, last)
    return _whole_unit(str(span)) or _days(first, last)


def timing(time: Timing | None) -> str:
    """A time for people: its window, else a length in words, else the report's own words in quotation marks; "" for ``None``."""
    if time is None:
        return ""
    if time.when.window is not None and window(time.when.window):
        return ("about " if time.when.mod == "APPROX" else "") + window(time.when.window)
    length = duration(time.when.value) if time.when.type == "DURATION" else ""
    return length or (f"“{one_line(time.words)}”" if time.words else "")


def due(time: Timing) -> str:
    """A time by which something is owed: ``by Fri 8 Aug 2025``; of a window only its end is due, but its beginning is told."""
    span = time.when.window
    if span is None or span.latest is None:
        return timing(time)
    if span.earliest in (None, span.latest) or span.role in ("BY", "BEFORE", "UNTIL", "WITHIN"):
        return f"by {day(span.latest)}"
    return f"by {window(span)}"


def duration(value: str) -> str:
    """``PT3H`` is ``3 hours``, ``P10D`` ``10 days``; "" for what is no duration or has no number (``PXD`` is ``some days``)."""
    if not DURATION.fullmatch(value):
        return ""
    days, _, hours = value[1:].partition("T")
    parts = re.findall(r"([\dX.]+)([A-Z])", days)
    parts += [(number, f"T{unit}") for number, unit in re.findall(r"([\dX.]+)([A-Z])", hours)]
    return " ".join(_count(number, UNITS.get(unit, "")) for number, unit in parts)


def _count(number: str, unit: str) -> str:
    if "X" in number:
        return f"some {unit}s"
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _clock(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return f"{moment:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def _open(span: Window) -> str:
    if span.latest is not None:
        return ("until " if span.role == "UNTIL" else "by ") + day(span.latest)
    if span.earliest is None:
        return ""
    return f"since {day(span.earliest)}" if span.role == "SINCE" else f"{day(span.earliest)} or later"


def _hours(first: Bound, last: Bound) -> str:
    same = _date(first) == _date(last) and isinstance(last, datetime)
    return f"{day(first)}–{_clock(last)}" if same and isinstance(last, datetime) else f"{day(first)} – {day(last)}"


def _date(bound: Bound) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _whole_unit(iso: str) -> str:
    """``2025-08`` and ``2025`` for people; "" for anything else."""
    if re.fullmatch(r"\d{4}-\d\d", iso):
        return f"{MONTHS[int(iso[5:]) - 1]} {iso[:4]}"
    return iso if re.fullmatch(r"\d{4}", iso) else ""


def _days(first: date, last: date) -> str:
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]}{year} – {end}"
