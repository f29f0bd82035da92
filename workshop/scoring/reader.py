"""Score the bare reader: ``python -m workshop.scoring.reader GOLD.jsonl… [--weights FOLDER] [--shared ../shared]``.

Readings are written as findings without names and time values, so ``who``, ``when``, ``speaker`` and ``due`` mean nothing here.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.nouns.reading import Mark, Reading
from onrecord.nouns.report import Report
from onrecord.nouns.span import Span
from onrecord.reading import Reader
from workshop.scoring.scorers import scorer

FIGURES = ("event", "event_any", "status", "role", "content", "statement", "via", "deadline", "deadline_who")


def findings(reading: Reading) -> dict[str, Any]:
    """A reading in the format of the findings scorer; cues that are not the codebook's are left out."""
    events = [_event(reading, mark) for mark in reading.layer("event")]
    cues = [m for m in reading.layer("speech") if m.label == "cue" and (t := m.trait("codebook")) and t.name == "yes"]
    statements = [s for cue in cues if (s := _roles(reading, cue, ("source", "content", "to", "via")))["content"]]
    deadlines = [
        {"anchor": _span(mark.span), "status": _trait(mark, "status")}
        | _roles(reading, mark, ("setter", "addressee", "demand", "due", "consequence"))
        for mark in reading.layer("deadline")
    ]
    return {"events": events, "statements": statements, "deadlines": deadlines}


def _event(reading: Reading, mark: Mark) -> dict[str, Any]:
    traits = {"type": mark.label, "status": _trait(mark, "status"), "mode": _trait(mark, "mode")}
    roles = _roles(reading, mark, ("actor", "recipient", "place", "time", "condition"))
    return {"anchor": _span(mark.span)} | traits | roles


def _trait(mark: Mark, name: str) -> str:
    found = mark.trait(name)
    return found.name if found else ""


def _roles(reading: Reading, head: Mark, names: Iterable[str]) -> dict[str, Any]:
    return {name: [_span(arc.tail) for arc in reading.arcs_of(head, name)] for name in names}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def score(reader: Reader, gold: dict[str, Any], scoring: ModuleType) -> dict[str, dict[str, float]]:
    """The figures of one file's reports."""
    readings = reader.read_all(Report(row["text"]) for row in gold.values())
    system = {name: findings(reading) for name, reading in zip(gold, readings, strict=True)}
    figures, _ = scoring.score(gold, system)
    return {name: figures[name] for name in FIGURES}


def main() -> None:
    """Prints a line a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    reader, scoring = Reader.load(asked.weights), scorer(asked.shared, "findings")
    for path in asked.gold:
        figures = score(reader, scoring.load(path), scoring)
        if asked.json:
            print(json.dumps({"file": path.name, **figures}))
        else:
            print(f"{path.name:20} " + "  ".join(f"{name} {value['f1']:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
