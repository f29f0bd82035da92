"""How far a long command is, on standard error and on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from onrecord.cli.sources import count
from onrecord.views.printable import printable

MANY = 2
Step = Callable[[], None]
Say = Callable[[str], None]


@contextmanager
def progress(sources: Sequence[str]) -> Iterator[tuple[Step, Say]]:
    """A function to call after each report, and one that prints a line on standard error without tearing the bar."""
    total = count(sources) if sys.stderr.isatty() else 0
    if total is not None and total < MANY:
        yield (lambda: None), (lambda line: click.echo(printable(line), err=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield (lambda: bar.advance(task)), (lambda line: console.print(printable(line), soft_wrap=True))
