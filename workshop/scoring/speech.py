"""Statements of annotated reports through the speech room: statement, content, speaker, via.

    python -m workshop.scoring.speech FILE.jsonl... [--shared ../shared] [--weights FOLDER] [--cast actors|gold]
        [--reading reader|gold|none]

Prints the figures of each file and, under ``all``, those of all of them together, which are the ones to name: reader, names and times are
the house's own, so they are what ``findings.py`` gives for the whole line on the same files put together. ``via`` counts pairs of
statement and relay, those of statements that were not found too; the four files of ``corpus/dev`` have 19, so each is worth four
points, and readers of different days differ by several: compare figures of the same weights alone.

``--cast gold`` resolves the phrases that the annotators resolved (so the speaker's figure says only whether the right phrase was found).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord import speech
from onrecord.nouns import Arc, Cast, Findings, Mark, Reading, Report, Statement, When
from onrecord.views.findings import to_json
from workshop.scoring.gold import Gold, gold
from workshop.scoring.scorers import scorer

FIGURES = ("statement", "content", "speaker", "via")
Scene = Callable[[Gold, Reading], tuple[Cast, tuple[When, ...]]]


def told(item: Gold) -> Reading:
    """The annotated arcs, as a reading."""
    marks, arcs = [], []
    for statement in item.statements:
        if statement.cue is None:
            continue
        cue = Mark("speech", "cue", statement.cue, 1.0)
        marks.append(cue)
        arcs += [Arc(cue, "content", span, 1.0) for span in statement.content]
        for role, parties in (("source", statement.source), ("to", statement.to), ("via", statement.via)):
            arcs += [Arc(cue, role, span, 1.0) for span in dict.fromkeys(party.span for party in parties)]
    return replace(item.reading, marks=tuple(marks), arcs=tuple(arcs))


def _actors(item: Gold, reading: Reading) -> tuple[Cast, tuple[When, ...]]:
    from onrecord import actors, times
    from onrecord.actors import Registry

    return actors.find(item.report, reading, Registry.load(())), times.find(item.report, reading)


CASTS: dict[str, Scene] = {"actors": _actors, "gold": lambda item, _: (item.cast, item.times)}


def _reader(weights: Path | None) -> Callable[[Gold], Reading]:
    from onrecord.reading import Reader

    reader = Reader.load(weights)
    return lambda item: reader.read(item.report)


READINGS: dict[str, Callable[[Path | None], Callable[[Gold], Reading]]] = {
    "reader": _reader,
    "gold": lambda _: told,
    "none": lambda _: lambda item: replace(item.reading, marks=(), arcs=()),
}


def found(report: Report, reading: Reading, cast: Cast, times: tuple[When, ...]) -> tuple[tuple[Statement, ...], dict[str, Any]]:
    """The statements, and the same in the scorer's form."""
    statements = speech.find(report, reading, cast, times)
    return statements, to_json(Findings(report, times, cast, statements))


def main() -> None:
    """Run the room over each file and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--cast", choices=CASTS, default="actors")
    parser.add_argument("--reading", choices=READINGS, default="reader")
    parser.add_argument("--out", type=Path, help="a folder for what was found")
    args = parser.parse_args()
    score, read, scene = scorer(args.shared, "findings").score, READINGS[args.reading](args.weights), CASTS[args.cast]
    everything: list[tuple[Gold, dict[str, Any]]] = []
    for path in args.files:
        rows = []
        for item in gold(path):
            reading = read(item)
            rows.append((item, found(item.report, reading, *scene(item, reading))[1]))
        everything += rows
        _print(path.name, rows, score)
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            (args.out / path.name).write_text("".join(json.dumps(row) + "\n" for _, row in rows), encoding="utf-8")
    if len(args.files) > 1:
        _print("all", everything, score)


def _print(name: str, rows: list[tuple[Gold, dict[str, Any]]], score: Callable[..., Any]) -> None:
    figures, _ = score({item.row["id"]: item.row for item, _ in rows}, {row["id"]: row for _, row in rows})
    print(name)
    for key in FIGURES:
        print("  {:10} F1 {f1:.3f}  P {p:.3f}  R {r:.3f}  gold {gold:4}  system {system:4}".format(key, **figures[key]))


if __name__ == "__main__":
    main()
