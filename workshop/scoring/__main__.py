"""Every figure, one command after the other: ``python -m workshop.scoring [--shared ../shared] [--only NAME]``.

Each line of ``COMMANDS`` is what one would type by hand; its output goes to the terminal as it comes. Exit status 1 where one failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

CORPUS = ("corpus/dev/news-items.jsonl", "corpus/dev/articles.jsonl", "corpus/dev/written.jsonl", "corpus/dev/written-long.jsonl")
STORIES = "corpora/stories/current-events-2002-2025.jsonl.gz"
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "reader": (("reader", *CORPUS),),
    "calibration": (("calibration", *CORPUS[:2]),),
    "events": tuple(("events", path) for path in CORPUS),
    "speech": (("speech", *CORPUS),),
    "quotes": (("quotes", "corpora/speech/polnear-dev.jsonl.gz"),),
    "origins": (("origins",),),
    "times": (("times", "corpora/times/TimeBank", "corpora/times/AQUAINT", "corpora/times/WikiWars"),),
    "dues": (("dues", *CORPUS),),
    "actors": (("actors", *CORPUS),),
    "links": (("links", "corpora/entities/current-events-linked-2025.jsonl.gz", "--month", "12"),),
    "pronouns": (("pronouns", "corpora/syntax/gum-open-genres.conllu.gz"),),
    "roots": (("roots", "corpora/events/plv-train.tsv"),),
    "pairs": (("pairs",), ("pairs", "tests/conformance/unseen.toml")),
    "stories": (("stories", STORIES, "--from", "2025-07-01", "--to", "2025-12-31"),),
}
DATA = ("corpus/", "corpora/")


def main() -> int:
    """Runs what was asked for; 0 where every command did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with corpora and scorers")
    parser.add_argument("--only", choices=sorted(COMMANDS), action="append", help="this part alone; may be given again")
    asked = parser.parse_args()
    if not (asked.shared / "score").is_dir():
        parser.error(f"no scorers in {asked.shared}; name the folder that has score/, corpus/ and corpora/ with --shared")
    failed = [command for name in asked.only or COMMANDS for command in COMMANDS[name] if not _run(command, asked.shared)]
    for command in failed:
        print(f"failed: {' '.join(command)}", file=sys.stderr)
    return 1 if failed else 0


def _run(command: tuple[str, ...], shared: Path) -> bool:
    room, *rest = (str(shared / word) if word.startswith(DATA) else word for word in command)
    line = [sys.executable, "-m", f"workshop.scoring.{room}", *rest]
    print(f"\n$ python -m workshop.scoring.{' '.join([room, *rest])}", flush=True)
    return subprocess.run(line, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
