"""What one entry is to an earlier one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """``a`` (the later entry's id) is the ``same`` as ``b``, ``revises`` it or ``contradicts`` it.

    ``score`` in [0, 1]; ``why`` holds the features that made it, each with its value; ``by`` names the scorer.
    """

    a: str
    b: str
    relation: str
    score: float = 1.0
    why: tuple[tuple[str, float], ...] = ()
    by: str = ""
