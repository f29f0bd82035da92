"""How many reports tell of a thing, and from how many independent origins, for the listings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.cli.opening import viewed
from onrecord.views.witnesses import witnesses

if TYPE_CHECKING:
    from onrecord.ledger import Record, View
    from onrecord.nouns import Source, Statement

MOST = 200
"""Of so many threads the reports are compared; what is listed beyond them goes without."""


def origins(view: View, records: Sequence[Record]) -> dict[str, str]:
    """For each entry whose thread several reports tell of, by its id: "5 reports, 1 origin (The New York Times, two sources)".

    Copies of one text, and chains that begin at the same root, are one origin (``speech.origins``).
    """
    homes = view.placements(record.entry.id for record in records)
    found = view.members(islice(dict.fromkeys(homes.values()), MOST))
    lines = {thread: _line(view, members) for thread, members in found.items() if len({one.report for one in members}) > 1}
    return {key: lines[thread] for key, thread in homes.items() if lines.get(thread)}


def origins_at(place: str, records: Sequence[Record], as_of: date | None = None) -> dict[str, str]:
    """The same from the ledger at ``place``, as it was known on a day."""
    with viewed(place, as_of) as view:
        return origins(view, records)


def _line(view: View, members: Sequence[Record]) -> str:
    from onrecord.speech.origins import summary

    return summary([(report, voiced(chain)) for report, chain in witnesses(view, members)])


def voiced(chain: tuple[Source, ...]) -> Statement | None:
    """A chain as a statement, for ``speech.origins``; ``None`` where the report stands in it alone."""
    from onrecord.nouns import Statement

    return Statement((), chain=chain) if len(chain) > 1 else None
