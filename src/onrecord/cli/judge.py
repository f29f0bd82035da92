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
    from onrecord import ledger

ALONE = frozenset({"split", "wrong", "right"})
"""Verdicts on one entry; the others are on two."""


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

    if bool(other) == (verdict in ALONE) and verdict != "undo":
        raise click.UsageError(f"{verdict} takes {'one entry' if verdict in ALONE else 'two entries'}")
    with viewed(place) as view:
        ids = []
        for key in filter(None, (this, other)):
            record = view.entry(key)
            if record is None:
                raise click.ClickException(f"no entry is called {key}; `onrecord timeline` shows ids in its last column")
            ids.append(record.entry.id)
        said = list(view.judgements())
    on_entry = verdict in ("wrong", "right") or (verdict == "undo" and not other and _judged_wrong(said, ids[0]))
    subject = "entry" if on_entry else "link"
    now = datetime.now(UTC)
    stored = {"wrong": "reject", "right": "accept"}.get(verdict, verdict)
    before = next((row.seq for row in reversed(said) if row.subject == subject and {row.this, row.other} - {""} == set(ids)), None)
    with ledger.open(place, create=False) as opened:
        writer = opened.writer(ledger.Run(__version__, "", now.isoformat(), "judge"))
        number = writer.judge(subject, *ids, verdict=stored, revises=before, by=by or getpass.getuser(), note=note, recorded_at=now)
    click.echo(f"judgement {number}: {verdict} {' '.join(one[:8] for one in ids)}")


def _judged_wrong(said: list[ledger.JudgementRow], key: str) -> bool:
    from onrecord.views.threads import wrong

    return key in wrong(said)
