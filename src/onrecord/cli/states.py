"""What became of a thing: the state of the thread that an entry is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.cli.opening import viewed
from onrecord.views.table import Column, Table

if TYPE_CHECKING:
    from onrecord.ledger import Record

NOW = Column("Now", "status", 15)


def states_at(place: str, records: Sequence[Record], as_of: date | None = None) -> dict[str, str]:
    """By the ids of these entries the states of their threads as of a day; where none is given, as of that of the newest report among them:
    what was planned for an earlier day has then lapsed, what was due expired."""
    from onrecord.views.judging import wrong
    from onrecord.views.threads import told

    newest = max((record.published[:10] for record in records), default="")
    today = as_of or (date.fromisoformat(newest) if newest else None)
    with viewed(place, as_of) as view:
        withdrawn, homes = wrong(view.judgements()), view.placements(record.entry.id for record in records)
        found: dict[str, str] = {}
        for key, members in view.members(homes.values()).items():
            if sound := [record for record in members if record.entry.id not in withdrawn]:
                found[key] = told(key, sound, today).life.state
    return {key: found.get(thread, "") for key, thread in homes.items()}


def with_states(table: Table, records: Sequence[Record], states: Mapping[str, str]) -> Table:
    """A listing of these records with a column for what became of each; ``state`` in JSON and CSV."""
    said = [states.get(record.entry.id, "") for record in records]
    at = next((place for place, column in enumerate(table.columns) if column.header == "Status"), -1) + 1
    return replace(
        table,
        columns=(*table.columns[:at], NOW, *table.columns[at:]),
        rows=tuple((*row[:at], state, *row[at:]) for row, state in zip(table.rows, said, strict=True)),
        flat=tuple({**row, "state": state} for row, state in zip(table.flat, said, strict=True)),
        full=tuple({**row, "state": state} for row, state in zip(table.full, said, strict=True)),
        fields=(*table.fields, "state"),
    )
