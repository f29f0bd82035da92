"""Texts of the shared corpora annotated by ourselves: ``corpus/*.jsonl`` holds offsets into them, never their words.

A row names its text by ``row`` (the line of a file of news items, the id of a PolNeAR or Wikinews article or of a re3d document, the
``sentence_id`` of a PLOVER sentence) and the passage that was annotated by ``start`` and ``end``; events, statements and deadlines are
those of ``corpus/CODEBOOK.md`` with every span as start and end within the passage. Some annotators of articles marked half as many
events again as the house's: an event with ``doubt`` is one that a reader taught by the house's reports alone holds for most improbable
(below 0.03), and teaches nothing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workshop.corpora.example import Anchor, Example, Place
from workshop.corpora.reports import Reports, cueless

OWN = Path(__file__).parents[2] / "corpus"
Row = dict[str, Any]
Texts = Callable[[Path], Iterator[tuple[Any, str]]]
"""The texts of a file, each with what ``row`` calls it."""


class Offsets:
    """The passages of the corpus at ``path`` that ``annotations`` annotates, in the order of the corpus."""

    layers = Reports.layers

    def __init__(self, path: Path, texts: Texts, annotations: Path) -> None:
        self.path, self.texts, self.annotations = path, texts, annotations

    def __iter__(self) -> Iterator[Example]:
        for row, text in self.rows():
            yield _example(text, row)

    def rows(self) -> Iterator[tuple[Row, str]]:
        """Each row with the words of its passage."""
        wanted: dict[Any, list[Row]] = {}
        for row in map(json.loads, self.annotations.read_text(encoding="utf-8").splitlines()):
            wanted.setdefault(row["row"], []).append(row)
        for name, text in self.texts(self.path):
            for row in wanted.pop(name, []):
                yield row, text[row["start"] : row["end"]]


def items(path: Path) -> Offsets:
    """Annotated news items."""
    return Offsets(path, _items, OWN / "items.jsonl")


def articles(path: Path) -> Offsets:
    """Annotated passages of PolNeAR's training articles."""
    return Offsets(path, _articles, OWN / "articles.jsonl")


def wikinews(path: Path) -> Offsets:
    """Annotated passages of GUM's Wikinews articles."""
    return Offsets(path, _articles, OWN / "wikinews.jsonl")


def documents(path: Path) -> Offsets:
    """Annotated documents of re3d; ``path`` is its folder."""
    return Offsets(path, _documents, OWN / "documents.jsonl")


def sentences(path: Path) -> Offsets:
    """Annotated sentences of Zero-Shot-PLOVER, but for the fold that ``workshop.scoring.roots`` keeps unseen."""
    return Offsets(path, _sentences, OWN / "sentences.jsonl")


def _items(path: Path) -> Iterator[tuple[int, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield number, json.loads(line)["text"]


def _articles(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], row["text"]


def _documents(path: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path.glob("*/documents.json")):
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            yield row["_id"], row["text"]


def _sentences(path: Path) -> Iterator[tuple[int, str]]:
    from workshop.scoring.roots import pairs

    for pair in pairs(path):
        yield pair.id, pair.text


def name_of(row: Row) -> str:
    """What a passage is called, the same in every run."""
    return f"{row['row']}@{row['start']}"


def _example(text: str, row: Row) -> Example:
    anchors = [
        Anchor("event", event["type"], _place(event["anchor"]), {"status": event["status"], "mode": event["mode"]}, _roles(event))
        for event in row.get("events", [])
        if not event.get("doubt")
    ]
    for statement in row.get("statements", []):
        roles = _roles(statement)
        cue = _place(statement["cue"]) if "cue" in statement else cueless(text, roles["content"][0])
        anchors.append(Anchor("cue", "cue", cue, {}, roles))
    anchors += [
        Anchor("deadline", "DEADLINE", _place(deadline["anchor"]), {"deadline": deadline["status"]}, _roles(deadline))
        for deadline in row.get("deadlines", [])
    ]
    return Example(name_of(row), text, Reports.layers, anchors)


def _place(pair: list[int]) -> Place:
    return pair[0], pair[1]


def _roles(row: Row) -> dict[str, list[Place]]:
    return {name: sorted(map(_place, pairs)) for name, pairs in row.items() if isinstance(pairs, list) and name not in ("anchor", "cue")}
