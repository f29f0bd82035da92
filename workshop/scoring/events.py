"""Score the whole pipeline, or the rooms of events alone, on annotated reports.

    python -m workshop.scoring.events GOLD.jsonl... [--weights FOLDER] [--rooms] [--out FOLDER] [--scorer FILE]

Prints the figures of ``findings.py`` for each file. ``--rooms`` starts from the gold marks, arcs, names and times instead of the reader:
what is then missing from 1, the room of events has lost. ``--out`` keeps what was found, one file a gold file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord import events
from onrecord.nouns import Findings
from onrecord.views.findings import to_json
from workshop.scoring.gold import Gold, gold
from workshop.scoring.scorers import load

SCORER = Path("../shared/score/findings.py")


def rooms(item: Gold) -> Findings:
    """What the room of events makes of a reading without fault."""
    given = (item.report, item.reading, item.times, item.cast, item.statements)
    return Findings(item.report, item.times, item.cast, item.statements, events.find(*given), events.deadlines(*given))


def pipeline(weights: Path | None) -> Callable[[Gold], Findings]:
    """What the whole line makes of the text alone."""
    from onrecord.pipeline import Pipeline

    line = Pipeline.load(weights)
    return lambda item: line.findings(item.report)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--rooms", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORER)
    given = parser.parse_args()
    scorer = load(given.scorer)
    find = rooms if given.rooms else pipeline(given.weights)
    for path in given.gold:
        found = {item.report.name: (item.row, to_json(find(item))) for item in gold(path)}
        figures, _ = scorer.score({key: row for key, (row, _) in found.items()}, {key: out for key, (_, out) in found.items()})
        print(path.name)
        _print(figures)
        if given.out:
            given.out.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps(out, ensure_ascii=False) for _, out in found.values())
            (given.out / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _print(figures: dict[str, dict[str, Any]]) -> None:
    for name, figure in figures.items():
        counts = "   P {p:.3f}  R {r:.3f}   gold {gold:5}  system {system:5}".format(**figure) if "p" in figure else ""
        print(f"  {name:13} F1 {figure['f1']:.3f}{counts}")


if __name__ == "__main__":
    main()
