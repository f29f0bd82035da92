"""From a command's options to the records of a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from onrecord.cli.opening import resolved, viewed
from onrecord.views.markup import snippet

if TYPE_CHECKING:
    from datetime import date

    from onrecord.ledger import Record


class Filters(TypedDict, total=False):
    """The options of ``options.filters``, as click passes them."""

    actor: str
    status: str
    since: date | None
    until: date | None
    outlet: str
    as_of: date | None
    limit: int | None


def records(
    place: str, kind: str, chosen: Filters, roles: Sequence[str] = (), type: str = "", story: str = ""  # noqa: A002 - the field's name
) -> list[Record]:
    """The records of one kind (of all where ``kind`` is empty) that the options choose, in the order of time."""
    from onrecord.ledger import Choice

    with viewed(place, chosen.get("as_of")) as view:
        actor = resolved(view, chosen.get("actor") or "")
        choice = Choice(
            kind=kind,
            type=type,
            status=chosen.get("status") or "",
            actor=actor,
            roles=tuple(roles),
            outlet=chosen.get("outlet") or "",
            story=story,
            since=chosen.get("since"),
            until=chosen.get("until"),
            limit=chosen.get("limit"),
        )
        return list(view.entries(choice))


def snippets(place: str, found: Iterable[Record]) -> dict[str, str]:
    """For each entry its word and those that follow it in the report, by the entry's id."""
    words: dict[str, str] = {}
    with viewed(place) as view:
        for key, group in groupby(sorted(found, key=lambda record: record.report), key=lambda record: record.report):
            report = view.report(key)
            words |= {record.entry.id: snippet(report.text, record.entry) for record in group} if report else {}
    return words
