"""Lessons that are kept: what teachers say of bare texts is asked once and taught in every round.

    python -m workshop.training.lessons RECIPE.toml --base FOLDER --teacher NET.pt ... --source NAME ... --out FILE

A large teacher takes longer than the net that it teaches: asked anew in each round, it could speak of a tenth of the texts only.
FILE is a pickle of this code's own making: load none that comes from elsewhere.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.pieces import Pieces
from onrecord.reading.windows import Bounds
from workshop.training.batches import Batch, batched, joined, windows_of
from workshop.training.documents import Numberer
from workshop.training.recipe import Recipe
from workshop.training.teaching import Lesson, Teachers, teachers_of

Taught = tuple[Batch, Lesson]


def lessons(recipe: Recipe, name: str, numberer: Numberer, shared: Path, teachers: Teachers, share: float) -> Iterator[Taught]:
    """The batches of a corpus, a share of its texts, with what the teachers say of each; in half precision."""
    source = next(source for source in recipe.sources if source.name == name)
    rng = random.Random(recipe.seed)
    documents = [numberer.document(example) for example in source.open(shared) if rng.random() < share]
    windows = [window for document in joined(documents, source.join, rng) for window in windows_of(document, Bounds())]
    for batch in batched(windows, source.budget, rng, numberer.labels):
        if lesson := teachers(batch):
            yield batch, halved(lesson)


def halved(lesson: Lesson) -> Lesson:
    """The same in half the bytes."""
    return _changed(lesson, torch.float32, torch.float16)


def whole(lesson: Lesson) -> Lesson:
    """The same as it was asked."""
    return _changed(lesson, torch.float16, torch.float32)


def _changed(lesson: Lesson, old: torch.dtype, new: torch.dtype) -> Lesson:
    def one(tensor: Tensor) -> Tensor:
        return tensor.to(new) if tensor.dtype == old else tensor

    layers, traits = ({name: one(tensor) for name, tensor in part.items()} for part in (lesson.layers, lesson.traits))
    return dataclasses.replace(
        lesson, layers=layers, traits=traits, begins=one(lesson.begins), known=one(lesson.known), ends=one(lesson.ends)
    )


def main() -> None:
    """Asks the teachers and writes what they said."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, action="append", required=True)
    parser.add_argument("--source", action="append", required=True, help="NAME or NAME=SHARE of its texts; may be given again")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    labels = labels_of_vocabulary()
    teachers = teachers_of(asked.teacher, asked.base, labels)
    numberer = Numberer(labels, Pieces(asked.base / "tokenizer.json"))
    recipe, kept = Recipe.read(asked.recipe), dict[str, list[Taught]]()
    for name, _, share in (given.partition("=") for given in asked.source):
        begun, pieces, kept[name] = time.monotonic(), 0, []
        for taught in lessons(recipe, name, numberer, asked.shared, teachers, float(share or 1)):
            kept[name].append(taught)
            pieces += taught[0].count
            if len(kept[name]) % 50 == 0:
                print(f"{name}: {len(kept[name])} batches, {pieces} pieces, {pieces / (time.monotonic() - begun):.0f} a second", flush=True)
    torch.save(kept, asked.out)


if __name__ == "__main__":
    main()
