"""The reports that tell of one thing, each with who says so in it: what is compared to count independent origins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.nouns import Quote

if TYPE_CHECKING:
    from onrecord.ledger import Record, View
    from onrecord.nouns import Entry, Report, Source

COMPARED = 16
"""Of the reports of one thread so many, the latest, are compared to see who copied whom."""


def witnesses(view: View, records: Iterable[Record]) -> list[tuple[Report, tuple[Source, ...]]]:
    """The latest ``COMPARED`` reports of the records of one thread, in the order in which they first come there, each with the chain of
    who says so in the last of its records."""
    latest = {record.report: record for record in records}
    told = list(latest.values())[-COMPARED:]
    return [(report, _chain(record.entry)) for record in told if (report := view.report(record.report))]


def _chain(entry: Entry) -> tuple[Source, ...]:
    """A quote's own, else that of the first account; empty where the report says it in its own words."""
    return entry.chain if isinstance(entry, Quote) else next((one.chain for one in entry.accounts), ())
