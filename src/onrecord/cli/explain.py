"""``onrecord explain``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.sources import Tally, loaded, opened, options, overrides
from onrecord.views.printable import json_text, one_line

if TYPE_CHECKING:
    from onrecord.nouns import Findings


@click.command("explain")
@click.argument("source")
@options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a report, as `onrecord read --format findings` prints it.")
def command(
    source: str,
    as_json: bool,
    published: str,
    outlet: str,
    url: str,
    encoding: str,
    registry: tuple[Path, ...],
    weights: Path | None,
) -> None:
    """All that is found in a report: events, statements, deadlines, times, actors, each with the rule or label that found it and a score.

    Nothing is kept. What the ledger holds is made from exactly this.

    \b
    Examples:
      onrecord explain report.txt --date 2025-08-06
      onrecord explain examples/quay.txt --json
    """
    tally = Tally()
    reports = opened((source,), overrides(published, outlet, url, encoding), tally, lambda line: click.echo(line, err=True))
    first = next(reports, None)
    if first is not None:
        pipeline = loaded(weights, registry)
        for report in (first, *reports):
            _print(pipeline.findings(report), as_json)
            tally.read += 1
    sys.exit(tally.exit_code)


def _print(findings: Findings, as_json: bool) -> None:
    from onrecord.views import explain
    from onrecord.views.findings import to_json

    if as_json:
        click.echo(json_text(to_json(findings)))
    elif sys.stdout.isatty():
        from onrecord.views import terminal

        terminal.show(terminal.explained(findings, terminal.terminal_width()))
    else:
        click.echo(explain.heading(findings))
        for title, table in explain.sections(findings):
            rows = [tuple(column.header for column in table.columns), *(tuple(map(one_line, row)) for row in table.rows)]
            click.echo("\n".join(("", title, *("\t".join(row) for row in rows))))
        click.echo()
