"""What a role is called and which PLOVER sector it belongs to, by the agents dictionary; people and places in it are left alone."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.actors import heads

LINE = re.compile(r"^([A-Z_]+?)_? \[~([A-Z]{3})\]")
SECTORS = frozenset(
    ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "JRN", "EDU", "BUS", "CRM", "CVL", "NGO", "REL", "LAB", "LEG", "AGR", "IGO"]
)
AS_OURS = {"JRN": "MED"}  # MED are medical people there, media here
MOST_WORDS = 3


def roles(corpora: Path) -> dict[str, str]:
    """Role in lower case -> sector: those of the dictionary whose last word is a title of people."""
    found: dict[str, str] = {}
    for line in (corpora / "actors" / "plover-agents.txt").read_text(encoding="utf-8", errors="replace").splitlines():
        match = LINE.match(line)
        if match and match.group(2) in SECTORS:
            words = match.group(1).lower().split("_")
            if len(words) <= MOST_WORDS and words[-1] in heads.TITLES | heads.OFFICES:
                found.setdefault(" ".join(words), AS_OURS.get(match.group(2), match.group(2)))
    return found
