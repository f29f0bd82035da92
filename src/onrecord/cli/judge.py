"""``onrecord judge``."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from onrecord import __version__
from onrecord.cli import options
from onrecord.cli.opening import viewed

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.views.judging import Verdict


@click.command("judge")
@click.argument("verdict", type=click.Choice(("accept", "reject", "merge", "split", "wrong", "right", "undo")))
@click.argument("this", metavar="ENTRY")
@click.argument("other", metavar="[OTHER]", required=False, default="")
@click.option("--by", default="", metavar="NAME", help="Who judges; the user's name by default.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@options.ledger
def command(verdict: str, this: str, other: str, by: str, note: str, place: str) -> None:
    """Say what two entries are to each other, or that one is wrong. A person's word outranks the machine's, a later one an earlier one.

    \b
    accept ENTRY OTHER   they are of one meeting, deadline, act or quotation
    reject ENTRY OTHER   they are not
    merge ENTRY OTHER    their threads are one
    split ENTRY          it leaves its thread
    wrong ENTRY          it should not be in the ledger: listed as withdrawn, never deleted
    right ENTRY          it should be after all
    undo ENTRY [OTHER]   as if nothing had been said

    \b
    Examples:
      onrecord judge reject 3f2a9c1b 81d0e77a --note "two different calls"
      onrecord judge wrong 3f2a9c1b --note "the report was retracted"
    """
    from onrecord import ledger
    from onrecord.views.judging import ON_ONE
    from onrecord.views.judging import verdict as ready

    if bool(other) == (verdict in ON_ONE) and verdict != "undo":
        raise click.UsageError(f"{verdict} takes {'one entry' if verdict in ON_ONE else 'two entries'}")
    with viewed(place) as view:
        try:
            made = ready(view, verdict, this, other)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    with ledger.open(place, create=False) as opened:
        number = recorded(opened, made, by or getpass.getuser(), note)
    click.echo(f"judgement {number}: {verdict} {' '.join(one[:8] for one in (made.this, made.other) if one)}")


def recorded(opened: Ledger, made: Verdict, by: str, note: str) -> int:
    """Put a judgement on record, now, and entries into the threads that follow from it; gives its number."""
    from onrecord import ledger
    from onrecord.views.placing import places_of_all

    with opened.view() as view:
        threads = places_of_all(view, made)
    now = datetime.now(UTC)
    writer = opened.writer(ledger.Run(__version__, "", now.isoformat(), "judge"))
    said = {"verdict": made.verdict, "by": by, "note": note}
    return writer.judge(made.subject, made.this, made.other, **said, revises=made.revises, threads=threads, recorded_at=now)
