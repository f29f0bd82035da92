"""PolNeAR through the whole speech room.

    python -m workshop.scoring.quotes [FILE.jsonl.gz] [--shared ../shared] [--weights FOLDER] [--reading reader|gold|none]

Prints the half-match triple F1 on speech and on all, who-what, direct quotations, and recalls of who-what by kind. ``--reading gold``
hands the room the annotated arcs (a ceiling), ``none`` an empty reading (what the rules find alone).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord import speech
from onrecord.nouns import Arc, Cast, Mark, Reading, Report, Span, Statement
from onrecord.reading.bounds import find_paragraphs, find_sentences
from onrecord.reading.words import find_words
from workshop.scoring.scorers import scorer

Row = dict[str, Any]
Read = Callable[[Report, Row], Reading]

_SILENT = re.compile(
    r"(?:not|n['’]t) (?:\w+ )?(?:mention|respond|reply|comment|say|elaborate|specify|give|provide|address)|"
    r"declin|refus|no comment",
    re.I,
)
_CHARACTER = re.compile(
    r"\b(?:call(?:ed|s|ing)?|describ\w+|dismiss\w*|label\w*|dubb?\w*|characteri[sz]\w+|deem\w*|brand\w*)\b(?! "
    r"(?:for|on|upon))",
    re.I,
)
_ANONYMOUS = re.compile(
    r"(?:^|\b)(?:sources?|officials?|people|persons?|aides?|witnesses|diplomats?|insiders?|advis[eo]rs?|"
    r"strategists?|experts?|analysts?|critics)$",
    re.I,
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|you)$", re.I)
_OUTLET = re.compile(r"\b(?:told|tells?|telling)\b", re.I)
_MEDIUM = re.compile(
    r"^\W*(?:the |a |an )?(?:CNN|NBC|ABC|CBS|MSNBC|Fox|AP|Associated Press|Reuters|AFP|Politico|POLITICO|"
    r"BuzzFeed|Bloomberg|Breitbart|NPR|CNBC|TIME|Time|"
    r"(?:\w+ ){0,3}(?:Times|Post|Journal|News|Guardian|Press|Register|Globe|Herald|Tribune|magazine|Magazine|"
    r"newspaper|Radio|radio|TV|Atlantic|USA Today))\b"
)


def kinds(text: str, row: Row) -> Iterator[str]:
    """The kinds of the issue that a gold attribution belongs to."""
    cue, source = (" ".join(text[s:e] for s, e in row[role]) for role in ("cue", "source"))
    after = text[row["cue"][-1][1] : row["cue"][-1][1] + 60] if row["cue"] else ""
    if re.search(r"according to", cue, re.I):
        yield "according to"
    if _OUTLET.search(cue) and _MEDIUM.search(after):
        yield "told an outlet"
    if _ANONYMOUS.search(re.split(r",| (?:who|of|in|from|with|for|at|close|familiar|briefed) ", source)[0]):
        yield "unnamed sources"
    if _PRONOUN.match(source):
        yield "pronoun sources"
    if row.get("quote") == "direct" and sum(len(re.findall(r"[.!?][\"”’']*(?=\s|$)|,[\"”]", text[s:e])) for s, e in row["content"]) >= 2:
        yield "quotations of 2+ sentences"
    if _SILENT.search(cue):
        yield "silence and refusal"
    if _CHARACTER.search(cue):
        yield "characterisation"


def rows(path: Path) -> list[Row]:
    """The articles of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def bare(text: str) -> Reading:
    """A reading in which the reader is silent."""
    paragraphs = find_paragraphs(text)
    return Reading(words=find_words(text), sentences=find_sentences(text, paragraphs), paragraphs=paragraphs)


def told(text: str, attributions: Iterable[Row]) -> Reading:
    """A reading that says what the annotators say."""
    from dataclasses import replace

    marks, arcs = [], []
    for row in attributions:
        if not row["cue"] or not row["content"]:
            continue
        cue = Mark("speech", "cue", Span(*row["cue"][0]), 1.0)
        marks.append(cue)
        arcs += [Arc(cue, role, Span(*span), 1.0) for role in ("source", "content") for span in row[role]]
    return replace(bare(text), marks=tuple(marks), arcs=tuple(arcs))


def as_attribution(statement: Statement) -> Row:
    """A statement in the form of the scorer."""
    source = dict.fromkeys((party.span.start, party.span.end) for party in statement.source)
    return {
        "source": [list(span) for span in source],
        "cue": [[statement.cue.start, statement.cue.end]] if statement.cue else [],
        "content": [[span.start, span.end] for span in statement.content],
    }


def reader_of(weights: Path | None) -> Read:
    """A reading by the learned reader."""
    from onrecord.reading import Reader

    reader = Reader.load(weights)
    return lambda report, _: reader.read(report)


READINGS: dict[str, Callable[[Path | None], Read]] = {
    "reader": reader_of,
    "gold": lambda _: lambda report, row: told(report.text, row["attributions"]),
    "none": lambda _: lambda report, _: bare(report.text),
}


def found(articles: Iterable[Row], read: Read) -> list[Row]:
    """What the room finds in each article."""
    out = []
    for row in articles:
        report = Report(row["text"], name=row["id"], outlet=row.get("outlet") or "")
        statements = speech.find(report, read(report, row), Cast(), ())
        out.append({"id": row["id"], "attributions": [as_attribution(one) for one in statements], "by": [one.by for one in statements]})
    return out


def by_kind(articles: Iterable[Row], system: Iterable[Row], score: ModuleType) -> dict[str, tuple[int, int]]:
    """Recall of who-what by kind: (hits, gold)."""
    hits: dict[str, list[int]] = {}
    for row, own in zip(articles, system, strict=True):
        tokens = score.tokens_of(row["text"])
        gold = [score.Attr(a, row["text"], tokens) for a in row["attributions"]]
        pairs = {id(g): s for g, s in score.pair_up(gold, [score.Attr(a, row["text"], tokens) for a in own["attributions"]])}
        for attribution, raw in zip(gold, row["attributions"], strict=True):
            hit = id(attribution) in pairs and score.LINKED["who-what"](attribution, pairs[id(attribution)])
            for kind in kinds(row["text"], raw):
                count = hits.setdefault(kind, [0, 0])
                count[0] += hit
                count[1] += 1
    return {kind: (hit, gold) for kind, (hit, gold) in sorted(hits.items())}


def figures(articles: list[Row], system: list[Row], score: ModuleType) -> dict[str, float]:
    """The figures of the issue, F1 in per cent."""
    everything = score.score(articles, system)
    talk = score.score(articles, system, speech=True)
    direct = score.score(articles, system, only={"direct"})
    wanted = (
        ("half, speech", talk, "half"),
        ("half, all", everything, "half"),
        ("who-what, all", everything, "who-what"),
        ("half, direct", direct, "half"),
    )
    return {name: 100 * result[f"linked: {key}"]["f"] for name, result, key in wanted}


def main() -> None:
    """Run the room over a file and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--reading", choices=READINGS, default="reader")
    parser.add_argument("--first", type=int, help="only the first N articles")
    parser.add_argument("--out", type=Path, help="write what was found, JSON Lines")
    args = parser.parse_args()
    articles = rows(args.file or args.shared / "corpora/speech/polnear-dev.jsonl.gz")[: args.first]
    score = scorer(args.shared, "quotes")
    system = found(articles, READINGS[args.reading](args.weights))
    for name, value in figures(articles, system, score).items():
        print(f"{name:28}{value:6.1f}")
    for kind, (hit, gold) in by_kind(articles, system, score).items():
        print(f"recall, {kind:28}{100 * hit / gold:6.1f}   {hit} of {gold}")
    if args.out:
        args.out.write_text("".join(json.dumps(row) + "\n" for row in system), encoding="utf-8")


if __name__ == "__main__":
    main()
