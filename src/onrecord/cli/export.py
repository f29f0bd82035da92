"""``onrecord export``."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.opening import resolved, viewed

if TYPE_CHECKING:
    from onrecord.ledger import View

FORMATS = ("jsonl", "csv", "parquet", "polecat", "gdelt", "ftm", "annotations", "timelinejs", "gexf", "brief", "html")
KINDS = ("act", "meeting", "deadline", "quote")


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write; docs/exports.md describes each.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Where to write; standard output by default.")
@click.option("--kind", type=click.Choice(KINDS), help="Only entries of this kind.")
@click.option("--actor", metavar="NAME", default="", help="Only where this actor takes part; part of a name will do.")
@click.option("--since", type=options.day, metavar="DAY", help="Only what touches that day or a later one.")
@click.option("--until", type=options.day, metavar="DAY", help="Only what touches that day or an earlier one.")
@click.option("--title", default="On record", show_default=True, metavar="WORDS", help="Of the brief, the page and the TimelineJS slides.")
@options.as_of
@options.ledger
def command(
    form: str,
    out: Path | None,
    kind: str | None,
    actor: str,
    since: date | None,
    until: date | None,
    title: str,
    as_of: date | None,
    place: str,
) -> None:
    """The ledger in another program's format.

    \b
    Examples:
      onrecord export --format brief
      onrecord export --format polecat --as-of 2025-08-08 --out events.tsv
      onrecord export --format html --actor Iceland --out herring.html
    """
    from onrecord.ledger import Choice
    from onrecord.views.export import FORMATS as KNOWN
    from onrecord.views.export import Material, MissingLibraryError

    with viewed(place, as_of) as view, ExitStack() as stack:
        choice = Choice(kind=kind or "", actor=resolved(view, actor), since=since, until=until)
        material = Material(view.entries(choice), list(view.actors()), as_of, title, lambda key: _text(view, key))
        try:
            pieces = KNOWN[form].write(material)
            first = next(pieces, b"")
            stream: IO[bytes] = stack.enter_context(out.open("wb")) if out else sys.stdout.buffer
            stream.write(first)
            for piece in pieces:
                stream.write(piece)
        except MissingLibraryError as error:
            raise click.ClickException(str(error)) from error
    if out:
        click.echo(f"{out.stat().st_size:,} bytes in {out}", err=True)


def _text(view: View, key: str) -> str:
    found = view.report(key)
    return found.text if found else ""
