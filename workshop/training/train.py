"""A training run: rounds over the corpora, a log line for each head, averaged weights at the end."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import torch

from onrecord.reading.labels import Labels
from onrecord.reading.windows import Bounds
from workshop.corpora.example import Example
from workshop.training.batches import Batch, batched, joined, told, windows_of
from workshop.training.documents import Document, Numberer
from workshop.training.lessons import Taught, whole
from workshop.training.losses import WEIGHTS, Losses, total
from workshop.training.net import Net
from workshop.training.recipe import Recipe, Source, Stage
from workshop.training.swapping import Swapper
from workshop.training.teaching import Teachers

T = TypeVar("T")

OURS = ("reports", "marked", "patterns", "items", "articles", "wikinews", "documents", "sentences")
"""Readers of our own annotation: their names may be swapped, and their words hidden."""
FOLDED = ("reports", "marked", "articles", "wikinews", "documents", "sentences")
"""Those of which a fold is kept out of training; news items annotated later (``items``) taught earlier runs whole, so none can judge."""


class Trainer:
    """Runs a recipe. ``out`` receives ``net.pt`` and ``last.pt`` (averaged weights), ``log.txt`` and ``run.json``."""

    def __init__(
        self,
        recipe: Recipe,
        net: Net,
        numberer: Numberer,
        shared: Path,
        out: Path,
        teachers: Teachers | None = None,
        lessons: Mapping[str, Sequence[Taught]] = MappingProxyType({}),
    ) -> None:
        self.recipe, self.net, self.labels, self.out = recipe, net, net.labels, out
        self.rng = random.Random(recipe.seed)
        self.teachers, self.lessons = teachers, lessons
        self.numberer = numberer
        self.swapper = Swapper.read(shared, self.rng)
        self.examples: dict[str, list[Example]] = {}
        self.documents = {source.name: self._read(source, shared) for source in recipe.sources}
        ours = [d for s in recipe.sources if s.reader in OURS for d in self.documents[s.name]]
        self.losses = Losses(self.labels, ours)
        self.dev = {path: _dev(path, numberer, shared, self.labels) for path in recipe.dev}
        self.average = Average(net, recipe.average)
        self.weights = {**WEIGHTS, **recipe.weights}
        self.best = float("inf")
        self.started = time.monotonic()

    def _read(self, source: Source, shared: Path) -> list[Document]:
        keep = [e for e in source.open(shared) if source.reader not in FOLDED or not held_out(e.id, self.recipe.holdout)]
        if source.reader in OURS:
            self.examples[source.name] = keep
        return [self.numberer.document(example) for example in keep]

    def run(self) -> None:
        """All stages. ``net.pt`` has the averaged weights of the round with the least loss on dev, ``last.pt`` those of the last."""
        self.log("documents " + ", ".join(f"{name} {len(d)}" for name, d in self.documents.items()))
        for number, stage in enumerate(self.recipe.stages):
            self._stage(number, stage)
        (self.out / "run.json").write_text(json.dumps({"recipe": self.recipe.name, "seconds": time.monotonic() - self.started}))

    def _stage(self, number: int, stage: Stage) -> None:
        optimizer = torch.optim.AdamW(self._groups(stage), weight_decay=0.01, betas=(0.9, 0.98))
        plans = [self._round(stage, at / max(stage.rounds - 1, 1)) for at in range(stage.rounds)]
        steps, step = sum(len(p) for p in plans), 0
        for at, plan in enumerate(plans):
            sums: dict[str, list[float]] = defaultdict(list)
            began, pieces = time.monotonic(), 0
            self.net.train()
            for batch in plan:
                scale = rate(step / steps, stage.warmup, stage.floor)
                for group in optimizer.param_groups:
                    group["lr"] = group["peak"] * scale
                self._step(optimizer, batch, sums)
                step, pieces = step + 1, pieces + batch.count
            plans[at] = []
            speed = pieces / (time.monotonic() - began)
            heads = "  ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
            self.log(f"stage {number} round {at + 1}/{stage.rounds} {speed:.0f} pieces/s  {heads}")
            torch.save(self.average.state(self.net), self.out / "last.pt")
            if (loss := self._check()) <= self.best:
                self.best = loss
                shutil.copy(self.out / "last.pt", self.out / "net.pt")

    def _groups(self, stage: Stage) -> list[dict[str, object]]:
        inner = {id(p) for p in self.net.encoder.parameters()}
        body = [p for p in self.net.parameters() if id(p) in inner and p.requires_grad]
        heads = [p for p in self.net.parameters() if id(p) not in inner]
        return [{"params": body, "peak": stage.lr, "lr": 0.0}, {"params": heads, "peak": stage.lr_heads, "lr": 0.0}]

    def _round(self, stage: Stage, progress: float) -> list[Batch]:
        plan: list[Batch] = []
        for source in self.recipe.sources:
            first, last = stage.shares.get(source.name, (0.0, 0.0))
            share = first + (last - first) * progress
            if source.name in self.lessons:
                plan += [told(*taught, stage.hidden) for taught in self._share(self.lessons[source.name], share)]
                continue
            documents = self._share(self._named(source.name, stage.swap), share)
            most = self.rng.choice(self.recipe.most)
            bounds = Bounds(most, 48, 32)
            windows = [w for d in joined(documents, source.join, self.rng) for w in windows_of(d, bounds)]
            hidden = stage.hidden if source.name in self.examples else 0.0
            plan += batched(windows, source.budget, self.rng, self.labels, hidden, source.taught)
        self.rng.shuffle(plan)
        return plan

    def _named(self, name: str, swap: float) -> list[Document]:
        """The documents of a corpus, a share of ``swap`` of them with other names."""
        documents = self.documents[name]
        if not swap or name not in self.examples:
            return documents
        pairs = zip(documents, self.examples[name], strict=True)
        return [self.numberer.document(self.swapper.swap(e)) if self.rng.random() < swap else d for d, e in pairs]

    def _share(self, documents: Sequence[T], share: float) -> list[T]:
        whole, part = divmod(share, 1.0)
        return list(documents) * int(whole) + self.rng.sample(documents, round(part * len(documents)))

    def _step(self, optimizer: torch.optim.Optimizer, batch: Batch, sums: dict[str, list[float]]) -> None:
        lesson = whole(batch.lesson) if batch.lesson else self.teachers(batch) if self.teachers and batch.taught else None
        losses = self.losses(self.net, batch, lesson)
        optimizer.zero_grad(set_to_none=True)
        total(losses, self.weights).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        optimizer.step()
        self.average.update(self.net)
        for name, value in losses.items():
            sums[name].append(float(value.detach()))

    def _check(self) -> float:
        """Logs the heads' losses on dev; their weighted sum, the mean of the files. A dozen deadlines decide nothing about their status."""
        whole = 0.0
        with self.average.applied(self.net), torch.no_grad():
            self.net.eval()
            for path, batches in self.dev.items():
                sums: dict[str, list[float]] = defaultdict(list)
                for batch in batches:
                    for name, value in self.losses(self.net, batch).items():
                        sums[name].append(float(value.detach()))
                means = {name: sum(values) / len(values) for name, values in sorted(sums.items())}
                loss = sum(self.weights[name] * mean for name, mean in means.items() if name != "deadline_status")
                whole += loss / len(self.dev)
                self.log(f"  {Path(path).name}  " + "  ".join(f"{n} {mean:.3f}" for n, mean in means.items()) + f"  all {loss:.3f}")
        return whole

    def log(self, line: str) -> None:
        """Adds a line to the log and shows it."""
        line = f"{time.monotonic() - self.started:7.0f}s {line}"
        print(line, flush=True)
        with (self.out / "log.txt").open("a", encoding="utf-8") as file:
            file.write(line + "\n")


class Average:
    """An exponential average of the trained weights: steadier than any single step."""

    def __init__(self, net: Net, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.kept = {n: p.detach().clone() for n, p in net.named_parameters() if p.requires_grad}

    def update(self, net: Net) -> None:
        """Takes in the weights of one step."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            pairs = [(self.kept[n], p.detach()) for n, p in net.named_parameters() if n in self.kept]
            torch._foreach_lerp_([a for a, _ in pairs], [b for _, b in pairs], 1 - decay)

    def state(self, net: Net) -> dict[str, torch.Tensor]:
        """The state of the net with averaged weights."""
        return {**net.state_dict(), **self.kept}

    def applied(self, net: Net) -> _Swapped:
        """A context in which the net bears the averaged weights."""
        return _Swapped(net, self.kept)


class _Swapped:
    def __init__(self, net: Net, kept: dict[str, torch.Tensor]) -> None:
        self.net, self.kept = net, kept

    def __enter__(self) -> None:
        self.own = {n: p.detach().clone() for n, p in self.net.named_parameters() if n in self.kept}
        self._put(self.kept)

    def __exit__(self, *_: object) -> None:
        self._put(self.own)

    def _put(self, values: dict[str, torch.Tensor]) -> None:
        with torch.no_grad():
            for name, parameter in self.net.named_parameters():
                if name in values:
                    parameter.copy_(values[name])


def rate(progress: float, warmup: float, floor: float) -> float:
    """Share of the peak learning rate: up over ``warmup``, then down in a straight line to ``floor``."""
    if progress < warmup:
        return progress / warmup + 0.01
    return floor + (1 - floor) * (1 - progress) / (1 - warmup)


def held_out(name: str, share: float) -> bool:
    """Whether the text called ``name`` belongs to the fold on which thresholds are chosen; the same in every run."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def _dev(path: str, numberer: Numberer, shared: Path, labels: Labels) -> list[Batch]:
    from workshop.corpora.reports import Reports

    windows = [w for e in Reports(shared / path) for w in windows_of(numberer.document(e), Bounds())]
    return list(batched(windows, 4096, random.Random(0), labels))
