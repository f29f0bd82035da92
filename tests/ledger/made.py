"""Reports with their entries, made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from onrecord import ledger
from onrecord.entries import write
from onrecord.ledger import Grouped, Ledger, Run
from onrecord.nouns import Actor, Entry, Report
from tests.entries.found import findings

NOW = datetime(2031, 3, 8, 12, tzinfo=UTC)
RUN = Run("1.0", "weights-a", "2031-03-08T11:59:00+00:00", "read examples")
NAMES = {"Brandt": "Ada Brandt|NOR", "Ruiz": "Tomas Ruiz|SUD", "Norland": "Norland|NOR", "Bern": "Bern", "officials": "~Sudria"}
TIMES = {"Friday": "2031-03-07", "by Monday": "/2031-03-10", "next week": "2031-03-10/2031-03-16", "May 2": "2031-05-02"}

MEETING = "[Brandt|actor] [met|CONSULT:happened] [Ruiz|recipient] in [Bern|place] on [Friday|time]. "
QUOTE = "“[It was a start|content],” [Ruiz|source] [said|cue]. "
DEADLINE = "[Norland|setter] gave [officials|addressee] time to [answer|demand] [by Monday|due;DEADLINE:set]. "
ACT = "[Norland|actor2] will [close|COERCE2:threatened] the port. "
ALL = MEETING + QUOTE + DEADLINE + ACT


def made(source: str = ALL, day: str = "2031-03-08") -> tuple[Report, tuple[Entry, ...]]:
    """A report with its entries: a meeting, a quote, a deadline and an act."""
    found = findings(source, NAMES, TIMES, day)
    return found.report, write(found)


def cast() -> Iterator[Actor]:
    """The people of the reports."""
    yield from findings(ALL, NAMES, TIMES).cast.actors


def names(entry: Entry) -> Iterator[str]:
    """By what an entry is found: its kind and its people."""
    return (f"{entry.kind}={one.name}" for _, one in entry.people())


def filled(path: Path | str, *more: tuple[Report, tuple[Entry, ...]]) -> Ledger:
    """A ledger with the usual report, and more, each recorded a minute after the last."""
    opened = ledger.open(path)
    for number, (report, entries) in enumerate((made(), *more)):
        at, stories = NOW + timedelta(minutes=number), [Grouped(report.id, report.id)]
        assert opened.writer(RUN).add(report, entries, actors=cast(), keys=names, stories=stories, recorded_at=at)
    return opened
