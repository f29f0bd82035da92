"""Score story grouping: ``python -m workshop.scoring.stories FILE.jsonl.gz --from DAY --to DAY [--weights FILE]``.

FILE has one item a line with ``date``, ``text`` and ``thread`` (headings, the first of which is the story). Items with a heading are
grouped in the order of the file, by text and day alone; B-cubed and pairwise figures against the first headings are printed, with
those of every item alone beside them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.linking.stories import Grouper, Weights


def main() -> None:
    """Group and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--from", dest="first", default="")
    parser.add_argument("--to", dest="last", default="9999")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--threshold", type=float, help="Another one than the weights': log-odds from which a report joins.")
    asked = parser.parse_args()
    raw = asked.file.read_bytes()
    lines = (gzip.decompress(raw) if asked.file.suffix == ".gz" else raw).decode().splitlines()
    rows = [row for row in map(json.loads, lines) if row["thread"] and asked.first <= row["date"] <= asked.last]
    started = time.perf_counter()
    weights = Weights.load(asked.weights)
    if asked.threshold is not None:
        weights = replace(weights, threshold=asked.threshold)
    grouper = Grouper(weights)
    made = [grouper.place(str(number), date.fromisoformat(row["date"]), row["text"]).story for number, row in enumerate(rows)]
    took = time.perf_counter() - started
    gold = [row["thread"][0] for row in rows]
    each = 1000 * took / max(1, len(rows))
    print(f"{len(rows)} items, {len(set(gold))} first headings, {len(set(made))} stories found, {each:.2f} ms an item")
    for name, found in (("grouped", made), ("every item alone", [str(number) for number in range(len(rows))])):
        print(f"{name}: " + ", ".join(f"{key} {value:.4f}" for key, value in score(gold, found).items()))


def score(gold: Sequence[str], made: Sequence[str]) -> dict[str, float]:
    """B-cubed and pairwise precision, recall and F1 of a grouping."""
    theirs, ours, both = Counter(gold), Counter(made), Counter(zip(gold, made, strict=True))
    precision = sum(count * count / ours[one] for (_, one), count in both.items()) / max(1, len(gold))
    recall = sum(count * count / theirs[heading] for (heading, _), count in both.items()) / max(1, len(gold))
    right, found, wanted = (_pairs(counted.values()) for counted in (both, ours, theirs))
    return {
        "B-cubed F1": _f1(precision, recall),
        "precision": precision,
        "recall": recall,
        "pairwise F1": 2 * right / max(1, found + wanted),
    }


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
