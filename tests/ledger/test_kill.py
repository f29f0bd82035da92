"""A kill at any moment leaves whole reports or none, and a repeated run ends where an uninterrupted one does."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import ledger

ROOT = Path(__file__).parents[2]
REPORTS = 150

WRITE = """
import sys
from onrecord import ledger
from tests.ledger.made import ALL, NOW, RUN, cast, made
with ledger.open(sys.argv[1]) as opened:
    print("open", flush=True)
    for number in range(int(sys.argv[2])):
        report, entries = made(f"Report {number}. " + ALL)
        opened.writer(RUN).add(report, entries, actors=cast(), recorded_at=NOW)
"""


def started(path: Path) -> subprocess.Popen[str]:
    """A process that writes reports, at the moment in which it begins."""
    command = [sys.executable, "-c", WRITE, str(path), str(REPORTS)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def content(path: Path) -> dict[str, tuple[str, ...]]:
    """The ids of the entries of each report."""
    with closing(sqlite3.connect(path)) as connection, connection:
        found: dict[str, list[str]] = {}
        for report, entry in connection.execute("SELECT r.id, e.id FROM reports r LEFT JOIN entries e ON e.report = r.seq ORDER BY e.id"):
            found.setdefault(report, []).append(entry)
    return {report: tuple(entries) for report, entries in found.items()}


def whole(path: Path) -> None:
    """The file is sound, and every report in it has its one reading with all four entries."""
    with ledger.open(path) as opened, opened.view() as view:
        assert all(row.entries == 4 for row in view.reports())
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.2, 0.5])
def test_a_kill_leaves_whole_reports_and_a_second_run_ends_the_work(tmp_path: Path, delay: float) -> None:
    killed, calm = tmp_path / "killed.db", tmp_path / "calm.db"
    process = started(killed)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    whole(killed)
    for path in (killed, calm):
        again = started(path)
        again.communicate()
        assert again.returncode == 0
    whole(killed)
    assert content(killed) == content(calm)
    assert len(content(calm)) == REPORTS


def test_a_reader_never_waits_for_a_writer_and_sees_whole_reports(tmp_path: Path) -> None:
    process = started(tmp_path / "a.db")
    waits = []
    with ledger.open(tmp_path / "a.db") as opened:
        while process.poll() is None:
            start = time.perf_counter()
            with opened.view() as view:
                assert all(row.entries == 4 for row in view.reports())
            waits.append(time.perf_counter() - start)
    process.communicate()
    assert process.returncode == 0
    assert max(waits) < 1


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    first, second = started(tmp_path / "a.db"), started(tmp_path / "a.db")
    for process in (first, second):
        process.communicate()
        assert process.returncode == 0
    whole(tmp_path / "a.db")
    assert len(content(tmp_path / "a.db")) == REPORTS
