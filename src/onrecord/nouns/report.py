"""A report: one news text with what is known of its publication."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.nouns.span import Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, as precisely as its source says.

    ``instant`` carries a zone where it is known; ``day`` is the day at the place of publication. Both ``None``: unknown.
    ``by`` names what told us (``--date``, ``json-ld``, ``meta``, ``dateline``, ``htmldate``, ``jsonl`` ...).
    """

    day: date | None = None
    instant: datetime | None = None
    by: str = ""

    @property
    def precision(self) -> str:
        """``instant``, ``day`` or ``unknown``."""
        return "instant" if self.instant else "day" if self.day else "unknown"

    def __str__(self) -> str:
        return self.instant.isoformat() if self.instant else self.day.isoformat() if self.day else ""


@dataclass(frozen=True, slots=True)
class Report:
    """One news text. ``text`` is kept exactly as it was read: every offset in the ledger points into it.

    ``name`` is what its source calls it (a JSON Lines ``id``, a path); ``id`` is ours and depends on the content alone.
    """

    text: str
    name: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: Published = Published()
    language: str = ""
    origin: str = ""

    @property
    def sha256(self) -> str:
        """Hash of the text's UTF-8 bytes, as 64 hexadecimal digits (lone surrogates kept)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def headline(self) -> Span:
        """The first line of the text where it is the title once more, as pages have it; else nothing, at its start."""
        start = len(self.text) - len(self.text.lstrip())
        line = self.text[start:].partition("\n")[0] if self.title else ""
        same = bool(line) and line.split() == self.title.split() and len(line.rstrip()) < len(self.text[start:].rstrip())
        return Span(start, start + len(line)) if same else Span(0, 0)

    @property
    def id(self) -> str:
        """Stable id: the first 16 hexadecimal digits of the hash of text, outlet, URL and day of publication."""
        parts = "\x1f".join((self.sha256, self.outlet, self.url, str(self.published)))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
