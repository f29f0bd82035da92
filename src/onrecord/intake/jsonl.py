"""JSON Lines: one line, one report, with ``text`` and whichever of ``id date outlet url title`` it has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.intake.bounds import MAX_LINE, MAX_TEXT
from onrecord.intake.dates import published
from onrecord.intake.decode import MARKS
from onrecord.intake.fault import Fault
from onrecord.intake.piece import Piece
from onrecord.nouns import Published, Report

UNKEPT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps: NUL, and halves of characters."""


def read(piece: Piece) -> Iterator[Report | Fault]:
    """A report for each line, a fault for each that is none, named by its number; blank lines are nothing."""
    empty = True
    for number, line in enumerate(_lines(piece.stream), 1):
        place = f"{piece.place}:{number}"
        if line is None:
            empty = False
            yield Fault(place, f"the line is longer than {MAX_LINE:,} bytes", "one line is one report")
        elif line.strip():
            empty = False
            yield from _report(line, place)
    if empty:
        yield Fault(piece.place, "the file is empty")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Line by line, ``None`` in place of one that is too long."""
    while line := stream.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)
        yield None


def _report(line: bytes, place: str) -> Iterator[Report | Fault]:
    try:
        data = json.loads(line.removeprefix(MARKS[0][0]).decode())
    except UnicodeDecodeError as error:
        yield Fault(place, f"not UTF-8: byte {error.start} of the line does not fit", "JSON Lines are UTF-8; convert the file")
        return
    except (ValueError, RecursionError) as error:
        yield Fault(place, f"broken JSON: {_short(error)}", "each line must be one JSON object")
        return
    wrong = _wrong(data)
    if wrong:
        yield Fault(place, wrong, 'a report is {"id": ..., "date": ..., "outlet": ..., "url": ..., "title": ..., "text": ...}')
        return
    day, fault = _published(data.get("date"), place)
    if fault:
        yield fault
    fields = {key: _string(data.get(key)) for key in ("title", "outlet", "url")}
    yield Report(data["text"], name=_string(data.get("id")) or place, published=day, origin=place, **fields)


def _wrong(data: Any) -> str:
    """Why ``data`` is no report, or ""."""
    if not isinstance(data, dict):
        return "the line is no JSON object"
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        return 'there is no "text", or nothing in it'
    if len(text) > MAX_TEXT:
        return f'"text" is longer than {MAX_TEXT:,} characters'
    if any(UNKEPT.search(_string(data.get(key))) for key in ("text", "id", "title", "outlet", "url")):
        return "it has a NUL or half a character (a lone surrogate) in it"
    return ""


def _published(value: Any, place: str) -> tuple[Published, Fault | None]:
    """The time of publication; where it cannot be read, the report is read without, and the fault says so."""
    if value is None or value == "":
        return Published(), None
    try:
        return published(str(value), "jsonl"), None
    except ValueError:
        return Published(), Fault(place, f"the date {str(value)[:40]!r} is none; the report is read without", "write it as 2025-08-06")


def _string(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, dict | list) else str(value)


def _short(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]
