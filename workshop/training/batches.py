"""Windows of documents as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from onrecord.reading.labels import Labels
from onrecord.reading.pieces import Pieces
from onrecord.reading.windows import Bounds, find_windows
from workshop.training.documents import MASKED, Document, Head, cut, join
from workshop.training.encoder import MASK

if TYPE_CHECKING:
    from workshop.training.teaching import Lesson


@dataclass(slots=True)
class Batch:
    """``inputs`` are (batch, pieces) or (batch, words); ``heads`` are (row, head) pairs; ``taught`` asks for a lesson,
    ``lesson`` is one that was kept.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    layers: dict[str, Tensor]
    governor: Tensor
    heads: list[tuple[int, Head]]
    count: int
    taught: bool = False
    lesson: Lesson | None = None

    @property
    def shown(self) -> Tensor:
        """Where there are words, (batch, words): no word's first piece is the first piece of all."""
        return self.first > 0


def windows_of(document: Document, bounds: Bounds) -> list[Document]:
    """The document's windows, context included: everything that is annotated in a window teaches."""
    return [cut(document, w.lo, w.hi) for w in find_windows(document.sizes, document.sentence, bounds)]


def joined(documents: Sequence[Document], most: int, rng: random.Random) -> list[Document]:
    """Random runs of 1 to ``most`` documents, each run as one document; half of the documents stay alone."""
    order = list(documents)
    rng.shuffle(order)
    out = []
    while order:
        size = 1 if rng.random() < 0.3 else rng.randint(1, most)
        out.append(join(order[:size]) if size > 1 else order[0])
        order = order[size:]
    return out


def batched(
    windows: list[Document], budget: int, rng: random.Random, labels: Labels, hidden: float = 0.0, taught: bool = False
) -> Iterator[Batch]:
    """Batches of windows of about equal length, at most ``budget`` pieces each with padding, in random order.

    A share of ``hidden`` of the pieces is masked, so that much is learned from what stands around a word.
    """
    windows = [w for w in windows if w.pieces]
    rng.shuffle(windows)
    windows.sort(key=lambda w: sum(w.sizes) + rng.randint(0, 12))
    groups: list[list[Document]] = [[]]
    for window in windows:
        longest = max([sum(window.sizes), *(sum(w.sizes) for w in groups[-1])]) + 2
        if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    for group in groups:
        if group:
            batch = collate(group, labels)
            batch.taught = taught
            if hidden:
                _hide(batch, hidden)
            yield batch


def told(batch: Batch, lesson: Lesson, hidden: float) -> Batch:
    """The batch with a lesson of teachers who saw all of it, though the net that learns does not see a share of ``hidden``."""
    made = replace(batch, ids=batch.ids.clone(), lesson=lesson)
    _hide(made, hidden)
    return made


def _hide(batch: Batch, share: float) -> None:
    real = (batch.ids != Pieces.cls) & (batch.ids != Pieces.sep) & (batch.mask > 0)
    batch.ids[real & (torch.rand(batch.ids.shape) < share)] = MASK


def collate(windows: Sequence[Document], labels: Labels) -> Batch:
    """One batch of the windows."""
    rows = [lay_out(w) for w in windows]
    length, width = max(len(r[0]) for r in rows), max(len(w.pieces) for w in windows)
    ids, shapes, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    first = torch.zeros(len(rows), width, dtype=torch.long)
    layers = {name: torch.full((len(rows), width), MASKED) for name in labels.columns}
    governor = torch.full((len(rows), width), MASKED)
    heads = []
    for at, (window, (row, shape, starts)) in enumerate(zip(windows, rows, strict=True)):
        ids[at, : len(row)], shapes[at, : len(row)], mask[at, : len(row)] = torch.tensor(row), torch.tensor(shape), 1
        count = len(starts)
        first[at, :count] = torch.tensor(starts)
        for name, tags in window.layers.items():
            layers[name][at, :count] = torch.from_numpy(tags)
        governor[at, :count] = torch.from_numpy(window.governor)
        heads += [(at, head) for head in window.heads]
    return Batch(ids, shapes, mask, first, layers, governor, heads, sum(len(r[0]) for r in rows))


def lay_out(window: Document) -> tuple[list[int], list[int], list[int]]:
    """Piece ids, a shape for each, and the index of each word's first piece; paragraphs are kept apart by a separator."""
    ids, shapes, starts = [Pieces.cls], [0], []
    for at, (pieces, shape, opens) in enumerate(zip(window.pieces, window.shapes, window.paragraph, strict=True)):
        if opens and at:
            ids.append(Pieces.sep)
            shapes.append(0)
        starts.append(len(ids))
        ids.extend(pieces)
        shapes.extend([shape] * len(pieces))
    return [*ids, Pieces.sep], [*shapes, 0], starts
