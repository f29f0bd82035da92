"""Stories: reports of one affair, grouped as they come in by parties, topic words and time.

Each report is compared with the stories that have a report in the last weeks: by learned word vectors, by TF-IDF, by names. A small net
(``workshop/training/stories``) weighs the likeliest of them against each other and against a new story; the report goes where it belongs
most likely. The cost
of a report depends on what the window holds, which is bounded, not on how many came before.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.tokens import names, tokens

Floats = NDArray[np.float32]

MOST = 3000
"""At most so many earlier reports are looked at, the latest ones."""

CANDIDATES = 8
FADE = 10.0
"""Days after which a likeness counts 1/e in the faded mean."""

FEATURES = (
    *(f"{of} {how}" for of in ("vectors", "words", "names") for how in ("best", "mean", "recent")),
    *("days since", "today", "size", "days old", "names in it", "words in it"),
    *("running affair", "running affair in story"),
    *("vectors centre", "vectors of one mind"),
    *("lead vectors mean", "lead vectors best", "lead words best", "lead names best"),
)
SOUNDING = (0, 1, 3, 4, 6)
"""Features by which stories are chosen that the net looks at."""

LEADS = (1, 0, 3, 6)
"""Features of which the lead over the best other story is one more."""


@dataclass(frozen=True)
class Weights:
    """What was learned: ``vectors`` a row a word of ``vocabulary``, ``rarity`` (log inverse document frequency), ``leaning`` (how much a
    word speaks for a running affair, as against an accident that nobody comes back to; the last number is the bias), the net's layers."""

    vocabulary: dict[str, int]
    vectors: Floats
    rarity: Floats
    leaning: Floats
    rarest: float
    layers: dict[str, Floats]
    threshold: float
    window: int

    @classmethod
    def load(cls, path: Path | None = None) -> Weights:
        """The packaged weights, or those at ``path``."""
        return _packaged() if path is None else cls.read(path)

    @classmethod
    def read(cls, path: Path) -> Weights:
        """From a file of ``numpy.savez``; raises ``ValueError`` where it was made for other features."""
        with np.load(path, allow_pickle=False) as raw:
            stored = {key: raw[key] for key in raw.files}
        if tuple(stored["features"]) != FEATURES:
            raise ValueError(f"{path}: these weights were made for other features")
        vectors = stored["vectors"].astype(np.float32) * stored["scale"].astype(np.float32)[:, None]
        layers = {key: stored[key].astype(np.float32) for key in ("middle", "spread", "first", "first_bias", "second", "second_bias")}
        words = {str(word): place for place, word in enumerate(stored["vocabulary"])}
        rarity, leaning = stored["rarity"].astype(np.float32), stored["leaning"].astype(np.float32)
        return cls(words, vectors, rarity, leaning, float(stored["rarest"]), layers, float(stored["threshold"]), int(stored["window"]))

    def likelihood(self, features: Floats) -> Floats:
        """The net's log-odds that a report belongs rather than opens a new story, a number a row. Of all that ``Grouper.look`` gives, and a
        new one at 0, the shares of the exponentials are the probabilities."""
        kept = self.layers
        hidden = np.tanh((features - kept["middle"]) / kept["spread"] @ kept["first"].T + kept["first_bias"])
        odds: Floats = hidden @ kept["second"] + kept["second_bias"]
        return odds

    def rare(self, word: str) -> float:
        """How rare a word is; one that was never seen is the rarest."""
        place = self.vocabulary.get(word)
        return self.rarest if place is None else float(self.rarity[place])


@cache
def _packaged() -> Weights:
    return Weights.read(Path(str(files("onrecord.linking") / "weights" / "stories.npz")))


@dataclass(frozen=True, slots=True)
class Item:
    """A report as it is compared: its day, its vector, its weighted words and names (each of length 1)."""

    day: int
    vector: Floats
    words: dict[str, float]
    names: dict[str, float]
    size: int
    running: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report was put: ``story`` is the key of the story's first report, ``score`` how likely it belongs (1 for a new story)."""

    story: str
    new: bool
    score: float
    why: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Grouper:
    """Stories as they grow. ``place`` the reports in the order of publication."""

    weights: Weights = field(default_factory=Weights.load)
    _items: deque[Item] = field(default_factory=deque)
    _stories: deque[str] = field(default_factory=deque)
    _base: int = 0
    _postings: dict[str, deque[tuple[int, float]]] = field(default_factory=lambda: defaultdict(deque))

    def place(self, key: str, day: date, text: str) -> Placed:
        """Put a report into a story, or make it the first of a new one; ``key`` names the report."""
        item = self.item(day, text)
        stories, features = self.look(item)
        odds = self.weights.likelihood(features) if stories else np.zeros(0, np.float32)
        best = int(odds.argmax()) if stories else -1
        if best < 0 or odds[best] < self.weights.threshold:
            self.keep(item, key)
            return Placed(key, True, 1.0)
        self.keep(item, stories[best])
        why = tuple((name, round(float(value), 3)) for name, value in zip(FEATURES, features[best], strict=True))
        likely = np.exp(np.minimum(odds, 30.0))
        return Placed(stories[best], False, round(float(likely[best] / (1 + likely.sum())), 4), why)

    def item(self, day: date, text: str) -> Item:
        """A report as it is compared."""
        weights, found = self.weights, tokens(text)
        places = sorted({weights.vocabulary[word] for word in found if word in weights.vocabulary})
        vector = weights.vectors[places].sum(axis=0) if places else np.zeros(weights.vectors.shape[1], np.float32)
        counted = {word: (1 + math.log(count)) * weights.rare(word) for word, count in Counter(found).items() if weights.rare(word) > 2.3}
        named = {word: weights.rare(word) for word in names(text)}
        running = float(np.tanh((weights.leaning[places].sum() + weights.leaning[-1]) / 2))
        return Item(day.toordinal(), _unit(vector), _shares(counted), _shares(named), len(set(found)), running)

    def look(self, item: Item) -> tuple[list[str], Floats]:
        """The stories that a report may belong to, and the features of each, a row a story."""
        self._forget(item.day)
        if not self._items:
            return [], np.zeros((0, len(FEATURES)), np.float32)
        order = {story: place for place, story in enumerate(dict.fromkeys(self._stories))}
        of = np.fromiter((order[story] for story in self._stories), np.int64, len(self._stories))
        table = np.stack([one.vector for one in self._items])
        vectors = table @ item.vector
        gaps = item.day - np.fromiter((one.day for one in self._items), np.float32, len(self._items))
        likes = (vectors, self._shared(item.words, "w"), self._shared(item.names, "n"))
        running = np.fromiter((one.running for one in self._items), np.float32, len(self._items))
        features = _features(of, len(order), likes, gaps.astype(np.float32), running, item)
        likeliest = np.argsort(-features[:, SOUNDING].sum(axis=1), kind="stable")[:CANDIDATES]
        whose = (of[None] == likeliest[:, None]).astype(np.float32)
        chosen, known = np.concatenate([features[likeliest], _centre(whose, table, item.vector)], axis=1), list(order)
        return [known[place] for place in likeliest], np.concatenate([chosen, *(_lead(chosen[:, at]) for at in LEADS)], axis=1)

    def keep(self, item: Item, story: str) -> None:
        """Remember a report as one of a story."""
        number = self._base + len(self._items)
        self._items.append(item)
        self._stories.append(story)
        for sign, weighted in (("w", item.words), ("n", item.names)):
            for word, weight in weighted.items():
                self._postings[sign + word].append((number, weight))

    def _forget(self, day: int) -> None:
        """Drop what the window no longer holds; an index entry that has run empty goes too."""
        while self._items and (day - self._items[0].day > self.weights.window or len(self._items) > MOST):
            gone = self._items.popleft()
            self._stories.popleft()
            for key in (*("w" + word for word in gone.words), *("n" + word for word in gone.names)):
                postings = self._postings[key]
                postings.popleft()
                if not postings:
                    del self._postings[key]
            self._base += 1

    def _shared(self, weighted: dict[str, float], sign: str) -> Floats:
        """Likeness with every report of the window, by the index."""
        total = np.zeros(len(self._items), np.float32)
        for word, weight in weighted.items():
            for number, other in self._postings.get(sign + word, ()):
                total[number - self._base] += weight * other
        return total


def _features(of: NDArray[np.int64], count: int, likes: Iterable[Floats], gaps: Floats, running: Floats, item: Item) -> Floats:
    """The features of every story in the window, but for the leads; ``of`` says for each report which story it is of."""
    size = np.bincount(of, minlength=count).astype(np.float32)
    fading = np.exp(-gaps / FADE)
    columns: list[Any] = []
    for like in likes:
        best = np.full(count, -1, np.float32)
        np.maximum.at(best, of, like)
        recent = np.bincount(of, like * fading, count) / np.bincount(of, fading, count)
        columns += [best, np.bincount(of, like, count) / size, recent]
    since, old = np.full(count, 999, np.float32), np.zeros(count, np.float32)
    np.minimum.at(since, of, gaps)
    np.maximum.at(old, of, gaps)
    columns += [np.log1p(since), since == 0, np.log(size), np.log1p(old)]
    columns += [np.full(count, math.log1p(len(item.names))), np.full(count, math.log1p(item.size))]
    columns += [np.full(count, item.running), np.bincount(of, running, count) / size]
    return np.stack(columns, axis=1).astype(np.float32)


def _centre(whose: Floats, table: Floats, vector: Floats) -> Floats:
    """How near a report is to the middle of each story, and how near a story's reports are to it; ``whose`` has a row a story."""
    total = whose @ table
    length = np.linalg.norm(total, axis=1) + 1e-6
    found: Floats = np.stack([total @ vector / length, length / whose.sum(axis=1)], axis=1).astype(np.float32)
    return found


def _lead(column: Floats) -> Floats:
    """By how much each is ahead of the best of the others."""
    ranked = np.sort(column)[::-1]
    second = ranked[1] if len(ranked) > 1 else np.float32(0)
    lead: Floats = (column - np.where(column >= ranked[0], second, ranked[0]))[:, None].astype(np.float32)
    return lead


def _unit(vector: Floats) -> Floats:
    length = float(np.linalg.norm(vector))
    unit: Floats = (vector / length if length else vector).astype(np.float32)
    return unit


def _shares(weighted: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in weighted.values())) or 1.0
    return {word: value / length for word, value in weighted.items()}
