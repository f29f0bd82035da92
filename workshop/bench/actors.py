"""What naming costs: ``python -m workshop.bench.actors FILE.jsonl ... [--weights FOLDER] [--rounds N]``.

The reports are read first; then the room alone goes through each ``N`` times in one process. Printed is the processor time of the fastest
times, in milliseconds for 500 words (apart by blanks), of all reports and of those with at least 200 words; and how long the registry takes
to load. Other work on the machine shows even so: compare two versions in turn.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from onrecord.actors import Registry, find
from onrecord.nouns import Reading, Report
from onrecord.reading import Reader
from workshop.scoring.gold import report_of

LONG, EACH = 200, 500


def cost(read: Sequence[tuple[Report, Reading]], registry: Registry, rounds: int) -> float:
    """Milliseconds for 500 words, of each report's fastest round."""
    words = sum(len(report.text.split()) for report, _ in read)
    return 1000 * sum(min(_spent(*pair, registry) for _ in range(rounds)) for pair in read) * EACH / max(words, 1)


def _spent(report: Report, reading: Reading, registry: Registry) -> float:
    begun = time.thread_time()
    find(report, reading, registry)
    return time.thread_time() - begun


def main() -> None:
    """Read, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    begun = time.thread_time()
    registry = Registry.load()
    print(f"registry: {1000 * (time.thread_time() - begun):.0f} ms")
    reader = Reader.load(asked.weights)
    lines = [line for path in asked.files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    reports = [report_of(json.loads(line)) for line in lines]
    read = list(zip(reports, reader.read_all(reports), strict=True))
    long = [pair for pair in read if len(pair[0].text.split()) >= LONG]
    for name, some in (("all", read), (f"{LONG} words or more", long)):
        print(f"{name}: {len(some)} reports, {cost(some, registry, asked.rounds):.2f} ms for {EACH} words")


if __name__ == "__main__":
    main()
