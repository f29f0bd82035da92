"""``onrecord calendar``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed


@click.command("calendar")
@options.ledger
@options.as_of
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Where to write; standard output by default.")
@click.option(
    "--cancelled",
    type=click.Choice(("title", "status")),
    default="title",
    show_default=True,
    help="How what was called off is marked: by a prefix to its title (Google Calendar drops the other), or by its status.",
)
def command(place: str, as_of: date | None, out: Path | None, cancelled: str) -> None:
    """Meetings and deadlines as an iCalendar file that calendars can subscribe to; every event keeps its identity when reports revise it.

    Windows such as "next week" become spans of whole days marked (approx.); what has no day is left out, and counted.

    \b
    Examples:
      onrecord calendar --out diplomacy.ics
      onrecord calendar --as-of 2025-08-08 --cancelled status > then.ics
    """
    try:
        from onrecord.views import calendar
    except ModuleNotFoundError as error:
        raise click.ClickException('calendars need the package icalendar: pip install "onrecord[calendar]"') from error
    from onrecord.views.threads import affairs

    with viewed(place, as_of) as view:
        found = affairs(view, ("meeting", "deadline"), as_of or datetime.now(UTC).date())
    content = calendar.ics(found, cancelled)
    placed = sum(calendar.dated(one) is not None for one in found)
    if out is None:
        click.echo(content, nl=False)
    else:
        out.write_bytes(content)
    click.echo(f"{placed} events; {len(found) - placed} without a day left out", err=True)
