"""What could not be read, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """``place``: the file, with the line after a colon where there is one. ``reason``: what is wrong. ``hint``: what to do, or ""."""

    place: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" + (f" ({self.hint})" if self.hint else "")
