"""Learn to group stories: ``python -m workshop.training.stories STORIES.jsonl.gz OUT.npz [--until DAY]``.

Two steps, both on items that Wikipedia's editors put under headings (CC BY-SA 4.0). Word vectors: items of one heading within three months
are drawn together against all others of those months (supervised contrastive loss over bags of words). Then nets of one hidden layer weigh
the stories that a report may belong to against each other and against a new one, from the likenesses of report and story. They see every
half year with vectors that were learned before it, as they will when they are used, and the editors' groups as they grow: groups of the
nets' own making taught them to join too little. The shipped vectors are learned once more from all years.

Many items in the file stand under a heading only because they follow it on the page, below its list; such are left out of the first step
unless they share a capitalised word with the heading or with the first item under it. Seeds are fixed; one thread.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from onrecord.linking.stories import FEATURES, Grouper, Weights
from onrecord.linking.tokens import OUTLETS, tokens

Row = dict[str, Any]
Choice = tuple[np.ndarray[Any, Any], list[float]]
"""Features of the stories that a report may belong to, a row each, and which share of each has the report's heading."""

FROM, WIDTH, FEWEST, ROUNDS, BATCH, MONTHS, LEFT_OUT = "2012", 64, 4, 10, 512, 90, 0.35
SPANS = 2020
"""The half years from this one on teach the nets."""

HIDDEN, SEEDS, PASSES, WINDOW, MARGIN = 24, 4, 6, 45, -0.45
"""Of the nets; ``MARGIN`` is the log-odds from which a report joins: B-cubed F1 was best there in the mean of both halves of July 2024 to
June 2025, with nets of the years to June 2024 and vectors of the time before each half."""

UNTELLING = frozenset(("The", "A", "An", "In", "On", "At", "Of", "And", "For", "During", "United", "States"))


@dataclass(frozen=True, slots=True)
class Vectors:
    """Learned word vectors with the rarity of each word."""

    vocabulary: list[str]
    table: np.ndarray[Any, np.dtype[np.float32]]
    rarity: np.ndarray[Any, np.dtype[np.float32]]
    leaning: np.ndarray[Any, np.dtype[np.float32]]
    rarest: float


def rows(path: Path, first: str, last: str) -> list[Row]:
    """The items with a heading whose day is from ``first`` on and before ``last``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return [row for row in found if row["thread"] and first <= row["date"] < last]


def vectors(items: Sequence[Row]) -> Vectors:
    """The first step."""
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    words = [sorted(set(tokens(row["text"]))) for row in items]
    seen = Counter(word for one in words for word in one)
    vocabulary = [word for word, count in seen.most_common() if count >= FEWEST]
    place = {word: number for number, word in enumerate(vocabulary)}
    rarity = np.array([math.log((len(items) + 1) / (seen[word] + 1)) for word in vocabulary], np.float32)
    bags = [np.array([place[word] for word in one if word in place], np.int64) for one in words]
    good = [number for number, fits in enumerate(belonging(items)) if fits and len(bags[number]) > 3]
    table = torch.nn.EmbeddingBag(len(vocabulary), WIDTH, mode="sum")
    torch.nn.init.normal_(table.weight, std=WIDTH**-0.5)
    weight = torch.nn.Parameter(torch.tensor(rarity / rarity.mean()).clamp(min=0.05).log())
    heat = torch.nn.Parameter(torch.tensor(10.0))
    tuned = [{"params": [*table.parameters(), weight], "lr": 0.01}, {"params": [heat], "lr": 0.05}]
    optimizer = torch.optim.Adam(tuned)
    days = [date.fromisoformat(row["date"]).toordinal() for row in items]
    for done in range(ROUNDS):
        losses = []
        for batch in _batches(good, days, random):
            headings = [items[number]["thread"][0] for number in batch]
            loss = _contrast([bags[number] for number in batch], headings, table, weight, heat, random)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            losses.append(float(loss.detach()))
        if done == ROUNDS * 2 // 3:
            for group in optimizer.param_groups:
                group["lr"] /= 4
        print(f"round {done}: loss {np.mean(losses):.4f}", flush=True)
    learned = (table.weight * weight.exp()[:, None]).detach().numpy()
    return Vectors(vocabulary, learned.astype(np.float32), rarity, leaning(items, bags, len(vocabulary)), math.log(len(items) + 1))


def leaning(items: Sequence[Row], bags: Sequence[np.ndarray[Any, Any]], count: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """How much each word speaks for an item that belongs under its heading and has a fellow in the weeks before; then the bias.

    Logistic regression on bags of words, pulled towards nothing.
    """
    last: dict[str, int] = {}
    wanted = []
    for row, fits in zip(items, belonging(items), strict=True):
        day, heading = date.fromisoformat(row["date"]).toordinal(), row["thread"][0]
        wanted.append(float(fits and day - last.get(heading, -WINDOW - 1) <= WINDOW))
        if fits:
            last[heading] = day
    torch.manual_seed(2)
    table, bias = torch.nn.EmbeddingBag(count, 1, mode="sum"), torch.nn.Parameter(torch.zeros(1))
    torch.nn.init.zeros_(table.weight)
    optimizer = torch.optim.Adam([*table.parameters(), bias], lr=0.01)
    filled = [number for number, bag in enumerate(bags) if len(bag)]
    for _ in range(4):
        for batch in torch.split(torch.tensor(filled)[torch.randperm(len(filled))], 512):
            kept = [bags[number] for number in batch.tolist()]
            starts = torch.tensor(np.cumsum([0, *(len(bag) for bag in kept[:-1])]))
            odds = table(torch.tensor(np.concatenate(kept)), starts).squeeze(1) + bias
            loss = functional.binary_cross_entropy_with_logits(odds, torch.tensor([wanted[number] for number in batch.tolist()]))
            loss = loss + 1e-4 * (table.weight**2).sum() / 10
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return np.append(table.weight.detach().numpy()[:, 0], bias.detach().numpy()).astype(np.float32)


def belonging(items: Iterable[Row]) -> Iterable[bool]:
    """Whether each item seems to belong under its heading: the first of a list, or one that shares a name with heading or first item."""
    before: tuple[str, tuple[str, ...]] | None = None
    first: Row = {}
    for row in items:
        key = (row["date"], tuple(row["thread"]))
        if key != before:
            before, first = key, row
            yield True
        else:
            yield bool(_telling(row["text"]) & (_telling(" ".join(row["thread"])) | _telling(first["text"])))


def _telling(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[A-Z][\w'’-]+", OUTLETS.sub("", text))) - UNTELLING


def _batches(good: Sequence[int], days: Sequence[int], random: np.random.Generator) -> Iterable[list[int]]:
    """Batches of items of the same three months, which begin elsewhere each time."""
    shift, spans = int(random.integers(MONTHS)), defaultdict(list)
    for number in good:
        spans[(days[number] + shift) // MONTHS].append(number)
    made = []
    for span in spans.values():
        mixed = [span[place] for place in random.permutation(len(span))]
        made += [mixed[start : start + BATCH] for start in range(0, len(mixed), BATCH) if len(mixed) - start > 64]
    return (made[place] for place in random.permutation(len(made)))


def _contrast(
    bags: Sequence[np.ndarray[Any, Any]],
    headings: Sequence[str],
    table: torch.nn.EmbeddingBag,
    weight: torch.Tensor,
    heat: torch.Tensor,
    random: np.random.Generator,
) -> torch.Tensor:
    """Loss of a batch: of every item with fellows, how unlikely each of them is among all others. A word in three is left out."""
    kept = [bag[random.random(len(bag)) > LEFT_OUT] if len(bag) > 3 else bag for bag in bags]
    starts = torch.tensor(np.cumsum([0, *(len(bag) for bag in kept[:-1])]))
    flat = torch.tensor(np.concatenate(kept))
    made = functional.normalize(table(flat, starts, per_sample_weights=weight.exp()[flat]), dim=1)
    known = {heading: number for number, heading in enumerate(dict.fromkeys(headings))}
    label = torch.tensor([known[heading] for heading in headings])
    self_ = torch.eye(len(bags), dtype=torch.bool)
    alike = (made @ made.T * heat).masked_fill(self_, -1e4)
    fellow = (label[:, None] == label[None]) & ~self_
    lost = torch.logsumexp(alike, 1) - (alike * fellow).sum(1) / fellow.sum(1).clamp(min=1)
    return lost[fellow.any(1)].mean()


def stored(learned: Vectors, layers: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the file holds: vectors as bytes with a scale a row, and the net (one that knows nothing where there is none)."""
    scale = np.maximum(np.abs(learned.table).max(axis=1), 1e-6) / 127
    wide = len(FEATURES)
    blank = {
        "middle": np.zeros(wide),
        "spread": np.ones(wide),
        "first": np.zeros((HIDDEN, wide)),
        "first_bias": np.zeros(HIDDEN),
        "second": np.zeros(HIDDEN),
        "second_bias": np.zeros(()),
    }
    return {
        "features": np.array(FEATURES),
        "vocabulary": np.array(learned.vocabulary),
        "vectors": np.round(learned.table / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "rarity": learned.rarity.astype(np.float16),
        "leaning": learned.leaning.astype(np.float16),
        "rarest": np.array(learned.rarest),
        "threshold": np.array(MARGIN),
        "window": np.array(WINDOW),
        **(layers or blank),
    }


def net(path: Path, stories: Path, until: str) -> dict[str, Any]:
    """The second step: every half year with vectors of the years before it, which are kept at ``path`` for so long."""
    seen: list[Choice] = []
    days = [f"{year}-{month}-01" for year in range(SPANS, int(until[:4]) + 1) for month in ("01", "07")]
    days = [day for day in days if day < until]
    for first, last in zip(days, [*days[1:], until], strict=True):
        np.savez_compressed(path, **stored(vectors(rows(stories, FROM, first))))
        seen += lived(rows(stories, first, last), Weights.read(path))
    return joined([_fit(seen, seed) for seed in range(SEEDS)])


def lived(span: Sequence[Row], weights: Weights) -> list[Choice]:
    """The choices that the reports of a span had, the editors' groups growing: features of every candidate story, and which share of it has
    the report's heading."""
    grouper, found = Grouper(weights), list[Choice]()
    for row in span:
        heading = row["thread"][0]
        item = grouper.item(date.fromisoformat(row["date"]), row["text"])
        stories, features = grouper.look(item)
        if stories:
            found.append((features, [float(one == heading) for one in stories]))
        grouper.keep(item, heading)
    return found


def _fit(seen: Sequence[Choice], seed: int) -> dict[str, Any]:
    """Layers that make the story of the same heading likely among the candidates, or none of them where none has it."""
    torch.manual_seed(seed)
    most, wide = max(len(shares) for _, shares in seen), len(FEATURES)
    given, there = np.zeros((len(seen), most, wide), np.float32), np.zeros((len(seen), most), bool)
    wanted = np.zeros((len(seen), most + 1), np.float32)
    for place, (features, shares) in enumerate(seen):
        given[place, : len(shares)], there[place, : len(shares)], wanted[place, : len(shares)] = features, True, shares
    wanted[:, -1] = 1 - wanted.max(axis=1)
    middle, spread = given[there].mean(axis=0), given[there].std(axis=0) + 1e-6
    layers = torch.nn.Sequential(torch.nn.Linear(wide, HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, 1))
    optimizer = torch.optim.Adam(layers.parameters(), lr=0.01, weight_decay=1e-4)
    scaled, mask, right = torch.tensor((given - middle) / spread), torch.tensor(there), torch.tensor(wanted).clamp(min=1e-4).log()
    for done in range(PASSES):
        for batch in torch.split(torch.randperm(len(seen)), 128):
            odds = layers(scaled[batch]).squeeze(2).masked_fill(~mask[batch], -1e4)
            likely = torch.log_softmax(functional.pad(odds, (0, 1)), dim=1)
            loss = -torch.logsumexp(likely + right[batch], dim=1).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        if done in (PASSES // 2, PASSES * 3 // 4):
            for group in optimizer.param_groups:
                group["lr"] /= 4
    first, _, second = (layer.state_dict() for layer in layers)
    names = {"first": first["weight"], "first_bias": first["bias"], "second": second["weight"][0], "second_bias": second["bias"][0]}
    return {"middle": middle, "spread": spread, **{key: value.numpy() for key, value in names.items()}}


def joined(nets: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One net that says the mean of what several say: their hidden layers side by side."""
    beside = {key: np.concatenate([one[key] for one in nets]) for key in ("first", "first_bias", "second")}
    bias = np.mean([one["second_bias"] for one in nets])
    return {**nets[0], **beside, "second": beside["second"] / len(nets), "second_bias": bias}


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--until", default="2025-07-01", help="Items of this day and later are not looked at.")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    early = asked.out.with_suffix(".early.npz")
    layers = net(early, asked.stories, asked.until)
    np.savez_compressed(asked.out, **stored(vectors(rows(asked.stories, FROM, asked.until)), layers))
    early.unlink()


if __name__ == "__main__":
    main()
