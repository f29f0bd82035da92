"""``onrecord actors``."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.actors_said import add, judged
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import actors
from onrecord.views.naming import VERDICTS, Naming, lines
from onrecord.views.printable import one_line

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow, View

KINDS = ("person", "state", "body", "group", "armed-group", "outlet", "office", "place")
ACTIONS = ("add", *VERDICTS)


@click.command("actors")
@click.argument("action", type=click.Choice(ACTIONS), required=False)
@click.argument("this", metavar="[NAME]", required=False, default="")
@click.argument("other", metavar="[OTHER]", required=False, default="")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only actors of this kind: {', '.join(KINDS)}; of add: its kind.")
@click.option("--registry", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Of add: the CSV file to write it to.")
@click.option("--set", "fields", metavar="COLUMN=VALUE", multiple=True, help="Of add: a further column of its row; again for more.")
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
    split NAME OTHER     they are two, whatever was said before
    undo NAME [OTHER]    as if nothing had been said

    What is said is put on record with who said it and why; nothing is overwritten, and a later word on the same names takes its place.

    \b
    Examples:
      onrecord actors
      onrecord actors --kind person --csv
      onrecord actors add "Edla Brunnsgard" --registry own.csv --set office="Harbour Minister" --set body=Norway
      onrecord actors merge "Mykhailo Podoliak" "Mykhailo Podolyak" --note "two spellings"
    """
    if action is None:
        with viewed(place, as_of) as view:
            rows, notes = _listed(view, kind or "", as_of)
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
        judged(action, this, other, place, who, note)


def _listed(view: View, kind: str, as_of: date | None) -> tuple[list[ActorRow], list[str]]:
    """The rows, merged names after the one that they go by, with the judgements that hold on them in words."""
    naming = Naming.of(view.judgements("actor"), as_of)
    rows = list(view.actors(kind))
    by_name = {row.name: row for row in rows}
    shown: list[ActorRow] = []
    for row in rows:
        if naming.main(row.name) == row.name or naming.main(row.name) not in by_name:
            shown.append(row)
            under = [by_name[name] for name in naming.same(row.name)[1:] if name in by_name and naming.main(name) == row.name]
            shown += under
    return shown, lines(naming, [row.name for row in rows])
