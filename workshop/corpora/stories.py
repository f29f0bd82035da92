"""Bare news items: Wikipedia Current Events by day, nothing annotated."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from workshop.corpora.example import Example

_OUTLETS = re.compile(r"(?:\s*\([^()]{2,60}\))+\s*$")
_FEWEST = 9


class Stories:
    """Every ``step``-th item of the file, its outlets cut off; items that our own annotated files hold are left out."""

    layers: frozenset[str] = frozenset()

    def __init__(self, path: Path, step: int = 4) -> None:
        self.path, self.step = path, step

    def __iter__(self) -> Iterator[Example]:
        known = annotated(self.path.parents[2] / "corpus")
        with gzip.open(self.path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % self.step == 0:
                    row = json.loads(line)
                    text = _OUTLETS.sub("", row["text"]).strip()
                    if len(text.split()) >= _FEWEST and opening(text) not in known:
                        yield Example(f"story-{number}", text)


def annotated(corpus: Path) -> frozenset[str]:
    """Openings of all annotated reports, those of dev above all: what is scored must not be trained on, even bare."""
    files = sorted(corpus.glob("*/*.jsonl"))
    rows = (json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return frozenset(opening(row["text"]) for row in rows)


def opening(text: str) -> str:
    """The first letters of a text, by which it is known again."""
    return re.sub(r"\W+", "", text.lower())[:50]
