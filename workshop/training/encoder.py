"""The encoder: BERT's layers, written out so that training and export need nothing else."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.reading.words import SHAPES


class Dropout(nn.Module):
    """Dropout whose masks are cut from one long random row: drawing them afresh is a third of a step's time on a CPU."""

    def __init__(self, share: float, size: int = 1 << 22) -> None:
        super().__init__()
        self.share, self.size = share, size
        self.row: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        """``x`` with a share of its numbers put out; as it is outside training."""
        if not self.training or not self.share:
            return x
        count = x.numel()
        if self.row is None or count * 2 > len(self.row):
            length = max(self.size, 4 * count)
            self.row = (torch.rand(length) >= self.share).to(torch.bfloat16) / (1 - self.share)
        start = int(torch.randint(0, len(self.row) - count, ()))
        kept: Tensor = x * self.row[start : start + count].view(x.shape)
        return kept


class Layer(nn.Module):
    """One transformer layer (post-norm), attention spelled out."""

    def __init__(self, width: int, inner: int, count: int, dropout: float) -> None:
        super().__init__()
        self.count, self.size = count, width // count
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_after = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (batch, length, width), ``bias`` (batch, 1, 1, length) -> (batch, length, width)."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.count, self.size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(self.size) + bias, -1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.dropout(self.out(mixed)))
        out: Tensor = self.norm_after(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """Word pieces and shapes -> one vector a piece. Word embeddings are frozen; shapes start at zero."""

    def __init__(self, config: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.width = width
        self.words = nn.Embedding(config["vocab_size"], width)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], config["num_attention_heads"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """All (batch, length) -> (batch, length, width)."""
        position = self.positions.weight[: ids.shape[1]]
        x: Tensor = self.dropout(self.norm(self.words(ids) + self.shapes(shapes) + position + self.kind))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


def base_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a BERT checkpoint in ``folder`` (config.json, model.safetensors)."""
    from safetensors.torch import load_file

    encoder = Encoder(json.loads((folder / "config.json").read_text()), dropout)
    old = {key.removeprefix("bert."): value for key, value in load_file(folder / "model.safetensors").items()}
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions.weight": old["embeddings.position_embeddings.weight"],
        "kind": old["embeddings.token_type_embeddings.weight"][0],
        "shapes.weight": torch.zeros(SHAPES, encoder.width),
    }
    new |= {f"norm.{w}": old[f"embeddings.LayerNorm.{w}"] for w in ("weight", "bias")}
    for at in range(len(encoder.layers)):
        new |= _layer(old, at)
    encoder.load_state_dict(new)
    return encoder


def _layer(old: dict[str, Tensor], at: int) -> dict[str, Tensor]:
    prefix = f"encoder.layer.{at}."
    names = {
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_after": "output.LayerNorm",
    }
    new = {f"layers.{at}.{n}.{w}": old[f"{prefix}{o}.{w}"] for n, o in names.items() for w in ("weight", "bias")}
    for w in ("weight", "bias"):
        parts = [old[f"{prefix}attention.self.{part}.{w}"] for part in ("query", "key", "value")]
        new[f"layers.{at}.qkv.{w}"] = torch.cat(parts)
    return new
