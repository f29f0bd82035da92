"""Feasts and named days: on which day of a year each falls.

Easter by the anonymous Gregorian algorithm (Meeus 1991, ch. 8). The Islamic feasts by the tabular calendar (30-year cycle, civil epoch
16 July 622 Julian): within a day or two of the sighting that decides. Nowruz on 21 March, within a day. Others by their civil rule.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from onrecord.times import calendar as cal

Day = Callable[[int], date | None]


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date | None:
    """The first time in a civil year that this day of the tabular Islamic year comes; ``None`` in a year without it."""
    for lunar in range(max(int((year - 622) * 33 / 32) - 1, 1), int((year - 622) * 33 / 32) + 3):
        number = day + 29 * (month - 1) + month // 2 + (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + 227014
        found = date.fromordinal(number)
        if found.year == year:
            return found
    return None


def _fixed(month: int, day: int, year: int) -> date:
    return date(year, month, day)


def _easter_plus(days: int, year: int) -> date:
    return easter(year) + timedelta(days=days)


def _nth_weekday(month: int, index: int, place: int, year: int) -> date | None:
    found = cal.nth_of(place, cal.weekday(index), cal.month_of(year, month))
    return found.first if found else None


def _election(year: int) -> date | None:
    monday = _nth_weekday(11, 0, 1, year)
    return monday + timedelta(days=1) if monday else None


def _islamic(month: int, day: int, year: int) -> date | None:
    return islamic(year, month, day)


FEASTS: dict[str, Day] = {
    "new year's eve": partial(_fixed, 12, 31),
    "new year's day": partial(_fixed, 1, 1),
    "new year's": partial(_fixed, 1, 1),
    "new year": partial(_fixed, 1, 1),
    "orthodox christmas": partial(_fixed, 1, 7),
    "epiphany": partial(_fixed, 1, 6),
    "inauguration day": partial(_fixed, 1, 20),
    "valentine's day": partial(_fixed, 2, 14),
    "st. patrick's day": partial(_fixed, 3, 17),
    "nowruz": partial(_fixed, 3, 21),
    "palm sunday": partial(_easter_plus, -7),
    "good friday": partial(_easter_plus, -2),
    "easter": partial(_easter_plus, 0),
    "easter sunday": partial(_easter_plus, 0),
    "easter monday": partial(_easter_plus, 1),
    "may day": partial(_fixed, 5, 1),
    "memorial day": partial(_nth_weekday, 5, 0, -1),
    "pentecost": partial(_easter_plus, 49),
    "bastille day": partial(_fixed, 7, 14),
    "labor day": partial(_nth_weekday, 9, 0, 1),
    "halloween": partial(_fixed, 10, 31),
    "election day": _election,
    "veterans day": partial(_fixed, 11, 11),
    "armistice day": partial(_fixed, 11, 11),
    "thanksgiving": partial(_nth_weekday, 11, 3, 4),
    "thanksgiving day": partial(_nth_weekday, 11, 3, 4),
    "christmas eve": partial(_fixed, 12, 24),
    "christmas": partial(_fixed, 12, 25),
    "christmas day": partial(_fixed, 12, 25),
    "boxing day": partial(_fixed, 12, 26),
    "ashura": partial(_islamic, 1, 10),
    "ramadan": partial(_islamic, 9, 1),
    "eid al-fitr": partial(_islamic, 10, 1),
    "eid al-adha": partial(_islamic, 12, 10),
}


def feast(name: str) -> cal.Repeating | None:
    """The feast of that name (any case, either apostrophe) as something that comes back each year; ``None`` where it is not known."""
    plain = " ".join(name.lower().replace("’", "'").split())
    on = FEASTS.get(plain)
    return cal.holiday("XXXX", on) if on else None
