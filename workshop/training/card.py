"""The model card, written from the run: ``python -m workshop.training.card RUN --weights WEIGHTS --shared ../shared``."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from onrecord.reading import Reader
from workshop.scoring.reader import FIGURES, score
from workshop.scoring.scorers import scorer
from workshop.training.recipe import Recipe

HEAD = """# The reader's weights

What they do: mark events (PLOVER 2021 types with mode and status), deadlines, cues with source and content, the roles of each, mentions,
and parts of speech with tense, in English news text. What they do not: resolve names or dates, judge truth, read other languages.

- Base: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), 6 layers, 384 wide, uncased; word embeddings frozen, shape embeddings added.
- Graph: ONNX opset 17, int8 (dynamic); anchor heads in `heads.npz` (fp16).
- Weights: {hash}. Thresholds: chosen on the {fold} reports of our corpus that training kept out (see `labels.json`), never on dev.
- Probabilities: of roles and deadlines mapped to the share that was right on the same reports (`worths` in `labels.json`,
  `python -m workshop.training.worth`).
"""


def card(run: Path, weights: Path, shared: Path) -> str:
    """The card's text: corpora with licences, the run, figures on dev."""
    recipe = Recipe.read(run / "recipe.toml")
    reader, scoring = Reader.load(weights), scorer(shared, "findings")
    settings = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    lines = [HEAD.format(hash=reader.weights_hash, fold=settings.get("fold", "no"))]
    lines += ["## Trained on", "", "| corpus | licence |", "|---|---|"]
    lines += [f"| {source.name} | {source.licence} |" for source in recipe.sources]
    lines += ["", "No sentence of these corpora is part of the package.", "", "## Run", "", *_origin(run), *_stages(recipe), ""]
    lines += ["## Figures on dev (F1, bare reader, `python -m workshop.scoring.reader`)", ""]
    lines += ["| file | " + " | ".join(FIGURES) + " |", "|---" * (len(FIGURES) + 1) + "|"]
    for path in sorted((shared / "corpus" / "dev").glob("*.jsonl")):
        lines.append(_row(path.name, score(reader, scoring.load(path), scoring)))
    return "\n".join(lines) + "\n"


def _origin(run: Path) -> list[str]:
    """Where the run came from and how far it had got, from its own files."""
    origin = json.loads((run / "origin.json").read_text(encoding="utf-8"))
    rounds = re.findall(r"stage (\d+) round (\d+/\d+)", (run / "log.txt").read_text(encoding="utf-8"))
    lines = [f"- recipe `{origin['recipe']}`, seed {origin['seed']}"]
    lines.append(f"- weights averaged over steps, taken after stage {rounds[-1][0]} round {rounds[-1][1]}")
    if origin["start"]:
        lines.append(f"- went on from run `{origin['start']}`")
    if averaged := origin.get("averaged"):
        lines.append("- the mean of the runs " + ", ".join(f"`{name}`" for name in averaged) + ", each gone on from the one before")
    if origin["teachers"]:
        lines.append("- taught on bare text by " + ", ".join(f"`{name}`" for name in origin["teachers"]))
    return lines


def _stages(recipe: Recipe) -> list[str]:
    return [
        f"- stage {at}: {s.rounds} rounds, learning rates {s.lr:g} and {s.lr_heads:g}, shares of each corpus a round "
        + ", ".join(f"{name} {first:g}-{last:g}" for name, (first, last) in s.shares.items())
        for at, s in enumerate(recipe.stages)
    ]


def _row(name: str, figures: dict[str, Any]) -> str:
    return f"| {name} | " + " | ".join(f"{figures[figure]['f1']:.3f}" for figure in FIGURES) + " |"


def main() -> None:
    """Writes ``MODEL_CARD.md`` beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    (asked.weights / "MODEL_CARD.md").write_text(card(asked.run, asked.weights, asked.shared), encoding="utf-8")


if __name__ == "__main__":
    main()
