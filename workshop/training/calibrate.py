"""Fit temperatures and worths and choose thresholds on the fold of our corpus that training kept out: never on dev.

``python -m workshop.training.calibrate RUN --base FOLDER --weights WEIGHTS --shared ../shared`` exports the run into WEIGHTS.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from onrecord.nouns.reading import Arc, Mark, Reading
from onrecord.nouns.report import Report
from onrecord.reading import Reader
from onrecord.reading.labels import Labels
from onrecord.reading.pieces import Pieces
from onrecord.reading.settings import SHORT
from onrecord.reading.windows import Bounds
from workshop.scoring.reader import findings
from workshop.scoring.scorers import scorer
from workshop.training.answers import Answers
from workshop.training.batches import Batch, batched, windows_of
from workshop.training.documents import Numberer
from workshop.training.export import load, write
from workshop.training.losses import begin_targets, mode_mask
from workshop.training.net import Net
from workshop.training.recipe import Recipe
from workshop.training.train import held_out
from workshop.training.worth import measured

GRID = tuple(round(0.16 + 0.04 * step, 2) for step in range(17))
MEASURES = {
    "event": ("event", "status"), "event:short": ("event", "status"), "deadline": ("deadline",), "cue": ("statement", "content"),
    "role:actor": ("role",), "role:recipient": ("role",), "role:source": ("statement",), "role:content": ("content",), "role:via": ("via",),
    "role:setter": ("deadline_who",), "role:addressee": ("deadline_who",),
}  # fmt: skip
LOW = {"event": 0.1, "deadline": 0.1, "cue": 0.1, "attribution": 0.1, "mention": 0.5, "role": 0.1, "least": 0.1}


def fold(recipe: Recipe, shared: Path) -> dict[str, dict[str, Any]]:
    """The held-out reports of the house's own annotators, by id. Later annotators mark more: theirs choose no thresholds."""
    rows = {}
    for source in recipe.sources:
        if source.reader == "reports":
            for row in map(json.loads, source.file(shared).read_text(encoding="utf-8").splitlines()):
                if held_out(row["id"], recipe.holdout):
                    rows[row["id"]] = row
    return rows


def above(reading: Reading, thresholds: dict[str, float]) -> Reading:
    """The reading that ``thresholds`` would have left of one that was made with ``LOW`` ones."""
    if len(reading.words) <= SHORT:
        thresholds = {**thresholds, "event": thresholds.get("event:short", thresholds.get("event", 0.5))}
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


def temperatures(net: Net, labels: Labels, batches: Sequence[Batch]) -> dict[str, float]:
    """What each head's scores are to be divided by for the likeliest fold (Guo et al. 2017), searched on a grid."""
    told: dict[str, list[tuple[Tensor, Tensor]]] = {}
    allowed = mode_mask(labels)
    with torch.no_grad():
        for batch in batches:
            x, scores = net.words(batch.ids, batch.shapes, batch.mask, batch.first)
            for name in ("event", "deadline", "cue"):
                gold = batch.layers[name].flatten()
                told.setdefault(name, []).append((scores[..., labels.columns[name]].flatten(0, 1)[gold >= 0], gold[gold >= 0]))
            answers = Answers(net, x, scores, batch.heads, batch.shown)
            heads = [head for _, head in batch.heads]
            begins, gold, care = begin_targets(labels, answers, heads)
            told.setdefault("role", []).append((begins[care], gold[care]))
            for key, name in (("status", "status"), ("mode", "mode"), ("deadline", "deadline_status")):
                keep = torch.tensor([at for at, head in enumerate(heads) if key in head.traits], dtype=torch.long)
                if len(keep):
                    chosen = torch.tensor([heads[at].traits[key] for at in keep.tolist()])
                    found = answers.traits(keep)[key]
                    told.setdefault(name, []).append((found + allowed[answers.kind[keep]] if key == "mode" else found, chosen))
    return {name: _temperature(torch.cat([s for s, _ in pairs]), torch.cat([g for _, g in pairs])) for name, pairs in told.items()}


def _temperature(scores: Tensor, gold: Tensor) -> float:
    def loss(by: float) -> float:
        if scores.dim() == 1:
            return float(binary_cross_entropy_with_logits(scores / by, gold))
        return float(cross_entropy(scores / by, gold))

    return min((round(0.6 + 0.05 * step, 2) for step in range(49)), key=loss)


def _mean(chosen: Sequence[dict[str, float]]) -> dict[str, float]:
    """The fold is small: what was chosen on it for several like readers varies less in the mean than for one."""
    return {name: round(sum(one[name] for one in chosen) / len(chosen), 2) for name in chosen[0]}


def main() -> None:
    """Reads the command line, exports with temperatures, then with thresholds and worths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="where the export goes")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--like", type=Path, action="append", default=[], help="calibrated weights akin to these: the mean of all is taken")
    asked = parser.parse_args()
    recipe = Recipe.read(asked.run / "recipe.toml")
    gold = fold(recipe, asked.shared)
    net, labels = load(asked.run, asked.base)
    numberer = Numberer(labels, Pieces(asked.run / "tokenizer.json"))
    sources = [source for source in recipe.sources if source.reader == "reports"]
    kept = [e for source in sources for e in source.open(asked.shared) if e.id in gold]
    windows = [w for e in kept for w in windows_of(numberer.document(e), Bounds())]
    settings: dict[str, Any] = {"temperatures": temperatures(net, labels, list(batched(windows, 4096, random.Random(0), labels)))}
    write(net, labels, asked.run / "tokenizer.json", asked.weights, settings)
    reader = Reader.load(asked.weights, thresholds=LOW)
    readings = list(reader.read_all(Report(row["text"]) for row in gold.values()))
    chosen = choose(gold, readings, scorer(asked.shared, "findings"))
    chosen = _mean([chosen, *(json.loads((path / "labels.json").read_text(encoding="utf-8"))["thresholds"] for path in asked.like)])
    settings |= {"thresholds": chosen, "fold": len(gold), "worths": measured(asked.weights, recipe, asked.shared)}
    write(net, labels, asked.run / "tokenizer.json", asked.weights, settings)
    print(settings)


if __name__ == "__main__":
    main()
