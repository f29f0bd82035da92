"""``onrecord read``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord import __version__
from onrecord.cli import options
from onrecord.cli.progress import Step, progress
from onrecord.cli.sources import Tally, loaded, opened, overrides
from onrecord.cli.sources import options as source_options
from onrecord.views.printable import json_text

if TYPE_CHECKING:
    from onrecord.nouns import Entry, Findings, Report
    from onrecord.pipeline import Pipeline

STOPPED = 130
KINDS = {"quote": "quotes", "act": "acts", "meeting": "meetings", "deadline": "deadlines"}


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@options.ledger
@click.option(
    "--format",
    "form",
    type=click.Choice(("ledger", "findings", "json")),
    default="ledger",
    show_default=True,
    help="ledger keeps entries. findings (all that was found) and json (entries) keep nothing and print an object a report.",
)
@source_options
def command(
    sources: tuple[str, ...],
    place: str,
    form: str,
    published: str,
    outlet: str,
    url: str,
    encoding: str,
    registry: tuple[Path, ...],
    weights: Path | None,
) -> None:
    """Read reports and keep what they put on record.

    A SOURCE is a file (.txt, .html, .htm, .jsonl), a folder of them, or - for standard input. A line of a .jsonl file is an object with
    "text" and, where known, "id", "date", "outlet", "url", "title". Reading a report twice adds nothing.

    \b
    Exit codes: 0 all was read, 1 something could not be read, 2 wrong usage,
    3 nothing could be read, 130 stopped by Ctrl-C (whole reports are kept).

    \b
    Examples:
      onrecord read examples
      onrecord read report.txt --date 2025-08-06 --outlet "Nordic Wire"
      cat reports.jsonl | onrecord read - --ledger 2025.db
      onrecord read reports.jsonl --format findings > findings.jsonl
    """
    tally = Tally()
    told = overrides(published, outlet, url, encoding)
    stopped = False
    with progress(sources) as (step, say):
        try:
            first = next(reports := opened(sources, told, tally, say), None)
            if first is not None:
                pipeline = loaded(weights, registry)
                take = _keep(place, sources) if form == "ledger" else _print(form)
                take(pipeline, chain((first,), reports), tally, step)
        except KeyboardInterrupt:
            stopped = True
    for line in _summary(tally, place if form == "ledger" else ""):
        click.echo(line, err=form != "ledger")
    if stopped:
        click.echo("stopped; what was read whole is kept, the same command goes on from there", err=True)
    sys.exit(STOPPED if stopped else tally.exit_code)


Take = Callable[["Pipeline", "Iterator[Report]", Tally, Step], None]


def _keep(place: str, sources: Sequence[str]) -> Take:
    """Entries and their links into the ledger, a transaction a report; reports that this reader has read are not read again."""
    from onrecord import ledger
    from onrecord.cli.keeping import keep
    from onrecord.views.grouping import Grouping

    def take(pipeline: Pipeline, reports: Iterator[Report], tally: Tally, step: Step) -> None:
        run = ledger.Run(__version__, pipeline.reader.weights_hash, _now().isoformat(), f"read {' '.join(sources)}"[:500])
        with ledger.open(place) as opened_ledger:
            writer, grouping = opened_ledger.writer(run), Grouping()
            new = _new(reports, writer.knows, tally, step)
            for findings in pipeline.findings_of(new, _failed(tally, step)):
                found = keep(opened_ledger, writer, findings, _now(), grouping)
                if found is None:  # the same report stands twice in the batch that was read ahead
                    tally.known += 1
                else:
                    _count(tally, found)
                step()

    def explained(pipeline: Pipeline, reports: Iterator[Report], tally: Tally, step: Step) -> None:
        try:
            take(pipeline, reports, tally, step)
        except ledger.LedgerError as error:
            raise click.ClickException(str(error)) from error

    return explained


def _print(form: str) -> Take:
    """One JSON object a report on standard output."""
    from onrecord import entries
    from onrecord.nouns import plain
    from onrecord.views.findings import to_json

    def take(pipeline: Pipeline, reports: Iterator[Report], tally: Tally, step: Step) -> None:
        for findings in pipeline.findings_of(reports, _failed(tally, step)):
            found = entries.write(findings)
            told = [{"kind": one.kind, **plain(one)} for one in found]
            click.echo(json_text(to_json(findings) if form == "findings" else _report(findings) | {"entries": told}))
            _count(tally, found)
            step()

    return take


def _report(findings: Findings) -> dict[str, object]:
    report = findings.report
    return {
        "id": report.id,
        "name": report.name,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "published": str(report.published),
        "sha256": report.sha256,
    }


def _failed(tally: Tally, step: Step) -> Callable[[Report, Exception], None]:
    """One report that the rooms cannot make sense of does not end the run: it is named, and the rest is read."""

    def failed(report: Report, error: Exception) -> None:
        tally.faults += 1
        click.echo(f"not read: {report.name}: a fault of onrecord ({type(error).__name__}: {error}); the rest is read", err=True)
        step()

    return failed


def _new(reports: Iterator[Report], knows: Callable[[Report], bool], tally: Tally, step: Step) -> Iterator[Report]:
    for report in reports:
        if knows(report):
            tally.known += 1
            step()
        else:
            yield report


def _count(tally: Tally, found: Sequence[Entry]) -> None:
    tally.read += 1
    tally.empty += not found
    tally.entries.update(entry.kind for entry in found)


def _summary(tally: Tally, place: str) -> Iterator[str]:
    """What was done, in a few lines; nothing is passed over."""
    parts = [f"{_many(tally.read, 'report')} read"]
    parts += [f"{tally.known} known already"] if tally.known else []
    parts += [f"{tally.faults} not read (named above)"] if tally.faults else []
    yield ", ".join(parts)
    if tally.read:
        kinds = ", ".join(f"{tally.entries[kind]} {name if tally.entries[kind] != 1 else kind}" for kind, name in KINDS.items())
        yield f"{kinds}{f' put into {place}' if place else ''}"
    if tally.empty:
        yield f"{_many(tally.empty, 'report')} put nothing on record"
    if tally.undated:
        yield f"{_many(tally.undated, 'report')} of unknown day: relative times stay relative (--date tells the day)"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _now() -> datetime:
    return datetime.now(UTC)
