"""``onrecord story``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed, writable
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
      onrecord story group
    """


@command.command("list")
@click.option("--at-least", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="Only stories of so many reports.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, metavar="N", help="At most so many.")
@options.as_of
@options.ledger
@options.output
def listed(at_least: int, limit: int, as_of: date | None, place: str, form: str) -> None:
    """The stories, the one told last first."""
    from onrecord.views.stories import listing, stories

    with viewed(place, as_of) as view:
        found = stories(view, at_least, limit + 1)
        alone = sum(view.ungrouped().values())
    emit(listing(found[:limit]), form, "no story of so many reports on record")
    if len(found) > limit:
        click.echo(f"there are more; --limit shows more than {limit}", err=True)
    if alone:
        click.echo(f"{alone} reports are in no story yet; `onrecord story group` finds one for each", err=True)


@command.command("show")
@click.argument("story")
@options.as_of
@options.ledger
@options.output
def shown(story: str, as_of: date | None, place: str, form: str) -> None:
    """The timeline of one story. STORY is its id, or that of any of its reports; the beginning will do."""
    from onrecord.ledger import Choice

    with viewed(place, as_of) as view:
        records = [record for record in view.entries(Choice(story=named(view, story))) if record.entry.kind != "quote"]
    made = timeline(records, as_of)
    emit(entries((*made.past, *made.ahead, *made.undated), ""), form, "nothing on record in this story")


@command.command("group")
@options.ledger
def grouped(place: str) -> None:
    """Find a story for the reports of an older ledger that are in none yet. `onrecord read` does so for what it reads."""
    from onrecord import __version__, ledger
    from onrecord.views.grouping import Grouping

    number, grouping, now = 0, Grouping(most=None), datetime.now(UTC)
    with writable(place) as opened:
        writer = opened.writer(ledger.Run(__version__, "", now.isoformat(), "story group"))
        with opened.view() as view:
            days = list(view.ungrouped())
        for day in days:
            with opened.view() as view:
                found = grouping.catch_up(view, date.fromisoformat(day))
            number += writer.group(found, recorded_at=now)
    click.echo(f"{number} report{'' if number == 1 else 's'} put into stories")


def named(view: View, story: str) -> str:
    """The id of the story that is named so, or has a report whose id begins with ``story``; ends the command where there is none."""
    found = view.story(story)
    if not found:
        raise click.ClickException(f"no story has a report whose id begins with {story}; `onrecord story list` shows ids last")
    return found
