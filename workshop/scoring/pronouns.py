"""Score third-person pronouns that refer to people on GUM: ``python -m workshop.scoring.pronouns FILE.conllu.gz [--genres
news,interview]``.

A pronoun is right if the actor that it was given has, among its other mentions, one that stands in the pronoun's gold chain; a pronoun
whose chain has
no proper name before or after it is right if it was left alone. The reading has gold sentences and, with ``--mentions``, gold marks of
people and bodies,
pronouns left out (what the reader's mention head is trained for); with ``--weights DIR`` it is the reader's own. Nominals: descriptions
of people in
chains that have a name, the same way.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.actors import Registry, find
from onrecord.actors.heads import FEMALE, MALE
from onrecord.nouns import Mark, Reading, Report, Span

BRACKET = re.compile(r"\((\d+)-([^-()|]+)[^()]*?(?=[()]|$)|(\d+)\)|(\))")


@dataclass(slots=True)
class Document:
    """A document of GUM: text, sentences, and mentions (span, chain, kind, part of speech of the only or last word, whether a proper
    noun is in it).
    """

    id: str
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    mentions: list[tuple[Span, str, str, str, bool]] = field(default_factory=list)


def documents(path: Path, genres: frozenset[str]) -> Iterator[Document]:
    """The documents of these genres (all, if empty)."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("# newdoc id = ")[1:]:
            name = block.split("\n", 1)[0].strip()
            if not genres or name.split("_")[1] in genres:
                yield _document(name, block)


def _document(name: str, block: str) -> Document:
    document = Document(name)
    opened: list[tuple[str, str, int, int]] = []
    tokens: list[tuple[int, int, str]] = []
    pieces, at, start, part, skip = list[str](), 0, 0, 0, 0
    for line in block.split("\n"):
        row = line.split("\t")
        if len(row) < 10:
            if line.startswith("# newpar") and at > part:
                document.paragraphs.append(Span(part, at))
                pieces.append("\n")
                at += 1
                part = start = at
            elif not line:
                skip = 0
                if at > start:
                    document.sentences.append(Span(start, at))
                    start = at
            continue
        if "-" in row[0]:
            skip = int(row[0].split("-")[1])
            begin = at
            pieces.append(row[1] + ("" if "SpaceAfter=No" in row[9] else " "))
            at += len(pieces[-1])
            end = begin + len(row[1])
        elif "." not in row[0]:
            if int(row[0]) > skip:
                begin, end = at, at + len(row[1])
                pieces.append(row[1] + ("" if "SpaceAfter=No" in row[9] else " "))
                at += len(pieces[-1])
            tokens.append((begin, end, row[3]))
            entity = re.search(r"Entity=([^|]+)", row[9])
            if entity:
                _brackets(entity.group(1), begin, len(tokens) - 1, opened, tokens, document)
    document.text = "".join(pieces)
    document.paragraphs.append(Span(part, at))
    return document


def _brackets(
    text: str, begin: int, index: int, opened: list[tuple[str, str, int, int]], tokens: list[tuple[int, int, str]], document: Document
) -> None:
    for opening, kind, closing, single in BRACKET.findall(text):
        if opening:
            opened.append((opening, kind, begin, index))
            continue
        if not opened:
            continue
        at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == closing), -1) if closing else -1
        chain, what, start, first = opened.pop(at) if at >= 0 or single else ("", "", 0, 0)
        if chain:
            kinds = [tag for _, _, tag in tokens[first : index + 1]]
            document.mentions.append(
                (Span(start, tokens[index][1]), chain, what, kinds[0] if len(kinds) == 1 else "", "PROPN" in kinds and not _owned(kinds))
            )


def _owned(kinds: list[str]) -> bool:
    """Whether the proper noun is hardly the head: a long phrase."""
    return len(kinds) > 7


def score(document: Document, registry: Registry, reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    """(class, verdict, words, found) of every pronoun of the third person singular and every description that means people."""
    cast = find(Report(text=document.text), reading, registry)
    names = {chain for span, chain, kind, tag, proper in document.mentions if proper and kind == "person"}
    spans: dict[str, list[Span]] = {}
    for span, chain, _, tag, _ in document.mentions:
        if tag != "PRON":
            spans.setdefault(chain, []).append(span)
    for span, chain, kind, tag, proper in document.mentions:
        word = span.of(document.text).lower()
        pronoun = tag == "PRON" and word in MALE | FEMALE
        nominal = kind == "person" and tag != "PRON" and not proper and chain in names
        if kind != "person" or not (pronoun or nominal):
            continue
        found = [referent.actor for referent in cast.at(span) if not referent.mention.member]
        others = [mention.span for actor in found for mention in actor.mentions if mention.form != "pronoun" and mention.span != span]
        right = any(_same(one, other) for one in others for other in spans.get(chain, ())) if chain in names else not found
        group = "nominal" if nominal else "pronoun" if chain in names else "nameless"
        yield (
            group,
            "right" if right else "silent" if not found else "wrong",
            f"{document.text[max(0, span.start - 60) : span.start]}[{span.of(document.text)}]",
            "; ".join(actor.name for actor in found),
        )


def _same(one: Span, other: Span) -> bool:
    """Whether two spans mean one mention: the shorter lies in the longer and makes up much of it."""
    return one.shared(other) == min(len(one), len(other)) and len(one) <= 3 * len(other) and len(other) <= 3 * len(one)


def gold_reading(document: Document, mentions: bool) -> Reading:
    """A reading with gold sentences, and gold marks of people and bodies if asked."""
    marks = [
        Mark("mention", kind, span, 1.0)
        for span, _, kind, tag, _ in document.mentions
        if mentions and tag != "PRON" and kind in ("person", "organization")
    ]
    return Reading(
        sentences=tuple(document.sentences), paragraphs=tuple(document.paragraphs), marks=tuple(sorted(marks, key=lambda mark: mark.span))
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--genres", default="news,interview")
    parser.add_argument("--mentions", action="store_true")
    parser.add_argument("--weights", type=Path, default=None)
    parser.add_argument("--errors", default="")
    asked = parser.parse_args()
    registry = Registry.load()
    counts: dict[str, Counter[str]] = {}
    reader = None
    if asked.weights:
        from onrecord.reading import Reader

        reader = Reader.load(asked.weights)
    for document in documents(asked.file, frozenset(asked.genres.split(",")) - {""}):
        reading = reader.read(Report(text=document.text)) if reader else gold_reading(document, asked.mentions)
        for group, verdict, words, found in score(document, registry, reading):
            counts.setdefault(group, Counter())[verdict] += 1
            if group == asked.errors and verdict != "right":
                print(f"{document.id}\t{verdict}\t{words!r}\t{found}")
    counts["pronouns"] = counts.get("pronoun", Counter()) + counts.get("nameless", Counter())
    for group, row in counts.items():
        size = sum(row.values())
        verdicts = f"right {row['right']:5} wrong {row['wrong']:5} silent {row['silent']:5}"
        print(f"{group:10} {size:5} {verdicts} accuracy {row['right'] / max(1, size):.3f}")


if __name__ == "__main__":
    main()
