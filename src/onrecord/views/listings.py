"""The tables of the command line: entries by kind, reports, actors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from dataclasses import fields as fields_of
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from onrecord.nouns import Quote
from onrecord.views.chain import chain, outlet, says
from onrecord.views.day import day, timing
from onrecord.views.phrase import phrase, said, speaker, status, when
from onrecord.views.printable import one_line
from onrecord.views.records import fields, flat, full
from onrecord.views.table import Column, Table

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow, Hit, Record, ReportRow

Cell = Callable[["Record", str], str]
Layout = tuple[tuple[Column, Cell], ...]
NONE: Mapping[str, str] = MappingProxyType({})
SHORT = 8
"""Hexadecimal digits of an id as it is shown: enough to tell a hundred thousand entries apart."""


def short(entry_id: str) -> str:
    """The beginning of an id, as ``onrecord show`` takes it."""
    return entry_id[:SHORT]


def published(iso: str) -> str:
    """The day of an ISO day or instant, for people; "" stays ""."""
    return day(date.fromisoformat(iso[:10])) if iso else ""


def through(record: Record) -> str:
    """What lies between a speaker and the reader: channel, cited outlet, the report's own outlet."""
    entry = cast(Quote, record.entry)
    links = [link for link in entry.chain if link.kind != "report"][1:]
    channel = f"{one_line(entry.channel)} → " if entry.channel else ""
    return channel + chain(links, outlet(record))


def said_on(record: Record) -> str:
    """When it was said, else when it was reported."""
    entry = cast(Quote, record.entry)
    return timing(entry.said[0]) if entry.said else published(record.published)


def _phrase(record: Record, snippet: str) -> str:
    return phrase(record.entry, snippet)


def _when(record: Record, _: str) -> str:
    return when(record.entry) or (f"told {published(record.published).partition(' ')[2]}" if record.published else "")


STATUS: tuple[Column, Cell] = (Column("Status", "status", 17), lambda record, _: status(record.entry))
SAYS: tuple[Column, Cell] = (Column("Says", "dim"), lambda record, _: says(record))
ID: tuple[Column, Cell] = (Column("Entry", "dim", SHORT, whole=True), lambda record, _: short(record.entry.id))

LAYOUTS: dict[str, Layout] = {
    "": ((Column("When", "cyan", 18), _when), STATUS, (Column("What"), _phrase), SAYS, ID),
    "act": ((Column("When", "cyan", 18), _when), STATUS, (Column("Act"), _phrase), SAYS, ID),
    "meeting": ((Column("When", "cyan", 18), _when), STATUS, (Column("Meeting"), _phrase), SAYS, ID),
    "deadline": ((Column("Due", "cyan", 18), _when), STATUS, (Column("Demand"), _phrase), SAYS, ID),
    "quote": (
        (Column("Said", "cyan", 18), lambda record, _: said_on(record)),
        (Column("Speaker", "bold", 20), lambda record, _: speaker(cast(Quote, record.entry))),
        (Column("Statement"), lambda record, _: said(cast(Quote, record.entry))),
        (Column("Through", "dim", 30), lambda record, _: through(record)),
        ID,
    ),
}
"""What is shown of each kind of entry; under "" of kinds mixed."""


def entries(
    records: Sequence[Record], kind: str = "", snippets: Mapping[str, str] = NONE, origins: Mapping[str, str] | None = None
) -> Table:
    """Records of one kind, or of all where ``kind`` is empty; ``snippets`` has words of the report by the id of an entry, ``origins`` how
    many reports and independent origins tell of it, where there are several; it is a field of its own in JSON and CSV."""
    if origins is not None:
        return _with_origins(entries(records, kind, snippets), records, origins)
    return Table(
        tuple(column for column, _ in LAYOUTS[kind]),
        tuple(tuple(cell(record, snippets.get(record.entry.id, "")) for _, cell in LAYOUTS[kind]) for record in records),
        tuple(map(flat, records)),
        tuple(map(full, records)),
        fields(kind),
    )


def _with_origins(table: Table, records: Sequence[Record], origins: Mapping[str, str]) -> Table:
    said = [origins.get(record.entry.id, "") for record in records]
    says = next((place for place, column in enumerate(table.columns) if column.header == "Says"), None)
    return replace(
        table,
        rows=tuple(
            tuple(f"{cell} · {line}" if line and place == says else cell for place, cell in enumerate(row))
            for row, line in zip(table.rows, said, strict=True)
        ),
        flat=tuple({**row, "origins": line} for row, line in zip(table.flat, said, strict=True)),
        full=tuple({**row, "origins": line} for row, line in zip(table.full, said, strict=True)),
        fields=(*table.fields, "origins"),
    )


def reports(rows: Sequence[ReportRow]) -> Table:
    """One line a report: when it was published (and what told us), by whom, its headline, and how much came of it."""
    from onrecord.ledger import ReportRow

    full_rows = tuple(asdict(row) for row in rows)
    shown = tuple(
        (published(row.published) or "unknown", row.outlet or row.name, _title(row), str(row.entries), short(row.id)) for row in rows
    )
    columns = (
        Column("Published", "cyan", 18),
        Column("Outlet", "bold", 26),
        Column("Title"),
        Column("Entries", "", 7),
        Column("Report", "dim", SHORT, whole=True),
    )
    return Table(columns, shown, tuple(map(_strings, full_rows)), full_rows, _names(ReportRow))


def actors(rows: Sequence[ActorRow]) -> Table:
    """One line an actor: what it is, its office, in how many reports it is named and in how many entries it takes part."""
    from onrecord.ledger import ActorRow

    full_rows = tuple(asdict(row) for row in rows)
    shown = tuple((row.name, _kind(row), row.office, row.country, str(row.reports), str(row.entries)) for row in rows)
    columns = (
        Column("Actor", "bold"),
        Column("Kind", "", 18),
        Column("Office"),
        Column("Country", "cyan", 7),
        Column("Reports", "", 7),
        Column("Entries", "", 7),
    )
    return Table(columns, shown, tuple(map(_strings, full_rows)), full_rows, _names(ActorRow))


def hits(found: Sequence[Hit]) -> Table:
    """One line an entry or a report that was found, with the words around what was found."""
    columns = (Column("Found", "yellow", 10), Column("Reported", "cyan", 18), Column("Words"), Column("Outlet", "bold", 20), ID[0])
    rows, flat_rows, full_rows = [], [], []
    for hit in found:
        source = hit.record or hit.report
        assert source is not None
        key, kind = (hit.record.entry.id, hit.record.entry.kind) if hit.record else (getattr(source, "id", ""), "report")
        rows.append((kind, published(source.published), hit.snippet, source.outlet, short(key)))
        own = {"id": key, "kind": kind, "snippet": hit.snippet, "outlet": source.outlet, "published": source.published, "url": source.url}
        flat_rows.append(own)
        marks = [[mark.start, mark.end] for mark in hit.marks]
        full_rows.append(own | {"marks": marks} | ({"entry": full(hit.record)} if hit.record else {}))
    return Table(columns, tuple(rows), tuple(flat_rows), tuple(full_rows), ("id", "kind", "snippet", "outlet", "published", "url"))


def _title(row: ReportRow) -> str:
    version = f" (version {row.version})" if row.version > 1 else ""
    return (row.title or row.name) + version


def _kind(row: ActorRow) -> str:
    return f"{row.kind} ({row.sector})" if row.sector else row.kind


def _names(row: type[ReportRow] | type[ActorRow]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(row))


def _strings(row: dict[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in row.items()}
