"""From when a deadline's bare duration counts: "72 hours to leave" runs from the day of the report that says so for the first time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

from onrecord.nouns import Bound, When, Window

_AMOUNT = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,4})H)")
_FARTHEST = 3650
"""Days: a longer wait is no deadline that runs from today."""


def counted(when: When, status: str, day: date | None) -> When:
    """A duration as the day that it ends, counted from ``day``, where the deadline is ``set``; as a bare duration where it is ``proposed``.

    Anything else, and every time of a report whose day is unknown, stays as it is.
    """
    amount = _AMOUNT.fullmatch(when.value) if when.type == "DURATION" else None
    if amount is None or day is None:
        return when
    window = when.window
    if window and window.role == "WITHIN" and window.earliest and window.latest and _day(window.earliest) > day:
        return replace(when, window=replace(window, role="AT"))  # set on some day before: it ends on one of these
    if status == "proposed":
        return replace(when, window=None)
    end = _after(day, amount) if status == "set" and when.window is None else None
    return replace(when, window=Window(None, end, "day", "WITHIN", "publication")) if end else when


def _day(bound: Bound) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _after(day: date, amount: re.Match[str]) -> date | None:
    number, unit, hours = amount.groups()
    if unit in ("M", "Y"):
        months = day.year * 12 + day.month - 1 + int(number) * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if months < (day.year + 10) * 12 else None
    days = -(-int(hours) // 24) if hours else int(number) * (7 if unit == "W" else 1)
    return day + timedelta(days) if days <= _FARTHEST and day.year < 9000 else None
