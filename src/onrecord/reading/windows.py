"""Which words the encoder sees together, and which of them it answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``lo`` to ``hi`` are seen; marks are taken from ``first`` to ``last`` only (ends exclusive).

    The cores of a report's windows follow one another without gap or overlap, so nothing is said twice; what stands
    around a core is context, and arcs may end in it.
    """

    lo: int
    first: int
    last: int
    hi: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Sizes in word pieces: the most that a window holds, and how much context stands before and after a core."""

    most: int = 320
    before: int = 48
    after: int = 32


def find_windows(sizes: Sequence[int], starts: Sequence[bool], bounds: Bounds = Bounds()) -> list[Window]:
    """Windows over words of ``sizes`` pieces each; cores end before a word of ``starts`` (sentences) where one is near.

    A report that fits into one window is one window.
    """
    ends = list(accumulate(sizes, initial=0))
    total = ends[-1]
    if total <= bounds.most:
        return [Window(0, 0, len(sizes), len(sizes))] if sizes else []
    room = bounds.most - bounds.before - bounds.after
    share = total / -(-total // room)
    windows: list[Window] = []
    first = 0
    while first < len(sizes):
        last = _core_end(ends, starts, first, share, room)
        lo, hi = first, last
        while lo > 0 and ends[first] - ends[lo - 1] <= bounds.before:
            lo -= 1
        while hi < len(sizes) and ends[hi + 1] - ends[last] <= bounds.after:
            hi += 1
        windows.append(Window(lo, first, last, hi))
        first = last
    return windows


def _core_end(ends: Sequence[int], starts: Sequence[bool], first: int, share: float, room: int) -> int:
    """The word before which a core that begins at ``first`` ends: a sentence's start near ``share`` pieces on.

    Without such a start the core is cut where it is full, but holds one word at least.
    """
    if ends[-1] - ends[first] <= min(room, 1.35 * share):
        return len(starts)
    best, cost, last = 0, share / 2, first + 1
    while last < len(starts) and ends[last] - ends[first] <= room:
        off = abs(ends[last] - ends[first] - share)
        if starts[last] and off < cost:
            best, cost = last, off
        last += 1
    return best or max(last - 1, first + 1)
