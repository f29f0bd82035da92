"""``onrecord meetings``."""

from __future__ import annotations

from typing import Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records
from onrecord.cli.output import emit
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
    emit(entries(records(place, "meeting", chosen), "meeting"), form, "no meetings on record that fit")
