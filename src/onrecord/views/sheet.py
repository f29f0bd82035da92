"""One entry on a sheet: what it says, who says so, why it is there, and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.nouns import Act, Deadline, Entry, Meeting, Participant, Quote, Report, Timing
from onrecord.views.chain import accounts, chain, outlet
from onrecord.views.day import day, due, timing
from onrecord.views.listings import published
from onrecord.views.markup import bracketed, passages
from onrecord.views.phrase import act, phrase, status
from onrecord.views.printable import one_line
from onrecord.views.table import aligned
from onrecord.vocabulary import acts, deadline_statuses, event_types, statuses

if TYPE_CHECKING:
    from onrecord.ledger import Record, Run

Fact = tuple[str, str]
SURE = ((0.9, "sure"), (0.7, "fairly sure"), (0.5, "unsure"), (0.0, "a guess"))


def facts(record: Record, report: Report | None, run: Run | None = None, origins: str = "") -> Iterator[Fact]:
    """What is known of an entry, as pairs of a heading and a line of text, in the order in which people ask.

    ``origins``: how many reports and independent origins tell of it, where there are several reports.
    """
    entry = record.entry
    yield from _what(entry)
    for role, one in entry.people():
        yield role, _participant(one)
    for dates, time in entry.timings():
        yield ("when" if dates == "time" else dates), _time(time, entry)
    yield from _texts(entry)
    for account in accounts(entry):
        yield "says", chain(account.chain, _this(record))
    if origins:
        yield "origins", one_line(origins)
    yield "report", _report(record, report)
    yield "because", because(entry)
    if run:
        yield "read by", f"onrecord {run.version}, weights {run.weights[:12] or 'unknown'}, {record.recorded_at[:16].replace('T', ' ')} UTC"


def heading(record: Record) -> str:
    """Kind, id, and the entry in one line."""
    entry = record.entry
    return f"{entry.kind} {entry.id}  {status(entry)}  {phrase(entry)}"


def because(entry: Entry) -> str:
    """The label or rule that made the entry, with its score in words and figures."""
    word = next(word for least, word in SURE if entry.score >= least)
    return f"{one_line(entry.by) or 'no rule named'}, score {entry.score:.2f} ({word})"


def text(record: Record, report: Report | None, run: Run | None = None, origins: str = "") -> Iterator[str]:
    """The sheet as plain lines."""
    yield heading(record)
    yield ""
    yield from (f"  {line}" for line in aligned(list(facts(record, report, run, origins))))
    if report:
        yield ""
        for passage in passages(report.text, record.entry.evidence):
            yield f"  {bracketed(report.text, passage, record.entry.evidence)}"


def _what(entry: Entry) -> Iterator[Fact]:
    if isinstance(entry, Quote):
        term = acts().get(entry.act)
        yield "act", f"{act(entry)}: {term.definition}" if term else entry.act
        channel = f", on {one_line(entry.channel)}" if entry.channel else ""
        yield "quote", entry.quote + channel + (", anonymous" if entry.anonymous else "")
        return
    term = (deadline_statuses() if isinstance(entry, Deadline) else statuses()).get(entry.status)
    yield "status", f"{status(entry)}: {term.definition}" if term else status(entry)
    if isinstance(entry, Act):
        kind = event_types().get(entry.type)
        yield "type", f"{entry.type}{f' {entry.mode}' if entry.mode else ''}: {kind.definition}" if kind else entry.type
    if isinstance(entry, Meeting) and entry.format:
        yield "format", entry.format


def _participant(one: Participant) -> str:
    name, words = one_line(one.name), one_line(one.words)
    if not name:
        return f"“{words}” (not resolved)"
    if name.startswith("~"):
        return f"“{words}” (unnamed members of {name[1:]})"
    return name if words == name else f"{name} (“{words}”)"


def _time(time: Timing, entry: Entry) -> str:
    shown = due(time) if isinstance(entry, Deadline) else timing(time)
    words = f"“{one_line(time.words)}”"
    window = time.when.window
    basis = f", counted from {window.basis}" if window and window.basis not in ("absolute", "unknown") else ""
    return words if shown == words else f"{shown} ({words}{basis})"


def _texts(entry: Entry) -> Iterator[Fact]:
    for field in entry.texts_in:
        yield from ((field.removesuffix("s"), f"“{one_line(words)}”") for words in getattr(entry, field))


def _this(record: Record) -> str:
    return f"this report ({outlet(record)})" if record.outlet else "this report"


def _report(record: Record, report: Report | None) -> str:
    stamp = report.published if report else None
    shown = day(stamp.instant) if stamp and stamp.instant else published(record.published) or "of unknown day"
    told = f" (told by {one_line(stamp.by)})" if stamp and stamp.by else ""
    return ", ".join(filter(None, (outlet(record), shown + told, one_line(record.title), one_line(record.url))))
