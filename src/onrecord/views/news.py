"""What has changed since a day, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.views.chain import says
from onrecord.views.day import day
from onrecord.views.listings import SHORT, short
from onrecord.views.phrase import phrase, when
from onrecord.views.printable import one_line
from onrecord.views.records import full
from onrecord.views.table import Column, Table
from onrecord.views.threads import News

SIGNS = {"new": "+ new", "changed": "→", "contradicted": "≠", "withdrawn": "† judged wrong"}
FIELDS = ("day", "change", "state", "kind", "what", "when", "says", "outlet", "entry", "thread", "against")


def table(found: Sequence[News]) -> Table:
    """One row a change: the day it was told, the sign and the new state, what it is about, who says so, its entry."""
    columns = (
        Column("Told", "cyan", 16),
        Column("Change", "status", 22),
        Column("What"),
        Column("When", "cyan", 16),
        Column("Says", "dim"),
        Column("Entry", "dim", SHORT, whole=True),
    )
    return Table(columns, tuple(map(_row, found)), tuple(map(_flat, found)), tuple(map(_full, found)), FIELDS)


def _row(news: News) -> tuple[str, ...]:
    flat = _flat(news)
    told = day(news.day) if news.day else ""
    return (told, f"{SIGNS[news.kind]} {news.state}".strip(), flat["what"], flat["when"], flat["says"], short(news.record.entry.id))


def _flat(news: News) -> dict[str, str]:
    entry = news.record.entry
    return {
        "day": news.day.isoformat() if news.day else "",
        "change": news.kind,
        "state": news.state,
        "kind": entry.kind,
        "what": phrase(entry),
        "when": when(entry),
        "says": says(news.record),
        "outlet": one_line(news.record.outlet),
        "entry": entry.id,
        "thread": news.thread,
        "against": news.other.entry.id if news.other else "",
    }


def _full(news: News) -> dict[str, object]:
    return {**_flat(news), "record": full(news.record), "other": full(news.other) if news.other else None}
