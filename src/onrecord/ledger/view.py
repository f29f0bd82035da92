"""Reading the record, as it was known on a day."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, func, literal, select

from onrecord.ledger import codec, search
from onrecord.ledger.cast import cast_query, countries_query
from onrecord.ledger.choose import COLUMNS, Choice, chosen, matches
from onrecord.ledger.current import current, is_current, is_last_version
from onrecord.ledger.errors import LedgerError
from onrecord.ledger.excerpt import excerpt
from onrecord.ledger.grouped import homes_query, in_story, names_query, stories_query, told_after_query, told_query, ungrouped_query
from onrecord.ledger.kept import Kept
from onrecord.ledger.naming import Naming
from onrecord.ledger.near import near
from onrecord.ledger.placed import FOUND, is_home, threads_query, with_threads
from onrecord.ledger.rows import ActorRow, Excerpt, Hit, JudgementRow, Record, ReportRow, Run, StoryRow, ThreadRow, Told
from onrecord.ledger.spelled import naming, scope
from onrecord.ledger.tables import (
    entries,
    entry_spans,
    judgements,
    links,
    reading_entries,
    readings,
    reports,
    runs,
)
from onrecord.nouns import Evidence, Link, Report

OVER = 4
"""So many times more entries are searched than are wanted: some are of readings and versions that are no longer current."""

CHUNK = 200
"""How many rows are fetched at a time: listings stream, whatever their length."""


WITH_REPORT = entries.join(reports, reports.c.seq == entries.c.report).join(runs, runs.c.seq == entries.c.run)
NUMBERED = select(*COLUMNS).select_from(WITH_REPORT).where(entries.c.seq.in_(bindparam("numbers", expanding=True)))


@dataclass(frozen=True, slots=True)
class View:
    """What was known. Use it as a context manager, or ``close`` it: one view is one unchanging state, whatever is written meanwhile.

    Actors go by the names that people said they go by (``naming``), in what is asked for and in what is given; only ``near``, which
    linking asks, has them as the reports were read.
    """

    connection: Connection
    as_of: str = ""
    recorded: str = ""
    kept: Kept = field(default_factory=Kept)
    said: list[Naming] = field(default_factory=list)

    @classmethod
    def of(cls, engine: Engine, as_of: date | None = None, recorded: datetime | None = None, kept: Kept | None = None) -> View:
        """A view of the ledger behind ``engine``; ``recorded`` must have a zone. ``kept`` has records that were read before."""
        stamp = recorded.astimezone(UTC).isoformat(timespec="microseconds") if recorded else ""
        connection = engine.connect().execution_options(stream_results=True, max_row_buffer=CHUNK)
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return cls(connection, as_of.isoformat() if as_of else "", stamp, kept or Kept())

    def close(self) -> None:
        """Give back the connection."""
        self.connection.close()

    def __enter__(self) -> View:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def naming(self) -> Naming:
        """What people said of names, by the day of the view; read once."""
        if not self.said:
            self.said.append(naming(self.connection, self.as_of, self.recorded))
        return self.said[0]

    def entries(self, choice: Choice = Choice()) -> Iterator[Record]:  # noqa: B008 - a frozen value
        """The entries chosen, one by one, each with all that it holds."""
        found = chosen(choice, self.as_of, self.recorded, self.naming)
        if choice.words:
            found = found.where(search.holds(self.connection, entries, choice.words))
        yield from map(self.naming.renamed, self._records(found))

    def statements(self, speaker: str = "", choice: Choice = Choice()) -> Iterator[Record]:  # noqa: B008 - a frozen value
        """The quotes of a speaker (a canonical name; "" for everybody's)."""
        return self.entries(replace(choice, kind="quote", actor=speaker or choice.actor, roles=("speaker",) if speaker else choice.roles))

    def entry(self, key: str, *, as_read: bool = False) -> Record | None:
        """The entry whose id is, or begins with, ``key``, current or not; raises ``LedgerError`` where several begin so.

        ``as_read``: with the names that the reader gave, whatever people said of them since.
        """
        found = select(*COLUMNS).select_from(WITH_REPORT)
        records = list(self._records(found.where(matches(entries.c.id, key)).limit(2))) if key else []
        records = records if as_read else [self.naming.renamed(record) for record in records]
        exact = next((record for record in records if record.entry.id == key), None)
        if len(records) > 1 and exact is None:
            raise LedgerError(f"several entries begin with {key}: {', '.join(record.entry.id for record in records)} ...")
        return exact or next(iter(records), None)

    def near(self, keys: Iterable[str], since: date | None = None, until: date | None = None, *, limit: int = 60) -> list[Record]:
        """Current entries that have one of ``keys``, the last recorded first: of each key at most 40, of all the ``limit`` likeliest.

        ``since`` and ``until`` bound the day of publication; reports of unknown day pass.
        """
        numbers = near(self.connection, keys, since, until, (self.as_of, self.recorded), limit)
        found = self.kept.get(numbers)
        if missing := [number for number in numbers if number not in found]:
            read = {record.number: record for record in self._records(NUMBERED, {"numbers": missing})}
            self.kept.take(read.values())
            found |= read
        return [found[number] for number in numbers]

    def country(self, name: str) -> str:
        """The country (ISO 3166 alpha-3) that the last readings gave an actor of that name, "" where none of the last few did."""
        return self.countries([name]).get(name, "")

    def countries(self, names: Iterable[str]) -> dict[str, str]:
        """The countries of many actors, by their names, as ``country`` has them."""
        wanted, found = list(dict.fromkeys(names)), dict[str, str]()
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            given = {f"name{place}": name for place, name in enumerate(chunk)}
            found |= {row.name: row.country or "" for row in self.connection.execute(countries_query(len(chunk)), given)}
        return found | {name: state for name in wanted if not found.get(name) and (state := self.naming.state(name))}

    def links(self) -> Iterator[Link]:
        """All links that machines made, in the order in which they were recorded; of a pair that was linked again, each."""
        one, other = entries.alias("one"), entries.alias("other")
        found = select(links, one.c.id.label("later"), other.c.id.label("earlier")).select_from(
            links.join(one, one.c.seq == links.c.a).join(other, other.c.seq == links.c.b)
        )
        found = found.where(links.c.recorded_at <= self.recorded) if self.recorded else found
        for row in self.connection.execute(found.order_by(links.c.seq)):
            yield Link(row.later, row.earlier, row.relation, row.score, tuple(json.loads(row.why).items()), row.scorer)

    def threads(self, choice: Choice = Choice()) -> Iterator[ThreadRow]:  # noqa: B008 - a frozen value
        """The threads that have an entry of the choice, by the day on which they began (``time``) or were told last (``-time``), so that a
        page of them needs no more than its ``limit`` and ``offset``."""
        found = threads_query(choice, self.as_of, self.recorded, self.naming)
        if choice.words:
            found = found.where(search.holds(self.connection, entries, choice.words))
        for row in self.connection.execute(found):
            yield ThreadRow(**row._mapping)

    def members(self, threads: Iterable[str]) -> dict[str, list[Record]]:
        """The current entries of each of these threads (ids as ``threads`` has them) in the order in which they were recorded."""
        wanted = list(dict.fromkeys(threads))
        found: dict[str, list[Record]] = {key: [] for key in wanted}
        for start in range(0, len(wanted), CHUNK):
            query = select(*COLUMNS).select_from(with_threads(current().join(runs, runs.c.seq == entries.c.run)))
            asked = FOUND.c.id.in_(wanted[start : start + CHUNK])
            query = query.where(asked, *is_current(self.as_of, self.recorded), is_home(self.recorded))
            records = [self.naming.renamed(record) for record in self._records(query.order_by(entries.c.seq))]
            homes = self.placements(record.entry.id for record in records)
            for record in records:
                found[homes[record.entry.id]].append(record)
        return {key: records for key, records in found.items() if records}

    def placements(self, keys: Iterable[str]) -> dict[str, str]:
        """Into which thread each of these entries goes, current or not: ids by ids; those that are not on record are left out."""
        wanted, found = list(dict.fromkeys(keys)), dict[str, str]()
        for start in range(0, len(wanted), CHUNK):
            query = select(entries.c.id, FOUND.c.id.label("thread")).select_from(with_threads(entries))
            query = query.where(entries.c.id.in_(wanted[start : start + CHUNK]), is_home(self.recorded))
            found |= {row.id: row.thread for row in self.connection.execute(query)}
        return found

    def stories(self, at_least: int = 1, ids: Collection[str] | None = None, limit: int | None = None) -> Iterator[StoryRow]:
        """The stories (of ``ids`` alone where given) that have so many current reports, the one told last first; at most ``limit``."""
        for row in self.connection.execute(stories_query(self._readable(), self.recorded, at_least, ids).limit(limit)):
            yield StoryRow(**row._mapping)

    def stories_of(self, keys: Iterable[str]) -> dict[str, str]:
        """In which story each of these reports is, current or not: ids by ids; those that are in none are left out."""
        wanted, found = list(dict.fromkeys(keys)), dict[str, str]()
        for start in range(0, len(wanted), CHUNK):
            query = homes_query(wanted[start : start + CHUNK], self.recorded)
            found |= {row.id: row.story for row in self.connection.execute(query)}
        return found

    def story(self, key: str) -> str:
        """The id of the story that is named so, or has the report whose id is, or begins with, ``key``; "" where there is none.

        Raises ``LedgerError`` where reports of several stories begin so.
        """
        if not key or list(self.stories(ids=[key])):
            return key
        found = self.connection.execute(select(reports.c.id).where(matches(reports.c.id, key)).order_by(reports.c.id).limit(CHUNK))
        stories = sorted(set(self.stories_of([row.id for row in found]).values()))
        if len(stories) > 1:
            raise LedgerError(f"several stories begin with {key}: {', '.join(stories[:8])}")
        return next(iter(stories), "")

    def named_in(self, stories: Collection[str]) -> dict[str, dict[str, int]]:
        """Who takes part in the entries of the latest reports of each of these stories, with in how many of the reports."""
        wanted, found = list(dict.fromkeys(stories)), dict[str, dict[str, int]]()
        for start in range(0, len(wanted), CHUNK):
            query = names_query(wanted[start : start + CHUNK], self._readable(), self.as_of, self.recorded, self.naming)
            for row in self.connection.execute(query):
                found.setdefault(row.story, {})[row.name] = int(row.reports)
        return found

    def told(self, since: date, until: date, most: int | None = None) -> list[Told]:
        """The beginnings of the reports known on the days from ``since`` to ``until`` in the order of these days; of more than ``most``
        the last ones."""
        return [Told(**row._mapping) for row in self.connection.execute(told_query(str(since), str(until), most))][::-1]

    def told_after(self, number: int, most: int | None = None) -> list[Told]:
        """The beginnings of the reports recorded after the one of that number, in that order; of more than ``most`` the last ones."""
        return [Told(**row._mapping) for row in self.connection.execute(told_after_query(number, most))][::-1]

    def latest(self) -> int:
        """The number of the report that was recorded last, 0 where there is none."""
        return self._count(select(func.max(reports.c.seq)))

    def ungrouped(self) -> dict[str, int]:
        """The days (ISO 8601, in their order) of reports that are in no story yet, with how many there are."""
        return {row.known_on: int(row.reports) for row in self.connection.execute(ungrouped_query())}

    def numbers(self) -> dict[str, int]:
        """The ids of all current entries with their numbers in the order of arrival."""
        found = select(entries.c.id, entries.c.seq).select_from(current()).where(*is_current(self.as_of, self.recorded))
        return {row.id: row.seq for row in self.connection.execute(found)}

    def scope(self, name: str, within: str) -> list[str]:
        """The ids of the reports that name ``name`` and are of a scope: a state that it is of there, or the beginning of a report's id."""
        return scope(self.connection, name, within, self.naming.known)

    def judgements(self, subject: str = "") -> Iterator[JudgementRow]:
        """What people said, in the order in which they said it; ``subject``: link, entry or actor, all of them by default."""
        found = select(*(judgements.c[name] for name in JudgementRow.__dataclass_fields__))
        found = found.where(judgements.c.recorded_at <= self.recorded) if self.recorded else found
        found = found.where(judgements.c.subject == subject) if subject else found
        for row in self.connection.execute(found.order_by(judgements.c.seq)):
            yield JudgementRow(**row._mapping)

    def report(self, key: str) -> Report | None:
        """The report of that id, with its text; the beginning of an id will do where it is the only one."""
        rows = self.connection.execute(select(reports).where(matches(reports.c.id, key)).limit(2)).all() if key else []
        exact = [row for row in rows if row.id == key]
        if len(rows) > 1 and not exact:
            raise LedgerError(f"several reports begin with {key}: {', '.join(row.id for row in rows)} ...")
        return codec.report_of((exact or rows)[0]) if rows else None

    def reports(
        self, outlet: str = "", since: date | None = None, until: date | None = None, *, story: str = "", versions: bool = False
    ) -> Iterator[ReportRow]:
        """The reports in the order of publication, only the last version of each unless ``versions`` asks for all."""
        day = reports.c.known_on
        told = (story, in_story(story, self.recorded))
        asked = ((outlet, reports.c.outlet == outlet), (since, day >= str(since)), (until, day <= str(until)), told)
        found = self._report_rows().where(*self._readable(versions), *(condition for given, condition in asked if given))
        for row in self.connection.execute(found.order_by(reports.c.known_on, reports.c.seq)):
            yield ReportRow(**row._mapping)

    def search(self, query: str, limit: int = 50) -> Iterator[Hit]:
        """Entries, then reports, that hold all words of ``query``, best first, at most ``limit`` of each."""
        texts = {number: (snippet, marks) for number, snippet, marks in search.find(self.connection, "entries", query, OVER * limit)}
        found = select(*COLUMNS).select_from(current().join(runs, runs.c.seq == entries.c.run))
        found = found.where(entries.c.seq.in_(list(texts)), *is_current(self.as_of, self.recorded))
        records = {record.number: self.naming.renamed(record) for record in self._records(found)} if texts else {}
        yield from islice((Hit(*text, record=records[number]) for number, text in texts.items() if number in records), limit)
        told = {number: (snippet, marks) for number, snippet, marks in search.find(self.connection, "reports", query, limit)}
        asked = self._report_rows().add_columns(reports.c.seq).where(reports.c.seq.in_(list(told)), *self._readable())
        rows = {row.seq: row._mapping for row in self.connection.execute(asked)} if told else {}
        for number, (snippet, marks) in told.items():
            if number in rows:
                row = {name: value for name, value in rows[number].items() if name != "seq"}
                yield Hit(snippet, marks, report=ReportRow(**row))

    def evidence(self, key: str) -> tuple[Excerpt, ...]:
        """Every piece of evidence of an entry in its sentence, in the order of the text; nothing where there is no such entry."""
        record = self.entry(key)
        report = self.report(record.report) if record else None
        if record is None or report is None:
            return ()
        return tuple(excerpt(report.text, one) for one in sorted(record.entry.evidence))

    def actors(self, kind: str = "") -> Iterator[ActorRow]:
        """All actors of the current readings, those that are named in most reports first; what differs between reports is the latest's."""
        seen: set[str] = set()
        for row in self.connection.execute(cast_query(self.as_of, self.recorded, self.naming)):
            if row.name not in seen:
                seen.add(row.name)
                if not kind or row.kind == kind:
                    yield ActorRow(**row._mapping)

    def run(self, key: str) -> Run | None:
        """The run of that id."""
        row = self.connection.execute(select(runs).where(runs.c.id == key)).first()
        return Run(row.version, row.weights, row.started, row.command) if row else None

    def counts(self) -> dict[str, int]:
        """How many reports, and entries of each kind, are current; how many runs, links and judgements there are."""
        found = select(entries.c.kind, func.count().label("number")).select_from(current())
        found = found.where(*is_current(self.as_of, self.recorded)).group_by(entries.c.kind)
        by_kind = {row.kind: int(row.number) for row in self.connection.execute(found)}
        kinds = {kind: by_kind.get(kind, 0) for kind in codec.KINDS}
        current_reports = select(func.count()).select_from(reports).where(*self._readable())
        others = {table.name: self._count(select(func.count()).select_from(table)) for table in (runs, links, judgements)}
        return {"reports": self._count(current_reports), **kinds, **others}

    def _count(self, query: Select[Any]) -> int:
        return int(self.connection.execute(query).scalar() or 0)

    def _report_rows(self) -> Select[Any]:
        before = reports.alias("before")
        replaced = select(before.c.id).where(before.c.seq == reports.c.replaces).scalar_subquery()
        last = select(func.max(readings.c.seq)).where(readings.c.report == reports.c.seq).correlate(reports)
        if self.recorded:
            last = last.where(readings.c.recorded_at <= self.recorded)
        found = select(func.count()).select_from(reading_entries).where(reading_entries.c.reading == last.scalar_subquery())
        return select(
            *(reports.c[name] for name in ("id", "name", "title", "outlet", "url", "published_by", "known_on", "version", "recorded_at")),
            func.coalesce(reports.c.published, "").label("published"),
            func.length(reports.c.text).label("characters"),
            func.coalesce(replaced, "").label("replaces"),
            found.correlate(reports).scalar_subquery().label("entries"),
        )

    def _readable(self, versions: bool = False) -> tuple[Any, ...]:
        """Conditions on a report: known and recorded by then, and not replaced since unless all ``versions`` are wanted."""
        known: list[Any] = [literal(True)]
        if self.as_of:
            known.append(reports.c.known_on <= self.as_of)
        if self.recorded:
            known.append(reports.c.recorded_at <= self.recorded)
        return tuple(known) if versions else (*known, is_last_version(self.as_of, self.recorded))

    def _records(self, query: Select[Any], given: dict[str, Any] | None = None) -> Iterator[Record]:
        """The records of a query over ``COLUMNS``; evidence is fetched for a chunk at a time."""
        rows = iter(self.connection.execute(query, given or {}))
        while chunk := list(islice(rows, CHUNK)):
            proofs = self._proofs([row.seq for row in chunk])
            for row in chunk:
                yield Record(
                    codec.entry_of(row, tuple(proofs.get(row.seq, ()))),
                    row.on_day or "",
                    row.report_id,
                    row.outlet,
                    row.title,
                    row.url,
                    row.published or "",
                    row.recorded_at,
                    row.run_id,
                    row.seq,
                    row.sentence,
                )

    def _proofs(self, numbers: list[int]) -> dict[int, list[Evidence]]:
        found: dict[int, list[Evidence]] = {}
        query = select(entry_spans).where(entry_spans.c.entry.in_(numbers)).order_by(entry_spans.c.entry, entry_spans.c.position)
        for row in self.connection.execute(query):
            found.setdefault(row.entry, []).append(codec.evidence_of(row))
        return found
