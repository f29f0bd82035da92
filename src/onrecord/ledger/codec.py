"""Entries and reports as rows of the tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from onrecord.ledger.excerpt import excerpt
from onrecord.nouns import (
    Act,
    Actor,
    Bound,
    Deadline,
    Entry,
    Evidence,
    Meeting,
    Published,
    Quote,
    Report,
    Source,
    Span,
    Timing,
    plain,
    restore,
)

Row = dict[str, Any]

KINDS: dict[str, type[Entry]] = {kind.kind: kind for kind in (Quote, Act, Meeting, Deadline)}


def report_row(report: Report) -> Row:
    """The columns of ``reports`` that come from the report itself."""
    published = report.published
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": str(published) or None,
        "precision": published.precision,
        "published_by": published.by,
        "language": report.language,
        "origin": report.origin,
        "sha256": report.sha256,
        "text": report.text,
        "work": work(report),
    }


def report_of(row: Any) -> Report:
    """The report of a row of ``reports``."""
    stamp = row.published or ""
    instant = datetime.fromisoformat(stamp) if row.precision == "instant" else None
    day = instant.date() if instant else date.fromisoformat(stamp) if stamp else None
    published = Published(day, instant, row.published_by)
    return Report(row.text, row.name, row.title, row.outlet, row.url, published, row.language, row.origin)


def work(report: Report) -> str:
    """What the versions of one report share: its URL, or, where it has none, text, outlet and name."""
    parts = (report.url,) if report.url else (report.sha256, report.outlet, report.name)
    return sha256("\x1f".join(parts).encode()).hexdigest()


def published_day(report: Report) -> str:
    """The day of publication, ISO 8601, or ""."""
    published = report.published
    day = published.day or (published.instant.date() if published.instant else None)
    return day.isoformat() if day else ""


def known_on(report: Report, recorded_at: datetime) -> str:
    """The day from which a report is known, ISO 8601: of publication, else that of recording in UTC."""
    return published_day(report) or recorded_at.astimezone(UTC).date().isoformat()


def entry_row(entry: Entry, report: Report) -> Row:
    """The columns of ``entries`` that come from the entry and its report."""
    earliest, latest = bounds(entry.timing())
    body = {key: value for key, value in plain(entry, sparse=True).items() if key not in ("evidence", "id", "report")}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "type": _type(entry),
        "status": entry.status,
        "on_day": on_day(entry) or published_day(report) or None,
        "earliest": earliest or None,
        "latest": latest or None,
        "words": entry.words,
        "sentence": sentence(entry, report),
        "gist": gist(entry),
        "score": entry.score,
        "rule": entry.by,
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    }


def entry_of(row: Any, evidence: tuple[Evidence, ...]) -> Entry:
    """The entry of a row with ``id``, ``kind``, ``body`` and the report's id as ``report_id``; the evidence comes from its own table."""
    kind = KINDS[row.kind]
    body = json.loads(row.body)
    shell = restore(kind, {**body, "report": row.report_id, "id": row.id})
    object.__setattr__(shell, "evidence", evidence)  # a frozen value just made here, not yet seen by anyone
    return shell


def sentence(entry: Entry, report: Report) -> str:
    """The sentence of the first anchor or cue, or else of the first evidence; "" for an entry without any."""
    telling = [one for one in entry.evidence if one.part in ("anchor", "cue")] or entry.evidence
    return excerpt(report.text, min(telling)).sentence if telling else ""


def gist(entry: Entry) -> str:
    """Every name and word of an entry, once each, for the full-text search."""
    people = (text for _, one in entry.people() for text in (one.name, one.words))
    times = (one.words for _, one in entry.timings())
    sources = (text for account in entry.accounts for one in account.chain for text in (one.name, one.description))
    return "\n".join(dict.fromkeys(text for text in (*entry.texts(), *people, *times, *sources) if text))


def bounds(timing: Timing | None) -> tuple[str, str]:
    """Earliest and latest of a time in ISO 8601, "" where open or unknown."""
    window = timing.when.window if timing else None
    return (_iso(window.earliest), _iso(window.latest)) if window else ("", "")


def on_day(entry: Entry) -> str:
    """The day that an entry is about: a deadline's last, anything else's first; "" where it has none."""
    earliest, latest = bounds(entry.timing())
    return ((latest or earliest) if entry.kind == "deadline" else (earliest or latest))[:10]


def span_rows(entry: Entry) -> Iterator[Row]:
    """The rows of ``entry_spans``, without the entry's number."""
    for place, one in enumerate(entry.evidence):
        yield {"position": place, "part": one.part, "begins": one.span.start, "ends": one.span.end, "value": one.value}


def party_rows(entry: Entry) -> Iterator[Row]:
    """The rows of ``entry_parties``, without the entry's number."""
    for place, (role, one) in enumerate(entry.people()):
        yield {"position": place, "role": role, "name": one.name, "words": one.words}


def time_rows(entry: Entry) -> Iterator[Row]:
    """The rows of ``entry_times``, without the entry's number."""
    for place, (dates, one) in enumerate(entry.timings()):
        when, window = one.when, one.when.window
        earliest, latest = bounds(one)
        yield {
            "position": place,
            "dates": dates,
            "words": one.words,
            "type": when.type,
            "value": when.value,
            "earliest": earliest or None,
            "latest": latest or None,
            "grain": window.grain if window else "",
            "role": window.role if window else "",
            "basis": window.basis if window else "",
            "certainty": when.certainty,
        }


def chain_rows(entry: Entry) -> Iterator[Row]:
    """The rows of ``chain_links``, without the entry's number: of a quote its own chain, of anything else each account's."""
    chains = [entry.chain] if isinstance(entry, Quote) else [account.chain for account in entry.accounts]
    steps = ((account, step, source) for account, chain in enumerate(chains) for step, source in enumerate(chain))
    for place, (account, step, source) in enumerate(steps):
        yield {"position": place, "account": account, "step": step, **_source(source)}


def actor_rows(actors: Iterable[Actor]) -> Iterator[Row]:
    """The rows of ``report_actors``, without the reading's number."""
    for place, actor in enumerate(actors):
        office = ", ".join(part for part in (actor.office.title, actor.office.body) if part) if actor.office else ""
        mentions = [[one.span.start, one.span.end, one.form, one.member] for one in actor.mentions]
        yield {
            "position": place,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
            "qid": actor.qid,
            "office": office,
            "source": actor.source,
            "mentions": json.dumps(mentions, separators=(",", ":")),
        }


def evidence_of(row: Any) -> Evidence:
    """The evidence of a row of ``entry_spans``."""
    return Evidence(Span(row.begins, row.ends), row.part, row.value)


def _type(entry: Entry) -> str:
    match entry:
        case Act():
            return entry.type
        case Quote():
            return entry.act
        case Meeting():
            return entry.format
        case _:
            return ""


def _source(source: Source) -> Row:
    return {"kind": source.kind, "name": source.name, "description": source.description}


def _iso(bound: Bound | None) -> str:
    return bound.isoformat() if bound else ""
