"""The demo: reads the example reports into a new ledger and shows what is on record.

    python -m workshop.demo             the commands, one after the other, on this terminal
    python -m workshop.demo --readme    the same, written into README.md between its two marks

Standard library only: it runs right after the installation.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEDGER = "demo.db"
WIDE = "100"
FROM, TO = "<!-- transcript: make transcript -->", "<!-- end of transcript -->"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
WANTED = ("postponed", "planned")
"""The meeting that is shown in full: the first of the first of these statuses that there is."""

COMMANDS = (
    "read examples",
    "timeline --since 2027-04-12 --until 2027-04-21 --outlet 'Nordic Wire'",
    "meetings --until 2027-04-30",
    "deadlines --until 2027-04-30",
    "statements --act deny",
)
IN_README = (0, 2, 3, 4)
"""The commands whose output the README shows; the timeline is longer than a README likes."""


def onrecord(command: str, capture: bool = False) -> str:
    """Run one command on the demo's ledger, from the project's root; its output where it is captured, else ""."""
    words = [sys.executable, "-m", "onrecord", *shlex.split(command)]
    ran = subprocess.run(words, cwd=ROOT, env=os.environ | {"ONRECORD_LEDGER": LEDGER}, text=True, capture_output=capture)
    if ran.returncode:
        raise SystemExit(f"onrecord {command}: exit code {ran.returncode}\n{ran.stderr or ''}")
    return ran.stdout or ""


def chosen_meeting() -> str:
    """The id of the meeting that the demo shows in full; "" where none is on record."""
    found = json.loads(onrecord("meetings --json", capture=True))
    order = {status: place for place, status in enumerate(WANTED)}
    best = min(found, key=lambda one: (order.get(one["status"], len(WANTED)), -one["score"]), default=None)
    return str(best["id"])[:8] if best else ""


def as_on_a_terminal(command: str) -> str:
    """What a terminal of ``WIDE`` columns would show, without colours."""
    import pty

    read, write = pty.openpty()
    environment = os.environ | {"ONRECORD_LEDGER": LEDGER, "COLUMNS": WIDE, "NO_COLOR": "1", "TERM": "xterm"}
    words = [sys.executable, "-m", "onrecord", *shlex.split(command)]
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=write, stderr=subprocess.DEVNULL) as process:
        os.close(write)
        shown = b""
        try:
            while block := os.read(read, 65536):
                shown += block
        except OSError:  # Linux says so where the other end is closed
            pass
    os.close(read)
    if process.returncode:
        raise SystemExit(f"onrecord {command}: exit code {process.returncode}")
    lines = ESCAPES.sub("", shown.decode().replace("\r\n", "\n")).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def transcript() -> str:
    """The README's part of the demo as a code block."""
    shown = [f"$ onrecord {COMMANDS[place]}\n{as_on_a_terminal(COMMANDS[place])}\n" for place in IN_README]
    key = chosen_meeting()
    shown.append(f"$ onrecord show {key}\n{as_on_a_terminal(f'show {key}')}\n")
    return "```console\n" + "\n".join(shown) + "```"


def write_readme() -> None:
    """Put a new transcript between the marks."""
    path = ROOT / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(FROM)
    _, _, after = rest.partition(TO)
    path.write_text(f"{before}{FROM}\n{transcript()}\n{TO}{after}", encoding="utf-8")


def main() -> None:
    """Show the commands, or write them into the README."""
    for name in (LEDGER, f"{LEDGER}-wal", f"{LEDGER}-shm"):
        (ROOT / name).unlink(missing_ok=True)
    if "--readme" in sys.argv[1:]:
        write_readme()
        return
    for command in COMMANDS:
        print(f"\n$ onrecord {command} --ledger {LEDGER}", flush=True)
        onrecord(command)
    key = chosen_meeting()
    if key:
        print(f"\n$ onrecord show {key} --ledger {LEDGER}", flush=True)
        onrecord(f"show {key}")
    print(f"\nThe ledger is {LEDGER}, an SQLite file. Go on with: {sys.executable} -m onrecord --help")


if __name__ == "__main__":
    main()
