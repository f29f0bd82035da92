"""What each head is taught: masked wherever a corpus says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from onrecord.reading.labels import Labels
from workshop.training.answers import FAR, Answers
from workshop.training.batches import Batch
from workshop.training.documents import MASKED, Document, Head
from workshop.training.net import Net
from workshop.training.teaching import SOFT, Lesson, soft_losses

WEIGHTS = {
    "event": 4.0, "deadline": 1.5, "cue": 2.0, "attribution": 2.0, "source": 0.7, "content": 1.0, "mention": 1.0,
    "tags": 0.6, "governor": 0.3, "status": 0.6, "mode": 0.35, "deadline_status": 0.3, "begin": 0.8, "end": 0.6,
    "soft status": 0.8, "soft mode": 0.3, "soft begin": 0.8, "soft end": 0.5,
} | {f"soft {name}": weight for name, weight in SOFT.items()}  # fmt: skip

SMOOTHED = 0.08
"""Label smoothing of statuses, on which two annotators differ oftenest: without it they are learned by heart while all else still gains."""


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
        self.modes = mode_mask(labels)

    def __call__(self, net: Net, batch: Batch, lesson: Lesson | None = None) -> dict[str, Tensor]:
        """Unweighted mean losses of the heads that the batch teaches, and of those that ``lesson`` does."""
        with torch.autocast("cpu", torch.bfloat16):
            x, scores = net.words(batch.ids, batch.shapes, batch.mask, batch.first)
        x, scores = x.float(), scores.float()
        losses = self._tags(scores, batch)
        if (batch.governor >= 0).any():
            pairs = net.governed(x) @ net.governor(x).transpose(1, 2)
            losses["governor"] = cross_entropy(pairs.flatten(0, 1), batch.governor.flatten(), ignore_index=MASKED)
        if batch.heads:
            answers = Answers(net, x, scores, batch.heads, batch.shown)
            heads = [head for _, head in batch.heads]
            losses |= self._traits(answers, heads)
            losses |= self._arcs(answers, heads)
        if lesson:
            losses |= soft_losses(net, x, scores, batch, lesson)
        return losses

    def _tags(self, scores: Tensor, batch: Batch) -> dict[str, Tensor]:
        out = {}
        for name, columns in self.labels.columns.items():
            gold = batch.layers[name]
            if (gold >= 0).any():
                weight = self.event if name == "event" else None
                out[name] = cross_entropy(scores[..., columns].flatten(0, 1), gold.flatten(), weight, ignore_index=MASKED)
        return out

    def _traits(self, answers: Answers, heads: list[Head]) -> dict[str, Tensor]:
        keep = torch.tensor([at for at, head in enumerate(heads) if head.traits], dtype=torch.long)
        if not len(keep):
            return {}
        found = answers.traits(keep)
        found["mode"] = found["mode"] + self.modes[answers.kind[keep].clamp(max=len(self.modes) - 1)]
        weights = {"status": self.status, "deadline": self.deadline}
        out = {}
        for key, scores in found.items():
            gold = torch.tensor([heads[at].traits.get(key, MASKED) for at in keep.tolist()])
            if (gold >= 0).any():
                name = "deadline_status" if key == "deadline" else key
                smooth = SMOOTHED if key == "status" else 0.0
                out[name] = cross_entropy(scores, gold, weights.get(key), ignore_index=MASKED, label_smoothing=smooth)
        return out

    def _arcs(self, answers: Answers, heads: list[Head]) -> dict[str, Tensor]:
        logits, gold, care = begin_targets(self.labels, answers, heads)
        arcs = [
            (at, self.labels.roles.index(name), first, last)
            for at, head in enumerate(heads)
            for name, ranges in head.roles.items()
            for first, last in ranges
        ]
        each = binary_cross_entropy_with_logits(logits, gold, reduction="none")
        out = {"begin": (each * care).sum() / len(heads)}
        if arcs:
            columns = torch.tensor(arcs).T
            out["end"] = cross_entropy(answers.ends(columns[0], columns[1], columns[2]), columns[3])
        return out


def mode_mask(labels: Labels) -> Tensor:
    """To be added to mode scores: 0 for the modes of a type, far below for others, (types, modes)."""
    mask = torch.full((len(labels.types), len(labels.all_modes)), FAR)
    for at, modes in enumerate(labels.modes):
        for mode in modes:
            mask[at, labels.all_modes.index(mode)] = 0.0
    return mask


def begin_targets(labels: Labels, answers: Answers, heads: Sequence[Head]) -> tuple[Tensor, Tensor, Tensor]:
    """Scores, gold (0 or 1) and whether it counts, for every word as the begin of every role, all (heads, roles, words)."""
    logits = answers.begins
    gold, known = torch.zeros_like(logits), torch.zeros(logits.shape[:2], dtype=torch.bool)
    for at, head in enumerate(heads):
        for name, ranges in head.roles.items():
            role = labels.roles.index(name)
            known[at, role] = True
            for first, _ in ranges:
                gold[at, role, first] = 1.0
    return logits, gold, answers.shown[answers.row][:, None] & known[..., None]


def total(losses: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The weighted sum."""
    return torch.stack([weights[name] * value for name, value in losses.items()]).sum()


def _balanced(counts: Counter[int], size: int, least: float, most: float) -> list[float]:
    middle = sorted(counts.values())[len(counts) // 2] if counts else 1
    return [min(most, max(least, (middle / max(counts[n], 1)) ** 0.5)) for n in range(size)]
