"""What a corpus reader yields: one text with whatever its corpus annotates, in code points of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

Place = tuple[int, int]
"""Start and end, end exclusive."""


@dataclass(slots=True)
class Anchor:
    """An event's trigger, a deadline or a cue, with its traits and the spans of its roles.

    ``kind`` is one of ``onrecord.reading.labels.KINDS``. ``open_roles`` are roles that the corpus does not annotate: they teach nothing.
    """

    kind: str
    label: str
    span: Place
    traits: dict[str, str] = field(default_factory=dict)
    roles: dict[str, list[Place]] = field(default_factory=dict)
    open_roles: frozenset[str] = frozenset()


@dataclass(slots=True)
class Example:
    """One text. ``layers`` names the tag layers that the corpus annotates; a layer that is not there is masked in training.

    ``tags`` and ``heads`` are dictionaries from a token's span to its tag, and to the span of its syntactic head.
    ``names`` are spans of names that may be swapped for others of the same kind.
    """

    id: str
    text: str
    layers: frozenset[str] = frozenset()
    anchors: list[Anchor] = field(default_factory=list)
    mentions: list[tuple[Place, str]] = field(default_factory=list)
    tags: dict[Place, str] = field(default_factory=dict)
    heads: dict[Place, Place] = field(default_factory=dict)
    names: list[tuple[Place, str]] = field(default_factory=list)
