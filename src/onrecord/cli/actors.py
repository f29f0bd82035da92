"""``onrecord actors``."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.actors_said import add, judged
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import actors
from onrecord.views.naming import VERDICTS, lines
from onrecord.views.printable import one_line

KINDS = ("person", "state", "body", "group", "armed-group", "outlet", "office", "place")
ACTIONS = ("add", *VERDICTS)


@click.command("actors")
@click.argument("action", type=click.Choice(ACTIONS), required=False)
@click.argument("this", metavar="[NAME]", required=False, default="")
@click.argument("other", metavar="[OTHER]", required=False, default="")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only actors of this kind: {', '.join(KINDS)}; of add: its kind.")
@click.option("--registry", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Of add: the CSV file to write it to.")
@click.option("--set", "fields", metavar="COLUMN=VALUE", multiple=True, help="Of add: a further column of its row; again for more.")
@click.option("--state", "states", metavar="CODE", multiple=True, help="Of split: only where it is of this state (ISO 3166 alpha-3).")
@click.option("--report", "reports", metavar="ID", multiple=True, help="Of split: only in this report; again for more.")
@click.option("--by", default="", metavar="NAME", help="Who judges; the user's name by default.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@options.as_of
@options.ledger
@options.output
def command(
    action: str | None,
    this: str,
    other: str,
    kind: str | None,
    registry: Path | None,
    fields: tuple[str, ...],
    states: tuple[str, ...],
    reports: tuple[str, ...],
    by: str,
    note: str,
    place: str,
    form: str,
    as_of: date | None,
) -> None:
    """People, states, bodies and groups, those named in most reports first, with office and Wikidata id where they are known.

    \b
    add NAME             put a row in a CSV file, for `onrecord read --registry FILE`
    merge NAME OTHER     both are one actor, which goes by OTHER
    split NAME OTHER     they are two, whatever was said before: NAME is no more of the actor that OTHER is of
    split NAME OTHER --state CODE, or --report ID
                         NAME is two actors: where it is of that state, or in that report, it is OTHER
    undo NAME [OTHER]    as if nothing had been said

    What is said is put on record with who said it and why; nothing is overwritten, and a later word on the same names takes its place.
    It holds in all that is listed, chosen and exported from then on.

    \b
    Examples:
      onrecord actors
      onrecord actors --kind person --csv
      onrecord actors add "Edla Brunnsgard" --registry own.csv --set office="Harbour Minister" --set body=Norway
      onrecord actors merge "Mykhailo Podoliak" "Mykhailo Podolyak" --note "two spellings"
      onrecord actors split "Ali Hassan" "Ali Hassan (Yemen)" --state YEM
    """
    if action is None:
        with viewed(place, as_of) as view:
            rows = list(view.actors(kind or ""))
            notes = lines(view.naming, [name for row in rows for name in view.naming.same(row.name)])
        emit(actors(rows), form, "no actors on record that fit")
        for line in notes:
            click.echo(f"judged: {one_line(line)}", err=True)
        return
    if not this:
        raise click.UsageError(f"{action} takes a name")
    who = by or getpass.getuser()
    if action == "add":
        add(this, kind or "person", registry, fields, place, who, note)
    else:
        judged(action, this, other, place, who, note, states, reports)
