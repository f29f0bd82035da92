"""Putting what was found in a report on record: its entries, what they are to earlier ones, and the threads that they go into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, Writer
    from onrecord.nouns import Entry, Findings


def keep(opened: Ledger, writer: Writer, findings: Findings, recorded_at: datetime) -> Sequence[Entry] | None:
    """The entries of a report, which are on record from now on; ``None`` where the report was there already."""
    from onrecord import entries

    found = entries.write(findings)
    return found if put(opened, writer, findings, found, recorded_at) else None


def put(opened: Ledger, writer: Writer, findings: Findings, found: Sequence[Entry], recorded_at: datetime) -> bool:
    """Put the entries ``found`` of a report on record; false where the report was there already."""
    from onrecord import linking
    from onrecord.views.placing import places
    from onrecord.views.threads import links

    with opened.view() as view:
        linked = links(view, findings, found)
        threads = places(view, found, linked)
    people = findings.cast.actors
    return writer.add(findings.report, found, linked, actors=people, keys=linking.keys, threads=threads, recorded_at=recorded_at)
