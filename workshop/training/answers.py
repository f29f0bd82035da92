"""What a net says of given anchors: the one path by which it is taught, asked as a teacher, and taught by teachers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import torch
from torch import Tensor
from torch.nn.functional import embedding, pad

from onrecord.reading.heads import REACH
from workshop.training.documents import Head
from workshop.training.net import Net

FAR = -1e4


class Answers:
    """Scores of ``n`` anchors, each a (row of the batch, head) pair. ``shown`` (batch, words) says where words are."""

    def __init__(self, net: Net, x: Tensor, scores: Tensor, pairs: Sequence[tuple[int, Head]], shown: Tensor) -> None:
        self.net, self.x, self.shown = net, x, shown
        self.parts = net.parts(scores)
        self.row = torch.tensor([at for at, _ in pairs])
        self.start, stop = (torch.tensor([h.words[i] for _, h in pairs]) for i in (0, 1))
        self.kind = torch.tensor([h.label for _, h in pairs])
        sums = pad(x.cumsum(1), (0, 0, 1, 0))
        self.vector = (sums[self.row, stop + 1] - sums[self.row, self.start]) / (stop + 1 - self.start)[:, None]

    @cached_property
    def queries(self) -> tuple[Tensor, Tensor]:
        """Begin and end queries, (n, roles, size)."""
        return self.net.queries(self.vector, self.kind)

    @cached_property
    def begins(self) -> Tensor:
        """Scores that a span of a role begins at a word, (n, roles, words)."""
        net = self.net
        far = torch.arange(self.shown.shape[1])[None] - self.start[:, None]
        bias = embedding(net.buckets[far.clamp(-REACH, REACH) + REACH], net.distance.T).transpose(1, 2)
        keys = self.parts["begin"].index_select(0, self.row)
        return torch.bmm(self.queries[0], keys.transpose(1, 2)) / 8.0 + bias + net.floor[:, None]

    def ends(self, at: Tensor, role: Tensor, begin: Tensor) -> Tensor:
        """Scores of each word as the end of spans (anchor, role, begin), (k, words)."""
        row = self.row[at]
        scores = torch.einsum("nd,nwd->nw", self.queries[1][at, role], self.parts["end"].index_select(0, row)) / 8.0
        opens = self.parts["opens"][row, begin]
        scores = scores + torch.einsum("nd,nwd->nw", opens, self.parts["closes"].index_select(0, row)) / 8.0
        reach = (torch.arange(self.shown.shape[1])[None] >= begin[:, None]) & self.shown[row]
        return scores.masked_fill(~reach, FAR)

    def traits(self, keep: Tensor) -> dict[str, Tensor]:
        """Scores of ``status``, ``mode`` and ``deadline`` for the anchors ``keep``."""
        row, kind, vector = self.row[keep], self.kind[keep], self.vector[keep]
        look = torch.einsum("nd,nwd->nw", self.net.look(vector), self.parts["look"].index_select(0, row)) / 8.0
        weights = torch.softmax(look.masked_fill(~self.shown[row], FAR), -1)
        seen = torch.einsum("nw,nwd->nd", weights, self.x.index_select(0, row))
        return self.net.traits(vector, seen, kind)
