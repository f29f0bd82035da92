"""The notation of the chains, read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

PAIRED = frozenset({"actor", "recipient", "time", "source", "to", "via", "setter", "addressee", "due"})


def read(path: Path) -> Iterator[Row]:
    """The reports of a ``.chains`` file, or of JSON Lines that already have the keys; ``ValueError`` names a line that is neither."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (json.loads(line) for line in text.splitlines() if line.strip())
        return
    row: Row = {}
    story = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            story = line[3:].strip()
        elif line.startswith("@ "):
            if row:
                yield row
            row = _report(story, line, number)
        elif line.strip():
            try:
                _take(row, line)
            except (KeyError, IndexError, ValueError) as fault:
                raise ValueError(f"{path.name}:{number}: {fault!r}") from fault
    if row:
        yield row


def _report(story: str, line: str, number: int) -> Row:
    day, outlet = (part.strip() for part in line[2:].split("|"))
    lists: Row = {key: [] for key in ("events", "statements", "deadlines", "contradicted")}
    return {"id": f"{story}-{number}", "story": story, "date": day, "outlet": outlet, "text": "", "states": {}, "revisions": [], **lists}


def _take(row: Row, line: str) -> None:
    sign, _, rest = line.partition(" ")
    if sign in ("M", "A"):
        row["events"].append(_event(rest))
    elif sign == "D":
        row["deadlines"].append(_deadline(rest))
    elif sign == "S":
        row["statements"].append(_statement(rest))
    elif sign == "=":
        row["states"] = dict(_pairs(rest))
    elif sign == "~":
        row["revisions"] = [list(pair) for pair in _pairs(rest)]
    elif sign == "!":
        row["contradicted"] = rest.split()
    else:
        row["text"] = f"{row['text']}\n\n{line}".strip()


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(";"):
        if part.strip():
            key, _, value = part.strip().partition(" ")
            yield key, value.strip()


def _event(text: str) -> Row:
    head, *fields = text.split("|")
    thread, status, kind, anchor = head.strip().split(" ", 3)
    event_type, _, mode = kind.partition(".")
    return {"thread": thread, "anchor": anchor, "type": event_type, "mode": mode, "status": status, **_roles(fields)}


def _deadline(text: str) -> Row:
    head, *fields = text.split("|")
    thread, status, anchor = head.strip().split(" ", 2)
    return {"thread": thread, "anchor": anchor, "status": status, **_roles(fields)}


def _statement(text: str) -> Row:
    head, *fields = text.split("|")
    return {"cue": head.strip(), "quote": "indirect", "anonymous": False, **_roles(fields)}


def _roles(fields: list[str]) -> Row:
    return {name.strip(): _role(name.strip(), values) for name, _, values in (one.partition(":") for one in fields)}


def _role(name: str, values: str) -> list[Any]:
    found = [one.strip() for one in values.split(" + ") if one.strip()]
    if name not in PAIRED:
        return found
    return [[part.strip() for part in (*one.removesuffix(">").split(" > "), "")][:2] for one in found]
