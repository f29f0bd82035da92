"""Plain text: one file, one report."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.intake.bounds import MAX_TEXT
from onrecord.intake.decode import text_of
from onrecord.intake.fault import Fault
from onrecord.intake.piece import Piece
from onrecord.nouns import Report


def read(piece: Piece) -> Iterator[Report | Fault]:
    """The text as it stands, line ends and all; only a byte order mark is no part of it."""
    data = piece.stream.read(MAX_TEXT + 1)
    if len(data) > MAX_TEXT:
        yield Fault(piece.place, f"longer than {MAX_TEXT:,} bytes", "split it: one file is one report")
        return
    text = text_of(data, piece.place, piece.encoding)
    if isinstance(text, Fault):
        yield text
    elif not text.strip():
        yield Fault(piece.place, "the file is empty" if not data else "there is nothing but white space in it")
    else:
        yield Report(text, name=piece.place, origin=piece.place)
