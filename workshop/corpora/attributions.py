"""Attribution corpora: PolNeAR, and GUM's news."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop.corpora.example import Anchor, Example, Place

_QUOTES = "\"“”‘’'«»` \n\t"


class Attributions:
    """A file of articles with attributions (source, cue, content); our codebook's wider cousin of statements.

    Content is trimmed of quotation marks and a leading "that", as our codebook has it. ``openings`` are texts of our own
    corpus that open articles of this one: those articles are given without their opening.
    """

    layers = frozenset({"attribution", "source", "content"})

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Example]:
        with gzip.open(self.path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                anchors = [anchor for item in row["attributions"] if (anchor := _anchor(row["text"], item))]
                yield Example(row["id"], row["text"], self.layers, anchors)


def _anchor(text: str, row: dict[str, Any]) -> Anchor | None:
    content = [trimmed for start, end in row["content"] or [] if (trimmed := trim(text, (start, end)))]
    if not content or not row["cue"]:
        return None
    roles = {"content": sorted(content)}
    if row["source"]:
        roles["source"] = sorted((start, end) for start, end in row["source"])
    cue = row["cue"][0]
    return Anchor("attribution", "attribution", (cue[0], cue[1]), {}, roles, frozenset({"to", "via"}))


def trim(text: str, place: Place) -> Place | None:
    """``place`` without the quotation marks around it, a leading "that" and a closing full stop or comma."""
    start, end = place
    while end > start and text[end - 1] in _QUOTES + ",.;":
        end -= 1
    while start < end and text[start] in _QUOTES:
        start += 1
    if text[start : start + 5].lower() == "that " and end - start > 5:
        start += 5
        while start < end and text[start] in _QUOTES:
            start += 1
    return (start, end) if start < end else None
