"""Opening a ledger for a command, with errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, View


@contextmanager
def viewed(place: str, as_of: date | None = None) -> Iterator[View]:
    """What the ledger at ``place`` had by ``as_of``. Ends the command with a message where there is no ledger or something else."""
    with writable(place) as opened, opened.view(as_of) as view:
        yield view


@contextmanager
def writable(place: str) -> Iterator[Ledger]:
    """The ledger at ``place``. Ends the command with a message where there is none or something else."""
    from onrecord import ledger

    try:
        with ledger.open(place, create=False) as opened:
            yield opened
    except ledger.LedgerError as error:
        raise click.ClickException(str(error)) from error


def resolved(view: View, wanted: str) -> str:
    """The canonical name that ``wanted`` means: itself, else the only one that it is a part of, whatever the case; "" for "". Of several
    names that were said to be one actor's it is the one that this goes by.

    Ends the command with a message where there is none or more than one.
    """
    if not wanted:
        return ""
    names = list(dict.fromkeys((*(row.name for row in view.actors()), *view.naming.names())))
    if wanted in names:
        return wanted
    folded = wanted.casefold()
    near = [name for name in names if name.casefold() == folded] or [name for name in names if folded in name.casefold()]
    meant = {view.naming.main(name) for name in near}
    if len(meant) == 1:
        return near[0] if len(near) == 1 else meant.pop()
    if not near:
        raise click.ClickException(f"nobody on record is called {wanted!r}; `onrecord actors` lists all names")
    more = ", ..." if len(near) > 8 else ""
    raise click.ClickException(f"{wanted!r} could be {', '.join(near[:8])}{more}; write the whole name")
