"""Who said what, through whom."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.nouns.actor import Party
from onrecord.nouns.span import Span
from onrecord.nouns.when import When


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain, from the speaker outwards.

    ``kind``: person state body office anonymous outlet report unknown. ``name``: canonical name or "". ``description``: what is said
    of an unnamed source ("two sources familiar with the matter"). ``span`` is ``None`` for this report itself.
    """

    kind: str
    name: str = ""
    description: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, written, reported or kept silent about.

    ``content`` without its quotation marks; several spans where the cue interrupts. ``act``: a key of ``vocabulary`` acts (say ask announce
    characterise accuse demand threaten promise deny confirm refuse silence report request plan wish agree believe).
    ``quote``: direct, indirect or mixed. ``place``: where it was said ("told reporters in Geneva").
    ``chain``: from the speaker to this report, which is its last link.
    ``carrier``: position, among the report's statements, of the statement that carries this one; ``None`` for the report's own.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    via: tuple[Party, ...] = ()
    channel: str = ""
    act: str = "say"
    quote: str = "indirect"
    negated: bool = False
    anonymous: bool = False
    said: When | None = None
    place: tuple[Span, ...] = ()
    chain: tuple[Source, ...] = ()
    carrier: int | None = None
    score: float = 1.0
    by: str = ""
