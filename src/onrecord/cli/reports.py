"""``onrecord reports``."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import reports


@click.command("reports")
@click.option("--outlet", metavar="NAME", default="", help="Only reports of this outlet.")
@click.option("--since", type=options.day, metavar="DAY", help="Published on that day or later.")
@click.option("--until", type=options.day, metavar="DAY", help="Published on that day or earlier.")
@click.option("--versions", is_flag=True, help="Earlier versions of a report as well.")
@options.as_of
@options.ledger
@options.output
def command(place: str, form: str, outlet: str, since: date | None, until: date | None, versions: bool, as_of: date | None) -> None:
    """The reports that were read, with the day of publication, what told us that day, and how many entries each gave.

    \b
    Examples:
      onrecord reports
      onrecord reports --outlet "Nordic Wire" --json
    """
    with viewed(place, as_of) as view:
        found = list(view.reports(outlet=outlet, since=since, until=until, versions=versions))
    emit(reports(found), form, "no reports on record that fit")
