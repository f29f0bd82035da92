"""Arcs of the reader as roles: words with the actors they mean, expressions with the time they name."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.scene import Scene
from onrecord.nouns import Mark, Party, Span, When


def parties(scene: Scene, head: Mark, role: str) -> tuple[Party, ...]:
    """The participants in that role: one for each actor that a phrase means, with an empty name where it means none that is known."""
    found = (party for arc in scene.tails(head, role) for party in meant(scene, arc.tail, arc.score))
    return tuple(dict.fromkeys(found))


def meant(scene: Scene, span: Span, score: float = 1.0) -> Iterator[Party]:
    """The parties that the words at ``span`` mean."""
    referents = scene.referents.get(span, ()) or scene.referents.get(_kernel(scene, span), ())
    names = dict.fromkeys(referent.name for referent in referents)
    return (Party(span, name, score) for name in names or ("",))


def spans(scene: Scene, head: Mark, role: str) -> tuple[Span, ...]:
    """The words in that role as they stand."""
    return tuple(dict.fromkeys(arc.tail for arc in scene.tails(head, role)))


def whens(scene: Scene, head: Mark, role: str) -> tuple[When, ...]:
    """The times in that role: those that share words with an arc, else the words themselves with no value."""
    found = (when for span in spans(scene, head, role) for when in dated(scene, span))
    return tuple(dict.fromkeys(found))


def dated(scene: Scene, span: Span) -> tuple[When, ...]:
    """What the expression at ``span`` names; a single time without value and window where the room of times knows nothing of it."""
    exact = tuple(when for when in scene.times if span in (when.phrase, when.span))
    found = exact or tuple(when for when in scene.times if when.phrase.overlaps(span))
    return found or (When(span, span, "DATE", "", certainty=0.0, by="arc"),)


def _kernel(scene: Scene, span: Span) -> Span:
    """The longest mention that closes the phrase ("US envoy Ann Lee": the name), where no preposition stands between."""
    inside = (other for other in scene.referents if other.end == span.end and span.covers(other) and other != span)
    best = min(inside, default=span, key=lambda other: other.start)
    before = scene.text[span.start : best.start].lower().split()
    return span if {"of", "for", "in", "from", "with", "by", "to", "against", "and"} & set(before) else best
