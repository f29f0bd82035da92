"""``onrecord search``."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import options
from onrecord.cli.opening import viewed
from onrecord.cli.output import emit
from onrecord.views.listings import hits


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="At most so many.")
@options.as_of
@options.ledger
@options.output
def command(place: str, form: str, words: tuple[str, ...], limit: int, as_of: date | None) -> None:
    """Entries, then reports, that hold all the words, best first. "Two words" is a phrase, a trailing * the beginning of a word.

    \b
    Examples:
      onrecord search herring
      onrecord search '"patrol ship"' Solvang
      onrecord search prison* --json
    """
    with viewed(place, as_of) as view:
        found = list(view.search(" ".join(words), limit))
    emit(hits(found), form, "nothing on record has these words")
