"""``onrecord story``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import entries
from onrecord.views.timeline import timeline

if TYPE_CHECKING:
    from onrecord.ledger import View


@click.group("story")
def command() -> None:
    """Reports of one affair, grouped by parties, topic words and time.

    \b
    Examples:
      onrecord story list
      onrecord story show 3f2a9c1b
    """


@command.command("list")
@click.option("--at-least", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="Only stories of so many reports.")
@options.as_of
@options.ledger
@options.output
def listed(at_least: int, as_of: date | None, place: str, form: str) -> None:
    """All stories, the one told last first."""
    from onrecord.views.stories import listing, stories

    with viewed(place, as_of) as view:
        found = stories(view, at_least)
    emit(listing(found), form, "no story of so many reports on record")


@command.command("show")
@click.argument("story")
@options.as_of
@options.ledger
@options.output
def shown(story: str, as_of: date | None, place: str, form: str) -> None:
    """The timeline of one story. STORY is its id, or that of any of its reports; the beginning will do."""
    from onrecord.ledger import Choice

    with viewed(place, as_of) as view:
        reports = reports_of(view, story)
        records = [record for key in reports for record in view.entries(Choice(report=key)) if record.entry.kind != "quote"]
    made = timeline(records, as_of)
    emit(entries((*made.past, *made.ahead, *made.undated), ""), form, "nothing on record in this story")


def reports_of(view: View, story: str) -> tuple[str, ...]:
    """The ids of the reports of the story that has one whose id is, or begins with, ``story``; ends the command where there is none."""
    from onrecord.views.stories import stories

    found = [one for one in stories(view) if any(row.id.startswith(story) for row in one.reports)]
    if len(found) != 1:
        many = "several stories begin" if found else "no story has a report whose id begins"
        raise click.ClickException(f"{many} with {story}; `onrecord story list` shows ids in its last column")
    return tuple(row.id for row in found[0].reports)
