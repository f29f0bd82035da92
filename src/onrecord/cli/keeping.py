"""Putting what was found in a report on record: its entries, what they are to earlier ones, the threads and the story they go into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, Writer
    from onrecord.nouns import Entry, Findings
    from onrecord.views.grouping import Grouping


def keep(
    opened: Ledger, writer: Writer, findings: Findings, recorded_at: datetime, grouping: Grouping | None = None
) -> Sequence[Entry] | None:
    """The entries of a report, which are on record from now on; ``None`` where the report was there already.

    ``grouping`` remembers the reports of the last weeks from one to the next; without one they are looked up for this report alone.
    """
    from onrecord import entries

    found = entries.write(findings)
    return found if put(opened, writer, findings, found, recorded_at, grouping) else None


def put(
    opened: Ledger, writer: Writer, findings: Findings, found: Sequence[Entry], recorded_at: datetime, grouping: Grouping | None = None
) -> bool:
    """Put the entries ``found`` of a report on record, all or nothing; false where the report was there already."""
    from onrecord import linking
    from onrecord.views.grouping import Grouping
    from onrecord.views.placing import places
    from onrecord.views.threads import Countries, links

    with opened.view() as view:
        countries = Countries.told(view, findings)
        linked = links(view, findings, found, countries)
        threads = places(view, found, linked)
        stories = (grouping or Grouping()).place(view, findings.report, recorded_at)
    people, keys = findings.cast.actors, partial(linking.keys, country=countries.of)
    return writer.add(
        findings.report, found, linked, actors=people, keys=keys, threads=threads, stories=stories, recorded_at=recorded_at
    )
