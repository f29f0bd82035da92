"""``onrecord show``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.origins import origins
from onrecord.views.naming import of_entry
from onrecord.views.printable import json_text, one_line
from onrecord.views.records import full

if TYPE_CHECKING:
    from onrecord.ledger import Record, Run
    from onrecord.nouns import Report


@click.command("show")
@click.argument("entry")
@options.ledger
@click.option("--json", "as_json", is_flag=True, help="As a JSON object, with the sentences.")
def command(entry: str, place: str, as_json: bool) -> None:
    """One entry: the words that prove it in their sentences, the chain of who says so, how many independent origins tell of it,
    and the label or rule that made it.

    ENTRY is its id as the listings show it; the beginning will do.

    \b
    Examples:
      onrecord show 3f2a9c1b
      onrecord show 3f2a9c1b --json
    """
    with viewed(place) as view:
        record = view.entry(entry)
        if record is None:
            raise click.ClickException(f"no entry is called {entry}; `onrecord timeline` shows ids in its last column")
        report, run = view.report(record.report), view.run(record.run)
        told = origins(view, [record]).get(record.entry.id, "")
        said = of_entry(view.naming, record.entry)
    if as_json:
        click.echo(json_text(full(record) | {"origins": told, "sentences": _sentences(record, report), "judged": said}, indent=1))
    else:
        _print(record, report, run, told)
        for line in said:
            click.echo(f"  judged  {one_line(line)}")


def _sentences(record: Record, report: Report | None) -> list[dict[str, object]]:
    from onrecord.views.markup import passages

    if report is None:
        return []
    found = passages(report.text, record.entry.evidence)
    return [{"start": passage.start, "end": passage.end, "text": passage.of(report.text)} for passage in found]


def _print(record: Record, report: Report | None, run: Run | None, told: str) -> None:
    from onrecord.views import sheet

    if not sys.stdout.isatty():
        click.echo("\n".join(sheet.text(record, report, run, told)))
        return
    from onrecord.views import terminal

    terminal.show(terminal.sheet(record, report, run, told))
