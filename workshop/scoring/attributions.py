"""Score the bare reader's attributions: ``python -m workshop.scoring.attributions [--weights FOLDER] [--shared ../shared]``.

All cues count, those of our codebook and those that attribution corpora alone would mark.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

from onrecord.nouns.reading import Reading
from onrecord.nouns.report import Report
from onrecord.reading import Reader
from workshop.scoring.scorers import scorer


def attributions(reading: Reading) -> list[dict[str, Any]]:
    """Every cue with its source and content, as spans."""
    found = []
    for cue in (mark for mark in reading.layer("speech") if mark.label == "cue"):
        roles = {r: [[a.tail.start, a.tail.end] for a in reading.arcs_of(cue, r)] for r in ("source", "content")}
        if roles["content"]:
            found.append({"cue": [[cue.span.start, cue.span.end]], **roles})
    return found


def main() -> None:
    """Prints half-match and who-what F1, on all attributions and on speech only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--limit", type=int, default=None, help="score only the first articles")
    asked = parser.parse_args()
    path = asked.shared / "corpora" / "speech" / "polnear-dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines][: asked.limit]
    readings = Reader.load(asked.weights).read_all(Report(row["text"]) for row in gold)
    system = [{"id": row["id"], "attributions": attributions(r)} for row, r in zip(gold, readings, strict=True)]
    quotes = scorer(asked.shared, "quotes")
    for speech in (False, True):
        figures = quotes.score(gold, system, None, speech)
        line = "  ".join(f"{n} {100 * figures[f'linked: {n}']['f']:.1f}" for n in ("found", "who-what", "half"))
        print(f"{'speech' if speech else 'all':7} {line}")


if __name__ == "__main__":
    main()
