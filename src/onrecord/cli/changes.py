"""``onrecord changes``."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit


@click.command("changes")
@click.option("--since", type=options.day, metavar="DAY", required=True, help="What reports published from that day on have told.")
@options.as_of
@options.ledger
@options.output
def command(place: str, since: date, as_of: date | None, form: str) -> None:
    """What is new, what has changed its state, what is told in two ways, and what was judged wrong, since a day.

    \b
    Examples:
      onrecord changes --since 2025-08-06
      onrecord changes --since 2025-08-01 --as-of 2025-08-08 --json
    """
    from onrecord.views.news import table
    from onrecord.views.threads import changes

    with viewed(place, as_of) as view:
        found = changes(view, since)
    emit(table(found), form, f"nothing has changed since {since}")
