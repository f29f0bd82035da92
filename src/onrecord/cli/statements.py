"""``onrecord statements``."""

from __future__ import annotations

from typing import Unpack

import click

from onrecord.cli import options
from onrecord.cli.choosing import Filters, records
from onrecord.cli.output import emit
from onrecord.views.listings import entries
from onrecord.vocabulary import acts


@click.command("statements")
@click.option("--by", metavar="NAME", default="", help="Only what this speaker said; part of a name will do.")
@click.option("--act", type=click.Choice(tuple(acts())), metavar="ACT", help=f"Only statements that do this: {', '.join(acts())}.")
@options.filters()
@options.ledger
@options.output
def command(place: str, form: str, by: str, act: str | None, **chosen: Unpack[Filters]) -> None:
    """Quotations and reported speech, with the speaker, the words, and the chain through which they reached the report.

    \b
    Examples:
      onrecord statements --by Solvang
      onrecord statements --act deny
      onrecord statements --csv > statements.csv
    """
    roles = ("speaker",) if by else ()
    if by:
        chosen["actor"] = by
    emit(entries(records(place, "quote", chosen, roles, act or ""), "quote"), form, "no statements on record that fit")
