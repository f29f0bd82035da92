"""What each head is taught: masked wherever a corpus says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, embedding

from onrecord.reading.heads import REACH
from onrecord.reading.labels import Labels
from workshop.training.batches import Batch
from workshop.training.documents import MASKED, Document, Head
from workshop.training.net import Net

WEIGHTS = {
    "event": 4.0, "deadline": 1.5, "cue": 2.0, "attribution": 2.0, "source": 0.7, "content": 1.0, "mention": 1.0,
    "tags": 0.6, "governor": 0.3, "status": 0.6, "mode": 0.35, "deadline_status": 0.3, "begin": 0.8, "end": 0.6,
}  # fmt: skip
_FAR = -1e4


class Losses:
    """Losses by head for a batch. Rare types and statuses weigh more, by the square root of their rarity, within bounds."""

    def __init__(self, labels: Labels, documents: Iterable[Document]) -> None:
        self.labels = labels
        heads = [head for document in documents for head in document.heads]
        types = Counter(h.label for h in heads if h.kind == "event")
        self.event = torch.ones(1 + 2 * len(labels.types))
        for number, weight in enumerate(_balanced(types, len(labels.types), 0.7, 2.0)):
            self.event[1 + 2 * number : 3 + 2 * number] = weight
        statuses = Counter(h.traits["status"] for h in heads if "status" in h.traits)
        deadlines = Counter(h.traits["deadline"] for h in heads if "deadline" in h.traits)
        self.status = torch.tensor(_balanced(statuses, len(labels.statuses), 0.6, 2.5))
        self.deadline = torch.tensor(_balanced(deadlines, len(labels.deadline_statuses), 0.6, 2.0))
        self.modes = torch.full((len(labels.types), len(labels.all_modes)), _FAR)
        for at, modes in enumerate(labels.modes):
            for mode in modes:
                self.modes[at, labels.all_modes.index(mode)] = 0.0

    def __call__(self, net: Net, batch: Batch) -> dict[str, Tensor]:
        """Unweighted mean losses of the heads that the batch teaches."""
        with torch.autocast("cpu", torch.bfloat16):
            x, scores = net.words(batch.ids, batch.shapes, batch.mask, batch.first)
        x, scores = x.float(), scores.float()
        losses = self._tags(scores, batch)
        if (batch.governor >= 0).any():
            pairs = net.governed(x) @ net.governor(x).transpose(1, 2)
            losses["governor"] = cross_entropy(pairs.flatten(0, 1), batch.governor.flatten(), ignore_index=MASKED)
        if batch.heads:
            losses |= self._anchors(net, x, scores, batch)
        return losses

    def _tags(self, scores: Tensor, batch: Batch) -> dict[str, Tensor]:
        out = {}
        for name, columns in self.labels.columns.items():
            gold = batch.layers[name]
            if (gold >= 0).any():
                weight = self.event if name == "event" else None
                out[name] = cross_entropy(scores[..., columns].flatten(0, 1), gold.flatten(), weight, ignore_index=MASKED)
        return out

    def _anchors(self, net: Net, x: Tensor, scores: Tensor, batch: Batch) -> dict[str, Tensor]:
        row = torch.tensor([at for at, _ in batch.heads])
        heads = [head for _, head in batch.heads]
        start, stop = (torch.tensor([h.words[i] for h in heads]) for i in (0, 1))
        kind = torch.tensor([h.label for h in heads])
        sums = torch.nn.functional.pad(x.cumsum(1), (0, 0, 1, 0))
        vector = (sums[row, stop + 1] - sums[row, start]) / (stop + 1 - start)[:, None]
        parts = net.parts(scores)
        shown = batch.layers["event"].new_zeros(batch.first.shape, dtype=torch.bool)
        for at, count in enumerate((batch.first > 0).sum(1).tolist()):
            shown[at, :count] = True
        out = self._traits(net, x, vector, parts["look"], row, kind, heads, shown)
        out |= self._arcs(net, vector, parts, row, start, kind, heads, shown)
        return out

    def _traits(
        self, net: Net, x: Tensor, vector: Tensor, keys: Tensor, row: Tensor, kind: Tensor, heads: list[Head], shown: Tensor
    ) -> dict[str, Tensor]:
        keep = torch.tensor([at for at, h in enumerate(heads) if h.traits], dtype=torch.long)
        if not len(keep):
            return {}
        row, kind, vector = row[keep], kind[keep], vector[keep]
        look = torch.einsum("nd,nwd->nw", net.look(vector), keys.index_select(0, row)) / 8.0
        weights = torch.softmax(look.masked_fill(~shown[row], _FAR), -1)
        seen = torch.einsum("nw,nwd->nd", weights, x.index_select(0, row))
        found = net.traits(vector, seen, kind)
        found["mode"] = found["mode"] + self.modes[kind.clamp(max=len(self.modes) - 1)]
        out = {}
        for name, key, weight in (("status", "status", self.status), ("mode", "mode", None), ("deadline_status", "deadline", self.deadline)):
            gold = torch.tensor([heads[at].traits.get(key, MASKED) for at in keep.tolist()])
            if (gold >= 0).any():
                out[name] = cross_entropy(found[key], gold, weight, ignore_index=MASKED)
        return out

    def _arcs(
        self, net: Net, vector: Tensor, parts: dict[str, Tensor], row: Tensor, start: Tensor, kind: Tensor, heads: list[Head], shown: Tensor
    ) -> dict[str, Tensor]:
        begin, end = net.queries(vector, kind)
        far = torch.arange(shown.shape[1])[None] - start[:, None]
        bias = embedding(net.buckets[far.clamp(-REACH, REACH) + REACH], net.distance.T).transpose(1, 2)
        logits = torch.bmm(begin, parts["begin"].index_select(0, row).transpose(1, 2)) / 8.0 + bias + net.floor[:, None]
        gold, known = torch.zeros_like(logits), torch.zeros(logits.shape[:2])
        arcs = []
        for at, head in enumerate(heads):
            for name, ranges in head.roles.items():
                role = self.labels.roles.index(name)
                known[at, role] = 1.0
                for a, b in ranges:
                    gold[at, role, a] = 1.0
                    arcs.append((at, role, a, b))
        each = binary_cross_entropy_with_logits(logits, gold, reduction="none") * shown[row][:, None] * known[..., None]
        out = {"begin": each.sum() / len(heads)}
        if arcs:
            at, role, a, b = (torch.tensor(column) for column in zip(*arcs, strict=True))
            keys = row[at]
            scores = torch.einsum("nd,nwd->nw", end[at, role], parts["end"].index_select(0, keys)) / 8.0
            scores = scores + torch.einsum("nd,nwd->nw", parts["opens"][keys, a], parts["closes"].index_select(0, keys)) / 8.0
            reach = (torch.arange(shown.shape[1])[None] >= a[:, None]) & shown[keys]
            out["end"] = cross_entropy(scores.masked_fill(~reach, _FAR), b)
        return out


def total(losses: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The weighted sum."""
    return torch.stack([weights[name] * value for name, value in losses.items()]).sum()


def _balanced(counts: Counter[int], size: int, least: float, most: float) -> list[float]:
    middle = sorted(counts.values())[len(counts) // 2] if counts else 1
    return [min(most, max(least, (middle / max(counts[n], 1)) ** 0.5)) for n in range(size)]
