"""``onrecord explain``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.opening import viewed
from onrecord.cli.options import ledger
from onrecord.cli.sources import Tally, loaded, opened, options, overrides
from onrecord.views.printable import json_text, one_line

if TYPE_CHECKING:
    from onrecord.ledger.naming import Naming
    from onrecord.nouns import Findings


@click.command("explain")
@click.argument("source", required=False, default="")
@click.option("--link", "pair", nargs=2, metavar="ENTRY OTHER", help="Instead of a report: why two entries are, or are not, of one thing.")
@ledger
@options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a report, as `onrecord read --format findings` prints it.")
def command(
    source: str,
    pair: tuple[str, str] | None,
    place: str,
    as_json: bool,
    published: str,
    outlet: str,
    url: str,
    encoding: str,
    registry: tuple[Path, ...],
    weights: Path | None,
) -> None:
    """All that is found in a report: events, statements, deadlines, times, actors, each with the rule or label that found it and a score.

    Nothing is kept. What the ledger holds is made from exactly this. What people said of its actors (`onrecord actors merge`, `split`) is
    told after it, where there is a ledger.

    \b
    Examples:
      onrecord explain report.txt --date 2025-08-06
      onrecord explain examples/quay.txt --json
      onrecord explain --link 3f2a9c1b 81d0e77a
    """
    if bool(source) == bool(pair):
        raise click.UsageError("name a report, or two entries with --link")
    if pair:
        _link(place, pair, as_json)
        return
    tally = Tally()
    reports = opened((source,), overrides(published, outlet, url, encoding), tally, lambda line: click.echo(line, err=True))
    first = next(reports, None)
    if first is not None:
        pipeline, naming = loaded(weights, registry), None
        for report in (first, *reports):
            findings = pipeline.findings(report)
            _print(findings, as_json)
            if not as_json and (naming := naming or _naming(place)):
                _judged(naming, findings)
            tally.read += 1
    sys.exit(tally.exit_code)


def _naming(place: str) -> Naming | None:
    """What people said of names, where there is a ledger that holds it."""
    if "://" not in place and not Path(place).exists():
        return None
    with viewed(place) as view:
        return view.naming


def _judged(naming: Naming, findings: Findings) -> None:
    """What people said of the actors of a report."""
    from onrecord.views.naming import lines

    for line in lines(naming, [name for actor in findings.cast.actors for name in naming.same(actor.name)]):
        click.echo(f"judged: {one_line(line)}")


def _link(place: str, pair: tuple[str, str], as_json: bool) -> None:
    from onrecord.nouns import plain
    from onrecord.views import why
    from onrecord.views.naming import of_entry

    with viewed(place) as view:
        found = [view.entry(key, as_read=True) for key in pair]
        missing = next((key for key, record in zip(pair, found, strict=True) if record is None), None)
        if missing:
            raise click.ClickException(f"no entry is called {missing}; `onrecord timeline` shows ids in its last column")
        both = [record for record in found if record]
        made, text = why.explained(view, *both)
        said = list(dict.fromkeys(line for record in both for line in of_entry(view.naming, record.entry)))
    if as_json:
        click.echo(json_text({**plain(made), "judged": said}, indent=1))
    else:
        click.echo("\n".join((*text, *(f"judged: {one_line(line)}" for line in said))))


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
