"""The encoder's graph: windows in, word vectors, tag scores and arc keys out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.reading.heads import SIZES
from onrecord.reading.pieces import Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

BUDGET = 2048
"""Word pieces that run together, padding included: more does not run faster, but takes memory."""


@dataclass(frozen=True, slots=True)
class Input:
    """One window as numbers: ids and shapes of pieces, and the index of each word's first piece."""

    ids: Sequence[int]
    shapes: Sequence[int]
    first: Sequence[int]


@dataclass(frozen=True, slots=True)
class Output:
    """One window's answer: ``words`` (w, width), ``scores`` (w, columns), ``keys`` by name (w, size)."""

    words: Floats
    scores: Floats
    keys: Mapping[str, Floats]


def lay_out(pieces: Sequence[Sequence[int]], shapes: Sequence[int], opens: Sequence[bool]) -> Input:
    """A window's words as pieces, with a separator between paragraphs."""
    ids, kinds, first = [Pieces.cls], [0], []
    for at, (parts, shape) in enumerate(zip(pieces, shapes, strict=True)):
        if opens[at] and at:
            ids.append(Pieces.sep)
            kinds.append(0)
        first.append(len(ids))
        ids.extend(parts)
        kinds.extend([shape] * len(parts))
    ids.append(Pieces.sep)
    kinds.append(0)
    return Input(ids, kinds, first)


class Encoder:
    """An ONNX graph on the CPU."""

    def __init__(self, model: Path, threads: int = 2) -> None:
        """Raises ``FileNotFoundError`` where there is no such file."""
        if not model.is_file():
            raise FileNotFoundError(f"no such model: {model}")
        import onnxruntime as ort  # type: ignore[import-untyped, unused-ignore]

        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        self._session = ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def run(self, inputs: Sequence[Input]) -> list[Output]:
        """The outputs in the order of ``inputs``; windows of like length run together."""
        outputs: list[Output | None] = [None] * len(inputs)
        for group in _groups(inputs):
            for at, output in zip(group, self._run([inputs[i] for i in group]), strict=True):
                outputs[at] = output
        return [output for output in outputs if output is not None]

    def _run(self, inputs: Sequence[Input]) -> Iterator[Output]:
        import numpy as np

        shape = (len(inputs), max(len(item.ids) for item in inputs))
        ids, shapes, mask = (np.zeros(shape, np.int64) for _ in range(3))
        first = np.zeros((len(inputs), max(len(item.first) for item in inputs)), np.int64)
        for at, item in enumerate(inputs):
            ids[at, : len(item.ids)] = item.ids
            shapes[at, : len(item.ids)] = item.shapes
            mask[at, : len(item.ids)] = 1
            first[at, : len(item.first)] = item.first
        words, scores = self._session.run(None, {"ids": ids, "shapes": shapes, "mask": mask, "first": first})
        columns = scores.shape[2] - sum(SIZES.values())
        for at, item in enumerate(inputs):
            count = len(item.first)
            yield Output(words[at, :count], scores[at, :count, :columns], _keys(scores[at, :count], columns))


def _keys(scores: Floats, at: int) -> dict[str, Floats]:
    keys = {}
    for name, size in SIZES.items():
        keys[name] = scores[:, at : at + size]
        at += size
    return keys


def _groups(inputs: Sequence[Input]) -> Iterator[list[int]]:
    order = sorted(range(len(inputs)), key=lambda at: len(inputs[at].ids))
    group: list[int] = []
    for at in order:
        if group and len(inputs[at].ids) * (len(group) + 1) > BUDGET:
            yield group
            group = []
        group.append(at)
    if group:
        yield group
