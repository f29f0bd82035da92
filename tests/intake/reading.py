"""Reading bytes as if they came from a pipe or a file."""

from __future__ import annotations

import io
from pathlib import Path

from onrecord.intake import Fault, Overrides, open_reports
from onrecord.nouns import Report

TOLD_NOTHING = Overrides()


def piped(data: bytes | str, overrides: Overrides = TOLD_NOTHING) -> list[Report | Fault]:
    """What comes of standard input."""
    raw = data.encode() if isinstance(data, str) else data
    return list(open_reports("-", overrides, io.BytesIO(raw)))


def filed(folder: Path, name: str, data: bytes | str, overrides: Overrides = TOLD_NOTHING) -> list[Report | Fault]:
    """What comes of a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(open_reports(str(path), overrides))


def report(found: list[Report | Fault]) -> Report:
    """The only thing found, which is a report."""
    assert len(found) == 1 and isinstance(found[0], Report), found
    return found[0]


def fault(found: list[Report | Fault]) -> Fault:
    """The only thing found, which is a fault."""
    assert len(found) == 1 and isinstance(found[0], Fault), found
    return found[0]
