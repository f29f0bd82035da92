"""``onrecord acts``."""

from __future__ import annotations

from typing import Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records, snippets
from onrecord.cli.origins import origins_at
from onrecord.cli.output import emit
from onrecord.views.listings import entries
from onrecord.vocabulary import event_types, statuses

TYPES = click.Choice(tuple(event_types()), case_sensitive=False)


@click.command("acts")
@click.option("--type", "of_type", type=TYPES, metavar="TYPE", help=f"Only acts of this PLOVER type: {', '.join(event_types())}.")
@options.filters(tuple(statuses()))
@options.ledger
@options.output
def command(place: str, form: str, of_type: str | None, **chosen: Unpack[Filters]) -> None:
    """What was done, is planned, demanded, threatened or denied, meetings apart; types and modes are those of PLOVER 2021.

    \b
    Examples:
      onrecord acts --status threatened
      onrecord acts --type SANCTION --since 2027-04-01
      onrecord acts --actor Varania --json
    """
    found = records(place, "act", chosen, type=of_type or "")
    told = origins_at(place, found, chosen.get("as_of"))
    emit(entries(found, "act", {} if form else snippets(place, found), told), form, "no acts on record that fit")
