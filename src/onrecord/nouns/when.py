"""A time expression: what TimeML says of it, and the window that it opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.nouns.span import Span

Bound = date | datetime


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that a phrase points to; both ends inclusive, ``None`` where the phrase leaves it open.

    ``grain``: minute hour daypart day week weekend month quarter season half year decade century.
    ``role``: AT BY BEFORE UNTIL SINCE AFTER WITHIN FROM_TO EVERY EARLIEST.
    ``basis``: what it was counted from: ``publication``, ``mention``, ``event``, ``absolute`` or ``unknown``.
    """

    earliest: Bound | None
    latest: Bound | None
    grain: str = "day"
    role: str = "AT"
    basis: str = "absolute"

    def __str__(self) -> str:
        """ISO 8601, as the corpus writes it: a day, month or year where the window is just that, else ``from/to``."""
        if self.earliest is None or self.latest is None:
            return f"{_iso(self.earliest)}/{_iso(self.latest)}" if self.earliest or self.latest else ""
        return _unit(self.earliest, self.latest) or f"{_iso(self.earliest)}/{_iso(self.latest)}"


@dataclass(frozen=True, slots=True)
class When:
    """A time expression of a report.

    ``span`` is the TIMEX3 extent, ``phrase`` the whole expression with what bounds it ("before Friday").
    ``type``: DATE TIME DURATION SET. ``value`` and ``mod`` are TIMEX3's. ``window`` is ``None`` where nothing can be placed on a
    calendar: a bare duration, or a relative time in a report of unknown day. ``by`` names the rule that made it.
    ``certainty`` in [0, 1]: how sure the reading of its direction is.
    """

    span: Span
    phrase: Span
    type: str
    value: str
    mod: str = ""
    window: Window | None = None
    certainty: float = 1.0
    by: str = ""

    @property
    def iso(self) -> str:
        """The value as the corpus writes it: the window where there is one, a duration as it stands, else an empty string."""
        if self.window is not None:
            return str(self.window)
        return self.value if self.type == "DURATION" else ""


def _iso(bound: Bound | None) -> str:
    if isinstance(bound, datetime):
        return bound.isoformat(timespec="minutes")
    return bound.isoformat() if bound else ""


def _unit(first: Bound, last: Bound) -> str:
    """The short form of a window that is exactly one instant, day, month or year."""
    if first == last:
        return _iso(first)
    if isinstance(first, datetime) or isinstance(last, datetime):
        return ""
    after = date.fromordinal(last.toordinal() + 1) if last < date.max else None
    if after is None or first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{first:%Y-%m}"
    return f"{first.year:04}" if months == 12 and first.month == 1 else ""
