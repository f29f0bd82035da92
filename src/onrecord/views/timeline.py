"""A ledger as a timeline: what is on record up to a day, what lies ahead of it, and what no day can be given to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from onrecord.nouns import Bound
from onrecord.views.day import day
from onrecord.views.listings import NONE, entries
from onrecord.views.printable import one_line
from onrecord.views.table import aligned

if TYPE_CHECKING:
    from onrecord.ledger import Record

DONE = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Records before and after ``today``, each ordered by the window they fall in; ``undated`` in the order of their reports and texts."""

    today: date | None
    past: tuple[Record, ...] = ()
    ahead: tuple[Record, ...] = ()
    undated: tuple[Record, ...] = ()

    def sections(self) -> tuple[tuple[str, tuple[Record, ...]], ...]:
        """The parts that are not empty, with their headings."""
        until = f"Up to {day(self.today)}" if self.today else "On record"
        parts = ((until, self.past), ("Ahead", self.ahead), ("Without a day", self.undated))
        return tuple((title, records) for title, records in parts if records)


def timeline(records: Sequence[Record], today: date | None = None) -> Timeline:
    """``records`` by time; ``today`` is the newest day of publication among them where it is not given.

    What has happened or was said is past; all else is ahead where its window ends on ``today`` or later, or is open. An entry without a
    time stands at the day of its report: what happened happened by then, what is planned comes after it.
    """
    today = today or max((when for when in map(reported, records) if when), default=None)
    undated = tuple(record for record in records if _window(record) == (None, None))
    dated = sorted((record for record in records if _window(record) != (None, None)), key=_order)
    past = tuple(record for record in dated if _past(record, today))
    return Timeline(today, past, tuple(record for record in dated if not _past(record, today)), undated)


def lines(found: Timeline, snippets: Mapping[str, str] = NONE) -> Iterator[str]:
    """The timeline as plain text: an entry a line, an empty line between sections."""
    parts = found.sections()
    rows = [tuple(map(one_line, row)) for _, records in parts for row in entries(records, "", snippets).rows]
    shown = iter(list(aligned([(key, when, status, f"{what}  says {chain}") for when, status, what, chain, key in rows])))
    for place, (title, records) in enumerate(parts):
        yield from ("", title) if place else (title,)
        yield from (f"  {next(shown)}" for _ in records)


def reported(record: Record) -> date | None:
    """The day of publication; ``None`` where unknown."""
    return date.fromisoformat(record.published[:10]) if record.published else None


def without(records: Iterable[Record], *statuses: str) -> list[Record]:
    """The records that have none of these statuses."""
    return [record for record in records if record.entry.status not in statuses]


def _past(record: Record, today: date | None) -> bool:
    last = _window(record)[1]
    if record.entry.status in DONE or record.entry.kind == "quote":
        return True
    own_time = record.entry.timing() is not None and _own(record) != (None, None)
    return own_time and today is not None and last is not None and last < today


def _own(record: Record) -> tuple[date | None, date | None]:
    time = record.entry.timing()
    if time is None or time.when.window is None:
        return None, None
    return _date(time.when.window.earliest), _date(time.when.window.latest)


def _window(record: Record) -> tuple[date | None, date | None]:
    """First and last day of the entry; of one without a time the day of its report."""
    own = _own(record)
    return own if own != (None, None) else (reported(record), reported(record))


def _order(record: Record) -> tuple[date, date]:
    """By the first day that is known; a window without end comes after those that end; deadlines by their end."""
    first, last = _window(record)
    if record.entry.kind == "deadline":
        first = last or first
    return first or last or date.min, last or date.max


def _date(bound: Bound | None) -> date | None:
    return bound.date() if isinstance(bound, datetime) else bound
