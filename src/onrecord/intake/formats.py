"""The formats: a row and a file for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from onrecord.intake import html, jsonl, text
from onrecord.intake.fault import Fault
from onrecord.intake.piece import Piece
from onrecord.nouns import Report


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes``: of its files, in lower case. ``opening``: what its first bytes look like where no suffix tells; empty for never."""

    name: str
    suffixes: tuple[str, ...]
    opening: re.Pattern[bytes] | None
    read: Callable[[Piece], Iterator[Report | Fault]]


FORMATS: tuple[Format, ...] = (
    Format("JSON Lines", (".jsonl", ".ndjson"), re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}\""), jsonl.read),
    Format(
        "HTML",
        (".html", ".htm", ".xhtml"),
        re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype html|html|head|body|article|main|meta|title|\?xml|!--)", re.I),
        html.read,
    ),
    Format("text", (".txt", ".text"), re.compile(rb""), text.read),
)
"""In the order in which they are tried where no suffix tells; the last one takes anything."""


def by_suffix(path: PurePath) -> Format | None:
    """The format of a file's name, or ``None``."""
    return next((form for form in FORMATS if path.suffix.lower() in form.suffixes), None)


def by_opening(opening: bytes) -> Format:
    """The format of a file's first bytes: plain text where nothing else fits."""
    return next(form for form in FORMATS if form.opening is not None and form.opening.match(opening))
