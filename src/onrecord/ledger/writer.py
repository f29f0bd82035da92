"""Adding to the record: one transaction for a report and all that comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select

from onrecord.ledger import codec
from onrecord.ledger.codec import Row
from onrecord.ledger.rows import Grouped, Run
from onrecord.ledger.tables import (
    chain_links,
    entries,
    entry_keys,
    entry_parties,
    entry_spans,
    entry_times,
    groupings,
    judgements,
    links,
    placements,
    reading_entries,
    readings,
    report_actors,
    reports,
    runs,
)
from onrecord.nouns import Actor, Entry, Link, Report

PARTS = (
    (entry_spans, codec.span_rows),
    (entry_parties, codec.party_rows),
    (entry_times, codec.time_rows),
    (chain_links, codec.chain_rows),
)
"""What an entry is taken apart into, beside its row in ``entries``."""


LOCK = 0x6F6E7263
"""The number of the lock that writers to PostgreSQL take; SQLite has its own."""

NOWHERE: Mapping[str, str] = MappingProxyType({})


def _no_keys(_: Entry) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Adds to the ledger in the name of one run. It changes nothing that is there."""

    engine: Engine
    run: Run

    def knows(self, report: Report) -> bool:
        """Whether this very report has been read by this very reader: then reading it again would add nothing."""
        with self.engine.connect() as connection:
            return _reading(connection, report.id, self.run.reader) is not None

    def add(
        self,
        report: Report,
        found: Sequence[Entry],
        links: Iterable[Link] = (),
        *,
        actors: Iterable[Actor] = (),
        keys: Callable[[Entry], Iterable[str]] = _no_keys,
        threads: Mapping[str, str] = NOWHERE,
        stories: Iterable[Grouped] = (),
        recorded_at: datetime,
    ) -> bool:
        """Put a report, its entries and their links on record, all or nothing; ``False`` (and nothing added) where it is there already.

        A report that was read by another version or with other weights gets a second reading: what both found is kept once. ``keys`` says
        by what ``View.near`` finds an entry; ``threads`` into which thread each goes (an entry's id), by the ids of entries: one that it
        leaves out begins its own; ``stories`` into which story the report goes, and earlier ones that were in none. ``recorded_at`` must
        have a zone. Raises ``ValueError`` where a link names an unknown entry, a story an unknown report, or where the text cannot be
        stored.
        """
        stamp = _stamp(recorded_at)
        with self._transaction() as connection:
            if _reading(connection, report.id, self.run.reader) is not None:
                return False
            run = _run(connection, self.run)
            number = _report(connection, report, run, stamp)
            reading = _insert(connection, readings, report=number, reader=self.run.reader, run=run, recorded_at=stamp)
            new = _entries(connection, found, reading, report, {"report": number, "run": run, "recorded_at": stamp})
            _many(connection, entry_keys, ({"key": key, "entry": place} for place, one in new.items() for key in sorted(set(keys(one)))))
            _many(connection, report_actors, ({"reading": reading, **row} for row in codec.actor_rows(actors)))
            _links(connection, links, {"run": run, "recorded_at": stamp})
            _place(connection, {one.id: threads.get(one.id, one.id) for one in new.values()}, {"run": run, "recorded_at": stamp})
            _group(connection, stories, {"run": run, "recorded_at": stamp})
        return True

    def link(self, found: Iterable[Link], *, recorded_at: datetime) -> int:
        """Put links between entries on record, in one transaction; gives how many are new."""
        with self._transaction() as connection:
            return _links(connection, found, {"run": _run(connection, self.run), "recorded_at": _stamp(recorded_at)})

    def place(self, threads: Mapping[str, str], *, recorded_at: datetime) -> int:
        """Put on record into which thread each entry goes (ids of entries), in one transaction; gives how many were elsewhere before."""
        with self._transaction() as connection:
            return _place(connection, threads, {"run": _run(connection, self.run), "recorded_at": _stamp(recorded_at)})

    def group(self, stories: Iterable[Grouped], *, recorded_at: datetime) -> int:
        """Put on record into which story each report goes, in one transaction; gives how many were elsewhere, or nowhere, before."""
        with self._transaction() as connection:
            return _group(connection, stories, {"run": _run(connection, self.run), "recorded_at": _stamp(recorded_at)})

    def judge(
        self,
        subject: str,
        this: str,
        other: str = "",
        *,
        verdict: str,
        relation: str = "",
        revises: int | None = None,
        by: str,
        note: str = "",
        threads: Mapping[str, str] = NOWHERE,
        recorded_at: datetime,
    ) -> int:
        """Put a person's judgement on record; gives its number.

        ``revises`` is the number of the one that it takes the place of, ``threads`` says into which threads entries go by it.
        """
        row: Row = {"subject": subject, "this": this, "other": other, "verdict": verdict, "relation": relation}
        row |= {"revises": revises, "judge": by, "note": note, "recorded_at": _stamp(recorded_at)}
        with self._transaction() as connection:
            number = _insert(connection, judgements, **row)
            if threads:
                _place(connection, threads, {"run": _run(connection, self.run), "recorded_at": row["recorded_at"]})
            return number

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction that no other writer's overlaps: all of it is kept, or none."""
        with self.engine.connect().execution_options(mode="IMMEDIATE") as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection


def _stamp(instant: datetime) -> str:
    """ISO 8601 in UTC to the microsecond, so that the order of the strings is that of the instants."""
    if instant.tzinfo is None:
        raise ValueError("the time of recording needs a zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _reading(connection: Connection, report: str, reader: str) -> int | None:
    joined = readings.join(reports, reports.c.seq == readings.c.report)
    query = select(readings.c.seq).select_from(joined).where(reports.c.id == report, readings.c.reader == reader)
    return connection.execute(query).scalar()


def _run(connection: Connection, run: Run) -> int:
    known: int | None = connection.execute(select(runs.c.seq).where(runs.c.id == run.id)).scalar()
    if known is not None:
        return known
    return _insert(connection, runs, id=run.id, version=run.version, weights=run.weights, started=run.started, command=run.command)


def _report(connection: Connection, report: Report, run: int, stamp: str) -> int:
    """The report's number; a text that is new under its URL becomes the next version."""
    known: int | None = connection.execute(select(reports.c.seq).where(reports.c.id == report.id)).scalar()
    if known is not None:
        return known
    row = codec.report_row(report)
    last = connection.execute(
        select(reports.c.seq, reports.c.version).where(reports.c.work == row["work"]).order_by(reports.c.version.desc()).limit(1)
    ).first()
    version = {"version": last.version + 1 if last else 1, "replaces": last.seq if last else None}
    day = codec.known_on(report, datetime.fromisoformat(stamp))
    return _insert(connection, reports, **row, **version, known_on=day, run=run, recorded_at=stamp)


def _entries(connection: Connection, found: Sequence[Entry], reading: int, report: Report, shared: Row) -> dict[int, Entry]:
    """Those that are not on record yet with all their parts, and for all of them that this reading found them; gives the new by number."""
    by_id = {entry.id: entry for entry in found}
    numbers = _numbers(connection, by_id)
    new = [entry for key, entry in by_id.items() if key not in numbers]
    first = (connection.execute(select(func.max(entries.c.seq))).scalar() or 0) + 1
    numbers |= {entry.id: first + place for place, entry in enumerate(new)}
    _many(connection, entries, ({"seq": numbers[entry.id], **shared, **codec.entry_row(entry, report)} for entry in new))
    for table, rows in PARTS:
        _many(connection, table, ({"entry": numbers[entry.id], **row} for entry in new for row in rows(entry)))
    _many(connection, reading_entries, ({"reading": reading, "entry": number} for number in sorted(numbers.values())))
    return {numbers[entry.id]: entry for entry in new}


def _links(connection: Connection, found: Iterable[Link], shared: Row) -> int:
    wanted = list(found)
    numbers = _numbers(connection, {end for link in wanted for end in (link.a, link.b)})
    added = 0
    for link in wanted:
        if link.a not in numbers or link.b not in numbers:
            raise ValueError(f"a link names an entry that is not on record: {link.a} {link.b}")
        row = {"a": numbers[link.a], "b": numbers[link.b], "relation": link.relation, "scorer": link.by}
        if connection.execute(select(links.c.seq).where(*(links.c[key] == value for key, value in row.items()))).first() is None:
            _insert(connection, links, **row, **shared, score=link.score, why=json.dumps(dict(link.why)))
            added += 1
    return added


def _place(connection: Connection, threads: Mapping[str, str], shared: Row) -> int:
    """A row for every entry that is not in that thread already."""
    numbers = _numbers(connection, {*threads, *threads.values()})
    if unknown := {*threads, *threads.values()} - set(numbers):
        raise ValueError(f"a placement names an entry that is not on record: {min(unknown)}")
    wanted = {numbers[entry]: numbers[thread] for entry, thread in threads.items()}
    before: dict[int, int] = {}
    for chunk in _chunks(sorted(wanted), 500):
        query = select(placements.c.entry, placements.c.thread).where(placements.c.entry.in_(chunk)).order_by(placements.c.seq)
        before |= {row.entry: row.thread for row in connection.execute(query)}
    moved = [{"entry": entry, "thread": thread, **shared} for entry, thread in sorted(wanted.items()) if before.get(entry) != thread]
    _many(connection, placements, moved)
    return len(moved)


def _group(connection: Connection, stories: Iterable[Grouped], shared: Row) -> int:
    """A row for every report that is not in that story already."""
    wanted = {one.report: one for one in stories}
    numbers = _numbers(connection, {*wanted, *(one.story for one in wanted.values())}, reports)
    if unknown := {*wanted, *(one.story for one in wanted.values())} - set(numbers):
        raise ValueError(f"a grouping names a report that is not on record: {min(unknown)}")
    before: dict[int, int] = {}
    for chunk in _chunks(sorted(numbers[key] for key in wanted), 500):
        query = select(groupings.c.report, groupings.c.story).where(groupings.c.report.in_(chunk)).order_by(groupings.c.seq)
        before |= {row.report: row.story for row in connection.execute(query)}
    rows = ({"report": numbers[one.report], "story": numbers[one.story], "score": one.score, **shared} for one in wanted.values())
    moved = [row for row in rows if before.get(row["report"]) != row["story"]]
    _many(connection, groupings, moved)
    return len(moved)


def _numbers(connection: Connection, ids: Iterable[str], table: Table = entries) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in _chunks(list(ids), 500):
        rows = connection.execute(select(table.c.id, table.c.seq).where(table.c.id.in_(chunk)))
        found.update((row.id, row.seq) for row in rows)
    return found


def _insert(connection: Connection, table: Table, **row: Any) -> int:
    key = connection.execute(insert(table).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _many(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)


def _chunks(ids: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
