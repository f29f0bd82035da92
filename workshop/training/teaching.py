"""Earlier nets teach a new one where a corpus says nothing (distillation from an ensemble, Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax

from onrecord.reading.labels import Labels
from workshop.training.answers import Answers
from workshop.training.batches import Batch
from workshop.training.documents import MASKED, Head
from workshop.training.encoder import bare_encoder
from workshop.training.net import Net

SOFT = {"event": 4.0, "deadline": 1.5, "cue": 2.0, "attribution": 2.0, "source": 0.4, "content": 0.6, "mention": 0.7, "tags": 0.3}
ANCHORED = ("event", "deadline", "cue", "attribution")
LEAST = 0.3


@dataclass(slots=True)
class Lesson:
    """The teachers' mean probabilities: for words by layer, for their own anchors by trait and role, and the ends they chose."""

    layers: dict[str, Tensor]
    pairs: list[tuple[int, Head]]
    traits: dict[str, Tensor]
    begins: Tensor
    known: Tensor
    arcs: tuple[Tensor, Tensor, Tensor]
    ends: Tensor


class Teachers:
    """One net or several; asked without gradient."""

    def __init__(self, nets: Sequence[Net]) -> None:
        self.nets = [net.eval() for net in nets]
        self.labels = nets[0].labels

    @torch.no_grad()
    def __call__(self, batch: Batch) -> Lesson | None:
        """What they say of the layers that ``batch`` does not annotate; ``None`` where it annotates all."""
        free = [name for name in SOFT if (batch.layers[name] == MASKED).all()]
        if not free:
            return None
        said = []
        for net in self.nets:
            with torch.autocast("cpu", torch.bfloat16):
                x, scores = net.words(batch.ids, batch.shapes, batch.mask, batch.first)
            said.append((net, x.float(), scores.float()))
        columns = self.labels.columns
        layers = {n: torch.stack([torch.softmax(s[..., columns[n]], -1) for _, _, s in said]).mean(0) for n in free}
        pairs = [pair for name in ANCHORED if name in free for pair in self._heads(name, layers[name], batch.shown)]
        if not pairs:
            return Lesson(layers, [], {}, *(torch.empty(0),) * 2, (torch.empty(0),) * 3, torch.empty(0))
        answers = [Answers(net, x, s, pairs, batch.shown) for net, x, s in said]
        return self._lesson(layers, pairs, answers)

    def _lesson(self, layers: dict[str, Tensor], pairs: list[tuple[int, Head]], answers: list[Answers]) -> Lesson:
        every = torch.arange(len(pairs))
        told = [a.traits(every) for a in answers]
        traits = {name: torch.stack([torch.softmax(t[name], -1) for t in told]).mean(0) for name in told[0]}
        known = torch.zeros(len(pairs), len(self.labels.roles))
        for at, (_, head) in enumerate(pairs):
            for name in self.labels.roles_of(head.kind):
                known[at, self.labels.roles.index(name)] = 1.0
        begins = torch.stack([torch.sigmoid(a.begins) for a in answers]).mean(0)
        begins = begins * answers[0].shown[answers[0].row][:, None]
        arcs = ((begins > 0.5) * known[..., None]).nonzero(as_tuple=True)
        ends = torch.stack([torch.softmax(a.ends(*arcs), -1) for a in answers]).mean(0)
        return Lesson(layers, pairs, traits, begins, known, (arcs[0], arcs[1], arcs[2]), ends)

    def _heads(self, layer: str, chances: Tensor, shown: Tensor) -> Iterator[tuple[int, Head]]:
        opens = chances[..., 1::2].sum(-1) * shown
        goes_on = (chances[..., 2::2].sum(-1) > 0.5) & shown
        for row, first in (opens >= LEAST).nonzero().tolist():
            last = first
            while last + 1 < shown.shape[1] and goes_on[row, last + 1]:
                last += 1
            label = int(chances[row, first, 1::2].argmax()) if layer == "event" else self.labels.anchor_labels.index(layer)
            yield row, Head(layer, label, (first, last))


def teachers_of(paths: Sequence[Path], base: Path, labels: Labels) -> Teachers:
    """The nets of earlier runs, each of the shape that its folder says, else of ``base``."""
    nets = []
    for path in paths:
        nets.append(Net(bare_encoder(path.parent if (path.parent / "config.json").is_file() else base), labels))
        nets[-1].load_state_dict(torch.load(path))
    return Teachers(nets)


def soft_losses(net: Net, x: Tensor, scores: Tensor, batch: Batch, lesson: Lesson) -> dict[str, Tensor]:
    """Cross-entropies of the student with the lesson, by head."""
    out = {}
    count = batch.shown.sum()
    for name, chances in lesson.layers.items():
        each = -(chances * log_softmax(scores[..., net.labels.columns[name]], -1)).sum(-1)
        out[f"soft {name}"] = (each * batch.shown).sum() / count
    if not lesson.pairs:
        return out
    answers = Answers(net, x, scores, lesson.pairs, batch.shown)
    kinds = [head.kind for _, head in lesson.pairs]
    for names, kind in ((("status", "mode"), "event"), (("deadline",), "deadline")):
        keep = torch.tensor([at for at, k in enumerate(kinds) if k == kind], dtype=torch.long)
        if len(keep):
            found = answers.traits(keep)
            for name in names:
                out[f"soft {name}"] = -(lesson.traits[name][keep] * log_softmax(found[name], -1)).sum(-1).mean()
    each = binary_cross_entropy_with_logits(answers.begins, lesson.begins, reduction="none")
    each = each * batch.shown[answers.row][:, None] * lesson.known[..., None]
    out["soft begin"] = each.sum() / len(lesson.pairs)
    if len(lesson.arcs[0]):
        out["soft end"] = -(lesson.ends * log_softmax(answers.ends(*lesson.arcs), -1)).sum(-1).mean()
    return out
