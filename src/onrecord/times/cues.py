"""The cues of direction, read from ``english/cues.toml`` and put into one pattern."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text: its name, its lean in log odds of the future, and where it stands."""

    name: str
    lean: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of the language."""

    pattern: re.Pattern[str]
    table: tuple[tuple[str, float], ...]

    @classmethod
    @cache
    def load(cls) -> Cues:
        """Those of the table."""
        rows = tomllib.loads((files("onrecord.times") / "english" / "cues.toml").read_text("utf-8"))["cue"]
        pattern = "|".join(f"(?P<c{index}>{_pattern(row)})" for index, row in enumerate(rows))
        return cls(re.compile(pattern, re.I), tuple((row["name"], row["lean"]) for row in rows))

    def find(self, text: str) -> list[Cue]:
        """The cues of a text in its order."""
        return [Cue(*self.table[int(str(match.lastgroup)[1:])], match.start(), match.end()) for match in self.pattern.finditer(text)]


def _pattern(row: dict[str, Any]) -> str:
    words = "|".join(re.split(r"\s+(?![^(\[]*[)\]])", row["words"].strip()))
    body = f"(?:{row['before']}) (?:{words})" if "before" in row else f"(?:{words})"
    banned = "".join(rf"(?<!\b{word} )" for word in row.get("not_after", "").split())
    plain = rf"(?<!\w){banned}{body}(?!\w)"
    return _spaced(plain.replace("~", "['’]"))


def _spaced(pattern: str) -> str:
    """Blanks as any white space, a bare ``*`` behind a letter as the rest of a word."""
    return re.sub(r"(?<=[a-z])\*", r"\\w*", pattern.replace(" ", r"\s"))
