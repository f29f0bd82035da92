"""The times of an entry: windows with the words, and whether two of them can be one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from onrecord.nouns import Bound, Evidence, Timing, When, Window

FAR = 10**6


def timings(whens: Iterable[When], text: str) -> tuple[Timing, ...]:
    """Each time once, those on a calendar before the others, the narrower before the wider."""
    found: dict[tuple[str, str], Timing] = {}
    for when in whens:
        words = " ".join(when.phrase.of(text).split())
        found.setdefault((when.iso or when.value, words), Timing(when, words))
    return tuple(sorted(found.values(), key=lambda one: _width(one.when.window)))


def proofs(part: str, whens: Iterable[When]) -> list[Evidence]:
    """The evidence of times."""
    return [Evidence(when.phrase, part, when.iso) for when in whens]


def is_length(when: When) -> bool:
    """Whether a time says how long, not when."""
    return when.type == "DURATION" and when.window is None


def placed(whens: Iterable[When]) -> list[Window]:
    """The windows of the times that have one."""
    return [when.window for when in whens if when.window is not None]


def meet(first: Iterable[When], second: Iterable[When]) -> bool | None:
    """Whether the times of two mentions can be the same; ``None`` where either has none on the calendar."""
    ours, theirs = placed(first), placed(second)
    if not ours or not theirs:
        return None
    return any(overlap(one, other) for one in ours for other in theirs)


def overlap(one: Window, other: Window) -> bool:
    """Whether two windows share a day."""
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def ends(window: Window | None) -> date:
    """The day on which a window closes; the first of all where it is not known to."""
    return _last(window) if window and window.latest else date.min


def within(one: Window, other: Window) -> bool:
    """Whether ``one``, which both opens and closes, lies inside ``other``, which does too."""
    closed = None not in (one.earliest, one.latest, other.earliest, other.latest)
    return closed and _first(other) <= _first(one) and _last(one) <= _last(other)


def equal_end(one: Window, other: Window) -> bool:
    """Whether two windows close on the same day (where both close; "before Friday" and "on Friday" do), or open on it."""
    if one.latest is not None and other.latest is not None:
        return _close(one) == _close(other) or _day(one.latest) == _day(other.latest)
    return one.latest is other.latest and _first(one) == _first(other)


def _close(window: Window) -> date:
    """The day on which a window closes: of one that only reaches up to a day, that day."""
    last = _last(window)
    return date.fromordinal(last.toordinal() + 1) if window.role == "BEFORE" and last < date.max else last


def _day(bound: Bound) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _first(window: Window) -> date:
    return _day(window.earliest) if window.earliest else date.min


def _last(window: Window) -> date:
    return _day(window.latest) if window.latest else date.max


def _width(window: Window | None) -> int:
    if window is None:
        return FAR * 10
    return (_last(window) - _first(window)).days if window.earliest and window.latest else FAR
