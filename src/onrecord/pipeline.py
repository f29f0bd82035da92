"""The staircase: the only file that knows every room. It reads like a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee
from pathlib import Path

from onrecord import actors, events, speech, times
from onrecord.actors import Registry
from onrecord.nouns import Findings, Reading, Report
from onrecord.reading import Reader

Failed = Callable[[Report, Exception], None]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Report in, findings out. Holds the reader and the registry, which are loaded once."""

    reader: Reader
    registry: Registry

    @classmethod
    def load(cls, weights: Path | None = None, registry: Sequence[Path] = ()) -> Pipeline:
        """The packaged reader, or that of the folder ``weights``; ``registry`` names files with the user's own actors."""
        return cls(Reader.load(weights), Registry.load(registry))

    def findings(self, report: Report) -> Findings:
        """All that is found in one report."""
        return self.assemble(report, self.reader.read(report))

    def findings_of(self, reports: Iterable[Report], failed: Failed | None = None) -> Iterator[Findings]:
        """The findings of many reports, lazily and in order; the reader takes them in batches.

        A report on which a room fails is told to ``failed`` and left out; without it, the error is raised.
        """
        queued, read = tee(reports)
        for report, reading in zip(queued, self.reader.read_all(read), strict=True):
            try:
                found = self.assemble(report, reading)
            except Exception as error:
                if failed is None:
                    raise
                failed(report, error)
                continue
            yield found

    def assemble(self, report: Report, reading: Reading) -> Findings:
        """The four rooms of the second floor, one after the other."""
        found_times = times.find(report, reading)
        cast = actors.find(report, reading, self.registry)
        statements = speech.find(report, reading, cast, found_times)
        return Findings(
            report,
            found_times,
            cast,
            statements,
            events.find(report, reading, found_times, cast, statements),
            events.deadlines(report, reading, found_times, cast, statements),
        )
