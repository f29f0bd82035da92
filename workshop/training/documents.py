"""Examples as numbers: one value a word, ready to be joined, cut into windows and batched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns.span import Span
from onrecord.reading.bounds import find_paragraphs, find_sentences
from onrecord.reading.labels import Labels
from onrecord.reading.pieces import Pieces
from onrecord.reading.words import find_words, shapes_of
from workshop.corpora.example import Anchor, Example, Place

MASKED = -100
Range = tuple[int, int]
"""First and last word, both inclusive."""


@dataclass(slots=True)
class Head:
    """An anchor in words. ``traits`` hold label numbers; ``roles`` the ranges of each annotated role."""

    kind: str
    label: int
    words: Range
    traits: dict[str, int] = field(default_factory=dict)
    roles: dict[str, list[Range]] = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    """One text or several joined: everything is indexed by word."""

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    paragraph: list[bool]
    sentence: list[bool]
    layers: dict[str, NDArray[np.int64]]
    governor: NDArray[np.int64]
    heads: list[Head] = field(default_factory=list)

    @property
    def sizes(self) -> list[int]:
        """Pieces of each word, with the separator before a paragraph."""
        return [len(p) + first for p, first in zip(self.pieces, self.paragraph, strict=True)]


class Numberer:
    """Turns examples into documents by the labels and word pieces of the reader."""

    def __init__(self, labels: Labels, pieces: Pieces) -> None:
        self.labels, self.pieces = labels, pieces

    def document(self, example: Example) -> Document:
        """The document of ``example``; layers that it lacks are ``MASKED`` throughout."""
        text = example.text
        words = find_words(text)
        paragraphs = find_paragraphs(text)
        paragraph = _openings(words, paragraphs)
        index = _Index(words)
        heads = [head for anchor in example.anchors if (head := self._head(anchor, index))]
        return Document(
            pieces=[self.pieces.of(text[w.start : w.end]) for w in words],
            shapes=shapes_of(text, words, paragraph),
            paragraph=paragraph,
            sentence=_openings(words, find_sentences(text, paragraphs)),
            layers=self._layers(example, heads, index),
            governor=_governors(example, index),
            heads=heads,
        )

    def _head(self, anchor: Anchor, index: _Index) -> Head | None:
        words = index.range(anchor.span)
        if words is None:
            return None
        names = [role for role in self.labels.roles_of(anchor.kind) if role not in anchor.open_roles]
        roles = {n: [r for p in anchor.roles.get(n, []) if (r := index.range(p))] for n in names}
        label = self.labels.anchor_labels.index(anchor.label if anchor.kind == "event" else anchor.kind)
        return Head(anchor.kind, label, words, self._traits(anchor), roles)

    def _traits(self, anchor: Anchor) -> dict[str, int]:
        tables = {"status": self.labels.statuses, "mode": self.labels.all_modes, "deadline": self.labels.deadline_statuses}
        return {name: tables[name].index(value) for name, value in anchor.traits.items()}

    def _layers(self, example: Example, heads: Sequence[Head], index: _Index) -> dict[str, NDArray[np.int64]]:
        layers = {name: np.full(index.count, MASKED if name not in example.layers else 0, np.int64) for name in self.labels.columns}
        for head in heads:
            number = head.label if head.kind == "event" else 0
            _tag(layers[head.kind], head.words, number)
            for name in ("source", "content"):
                for span in head.roles.get(name, []):
                    _tag(layers[name], span, 0)
        for place, kind in example.mentions:
            if words := index.range(place):
                _tag(layers["mention"], words, self.labels.mentions.index(kind))
        if "tags" in example.layers:
            layers["tags"][:] = MASKED
            for place, tag in example.tags.items():
                at = index.at(place[0])
                if at is not None and tag in self.labels.tags:
                    layers["tags"][at] = self.labels.tags.index(tag)
        return layers


class _Index:
    """Finds words by offset."""

    def __init__(self, words: Sequence[Span]) -> None:
        self.words, self.count = words, len(words)
        self._starts = [word.start for word in words]

    def at(self, offset: int) -> int | None:
        """The word that holds ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.words[at].end else None

    def range(self, place: Place) -> Range | None:
        """The words that share a character with ``place``."""
        first = max(bisect_right(self._starts, place[0]) - 1, 0)
        while first < self.count and self.words[first].end <= place[0]:
            first += 1
        last = bisect_right(self._starts, place[1] - 1) - 1
        return (first, last) if first <= last else None


def _openings(words: Sequence[Span], spans: Iterable[Span]) -> list[bool]:
    starts = {span.start for span in spans}
    return [word.start in starts for word in words]


def _tag(row: NDArray[np.int64], words: Range, number: int) -> None:
    first, last = words
    if (row[first : last + 1] > 0).any():
        return
    row[first] = 1 + 2 * number
    row[first + 1 : last + 1] = 2 + 2 * number


def _governors(example: Example, index: _Index) -> NDArray[np.int64]:
    row = np.full(index.count, MASKED, np.int64)
    for place, head in example.heads.items():
        at, to = index.at(place[0]), index.at(head[0])
        if at is not None and to is not None:
            row[at] = to
    return row


def join(documents: Sequence[Document]) -> Document:
    """The documents one after another, each opening a paragraph, as if they were one article."""
    heads: list[Head] = []
    governors = []
    at = 0
    for document in documents:
        for head in document.heads:
            moved = {name: [(a + at, b + at) for a, b in ranges] for name, ranges in head.roles.items()}
            heads.append(Head(head.kind, head.label, (head.words[0] + at, head.words[1] + at), head.traits, moved))
        governors.append(np.where(document.governor >= 0, document.governor + at, MASKED))
        at += len(document.pieces)
    return Document(
        pieces=[p for d in documents for p in d.pieces],
        shapes=[s for d in documents for s in d.shapes],
        paragraph=[b for d in documents for b in d.paragraph],
        sentence=[b for d in documents for b in d.sentence],
        layers={name: np.concatenate([d.layers[name] for d in documents]) for name in documents[0].layers},
        governor=np.concatenate(governors),
        heads=heads,
    )


def cut(document: Document, lo: int, hi: int) -> Document:
    """Words ``lo`` to ``hi`` of a document; a role that has a span outside is masked (left out) for its head."""
    heads = []
    for head in document.heads:
        if lo <= head.words[0] and head.words[1] < hi:
            roles = {
                name: [(a - lo, b - lo) for a, b in ranges]
                for name, ranges in head.roles.items()
                if all(lo <= a and b < hi for a, b in ranges)
            }
            heads.append(Head(head.kind, head.label, (head.words[0] - lo, head.words[1] - lo), head.traits, roles))
    governor = document.governor[lo:hi] - lo
    return Document(
        pieces=document.pieces[lo:hi],
        shapes=document.shapes[lo:hi],
        paragraph=document.paragraph[lo:hi],
        sentence=document.sentence[lo:hi],
        layers={name: row[lo:hi] for name, row in document.layers.items()},
        governor=np.where((governor >= 0) & (governor < hi - lo), governor, MASKED),
        heads=heads,
    )
