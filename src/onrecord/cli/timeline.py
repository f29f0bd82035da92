"""``onrecord timeline``."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records, snippets
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.cli.story import named
from onrecord.views.listings import entries
from onrecord.views.timeline import Timeline, timeline, without
from onrecord.vocabulary import deadline_statuses, statuses

if TYPE_CHECKING:
    from onrecord.ledger import Record

STATUSES = tuple(dict.fromkeys((*statuses(), *deadline_statuses())))
KINDS = ("act", "meeting", "deadline", "quote")


@click.command("timeline")
@click.option("--kind", type=click.Choice(KINDS), help="Only entries of this kind.")
@click.option("--all", "everything", is_flag=True, help="What is merely hypothetical as well.")
@click.option("--today", type=options.day, metavar="DAY", help="Where the past ends; the newest report's day unless given.")
@click.option("--story", metavar="ID", help="Only what the reports of this story tell; `onrecord story list` shows ids.")
@options.filters(STATUSES)
@options.ledger
@options.output
def command(
    place: str, form: str, kind: str | None, everything: bool, today: date | None, story: str | None, **chosen: Unpack[Filters]
) -> None:
    """Acts, meetings and deadlines in the order of time: first what is past, then what lies ahead, then what no day can be given to.

    An entry without a time of its own stands at the day of its report.

    \b
    Examples:
      onrecord timeline
      onrecord timeline --actor Iceland --as-of 2027-04-12
      onrecord timeline --since 2027-04-12 --until 2027-04-20 --json
      onrecord timeline --story 3f2a9c1b
    """
    limit = chosen.pop("limit", None)
    if story:
        with viewed(place, chosen.get("as_of")) as view:
            story = named(view, story)
    found = [record for record in records(place, kind or "", chosen, story=story or "") if kind or record.entry.kind != "quote"]
    shown = (found if everything or chosen.get("status") else without(found, "hypothetical"))[:limit]
    ordered = timeline(shown, today or chosen.get("as_of"))
    if form or not shown:
        emit(entries(_all(ordered), kind or ""), form, "nothing on record that fits")
    else:
        _print(ordered, snippets(place, shown))
    if len(shown) < len(found):
        click.echo(f"{len(found) - len(shown)} more left out (hypothetical, or beyond --limit); --all shows the hypothetical", err=True)


def _all(found: Timeline) -> tuple[Record, ...]:
    return (*found.past, *found.ahead, *found.undated)


def _print(found: Timeline, words: dict[str, str]) -> None:
    if sys.stdout.isatty():
        from onrecord.views import terminal

        terminal.show(terminal.sections(found, terminal.terminal_width(), words))
    else:
        from onrecord.views.timeline import lines

        click.echo("\n".join(lines(found, words)))
