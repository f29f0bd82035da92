"""What a format is given to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Piece:
    """An open file (or standard input), the name to give in messages, and its encoding where it is told."""

    place: str
    stream: BinaryIO
    encoding: str = ""
