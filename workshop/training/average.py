"""The average of several runs of one lineage: ``python -m workshop.training.average OUT RUN...``.

Weights of runs that went on from one another lie in one basin: their mean is steadier than any of them (Wortsman et al. 2022).
OUT gets ``net.pt`` and, from the last RUN, its recipe, tokenizer and log; ``origin.json`` names all runs.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor of numbers; others are the first run's. Raises ``KeyError`` where the runs differ in their tensors."""
    first = states[0]
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype) if value.is_floating_point() else value
        for name, value in first.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("run", type=Path, nargs="+")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean([torch.load(run / "net.pt") for run in asked.run]), asked.out / "net.pt")
    for name in ("recipe.toml", "tokenizer.json", "log.txt"):
        shutil.copy(asked.run[-1] / name, asked.out / name)
    origin = json.loads((asked.run[-1] / "origin.json").read_text(encoding="utf-8"))
    (asked.out / "origin.json").write_text(json.dumps({**origin, "averaged": [run.name for run in asked.run]}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
