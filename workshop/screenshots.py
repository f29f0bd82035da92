"""The pictures in the README and the docs: ``python -m workshop.screenshots [--ledger FILE] [--out FOLDER]``.

Reads the example reports into a ledger of their own (or takes one), serves the desk, and has Chromium look at it. Needs the extras web and
desk, and chromium. A picture of more than 150 KB is a fault.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord import ledger
from onrecord.ledger import Choice, View
from onrecord.views.threads import affairs
from onrecord.views.web import Desk
from workshop.demo import ROOT
from workshop.serving import FLAGS, browser, served

MOST = 150_000
TODAY = date(2027, 4, 14)
DAY = f"/?as_of={TODAY}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a file's name has it: its address, the size of the window, and the colours."""

    name: str
    path: str
    width: int = 1100
    height: int = 780
    scheme: str = "light"


def pictures(view: View) -> list[Picture]:
    """What is worth showing of a ledger: its longest thread and the report with most entries among it."""
    longest = max(affairs(view, ("meeting", "deadline"), TODAY), key=lambda one: (len(one.life.changes), one.thread.id))
    report = max(view.reports(), key=lambda row: (len(list(view.entries(Choice(report=row.id)))), row.id))
    return [
        Picture("today", DAY, 980, 590),
        Picture("today-dark", DAY, 980, 590, "dark"),
        Picture("timeline", "/timeline?since=2027-04-08&until=2027-04-24", 1100, 700),
        Picture("thread", f"/threads/{longest.first.entry.id}", 1100, 700),
        Picture("report", f"/reports/{report.id}", 1100, 680),
        Picture("narrow", DAY, 360, 740),
    ]


def taken(chromium: Any, url: str, picture: Picture) -> bytes:
    """The picture as PNG."""
    context = chromium.new_context(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme, reduced_motion="reduce", locale="en-GB"
    )
    page = context.new_page()
    page.goto(url + picture.path)
    made: bytes = page.screenshot(animations="disabled")
    context.close()
    return made


def made(place: Path) -> Path:
    """A ledger of the example reports at ``place``."""
    subprocess.run([sys.executable, "-m", "onrecord", "read", str(ROOT / "examples"), "--ledger", str(place)], check=True)
    return place


def main() -> None:
    """Write the pictures; exit code 1 where one is too big."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    args = parser.parse_args()
    program = browser()
    if program is None:
        raise SystemExit("no browser: install chromium, or name one with ONRECORD_CHROMIUM")
    from playwright.sync_api import sync_playwright

    from onrecord.cli.serve import origins

    args.out.mkdir(parents=True, exist_ok=True)
    big = 0
    with TemporaryDirectory() as folder, ledger.open(args.ledger or made(Path(folder, "examples.db")), create=False) as opened:
        with opened.view() as view:
            wanted = pictures(view)
        with served(Desk(opened, TODAY, origins=origins)) as url, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
            for picture in wanted:
                content = taken(chromium, url, picture)
                (args.out / f"{picture.name}.png").write_bytes(content)
                big += len(content) > MOST
                print(f"{picture.name}.png {len(content):,} bytes{' - too big' if len(content) > MOST else ''}", flush=True)
            chromium.close()
    raise SystemExit(big > 0)


if __name__ == "__main__":
    main()
