"""Who did, will do, or is said to do what to whom; and what is due by when."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.nouns.actor import Party
from onrecord.nouns.span import Span
from onrecord.nouns.when import When


@dataclass(frozen=True, slots=True)
class Event:
    """A mention of an event. ``type``, ``mode`` and ``status`` are keys of ``vocabulary``.

    ``carriers``: positions, among the report's statements, of those whose content holds the event,
    outermost first; empty: the report's own word.
    """

    anchor: Span
    type: str
    status: str
    mode: str = ""
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    place: tuple[Span, ...] = ()
    time: tuple[When, ...] = ()
    condition: tuple[Span, ...] = ()
    carriers: tuple[int, ...] = ()
    score: float = 1.0
    by: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """A mention of a point in time by which something is demanded, promised or owed.

    ``status``: a key of ``vocabulary`` deadline statuses.
    """

    anchor: Span
    status: str = "set"
    setter: tuple[Party, ...] = ()
    addressee: tuple[Party, ...] = ()
    demand: tuple[Span, ...] = ()
    due: tuple[When, ...] = ()
    consequence: tuple[Span, ...] = ()
    carriers: tuple[int, ...] = ()
    score: float = 1.0
    by: str = ""
