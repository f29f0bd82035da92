"""The net of shipped weights, to go on from where its run is gone.

    python -m workshop.training.restore OUT --base BASE [--weights FOLDER]

Run folders hold the whole net and are not kept. What ships is int8, a scale for each column: multiplied out, it reads as the weights do,
and a round of training moves it further than the rounding did. OUT gets ``net.pt`` and the files of BASE that a run has. The heads that do
not ship (the syntax of treebanks) begin anew, and the words are BASE's.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch

from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.reader import PACKAGED
from workshop.training.encoder import base_encoder
from workshop.training.net import Net

OWN = ("governor.", "governed.", "encoder.words.")
"""What a net keeps of its own: the heads that do not ship, and the base's words, which no training moves."""


def arrays(weights: Path) -> dict[str, Any]:
    """All arrays of the weights by their names in the net, in whole numbers' place what they stand for."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(weights / "model.onnx")).graph
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    out = {name.removeprefix("net."): array for name, array in kept.items() if name.startswith("net.") and array.dtype == np.float32}
    tables = [name.removesuffix("_quantized") for name in kept if name.startswith("net.") and name.endswith("_quantized")]
    out |= {name.removeprefix("net."): _whole(kept, name) for name in tables}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            out[f"{place}.weight"] = _whole(kept, node.input[1].removesuffix("_quantized")).T
    with np.load(weights / "heads.npz") as heads:
        return out | {name: heads[name].astype(np.float32) for name in heads}


def _whole(kept: dict[str, Any], name: str) -> Any:
    """An array of integers as the numbers that it stands for."""
    shift = kept[f"{name}_zero_point"].astype(np.float32)
    return (kept[f"{name}_quantized"].astype(np.float32) - shift) * kept[f"{name}_scale"]


def restore(weights: Path, net: Net) -> Net:
    """``net`` with the shipped numbers. Raises ``KeyError`` where the weights lack a part of it."""
    found = arrays(weights)
    state = net.state_dict()
    for name, old in state.items():
        if not name.startswith(OWN):
            state[name] = torch.tensor(found[name]).view_as(old)
    net.load_state_dict(state)
    return net


def main() -> None:
    """Reads the command line and writes the run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=PACKAGED)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    net = restore(asked.weights, Net(base_encoder(asked.base), labels_of_vocabulary()))
    torch.save(net.state_dict(), asked.out / "net.pt")
    for name in ("tokenizer.json", "config.json"):
        shutil.copy(asked.base / name, asked.out / name)
    (asked.out / "origin.json").write_text(json.dumps({"restored": str(asked.weights)}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
