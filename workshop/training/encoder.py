"""The encoder: BERT's layers, written out so that training and export need nothing else; MPNet's too, for teachers."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.reading.pieces import Pieces
from onrecord.reading.words import SHAPES

VOCABULARY = 30522
"""BERT's word pieces; a teacher's are put in their order, so that one numbering serves all nets."""
MASK = 103
"""The id of BERT's mask."""
LONGEST = 512

BERT = {
    "qkv": "attention.self.query attention.self.key attention.self.value",
    "out": "attention.output.dense", "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "norm_after": "output.LayerNorm",
}  # fmt: skip
MPNET = BERT | {"qkv": "attention.attn.q attention.attn.k attention.attn.v", "out": "attention.attn.o", "norm": "attention.LayerNorm"}


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

    def __init__(self, width: int, inner: int, count: int, dropout: float, eps: float = 1e-12) -> None:
        super().__init__()
        self.count, self.size = count, width // count
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_after = nn.LayerNorm(width, eps=eps)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (batch, length, width), ``bias`` (batch, 1 or heads, 1 or length, length) -> (batch, length, width)."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.count, self.size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(self.size) + bias, -1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.dropout(self.out(mixed)))
        out: Tensor = self.norm_after(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """Word pieces and shapes -> one vector a piece. Word embeddings are frozen; shapes start at zero.

    A configuration with ``relative_attention_num_buckets`` (MPNet) adds a bias by distance, one table for all layers.
    """

    def __init__(self, config: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        width, heads, eps = config["hidden_size"], config["num_attention_heads"], config.get("layer_norm_eps", 1e-12)
        self.width = width
        self.words = nn.Embedding(VOCABULARY, width)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(LONGEST, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        buckets = config.get("relative_attention_num_buckets")
        self.relative = nn.Embedding(buckets, heads) if buckets else None
        self.norm = nn.LayerNorm(width, eps=eps)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], heads, dropout, eps) for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """All (batch, length) -> (batch, length, width)."""
        length = ids.shape[1]
        position = self.positions.weight[:length]
        x: Tensor = self.dropout(self.norm(self.words(ids) + self.shapes(shapes) + position + self.kind))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        if self.relative is not None:
            bias = bias + self.relative(distance_buckets(length, self.relative.num_embeddings)).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def distance_buckets(length: int, count: int, most: int = 128) -> Tensor:
    """The bucket of each distance between two places, (length, length): half for each direction, near ones apart, far ones by logarithm.

    As T5 and MPNet have it (Raffel et al. 2020, section 2.1).
    """
    at = torch.arange(length)
    far = at[:, None] - at[None, :]
    half, near = count // 2, count // 4
    distance = far.abs()
    wide = near + (torch.log(distance.clamp(min=1) / near) / math.log(most / near) * (half - near)).long()
    return (far < 0) * half + torch.where(distance < near, distance, wide.clamp(max=half - 1))


def base_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a BERT or MPNet checkpoint in ``folder`` (config.json, model.safetensors)."""
    from safetensors.torch import load_file

    encoder = bare_encoder(folder, dropout)
    old = {key.removeprefix("bert."): value for key, value in load_file(folder / "model.safetensors").items()}
    words, positions = old["embeddings.word_embeddings.weight"], old["embeddings.position_embeddings.weight"]
    new = {"shapes.weight": torch.zeros(SHAPES, encoder.width)}
    if encoder.relative is None:
        new |= {"words.weight": words, "positions.weight": positions, "kind": old["embeddings.token_type_embeddings.weight"][0]}
        names = BERT
    else:
        new |= {"words.weight": _bert_order(words), "positions.weight": positions[2:], "kind": torch.zeros(encoder.width)}
        new["relative.weight"] = old["encoder.relative_attention_bias.weight"]
        names = MPNET
    new |= {f"norm.{w}": old[f"embeddings.LayerNorm.{w}"] for w in ("weight", "bias")}
    for at in range(len(encoder.layers)):
        new |= _layer(old, at, names)
    encoder.load_state_dict(new)
    return encoder


def bare_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """An encoder of the shape in ``folder``'s config.json, its weights still to be loaded."""
    return Encoder(json.loads((folder / "config.json").read_text()), dropout)


def _bert_order(words: Tensor) -> Tensor:
    """MPNet's word embeddings by BERT's ids: the same word pieces, four places on, with special pieces of its own."""
    ordered = words[4 : 4 + VOCABULARY].clone()
    for piece, own in ((0, 1), (Pieces.cls, 0), (Pieces.sep, 2), (MASK, len(words) - 1)):
        ordered[piece] = words[own]
    return ordered


def _layer(old: dict[str, Tensor], at: int, names: dict[str, str]) -> dict[str, Tensor]:
    prefix = f"encoder.layer.{at}."
    new = {f"layers.{at}.{n}.{w}": old[f"{prefix}{o}.{w}"] for n, o in names.items() if not n.startswith("qkv") for w in ("weight", "bias")}
    for w in ("weight", "bias"):
        parts = [old[f"{prefix}{part}.{w}"] for part in names["qkv"].split()]
        new[f"layers.{at}.qkv.{w}"] = torch.cat(parts)
    return new
