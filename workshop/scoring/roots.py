"""PLOVER roots of pairs of spans, as other coders gave them.

    python -m workshop.scoring.roots FILE.tsv [--weights FOLDER] [--fold N | --but-fold N] [--wrong]

Each row of FILE (``events/plv-train.tsv``) has a sentence with a source and a target marked, and one root. The sentence is read as a
report; the event that links the two spans gives its root by ``onrecord.vocabulary.root``. Prints F1 by root, macro-F1 and accuracy.
Fold 4 of 5 (rows whose ``sentence_id`` leaves 4 when divided by 5) is kept unseen: tables were settled with ``--but-fold 4``.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.nouns import Event, Findings, Party, Report, Span
from onrecord.reading import Reader
from onrecord.reading.reader import PACKAGED
from onrecord.reading.settings import read_settings
from onrecord.vocabulary import root

FOLDS, UNSEEN = 5, 4

FAINT = 0.02
"""Likelihood of an event that answers where there is no better one."""

REACH = 40
"""Characters between what is done and what it is done about, at most."""

_TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with two spans, and the root that was given to what the one does to the other."""

    id: int
    text: str
    source: Span
    target: Span
    root: str

    @property
    def fold(self) -> int:
        """0 to 4."""
        return self.id % FOLDS


def pairs(path: Path) -> Iterator[Pair]:
    """The rows of a file in which both spans are marked."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, places = unmark(row["marked_sentence"])
            if {"s", "t"} <= places.keys():
                yield Pair(int(row["sentence_id"]), text, places["s"], places["t"], row["gold_root"])


def unmark(marked: str) -> tuple[str, dict[str, Span]]:
    """The text without its tags, and the first span of each tag."""
    out: list[str] = []
    places: dict[str, Span] = {}
    opened: dict[str, int] = {}
    at = 0
    for match in _TAG.finditer(marked):
        out.append(marked[at : match.start()])
        at = match.end()
        here, name = sum(map(len, out)), match.group().strip("</>")
        if not match.group().startswith("</"):
            opened.setdefault(name, here)
        elif name in opened and name not in places:
            places[name] = Span(opened[name], here)
    text = "".join([*out, marked[at:]])
    return text, {name: span.trim(text) for name, span in places.items()}


def answered(asked: Sequence[Pair], weights: Path | None) -> list[str]:
    """The root of each pair. Where nothing reaches the threshold of an event, the likeliest one answers: every pair has a root."""
    from onrecord.pipeline import Pipeline

    def read(pipeline: Pipeline, some: Iterable[Pair]) -> list[Findings]:
        return list(pipeline.findings_of(Report(text=pair.text, name=str(pair.id)) for pair in some))

    pipeline = Pipeline.load(weights)
    found = read(pipeline, asked)
    silent = [at for at, one in enumerate(found) if not one.events]
    if silent:
        keener = Pipeline(_keener(weights), pipeline.registry)
        for at, one in zip(silent, read(keener, (asked[at] for at in silent)), strict=True):
            found[at] = one
    return [answer(pair, one) for pair, one in zip(asked, found, strict=True)]


def _keener(weights: Path | None) -> Reader:
    """A reader that says what it holds for an event even faintly, all else by its own thresholds."""
    _, settings = read_settings((weights or PACKAGED) / "labels.json")
    return Reader.load(weights, thresholds={**settings.thresholds, "event": FAINT, "event:short": FAINT})


def answer(pair: Pair, found: Findings) -> str:
    """The root of the event that links the spans best; ``NONE`` where the sentence has no event.

    To the coders an ultimatum threatens, what an authority orders is done, and a call made to support somebody is the support.
    """
    if any(_shares(limit.setter, pair.source) and _shares(limit.addressee, pair.target) for limit in found.deadlines):
        return "THREATEN"
    events = sorted(found.events, key=lambda event: event.anchor.start)
    if not events:
        return "NONE"
    links = [link(pair, event) for event in events]
    for at in reversed(range(len(events) - 1)):
        if _governs(events[at], events[at + 1]):
            links[at] = max(links[at], links[at + 1] + 0.01)
    at = max(range(len(events)), key=lambda place: links[place])
    event, status = events[at], events[at].status
    for other in events[at + 1 :]:
        if event.type == "REQUEST" and pair.text.startswith("order", event.anchor.start) and other.status == "demanded":
            event, status = other, "happened"
        elif event.mode == "phone" and event.status == "happened" and other.type == "SUPPORT":
            event, status = other, other.status
    told = f"{pair.text[: event.anchor.start]}[{event.anchor.of(pair.text)}]{pair.text[event.anchor.end :]}"
    return root(event.type, status, event.mode, told).root2018


def link(pair: Pair, event: Event) -> float:
    """How well an event links source and target: who of them takes part in it, whether it stands between them, how early it comes.

    The weights were settled with ``--but-fold 4``.
    """
    straight = _shares(event.actor, pair.source) + _shares(event.recipient, pair.target)
    crossed = _shares(event.actor, pair.target) + _shares(event.recipient, pair.source)
    between = event.anchor.start >= pair.source.end and event.anchor.end <= pair.target.start
    return straight + 0.5 * (crossed + event.score + between) - 0.006 * event.anchor.start


def _governs(event: Event, other: Event) -> bool:
    """Whether an event is what is done about the next one: a strike ended, tariffs cut, talks refused, demands accepted."""
    stops = event.type in ("RETREAT", "REJECT", "CONCEDE") or event.mode == "discontinue"
    return stops and other.anchor.start - event.anchor.end <= REACH


def _shares(parties: Iterable[Party], span: Span) -> float:
    return max((float(party.span.overlaps(span)) for party in parties), default=0.0)


def figures(given: list[tuple[str, str]]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and count of each root that occurs in the gold; pairs are (gold, system)."""
    hits = Counter(gold for gold, system in given if gold == system)
    golds, systems = Counter(gold for gold, _ in given), Counter(system for _, system in given)
    out = {}
    for name in sorted(golds):
        precision, recall = hits[name] / systems[name] if systems[name] else 0.0, hits[name] / golds[name]
        out[name] = (precision, recall, 2 * hits[name] / (golds[name] + systems[name]), golds[name])
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tsv", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--but-fold", type=int)
    parser.add_argument("--wrong", action="store_true")
    given = parser.parse_args()
    asked = [pair for pair in pairs(given.tsv) if given.fold in (None, pair.fold) and pair.fold != given.but_fold]
    answers = list(zip(asked, answered(asked, given.weights), strict=True))
    show([(pair.root, got) for pair, got in answers])
    for pair, got in answers:
        if given.wrong and got != pair.root:
            print(f"{pair.root} but {got}: {pair.text} [{pair.source.of(pair.text)}] [{pair.target.of(pair.text)}]")


def show(given: list[tuple[str, str]]) -> None:
    """Print the figures of (gold, system) pairs."""
    table = figures(given)
    for name, (precision, recall, f1, count) in table.items():
        print(f"{name:10} F1 {f1:.3f}   P {precision:.3f}  R {recall:.3f}   {count:4}")
    print(f"macro-F1   {sum(f1 for _, _, f1, _ in table.values()) / len(table):.3f}   over {len(table)} roots")
    print(f"accuracy   {sum(gold == system for gold, system in given) / len(given):.3f}   of {len(given)} pairs")


if __name__ == "__main__":
    main()
