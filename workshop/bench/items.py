"""Items of a stories file as reports, with what the reader said of them, which is kept in a folder since it takes longest."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from onrecord.nouns import Published, Reading, Report
from onrecord.reading import Reader

CHUNK = 250


def reports(path: Path, first: str = "") -> Iterator[Report]:
    """The items from a day on, each a report of its day."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if row["date"] >= first:
                yield Report(row["text"], f"item {number}", published=Published(date.fromisoformat(row["date"]), by="jsonl"))


def read(path: Path, folder: Path, reader: Reader, first: str = "", most: int | None = None) -> Iterator[tuple[Report, Reading]]:
    """Items with their readings; those that ``folder`` has for these weights are not read again."""
    place = folder / f"{reader.weights_hash}-{first or 'all'}"
    place.mkdir(parents=True, exist_ok=True)
    wanted, number = islice(reports(path, first), most), 0
    while chunk := list(islice(wanted, CHUNK)):
        kept, number = place / f"{number:05}.pickle", number + 1
        if kept.exists():
            readings = pickle.loads(kept.read_bytes())
        else:
            readings = list(reader.read_all(chunk))
            part = kept.with_suffix(".part")
            part.write_bytes(pickle.dumps(readings))
            part.rename(kept)
        yield from zip(chunk, readings, strict=False)
