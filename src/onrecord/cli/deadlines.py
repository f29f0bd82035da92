"""``onrecord deadlines``."""

from __future__ import annotations

from typing import Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records, snippets
from onrecord.cli.origins import origins_at
from onrecord.cli.output import emit
from onrecord.cli.states import states_at, with_states
from onrecord.views.listings import entries
from onrecord.vocabulary import deadline_statuses


@click.command("deadlines")
@options.filters(tuple(deadline_statuses()))
@options.ledger
@options.output
def command(place: str, form: str, **chosen: Unpack[Filters]) -> None:
    """Deadlines and ultimatums: by when, who is to do what, who says so, what follows otherwise, and whether it was moved.

    \b
    Examples:
      onrecord deadlines
      onrecord deadlines --actor Norway
      onrecord deadlines --status extended --json
    """
    found = records(place, "deadline", chosen)
    told = origins_at(place, found, chosen.get("as_of"))
    table = entries(found, "deadline", {} if form else snippets(place, found), told)
    emit(with_states(table, found, states_at(place, found, chosen.get("as_of"))), form, "no deadlines on record that fit")
