"""What the reader's probabilities are worth: a slope and an offset for each head (Platt 1999), fitted on the fold that training kept out.

``python -m workshop.training.worth WEIGHTS --recipe RECIPE.toml --shared ../shared`` writes them into the weights' ``labels.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reading import Reader
from workshop.corpora.example import Example
from workshop.scoring.calibration import LOW, collect
from workshop.training.recipe import Recipe

HEADS = {"deadline": "deadline", "deadline status": "deadline_status"}
"""Heads whose temperature alone leaves them off, by their names in ``workshop.scoring.calibration``; every role is one too."""
FIRM = 4.0
"""How firmly a head is held to its prior: rare roles keep to what all roles together are worth."""
STEPS = 30
_STILL = 1e-9
Told = Sequence[tuple[float, bool]]
Line = tuple[float, float]


def worths(told: Mapping[str, Told]) -> dict[str, Line]:
    """Slope and offset by the names that ``Settings.worth`` asks for."""
    roles = {head.partition(" ")[2]: pairs for head, pairs in told.items() if head.startswith("role ")}
    out = {name: fitted(told[head], (1.0, 0.0)) for head, name in HEADS.items() if head in told}
    out["role"] = fitted([pair for pairs in roles.values() for pair in pairs], (1.0, 0.0))
    return out | {f"role:{name}": fitted(pairs, out["role"]) for name, pairs in sorted(roles.items())}


def fitted(told: Told, prior: Line) -> Line:
    """The line in log-odds under which what was right is likeliest, near ``prior``: Newton's steps, halved where they go too far."""
    chances = np.clip([chance for chance, _ in told], 1e-4, 1 - 1e-4)
    rows = np.stack([np.log(chances / (1 - chances)), np.ones(len(chances))], 1)
    right = np.array([float(was) for _, was in told])
    start = np.array(prior)

    def loss(line: Any) -> float:
        scores = rows @ line
        return float(np.logaddexp(0, scores).sum() - right @ scores + FIRM / 2 * ((line - start) ** 2).sum())

    line = start
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-rows @ line))
        slope = rows.T @ (right - said) - FIRM * (line - start)
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + FIRM * np.eye(2)
        step = np.linalg.solve(bend, slope)
        while loss(line + step) > loss(line) and abs(step).max() > _STILL:
            step = step / 2
        line = line + step
    return round(float(line[0]), 3), round(float(line[1]), 3)


def fold(recipe: Recipe, shared: Path) -> Iterator[Example]:
    """The held-out reports of the house's own annotators."""
    from workshop.training.train import held_out  # torch comes with it

    for source in recipe.sources:
        if source.reader == "reports":
            yield from (example for example in source.open(shared) if held_out(example.id, recipe.holdout))


def measured(weights: Path, recipe: Recipe, shared: Path) -> dict[str, Line]:
    """What the heads of ``weights``, which have no worths yet, are worth on the fold."""
    return worths(collect(Reader.load(weights, thresholds=LOW), fold(recipe, shared)))


def main() -> None:
    """Reads the command line and writes what it found into ``labels.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--recipe", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    path = asked.weights / "labels.json"
    settings: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    settings.pop("worths", None)
    _write(path, settings)
    _write(path, {**settings, "worths": measured(asked.weights, Recipe.read(asked.recipe), asked.shared)})


def _write(path: Path, settings: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
