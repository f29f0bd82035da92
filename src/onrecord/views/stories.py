"""The stories of a ledger: reports of one affair, with a name made of what they speak of most."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.views.table import Column, Table

if TYPE_CHECKING:
    from onrecord.ledger import ReportRow, StoryRow, View

NAMED_BY, LONGEST = 3, 200
"""A name has so many actors, and so many characters."""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one affair in the order of publication; ``name`` the actors that most of the latest of them name."""

    row: StoryRow
    name: str
    reports: tuple[ReportRow, ...]


def stories(view: View, at_least: int = 1, most: int | None = None) -> tuple[Story, ...]:
    """The stories of ``at_least`` so many reports, the one told last first; at most ``most`` of them, so that no more is read."""
    rows = list(view.stories(at_least, limit=most))
    called = names(view, [row.id for row in rows])
    return tuple(Story(row, called[row.id], tuple(view.reports(story=row.id))) for row in rows)


def names(view: View, ids: Collection[str]) -> dict[str, str]:
    """What each of these stories is called: the actors that most of its latest reports name, or else the first title."""
    told = view.named_in(ids)
    return {key: _clipped(", ".join(_most(told.get(key, {}))) or _titled(view.reports(story=key)) or key) for key in ids}


def listing(found: Iterable[Story]) -> Table:
    """One row a story."""
    last, since = Column("Last", "cyan", 10), Column("Since", "cyan", 10)
    columns = (last, Column("Reports", "", 7), Column("Story"), since, Column("Id", "dim", 8, whole=True))
    listed = list(found)
    flat = [
        {"id": row.id, "name": story.name, "reports": str(row.reports), "first": row.first, "last": row.last}
        for story in listed
        for row in (story.row,)
    ]
    rows = tuple((row["last"], row["reports"], row["name"], row["first"], row["id"][:8]) for row in flat)
    full = tuple({**row, "reports": [report.id for report in story.reports]} for row, story in zip(flat, listed, strict=True))
    return Table(columns, rows, tuple(flat), full, ("id", "name", "reports", "first", "last"))


def _most(named: dict[str, int]) -> list[str]:
    return [name for name, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMED_BY]]


def _titled(rows: Iterable[ReportRow]) -> str:
    """The first title, or else what its source calls the first report."""
    listed = list(rows)
    return next((row.title for row in listed if row.title), "") or next((row.name for row in listed), "")


def _clipped(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
