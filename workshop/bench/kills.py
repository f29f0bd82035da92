"""Kill reads at random moments: ``python -m workshop.bench.kills FILE.jsonl.gz --times 50 [--reports 2000]``.

One process reads the reports into a ledger, undisturbed. Another does the same and is killed (SIGKILL) at a random moment, again and again,
each time on from where it was; then a last one ends the work. After every kill the ledger must open, be sound, and hold whole reports only;
at the end it must hold the entries, links and threads of the undisturbed one. While the reads run, another process asks for reports and
entries all the time: the longest that it waited is told, and that it never saw a report without the entries of its reading.

The reader's findings are kept in ``--readings``, so that the time goes to what is tested: rooms, linking, ledger.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import ledger
from onrecord.cli.keeping import keep

RUN = ledger.Run("bench", "bench", "2030-01-01T00:00:00+00:00", "kills")
NOW = datetime(2030, 1, 1, tzinfo=UTC)

CONTENT = {
    "entries": "SELECT r.id, e.id FROM entries e JOIN reports r ON r.seq = e.report",
    "links": "SELECT a.id, b.id, l.relation, l.score FROM links l JOIN entries a ON a.seq = l.a JOIN entries b ON b.seq = l.b",
    "threads": "SELECT e.id, t.id FROM placements p JOIN entries e ON e.seq = p.entry JOIN entries t ON t.seq = p.thread",
    "stories": "SELECT r.id, s.id FROM groupings g JOIN reports r ON r.seq = g.report JOIN reports s ON s.seq = g.story",
}
WHOLE = """
SELECT count(*) FROM reports r WHERE (SELECT count(*) FROM readings d WHERE d.report = r.seq) <> 1
OR (SELECT count(*) FROM groupings g WHERE g.report = r.seq) <> 1
OR (SELECT count(*) FROM entries e WHERE e.report = r.seq)
<> (SELECT count(*) FROM reading_entries f JOIN readings d ON d.seq = f.reading WHERE d.report = r.seq)
OR (SELECT count(*) FROM entries e WHERE e.report = r.seq)
<> (SELECT count(*) FROM placements p JOIN entries e ON e.seq = p.entry WHERE e.report = r.seq)
"""
"""Reports that are not whole: without one reading or story, or of which an entry lacks its reading or its thread."""


def write(stories: Path, readings: Path, weights: Path | None, place: Path, reports: int) -> None:
    """What the processes that are killed do; says when it begins."""
    from onrecord.pipeline import Pipeline
    from onrecord.views.grouping import Grouping
    from workshop.bench.items import read

    pipeline = Pipeline.load(weights)
    items = list(read(stories, readings, pipeline.reader, "2019-01-01", reports))
    with ledger.open(place) as opened:
        print("open", flush=True)
        writer, grouping = opened.writer(RUN), Grouping()
        for report, reading in items:
            if not writer.knows(report):
                keep(opened, writer, pipeline.assemble(report, reading), NOW, grouping)


def content(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """What must be the same at the end, in an order of its own."""
    with closing(sqlite3.connect(place)) as connection:
        return {name: sorted(connection.execute(query).fetchall()) for name, query in CONTENT.items()}


def whole(place: Path) -> tuple[int, int]:
    """How many reports there are, and how many of them are not whole; raises ``RuntimeError`` where the file is not sound."""
    with ledger.open(place) as opened, opened.view() as view:
        reports = view.counts()["reports"]
    with closing(sqlite3.connect(place)) as connection:
        told = [connection.execute(f"PRAGMA {check}").fetchall() for check in ("integrity_check", "foreign_key_check")]
        if told != [[("ok",)], []]:
            raise RuntimeError(f"{place} is not sound")
        return reports, connection.execute(WHOLE).fetchone()[0]


def waited(place: Path, process: subprocess.Popen[str], until: float) -> tuple[float, int]:
    """Ask until a moment or the end of the process; gives the longest wait in seconds and how many broken reports were seen."""
    longest, broken = 0.0, 0
    while process.poll() is None and time.perf_counter() < until:
        began = time.perf_counter()
        with closing(sqlite3.connect(place)) as connection:
            broken += connection.execute(WHOLE).fetchone()[0]
            connection.execute("SELECT count(*) FROM entries").fetchone()
        longest = max(longest, time.perf_counter() - began)
        time.sleep(0.05)
    return longest, broken


def main() -> None:
    """Kill, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--readings", type=Path, default=Path("build/readings"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--longest", type=float, default=8.0, help="At most so many seconds until a kill.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help="Only read into the ledger at that place.")
    asked = parser.parse_args()
    if asked.write:
        write(asked.stories, asked.readings, asked.weights, asked.write, asked.reports)
        return
    with TemporaryDirectory() as folder:
        print("\n".join(compared(asked, Path(folder))))


def compared(asked: argparse.Namespace, folder: Path) -> list[str]:
    """The whole of it, told in lines. A ledger that is full is compared, and the next begun: no kill falls behind the end of a read."""
    calm, chance = folder / "calm.db", random.Random(asked.seed)
    longest, broken, at, ledgers = 0.0, 0, list[int](), 1
    apart: Counter[str] = Counter()
    waited(calm, started(asked, calm), float("inf"))
    while len(at) < asked.times:
        killed = folder / f"killed-{ledgers}.db"
        process = started(asked, killed)
        wait, seen = waited(killed, process, time.perf_counter() + chance.uniform(0, asked.longest))
        process.send_signal(signal.SIGKILL)
        process.wait()
        reports, partial = whole(killed)
        longest, broken = max(longest, wait), broken + seen + partial
        if reports < asked.reports:
            at.append(reports)
        else:
            apart, ledgers = apart + differences(killed, calm), ledgers + 1
    last = folder / f"killed-{ledgers}.db"
    waited(last, started(asked, last), float("inf"))
    apart += differences(last, calm)
    return [
        f"{len(at)} kills over {ledgers} ledgers, when they had {at} reports; every time it opened and was sound",
        f"broken reports seen: {broken}; longest wait of a reader: {longest:.3f} s",
        f"{whole(last)[0]} reports in the end; rows that an undisturbed run has otherwise: {sum(apart.values())} {dict(apart)}",
    ]


def differences(one: Path, other: Path) -> Counter[str]:
    """Rows that only one of two ledgers has, by what they are."""
    ours, theirs = content(one), content(other)
    return Counter({name: len(set(rows) ^ set(theirs[name])) for name, rows in ours.items()})


def started(asked: argparse.Namespace, place: Path) -> subprocess.Popen[str]:
    """A process that reads, at the moment in which it has opened the ledger."""
    command = [sys.executable, "-m", "workshop.bench.kills", str(asked.stories), "--write", str(place)]
    command += ["--readings", str(asked.readings), "--reports", str(asked.reports)]
    command += ["--weights", str(asked.weights)] if asked.weights else []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    if process.stdout.readline() != "open\n":
        raise RuntimeError("the reading process did not begin")
    return process


if __name__ == "__main__":
    main()
