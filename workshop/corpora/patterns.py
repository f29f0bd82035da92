"""Sentences that differ in one thing, made from ``corpus/patterns.toml``: the same act between the same two in every status.

What a reader learns from reports it learns with their topics; here nothing but the frame tells planned from happened or denied.
Frames are marked text (``workshop.corpora.marked``) with slots in braces; every draw takes other verbs, names, places, days.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop.corpora.example import Example
from workshop.corpora.marked import Marked, example

EACH = 14
"""Sentences drawn of each frame."""


class Patterns:
    """The sentences of a file of frames, the same at every reading."""

    layers = Marked.layers

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Example]:
        table = tomllib.loads(self.path.read_text(encoding="utf-8"))
        rng = random.Random(0)
        for number, frame in enumerate(table["frames"]):
            for draw in range(EACH):
                yield example(f"pattern-{number}-{draw}", sentence(frame, table, rng))


def sentence(frame: str, table: dict[str, Any], rng: random.Random) -> str:
    """``frame`` with an act, its two sides, a third voice, a place and days drawn from ``table``."""
    act = rng.choice([act for act in table["acts"] if "noun" in act or "{noun}" not in frame])
    one, other, third = rng.sample(table["states"], 3)
    sides = {
        "A": f"[{one if rng.random() < 0.6 else rng.choice(table['groups']).format(one)}=1]",
        "B": f"[{other if act['to'] == 'states' else rng.choice(table[act['to']]).format(other)}=2]",
        "C": f"[{third if rng.random() < 0.5 else rng.choice(table['voices']).format(third)}=3]",
    }
    words = {key: _marked(act, key) for key in ("base", "past", "done", "ing", "noun") if key in act}
    times = {key: rng.choice(table[key]) for key in ("before", "ahead")}
    return _opened(frame.format(**sides, **words, **times, after=act.get("after", ""), link=act.get("link", "")))


def _marked(act: dict[str, str], key: str) -> str:
    """A form of the act as an event whose status the frame adds after ``@``."""
    form = act[key]
    return f"[{form}*{act['type']}/{act.get('mode', '')}/"


def _opened(text: str) -> str:
    """Spaces of empty slots closed up, the first letter in upper case."""
    text = " ".join(text.split()).replace(" ,", ",").replace(" .", ".").replace(" '", "'")
    at = next(place for place, letter in enumerate(text) if letter.isalpha())
    return text[:at] + text[at].upper() + text[at + 1 :]
