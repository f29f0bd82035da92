"""From the sources named on the command line to reports, every fault told on the way."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.intake import Overrides
    from onrecord.nouns import Report
    from onrecord.pipeline import Pipeline

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Tally:
    """What became of the sources: reports read, known already, without a day, without an entry; faults; entries by kind."""

    read: int = 0
    known: int = 0
    undated: int = 0
    empty: int = 0
    faults: int = 0
    entries: Counter[str] = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        """0: all was read; 1: some was; 3: nothing could be read."""
        return 0 if not self.faults else 1 if self.read or self.known else 3


def options(command: Command) -> Command:
    """The options that tell what a report does not say of itself, and what reads it."""
    for option in (
        click.option("--weights", envvar="ONRECORD_WEIGHTS", type=click.Path(exists=True, file_okay=False, path_type=Path), hidden=True),
        click.option(
            "--registry",
            multiple=True,
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Actors of your own, beside those that come with onrecord; may be given more than once.",
        ),
        click.option("--encoding", metavar="NAME", default="", help="Encoding of text and HTML files that do not say it."),
        click.option("--url", metavar="URL", default="", help="Where the report was published."),
        click.option("--outlet", metavar="NAME", default="", help="Who published the report."),
        click.option("--date", "published", metavar="DAY", default="", help="When it was published, a day or an instant (ISO 8601)."),
    ):
        command = option(command)
    return command


def overrides(published: str, outlet: str, url: str, encoding: str) -> Overrides:
    """What the options tell; fails with what to write instead where ``published`` is no day or instant."""
    from onrecord import intake
    from onrecord.nouns import Published

    try:
        told = intake.published(published, "--date") if published else Published()
    except ValueError as error:
        raise click.BadParameter(
            f"{published!r} is no day; write it as 2025-08-06 or 2025-08-06T14:03:00+02:00", param_hint="--date"
        ) from error
    return intake.Overrides(told, outlet, url, encoding)


def opened(sources: Sequence[str], told: Overrides, tally: Tally, say: Callable[[str], object]) -> Iterator[Report]:
    """The reports of all sources, one by one; each fault is counted and said."""
    from onrecord.intake import Fault, open_reports

    for source in sources:
        stdin = sys.stdin.buffer if source == "-" else None
        for one in open_reports(source, told, stdin):
            if isinstance(one, Fault):
                tally.faults += 1
                say(f"not read: {one}")
            else:
                tally.undated += one.published.day is None
                yield one


def count(sources: Iterable[str]) -> int | None:
    """About how many reports there are: lines of JSON Lines files, and other files; ``None`` where standard input is among the sources."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        path = Path(source)
        for file in path.rglob("*") if path.is_dir() else (path,):
            total += _reports_in(file) if file.is_file() else 0
    return total


def loaded(weights: Path | None, registry: Sequence[Path]) -> Pipeline:
    """The pipeline. Ends the command with a message where its weights or a registry cannot be used."""
    from onrecord.pipeline import Pipeline
    from onrecord.reading import WrongWeights

    try:
        return Pipeline.load(weights, registry)
    except WrongWeights as error:
        raise click.ClickException(f"the reader cannot start: {error}; install onrecord again") from error
    except ValueError as error:
        raise click.ClickException(f"the registry cannot be used: {error}") from error


def _reports_in(file: Path) -> int:
    if file.suffix.lower() not in (".jsonl", ".ndjson"):
        return 1
    with file.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
