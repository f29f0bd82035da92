"""Whether probabilities mean something: expected calibration error of each head of the bare reader.

    python -m workshop.scoring.calibration GOLD.jsonl... [--weights FOLDER]

Everything that the reader holds possible (probability of 0.1 or more) is asked: does the annotation have it? Answers fall into ten bins
by probability; the error is the mean over bins of the distance between mean probability and share of the right ones, weighted by their
number (Guo et al. 2017). Statuses and modes are asked of anchors that the annotation has with that type. All files are taken together.

``by chance`` is the error that the same probabilities would show if they were exact: what luck alone does to a head asked so seldom.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from onrecord.nouns import Mark, Reading, Report, Span
from onrecord.reading import Reader
from onrecord.reading.reader import PACKAGED
from workshop.corpora.example import Anchor, Example
from workshop.corpora.reports import Reports

BINS = 10
LOW = {"event": 0.1, "deadline": 0.1, "cue": 0.1, "attribution": 0.1, "mention": 0.5, "role": 0.1, "least": 0.1}
Answer = tuple[str, float, bool]
"""The head, its probability, and whether it was right."""


def answers(example: Example, reading: Reading) -> Iterator[Answer]:
    """What every head said of one report."""
    gold = {kind: [a for a in example.anchors if a.kind == kind] for kind in ("event", "deadline", "cue")}
    for mark in reading.marks:
        kind = mark.label if mark.layer == "speech" else mark.layer
        if kind in gold:
            yield from _of_mark(kind, mark, gold[kind], reading)


def _of_mark(kind: str, mark: Mark, gold: Sequence[Anchor], reading: Reading) -> Iterator[Answer]:
    anchor = next((a for a in gold if Span(*a.span).overlaps(mark.span) and (kind != "event" or a.label == mark.label)), None)
    codebook = mark.trait("codebook")
    yield kind, codebook.score if codebook else mark.score, anchor is not None
    if anchor is None:
        return
    for key, label in mark.traits:
        if key in ("status", "mode"):
            wanted = anchor.traits.get("deadline" if kind == "deadline" else key)
            yield (f"{kind} {key}" if kind == "deadline" else key), label.score, wanted == label.name
    for arc in reading.arcs_of(mark):
        yield f"role {arc.role}", arc.score, any(start == arc.tail.start for start, _ in anchor.roles.get(arc.role, []))


def error(said: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error of pairs of a probability and whether it was right; 0 where there are none."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in said:
        bins[min(int(chance * BINS), BINS - 1)].append((chance, right))
    return sum(abs(sum(c for c, _ in pairs) - sum(r for _, r in pairs)) for pairs in bins.values()) / max(len(said), 1)


def luck(said: Sequence[tuple[float, bool]], draws: int = 200) -> float:
    """The mean error over ``draws`` in which each answer is right with just its probability."""
    lots = Random(0)
    return sum(error([(chance, lots.random() < chance) for chance, _ in said]) for _ in range(draws)) / draws


def collect(reader: Reader, examples: Iterable[Example]) -> dict[str, list[tuple[float, bool]]]:
    """All answers, by head."""
    told: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    examples = list(examples)
    readings = reader.read_all(Report(example.text) for example in examples)
    for example, reading in zip(examples, readings, strict=True):
        for head, chance, right in answers(example, reading):
            told[head].append((chance, right))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, default=PACKAGED)
    given = parser.parse_args()
    told = collect(Reader.load(given.weights, thresholds=LOW), (e for path in given.gold for e in Reports(path)))
    roles = [pair for head, pairs in told.items() if head.startswith("role ") for pair in pairs]
    print(f"{'head':18} {'error':>6} {'by chance':>9} {'asked':>6} {'right':>6} {'mean p':>6}")
    for head, pairs in [*sorted(told.items()), ("all roles", roles)]:
        count = len(pairs)
        right, mean = sum(r for _, r in pairs) / count, sum(c for c, _ in pairs) / count
        print(f"{head:18} {error(pairs):6.3f} {luck(pairs):9.3f} {count:6} {right:6.3f} {mean:6.3f}")


if __name__ == "__main__":
    main()
