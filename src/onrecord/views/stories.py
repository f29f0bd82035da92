"""The stories of a ledger: reports of one affair, with a name made of what they speak of most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.views.table import Column, Table

if TYPE_CHECKING:
    from onrecord.ledger import ReportRow, View

NAMED_BY = 3


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one affair in the order of publication. ``id`` is that of the first report; ``name`` the actors most of them name."""

    id: str
    name: str
    reports: tuple[ReportRow, ...]


def stories(view: View, at_least: int = 1) -> tuple[Story, ...]:
    """All stories of ``at_least`` so many reports, the one told last first. Grouped anew each time: nothing of it is stored."""
    from onrecord.linking.stories import Grouper

    grouper, groups = Grouper(), dict[str, list["ReportRow"]]()
    for row in sorted(view.reports(), key=lambda one: (one.known_on, one.recorded_at)):
        report = view.report(row.id)
        text = f"{row.title}. {report.text}" if report and row.title else report.text if report else row.title
        groups.setdefault(grouper.place(row.id, date.fromisoformat(row.known_on), text).story, []).append(row)
    made = [Story(key, _name(view, rows), tuple(rows)) for key, rows in groups.items() if len(rows) >= at_least]
    return tuple(sorted(made, key=lambda story: story.reports[-1].known_on, reverse=True))


def listing(found: tuple[Story, ...]) -> Table:
    """One row a story."""
    last, since = Column("Last", "cyan", 10), Column("Since", "cyan", 10)
    columns = (last, Column("Reports", "", 7), Column("Story"), since, Column("Id", "dim", 8, whole=True))
    flat = [
        {
            "id": story.id,
            "name": story.name,
            "reports": str(len(story.reports)),
            "first": story.reports[0].known_on,
            "last": story.reports[-1].known_on,
        }
        for story in found
    ]
    rows = tuple((row["last"], row["reports"], row["name"], row["first"], row["id"][:8]) for row in flat)
    full = tuple({**row, "reports": [report.id for report in story.reports]} for row, story in zip(flat, found, strict=True))
    return Table(columns, rows, tuple(flat), full, ("id", "name", "reports", "first", "last"))


def _name(view: View, rows: list[ReportRow]) -> str:
    """The actors that most of the reports name, or else the first title."""
    from onrecord.ledger import Choice

    counted: Counter[str] = Counter()
    for row in rows[-20:]:
        people = {
            one.name.removeprefix("~")
            for record in view.entries(Choice(report=row.id))
            for role, one in record.entry.people()
            if one.name and role != "via"
        }
        counted.update(people)
    most = [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMED_BY]]
    return ", ".join(most) or next((row.title for row in rows if row.title), "") or rows[0].name
