"""Choose thresholds on the fold of our corpus that training kept out: never on dev.

``python -m workshop.training.calibrate RUN --weights WEIGHTS --shared ../shared --out settings.json``
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.nouns.reading import Arc, Mark, Reading
from onrecord.nouns.report import Report
from onrecord.reading import Reader
from workshop.scoring.reader import findings, scorer
from workshop.training.recipe import Recipe
from workshop.training.train import held_out

GRID = tuple(round(0.16 + 0.04 * step, 2) for step in range(17))
MEASURES = {
    "event": ("event", "status"), "deadline": ("deadline",), "cue": ("statement", "content"), "role:actor": ("role",),
    "role:recipient": ("role",), "role:source": ("statement",), "role:content": ("content",), "role:via": ("via",),
    "role:setter": ("deadline_who",), "role:addressee": ("deadline_who",),
}  # fmt: skip
LOW = {"event": 0.1, "deadline": 0.1, "cue": 0.1, "attribution": 0.1, "mention": 0.5, "role": 0.1, "least": 0.1}


def fold(recipe: Recipe, shared: Path) -> dict[str, dict[str, Any]]:
    """The held-out annotated reports, by id."""
    rows = {}
    for source in recipe.sources:
        if source.reader == "reports":
            for line in (shared / source.path).read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if held_out(row["id"], recipe.holdout):
                    rows[row["id"]] = row
    return rows


def above(reading: Reading, thresholds: dict[str, float]) -> Reading:
    """The reading that ``thresholds`` would have left of one that was made with ``LOW`` ones."""
    marks = {mark: kept for mark in reading.marks if (kept := _kept(mark, thresholds))}
    arcs = []
    for mark, kept in marks.items():
        arcs += [Arc(kept, a.role, a.tail, a.score) for a in _arcs(reading, mark, thresholds)]
    return Reading(reading.words, reading.sentences, reading.paragraphs, reading.tags, tuple(marks.values()), tuple(arcs))


def _kept(mark: Mark, thresholds: dict[str, float]) -> Mark | None:
    if mark.layer == "speech":
        trait = mark.trait("codebook")
        return mark if trait and trait.name == "yes" and trait.score >= thresholds["cue"] else None
    return mark if mark.score >= thresholds.get(mark.layer, 0.5) else None


def _arcs(reading: Reading, mark: Mark, thresholds: dict[str, float]) -> list[Arc]:
    out = []
    by_role: dict[str, list[Arc]] = {}
    for arc in reading.arcs_of(mark):
        by_role.setdefault(arc.role, []).append(arc)
    for role, arcs in by_role.items():
        kept = [a for a in arcs if a.score >= thresholds.get(f"role:{role}", 0.5)]
        out += kept or ([max(arcs, key=lambda a: a.score)] if role in ("source", "content") else [])
    return out


def choose(gold: dict[str, Any], readings: Sequence[Reading], scoring: ModuleType) -> dict[str, float]:
    """The thresholds with the best figures, each chosen in turn, twice over; smoothed over neighbours on the grid."""
    chosen = dict.fromkeys(MEASURES, 0.5)
    for _ in range(2):
        for name, figures in MEASURES.items():
            values = []
            for threshold in GRID:
                system = dict(zip(gold, (findings(above(r, {**chosen, name: threshold})) for r in readings), strict=True))
                found, _ = scoring.score(gold, system)
                values.append(sum(found[figure]["f1"] for figure in figures))
            smooth = [sum(values[max(at - 1, 0) : at + 2]) / len(values[max(at - 1, 0) : at + 2]) for at in range(len(GRID))]
            chosen[name] = GRID[max(range(len(GRID)), key=lambda at: smooth[at])]
    return chosen


def main() -> None:
    """Reads the command line, writes the settings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="the run's export; its own thresholds are set aside")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    gold = fold(Recipe.read(asked.run / "recipe.toml"), asked.shared)
    reader = Reader.load(asked.weights, thresholds=LOW)
    readings = list(reader.read_all(Report(row["text"]) for row in gold.values()))
    chosen = choose(gold, readings, scorer(asked.shared, "findings"))
    asked.out.write_text(json.dumps({"thresholds": chosen, "fold": len(gold)}, indent=1))
    print(chosen)


if __name__ == "__main__":
    main()
