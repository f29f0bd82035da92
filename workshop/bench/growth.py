"""What one more report costs as the ledger grows: ``python -m workshop.bench.growth FILE.jsonl.gz --reports N``.

FILE has a news item a line (``date``, ``text``). N of them from ``--first`` on are read by the reader, whose readings are kept in the
folder ``--readings``. Everything after the reader (rooms, entries, linking, ledger) is done as ``onrecord read`` does.

At the end the next ``--probe`` reports are added in turn to the grown ledger and to one that holds only the last 1,000 before them: the
same reports, the same neighbours in time, at the same moment, so that a busy machine slows both. The ratio is of processor time, with
wall time beside it, and counts linking and ledger alone: reader and rooms know nothing of the ledger, and would bring it nearer to 1.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import ledger
from onrecord.cli.keeping import keep
from onrecord.nouns import Findings, Reading, Report
from onrecord.pipeline import Pipeline
from onrecord.views.grouping import Grouping
from workshop.bench.items import read

BEFORE = 1000
EVERY = 1000
BEGAN = datetime(2030, 1, 1, tzinfo=UTC)
RUN = ledger.Run("bench", "bench", BEGAN.isoformat(), "growth")


@dataclass(slots=True)
class Grown:
    """A ledger that reports are added to, with what that took."""

    opened: ledger.Ledger
    grouping: Grouping = field(default_factory=Grouping)
    reports: int = 0
    processor: float = 0.0
    wall: float = 0.0

    def add(self, findings: Findings) -> None:
        """One more report."""
        wall, processor = time.perf_counter(), time.process_time()
        writer = self.opened.writer(RUN)
        if not writer.knows(findings.report):
            keep(self.opened, writer, findings, BEGAN + timedelta(seconds=self.reports), self.grouping)
        self.processor += time.process_time() - processor
        self.wall += time.perf_counter() - wall
        self.reports += 1

    def forget(self) -> tuple[float, float]:
        """Milliseconds of processor and of wall time since this was asked last."""
        taken = 1000 * self.processor, 1000 * self.wall
        self.processor = self.wall = 0.0
        return taken


def main() -> None:
    """Grow, print what each thousand took, then compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--first", default="2019-01-01", help="The day of the first item.")
    parser.add_argument("--probe", type=int, default=300)
    parser.add_argument("--readings", type=Path, default=Path("build/readings"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--keep", type=Path, help="Where to leave the grown ledger.")
    asked = parser.parse_args()
    pipeline = Pipeline.load(asked.weights)
    items = read(asked.file, asked.readings, pipeline.reader, asked.first, asked.reports + asked.probe)
    with (
        TemporaryDirectory() as folder,
        ledger.open(f"{folder}/small.db") as small,
        ledger.open(asked.keep or f"{folder}/large.db") as large,
    ):
        told = assembled(pipeline, items)
        compare(Grown(large), Grown(small), told, asked.reports, asked.probe)


def assembled(pipeline: Pipeline, items: Iterable[tuple[Report, Reading]]) -> Iterator[Findings]:
    """What the rooms find in each report."""
    return (pipeline.assemble(report, reading) for report, reading in items)


def compare(large: Grown, small: Grown, told: Iterator[Findings], reports: int, probe: int) -> float:
    """The ratio of processor time between the grown ledger and the small one."""
    for number, findings in enumerate(told, 1):
        large.add(findings)
        if number > reports - BEFORE:
            small.add(findings)
        if number % EVERY == 0:
            processor, wall = (taken / EVERY for taken in large.forget())
            print(f"{number} reports: {processor:.2f} ms of processor time a report, {wall:.2f} ms of wall time", flush=True)
        if number == reports:
            break
    large.forget()
    small.forget()
    for number, findings in enumerate(told):
        for one in (large, small) if number % 2 else (small, large):
            one.add(findings)
    (ours, ours_wall), (theirs, theirs_wall) = ((taken / probe for taken in one.forget()) for one in (large, small))
    print(f"report {reports}: {ours:.2f} ms of processor time ({ours_wall:.2f} wall)")
    print(f"report {BEFORE}: {theirs:.2f} ms of processor time ({theirs_wall:.2f} wall)")
    print(f"ratio {ours / theirs:.2f} (wall {ours_wall / theirs_wall:.2f})")
    with large.opened.view() as view:
        print("in the ledger: " + ", ".join(f"{count} {name}" for name, count in view.counts().items()))
    return ours / theirs


if __name__ == "__main__":
    main()
