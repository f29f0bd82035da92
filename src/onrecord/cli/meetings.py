"""``onrecord meetings``."""

from __future__ import annotations

from typing import Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records
from onrecord.cli.origins import origins_at
from onrecord.cli.output import emit
from onrecord.cli.states import states_at, with_states
from onrecord.views.listings import entries
from onrecord.vocabulary import statuses


@click.command("meetings")
@options.filters(tuple(statuses()))
@options.ledger
@options.output
def command(place: str, form: str, **chosen: Unpack[Filters]) -> None:
    """Meetings, visits, calls and talks: who with whom, when, where, and whether they took place, are planned, put off or called off.

    \b
    Examples:
      onrecord meetings
      onrecord meetings --actor Iceland --status planned
      onrecord meetings --since 2027-04-12 --csv > meetings.csv
    """
    found = records(place, "meeting", chosen)
    told = origins_at(place, found, chosen.get("as_of"))
    table = with_states(entries(found, "meeting", origins=told), found, states_at(place, found, chosen.get("as_of")))
    emit(table, form, "no meetings on record that fit")
