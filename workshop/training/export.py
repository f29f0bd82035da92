"""Write a trained reader as the files that the package reads.

``python -m workshop.training.export RUN --base FOLDER --out WEIGHTS [--settings settings.json]``
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.reading.labels import Labels, labels_of_vocabulary
from workshop.training.encoder import base_encoder
from workshop.training.net import Net

OPSET = 17
ANCHOR_HEADS = ("anchor", "anchor_kind", "begin", "end", "look", "trait", "trait_kind", "status", "mode", "deadline")


class Graph(nn.Module):
    """What travels in the graph: the encoder, each word's first piece, and the word heads."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """``words`` (batch, words, width) and ``scores`` (batch, words, columns)."""
        return self.net.words(ids, shapes, mask, first)


def load(run: Path, base: Path) -> tuple[Net, Labels]:
    """The net of a finished run, for evaluation."""
    labels = labels_of_vocabulary()
    net = Net(base_encoder(base), labels)
    net.load_state_dict(torch.load(run / "net.pt"))
    return net.eval(), labels


def write(net: Net, labels: Labels, tokenizer: Path, out: Path, settings: dict[str, Any]) -> None:
    """``model.onnx`` (int8), ``heads.npz`` (fp16), ``labels.json``, ``tokenizer.json`` in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "model.onnx"
        graph(net, whole)
        quantise(whole, out / "model.onnx")
    np.savez(out / "heads.npz", **anchor_arrays(net))
    shutil.copy(tokenizer, out / "tokenizer.json")
    text = json.dumps({"labels": labels.as_json(), **settings}, indent=1, ensure_ascii=False)
    (out / "labels.json").write_text(text + "\n", encoding="utf-8")


def graph(net: Net, path: Path) -> None:
    """The graph in fp32 with free batch, length and number of words."""
    example = (*(torch.ones(2, 9, dtype=torch.long) for _ in range(3)), torch.ones(2, 5, dtype=torch.long))
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes = {"ids": pieces, "shapes": pieces, "mask": pieces, "first": words, "words": words, "scores": words}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(net).eval(), example, str(path), input_names=["ids", "shapes", "mask", "first"],
            output_names=["words", "scores"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def quantise(whole: Path, path: Path) -> None:
    """Dynamic int8 quantisation of all matrices and of the word embeddings: in fp32 the figures are the same within 0.001."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped, unused-ignore]

    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


def anchor_arrays(net: Net) -> dict[str, Any]:
    """The anchor heads' matrices in half precision."""
    state = net.state_dict()
    names = [name for name in state if name.split(".")[0] in ANCHOR_HEADS] + ["distance", "floor"]
    return {name: state[name].numpy().astype(np.float16) for name in names}


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--settings", type=Path, help="thresholds and temperatures, from workshop.training.calibrate")
    asked = parser.parse_args()
    net, labels = load(asked.run, asked.base)
    settings = json.loads(asked.settings.read_text()) if asked.settings else {}
    write(net, labels, asked.run / "tokenizer.json", asked.out, settings)


if __name__ == "__main__":
    main()
