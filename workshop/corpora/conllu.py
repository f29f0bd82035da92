"""Universal Dependencies treebanks: EWT and GUM."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from workshop.corpora.example import Example, Place

_BRACKET = re.compile(r"\(([^()]*)(\)?)|([^()]+)\)")
_MENTIONS = {"person": "person", "organization": "organization", "place": "place"}


class Conllu:
    """A treebank: tags, syntactic heads and, where ``entities``, mentions (GUM's outermost people, bodies and places)."""

    def __init__(self, path: Path, entities: bool = False) -> None:
        self.path, self.entities = path, entities
        self.layers = frozenset({"tags", "heads"} | ({"mention"} if entities else set()))

    def __iter__(self) -> Iterator[Example]:
        document: list[list[str]] = []
        with gzip.open(self.path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc") and document:
                    yield self._example(document)
                    document = []
                document.append(line.rstrip("\n").split("\t"))
        yield self._example(document)

    def _example(self, rows: list[list[str]]) -> Example:
        builder = _Builder(self.layers)
        for row in rows:
            builder.add(row)
        return builder.done(self.entities)


class _Builder:
    """Lays the tokens of a document side by side and remembers where they fell."""

    def __init__(self, layers: frozenset[str]) -> None:
        self.text = ""
        self.example = Example("", "", layers)
        self.sentence: dict[int, Place] = {}
        self.waiting: list[tuple[Place, int]] = []
        self.inside = (0, 0, 0)  # a multiword token: its last number, where it ends, where its next part begins
        self.open: list[tuple[str, str, int]] = []
        self.mentions: list[tuple[Place, str]] = []

    def add(self, row: list[str]) -> None:
        if len(row) < 10:
            self._line(row[0])
        elif "-" in row[0]:
            last = int(row[0].split("-")[1])
            start = self._write(row[1], row[9])
            self.inside = (last, start + len(row[1]), start)
        elif "." not in row[0]:
            self._token(row)

    def _line(self, line: str) -> None:
        if line.startswith("# newdoc"):
            self.example.id = line.partition("=")[2].strip()
        elif line.startswith("# newpar ") or line == "# newpar":
            self.text = self.text.rstrip() + "\n" if self.text else ""
        elif not line:
            for place, head in self.waiting:
                self.example.heads[place] = self.sentence.get(head, place)
            self.sentence, self.waiting, self.inside = {}, [], (0, 0, 0)

    def _write(self, form: str, misc: str) -> int:
        start = len(self.text)
        self.text += form + ("" if "SpaceAfter=No" in misc else " ")
        return start

    def _token(self, row: list[str]) -> None:
        number = int(row[0])
        if number <= self.inside[0]:
            _, end, start = self.inside
            place = (start, end if number == self.inside[0] else min(end, start + len(row[1])))
            self.inside = (self.inside[0], end, place[1])
        else:
            start = self._write(row[1], row[9])
            place = (start, start + len(row[1]))
        self.sentence[number] = place
        self.waiting.append((place, int(row[6])))
        self.example.tags[place] = tag_of(row[3], row[5])
        self._entities(row[9], place)

    def _entities(self, misc: str, place: Place) -> None:
        _, found, rest = misc.partition("Entity=")
        if not found:
            return
        for opened, whole, closed in _BRACKET.findall(rest.split("|")[0]):
            if opened:
                number, kind = opened.split("-")[:2] if "-" in opened else (opened, "")
                if whole:
                    self.mentions.append((place, kind))
                else:
                    self.open.append((number, kind, place[0]))
            for index in range(len(self.open) - 1, -1, -1):
                if closed and self.open[index][0] == closed:
                    _, kind, start = self.open.pop(index)
                    self.mentions.append(((start, place[1]), kind))
                    break

    def done(self, entities: bool) -> Example:
        self._line("")
        self.example.text = self.text
        if entities:
            self.example.mentions = outermost([(p, _MENTIONS[k]) for p, k in self.mentions if k in _MENTIONS], self.text)
        return self.example


def outermost(mentions: list[tuple[Place, str]], text: str, most: int = 12) -> list[tuple[Place, str]]:
    """The mentions of at most ``most`` words that lie in no other such mention, in the order of the text."""
    kept: list[tuple[Place, str]] = []
    for place, kind in sorted(mentions, key=lambda m: (m[0][0], -m[0][1])):
        if len(text[place[0] : place[1]].split()) <= most and (not kept or place[0] >= kept[-1][0][1]):
            kept.append((place, kind))
    return kept


def tag_of(upos: str, features: str) -> str:
    """The tag of ``onrecord.nouns.Reading.tags``: part of speech, for verbs with form or tense."""
    if upos not in ("VERB", "AUX"):
        return upos
    has = dict(pair.split("=", 1) for pair in features.split("|") if "=" in pair)
    form, tense = has.get("VerbForm", ""), has.get("Tense", "")
    if form == "Fin":
        form = "Imp" if has.get("Mood") == "Imp" and upos == "VERB" else tense
    elif form in ("Part", "Ger"):
        form = "PastPart" if tense == "Past" else "PresPart"
    return f"{upos}:{form}" if form else upos
