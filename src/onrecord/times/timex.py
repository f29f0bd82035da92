"""TIMEX3 values: how a stretch of days, an amount or a gap is written (TimeML 1.2.1, ISO 8601)."""

from __future__ import annotations

from datetime import date

from onrecord.times.calendar import SEASONS, Interval, Unit

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-SX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def value(found: Interval, grain: str) -> str:
    """The TIMEX3 value of a stretch at a grain: a week is ``2025-W32``, a decade ``199``, an unknown grain its first day."""
    first = found.first
    if grain in ("week", "weekend"):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "season":
        return f"{first.year:04}-{SEASONS[(first.month - 3) // 3]}"
    if grain in ("quarter", "half"):
        size, letter = (3, "Q") if grain == "quarter" else (6, "H")
        return f"{first.year:04}-{letter}{(first.month - 1) // size + 1}"
    cut = {"month": 7, "year": 4, "decade": 3, "century": 2}
    return first.isoformat()[: cut.get(grain, 10)]


def duration(amount: float | None, unit: Unit) -> str:
    """``P10D``, ``PT24H``, ``P2Y6M``; without an amount ``PXD``. Decades and centuries are written as years."""
    if amount is None:
        return ("PTX" if unit.clock else "PX") + ("Y" if unit.name in ("decade", "century") else unit.code)
    if unit.name in ("decade", "century"):
        return f"P{_plain(amount * unit.months / 12)}Y"
    if unit.name == "fortnight":
        return f"P{_plain(amount * 2)}W"
    if unit.name in ("half", "season"):
        return f"P{_plain(amount * unit.months)}M"
    head = "PT" if unit.clock else "P"
    whole, rest = int(amount), amount - int(amount)
    if rest and unit.name in ("year", "hour", "minute"):
        finer, size = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}[unit.name]
        return head + (f"{whole}{unit.code}" if whole else "") + f"{round(rest * size)}{finer}"
    return f"{head}{_plain(amount)}{unit.code}"


def clock(day: str, hour: int, minute: int | None, second: int | None = None, zone: str = "") -> str:
    """``2025-08-08T18:00``, on an unknown day ``XXXX-XX-XXT18:00``."""
    seconds = f":{second:02}" if second is not None else ""
    return f"{day}T{hour:02}:{minute or 0:02}{seconds}{zone}"


def day_value(day: date | None) -> str:
    """A day, or the pattern of an unknown one."""
    return day.isoformat() if day else UNKNOWN["day"]


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"
