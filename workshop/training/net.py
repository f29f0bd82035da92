"""The reader as it is trained: one encoder, and every head on its words."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.reading.heads import BUCKETS, SIZES, bucket_table
from onrecord.reading.labels import Labels
from workshop.training.encoder import Dropout, Encoder


class Net(nn.Module):
    """Word heads (tags, keys of the arcs) and anchor heads (traits, queries of the arcs).

    Word heads are one matrix, so that they travel in the encoder's graph; anchor heads are small and run on anchors only.
    """

    def __init__(self, encoder: Encoder, labels: Labels, dropout: float = 0.15) -> None:
        super().__init__()
        width, kinds, roles = encoder.width, len(labels.anchor_labels), len(labels.roles)
        self.encoder, self.labels = encoder, labels
        self.dropout = Dropout(dropout)
        self.scores = labels.columns["tags"].stop
        self.word = nn.Linear(width, self.scores + sum(SIZES.values()))
        self.anchor = nn.Linear(width, 256)
        self.anchor_kind = nn.Embedding(kinds, 256)
        self.begin = nn.Linear(256, roles * SIZES["begin"])
        self.end = nn.Linear(256, roles * SIZES["end"])
        self.distance = nn.Parameter(torch.zeros(roles, BUCKETS))
        self.floor = nn.Parameter(torch.full((roles,), -4.0))
        self.look = nn.Linear(width, SIZES["look"])
        self.trait = nn.Linear(2 * width, 256)
        self.trait_kind = nn.Embedding(kinds, 256)
        self.status = nn.Linear(256, len(labels.statuses))
        self.mode = nn.Linear(256, len(labels.all_modes))
        self.deadline = nn.Linear(256, len(labels.deadline_statuses))
        self.governor = nn.Linear(width, 128)
        self.governed = nn.Linear(width, 128)
        for table in (self.anchor_kind, self.trait_kind):
            nn.init.normal_(table.weight, std=0.05)
        self.buckets: Tensor
        self.register_buffer("buckets", torch.tensor(bucket_table()), persistent=False)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (batch, words, width) and word scores (batch, words, columns)."""
        pieces = self.encoder(ids, shapes, mask)
        x = torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, pieces.shape[2]))
        x = self.dropout(x)
        return x, self.word(x)

    def parts(self, scores: Tensor) -> dict[str, Tensor]:
        """The keys of the arcs among the word scores, by name."""
        out, at = {}, self.scores
        for name, size in SIZES.items():
            out[name] = scores[..., at : at + size]
            at += size
        return out

    def queries(self, vector: Tensor, kind: Tensor) -> tuple[Tensor, Tensor]:
        """Anchors (n, width) of label ``kind`` (n) -> begin and end queries (n, roles, size)."""
        hidden = self.dropout(nn.functional.gelu(self.anchor(vector) + self.anchor_kind(kind), approximate="tanh"))
        roles = len(self.labels.roles)
        return self.begin(hidden).view(len(kind), roles, -1), self.end(hidden).view(len(kind), roles, -1)

    def traits(self, vector: Tensor, seen: Tensor, kind: Tensor) -> dict[str, Tensor]:
        """Anchors and what they look at, both (n, width) -> label scores of each trait."""
        hidden = self.dropout(nn.functional.gelu(self.trait(torch.cat((vector, seen), -1)) + self.trait_kind(kind), approximate="tanh"))
        return {"status": self.status(hidden), "mode": self.mode(hidden), "deadline": self.deadline(hidden)}
