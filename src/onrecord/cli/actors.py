"""``onrecord actors``."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import actors

KINDS = ("person", "state", "body", "group", "armed-group", "outlet", "office", "place")


@click.command("actors")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only actors of this kind: {', '.join(KINDS)}.")
@options.as_of
@options.ledger
@options.output
def command(place: str, form: str, kind: str | None, as_of: date | None) -> None:
    """People, states, bodies and groups, those named in most reports first, with office and Wikidata id where they are known.

    \b
    Examples:
      onrecord actors
      onrecord actors --kind person --csv
    """
    with viewed(place, as_of) as view:
        found = list(view.actors(kind or ""))
    emit(actors(found), form, "no actors on record that fit")
