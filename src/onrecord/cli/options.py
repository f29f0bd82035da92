"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def day(value: str | date) -> date:
    """A day written in ISO 8601; fails with what to write instead."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-08-06") from error


ledger = click.option(
    "--ledger",
    "place",
    default="onrecord.db",
    envvar="ONRECORD_LEDGER",
    show_envvar=True,
    show_default=True,
    metavar="FILE",
    help="The ledger: a file, or the URL of a database.",
)

weights = click.option(
    "--weights",
    envvar="ONRECORD_WEIGHTS",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    hidden=True,
    help="A reader other than the one that comes with the package.",
)

as_of = click.option("--as-of", type=day, metavar="DAY", help="Only what reports had told by that day.")


def output(command: Command) -> Command:
    """``--json`` and ``--csv``, passed on as ``form`` ("json", "csv" or "")."""
    command = click.option("--csv", "form", flag_value="csv", help="Comma-separated values, more columns than are shown.")(command)
    return click.option("--json", "form", flag_value="json", default="", help="A JSON array with all that is known.")(command)


def filters(statuses: tuple[str, ...] = ()) -> Callable[[Command], Command]:
    """The options that choose entries; ``--status`` with one of ``statuses`` where there are any."""

    def decorate(command: Command) -> Command:
        command = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")(command)
        command = as_of(command)
        command = click.option("--outlet", metavar="NAME", default="", help="Only what this outlet reported.")(command)
        command = click.option("--until", type=day, metavar="DAY", help="Only what touches that day or an earlier one.")(command)
        command = click.option("--since", type=day, metavar="DAY", help="Only what touches that day or a later one.")(command)
        if statuses:
            listed = f"Only entries of this status: {', '.join(statuses)}."
            command = click.option("--status", type=click.Choice(statuses), metavar="STATUS", help=listed)(command)
        by_name = click.option("--actor", metavar="NAME", default="", help="Only where this actor takes part; part of a name will do.")
        return by_name(command)

    return decorate
