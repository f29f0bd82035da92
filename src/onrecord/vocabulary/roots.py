"""Event data out: the PLOVER root, quad class and CAMEO code that other coders would give an event. Derived, never stored."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.vocabulary.tables import event_types


@dataclass(frozen=True, slots=True)
class Root:
    """``name``: PLOVER 2021 root. ``root2018``: that of PLOVER 2018's coders, to whom retreating is YIELD.

    ``quad``: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. ``cameo``: the nearest CAMEO code.
    """

    name: str
    quad: int
    cameo: str
    root2018: str


def root(event_type: str, status: str, mode: str = "", told: str = "") -> Root:
    """The root of an event of that type, status and mode; raises ``KeyError`` for a word that the vocabulary does not have.

    What is asked for is a REQUEST, what is announced as a harm a THREATEN, what is intended an AGREE, a CONCEDE or, if it is a conflict,
    a THREATEN; what is refused a REJECT. Table: ``roots.toml``. ``told`` is the sentence with the event's own words in brackets
    ("Norland [summoned] the envoy."): some words have another root for the coders of 2018.
    """
    table = _table()
    modality = table["modalities"][status]
    name, _, cameo = table["roots"][event_type][modality].partition(" ")
    term = event_types()[name]
    known = term.modes.get(mode) if name == event_type else None
    keys = (f"{event_type}:{mode}:{modality}", f"{event_type}:*:{modality}")
    older = _by_words(keys, told) or next((table["roots2018"][key] for key in keys if key in table["roots2018"]), "")
    return Root(name, term.quad, cameo or (known.cameo if known else "") or term.cameo, older or term.root2018 or name)


def _by_words(keys: tuple[str, ...], told: str) -> str:
    """The root of 2018 that the words of the event decide, if they do."""
    rows = _table()["told2018"] if told else ()
    return next((str(row["root"]) for row in rows if not set(keys).isdisjoint(row["of"]) and re.search(row["told"], told)), "")


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "roots.toml").read_text(encoding="utf-8"))
