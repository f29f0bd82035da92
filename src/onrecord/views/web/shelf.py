"""The threads of one state of the ledger, as of one day: each is made when a page first needs it, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.ledger import Choice, LedgerError
from onrecord.views.judging import wrong
from onrecord.views.threads import Affair, told
from onrecord.views.web.sketch import Sketch, sketch

if TYPE_CHECKING:
    from onrecord.ledger import ThreadRow, View

KINDS = ("meeting", "deadline", "act")
MOST = 20_000
"""So many threads are kept; then all are let go."""


@dataclass(slots=True)
class Shelf:
    """``today`` is the day on which the lives of the threads stand. A view of the same state must come with every question."""

    today: date | None
    made: dict[str, Affair] = field(default_factory=dict)
    sketches: dict[str, Sketch | None] = field(default_factory=dict)
    rows: dict[str, tuple[ThreadRow, ...]] = field(default_factory=dict)
    withdrawn: frozenset[str] | None = None

    def of(self, view: View, keys: Iterable[str]) -> list[Affair]:
        """The threads of these ids in this order; one that has no entry left is left out."""
        wanted = list(dict.fromkeys(keys))
        made = self.made if len(self.made) + len(wanted) <= MOST else {}
        missing = [key for key in wanted if key not in made]
        if missing:
            bad = self._withdrawn(view)
            found = {key: [one for one in records if one.entry.id not in bad] for key, records in view.members(missing).items()}
            made.update((key, told(key, records, self.today)) for key, records in found.items() if records)
        self.made = made
        return [made[key] for key in wanted if key in made]

    def chosen(self, view: View, choice: Choice, kinds: Sequence[str] = KINDS) -> list[Affair]:
        """The threads that have an entry of the choice."""
        return self.of(view, (row.id for kind in kinds for row in view.threads(_of_kind(choice, kind))))

    def listed(self, view: View, kinds: Sequence[str] = KINDS) -> Sequence[ThreadRow]:
        """A row for each thread of these kinds, the one told last first."""
        for kind in kinds:
            if kind not in self.rows:
                self.rows[kind] = tuple(view.threads(Choice(kind=kind, order="-time")))
        if len(kinds) == 1:
            return self.rows[kinds[0]]
        return sorted(chain.from_iterable(self.rows[kind] for kind in kinds), key=lambda row: row.last, reverse=True)

    def told_in(self, view: View, story: str, kinds: Sequence[str] = KINDS) -> list[ThreadRow]:
        """A row for each thread that a report of the story tells of, what these tell of it; the one told last first."""
        found = chain.from_iterable(view.threads(Choice(kind=kind, story=story, order="-time")) for kind in kinds)
        return sorted(found, key=lambda row: row.last, reverse=True)

    def since(self, view: View, day: date, at_least: int = 1, kinds: Sequence[str] = KINDS) -> list[Affair]:
        """The threads that a report of that day or a later one tells of, with so many entries at least."""
        recent = (row for kind in kinds for row in _until(self.listed(view, (kind,)), lambda row: row.last < str(day)))
        return self.of(view, (row.id for row in recent if row.entries >= at_least))

    def homes(self, view: View, entries: Iterable[str]) -> dict[str, Affair]:
        """The thread of each of these entries, by the entry's id."""
        placed = view.placements(entries)
        found = {one.thread.id: one for one in self.of(view, placed.values())}
        return {key: found[home] for key, home in placed.items() if home in found and key in found[home].records}

    def holding(self, view: View, key: str) -> Affair | None:
        """The thread of the entry whose id is, or begins with, ``key``; ``None`` where there is none or more than one."""
        try:
            record = view.entry(key)
        except LedgerError:
            record = None
        return self.homes(view, [record.entry.id]).get(record.entry.id) if record else None

    def sketch(self, one: Affair) -> Sketch | None:
        """What a drawing needs of a thread; ``None`` where it has no day."""
        key = one.thread.id
        if key not in self.sketches:
            self.sketches = self.sketches if len(self.sketches) < MOST else {}
            self.sketches[key] = sketch(one)
        return self.sketches[key]

    def _withdrawn(self, view: View) -> frozenset[str]:
        if self.withdrawn is None:
            self.withdrawn = frozenset(wrong(view.judgements("entry")))
        return self.withdrawn


def _of_kind(choice: Choice, kind: str) -> Choice:
    return replace(choice, kind=kind, order="time", limit=None, offset=0)


def _until(rows: Iterable[ThreadRow], ended: Callable[[ThreadRow], bool]) -> Iterator[ThreadRow]:
    for row in rows:
        if ended(row):
            return
        yield row
