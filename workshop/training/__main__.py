"""Train a reader: ``python -m workshop.training RECIPE.toml --shared ../shared --out FOLDER``."""

from __future__ import annotations

import argparse
import json
import random
import shutil
from pathlib import Path

import numpy as np
import torch

from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.pieces import Pieces
from workshop.training.documents import Numberer
from workshop.training.encoder import base_encoder
from workshop.training.net import Net
from workshop.training.recipe import Recipe
from workshop.training.teaching import teachers_of
from workshop.training.train import Trainer


def main() -> None:
    """Reads the command line and runs the recipe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer.json (BERT's)")
    parser.add_argument("--seed", type=int, help="instead of the recipe's")
    parser.add_argument("--start", type=Path, help="net.pt of an earlier run to go on from")
    parser.add_argument("--teacher", type=Path, action="append", default=[], help="net.pt of a net to learn from; may be given again")
    parser.add_argument("--lessons", type=Path, help="what workshop.training.lessons wrote: taught in the place of those corpora's texts")
    asked = parser.parse_args()
    recipe = Recipe.read(asked.recipe)
    seed = recipe.seed if asked.seed is None else asked.seed
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(2)
    labels = labels_of_vocabulary()
    net = Net(base_encoder(asked.base), labels, recipe.dropout)
    if asked.start:
        net.load_state_dict(torch.load(asked.start))
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "log.txt").unlink(missing_ok=True)
    shutil.copy(asked.recipe, asked.out / "recipe.toml")
    origin = {"recipe": recipe.name, "seed": seed, "start": _run(asked.start), "teachers": [_run(path) for path in asked.teacher]}
    (asked.out / "origin.json").write_text(json.dumps(origin) + "\n")
    for name in ("tokenizer.json", "config.json"):
        shutil.copy(asked.base / name, asked.out / name)
    teachers = teachers_of(asked.teacher, asked.base, labels) if asked.teacher else None
    kept = torch.load(asked.lessons, weights_only=False) if asked.lessons else {}
    numberer = Numberer(labels, Pieces(asked.base / "tokenizer.json"))
    Trainer(recipe, net, numberer, asked.shared, asked.out, teachers, kept).run()


def _run(path: Path | None) -> str:
    """The name of the run that a net.pt lies in."""
    return path.resolve().parent.name if path else ""


if __name__ == "__main__":
    main()
