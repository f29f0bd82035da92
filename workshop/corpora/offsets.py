"""News items annotated by ourselves, without their texts: ``corpus/items.jsonl`` holds offsets into the shared file of news items.

A row names the item by its line in that file (``story``) and where its text ends, before the outlets (``end``); events, statements and
deadlines are those of ``corpus/CODEBOOK.md`` with every span as start and end.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop.corpora.example import Anchor, Example, Place
from workshop.corpora.reports import Reports, cueless

OWN = Path(__file__).parents[2] / "corpus" / "items.jsonl"


class Offsets:
    """The annotated items of the file of bare items at ``path``."""

    layers = Reports.layers

    def __init__(self, path: Path, annotations: Path = OWN) -> None:
        self.path, self.annotations = path, annotations

    def __iter__(self) -> Iterator[Example]:
        rows = {row["story"]: row for row in map(json.loads, self.annotations.read_text(encoding="utf-8").splitlines())}
        with gzip.open(self.path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number in rows:
                    yield _example(json.loads(line)["text"], rows[number])


def _example(text: str, row: dict[str, Any]) -> Example:
    text = text[: row["end"]]
    anchors = [
        Anchor("event", event["type"], _place(event["anchor"]), {"status": event["status"], "mode": event["mode"]}, _roles(event))
        for event in row.get("events", [])
    ]
    for statement in row.get("statements", []):
        roles = _roles(statement)
        cue = _place(statement["cue"]) if "cue" in statement else cueless(text, roles["content"][0])
        anchors.append(Anchor("cue", "cue", cue, {}, roles))
    anchors += [
        Anchor("deadline", "DEADLINE", _place(deadline["anchor"]), {"deadline": deadline["status"]}, _roles(deadline))
        for deadline in row.get("deadlines", [])
    ]
    return Example(f"item-{row['story']}", text, Reports.layers, anchors)


def _place(pair: list[int]) -> Place:
    return pair[0], pair[1]


def _roles(row: dict[str, Any]) -> dict[str, list[Place]]:
    return {name: sorted(map(_place, pairs)) for name, pairs in row.items() if isinstance(pairs, list) and name not in ("anchor", "cue")}
