"""Arcs of the reader as roles: words with the actors they mean, expressions with the time they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from onrecord.events.scene import Scene
from onrecord.nouns import DeadlineMention, Event, Mark, Party, Span, When

Told = TypeVar("Told", Event, DeadlineMention)

_LINKS = frozenset({"of", "for", "in", "from", "with", "by", "to", "against", "and"})
_PAUSE = re.compile(r"(?:\.{2,3}|…|—|–)\s?")
_PAUSE_ENDS = 4
_PRONOUN = re.compile(r"(?i)he|she|it|they|him|her|them|its|his|their")


def parties(scene: Scene, head: Mark, role: str) -> tuple[Party, ...]:
    """The participants in that role: one for each actor that a phrase means, with an empty name where it means none that is known.

    Where two phrases mean the same actor ("Norland ... its"), the surer one stands for both; so does a pronoun for the nameless phrase
    before it, or that for the pronoun ("the army said it").
    """
    found = list(_each_once(scene.text, [party for arc in scene.tails(head, role) for party in meant(scene, arc.tail, arc.score)]))
    best: dict[str, Party] = {}
    for party in found:
        if party.name and (party.name not in best or party.score > best[party.name].score):
            best[party.name] = party
    return tuple(dict.fromkeys(party for party in found if not party.name or best[party.name] == party))


def _each_once(text: str, found: list[Party]) -> Iterator[Party]:
    """The parties without the less sure of two nameless ones of which the second is a pronoun."""
    nameless = [party for party in found if not party.name]
    dropped = {
        min(one, two, key=lambda party: party.score)
        for one, two in pairwise(nameless)
        if _PRONOUN.fullmatch(two.span.of(text)) and not _PRONOUN.fullmatch(one.span.of(text))
    }
    return (party for party in found if party not in dropped)


def meant(scene: Scene, span: Span, score: float = 1.0) -> Iterator[Party]:
    """The parties that the words at ``span`` mean."""
    near = list(scene.referents.over(span))
    mention = _kernel(scene, span, [referent.mention.span for referent in near])
    names = dict.fromkeys(referent.name for referent in near if referent.mention.span == mention)
    return (Party(span, name, score) for name in names or ("",))


def filled(one: Told, more: Told, fields: Iterable[str]) -> Told:
    """``one``, with what ``more`` says in those of ``fields`` in which it says nothing itself."""
    return replace(one, **{name: getattr(one, name) or getattr(more, name) for name in fields})


def spans(scene: Scene, head: Mark, role: str) -> tuple[Span, ...]:
    """The words in that role as they stand."""
    return tuple(dict.fromkeys(arc.tail for arc in scene.tails(head, role)))


def whens(scene: Scene, head: Mark, role: str) -> tuple[When, ...]:
    """The times in that role: those that share words with an arc, else the words themselves with no value."""
    found = (when for span in spans(scene, head, role) for when in dated(scene, span))
    return tuple(dict.fromkeys(found))


def dated(scene: Scene, span: Span) -> tuple[When, ...]:
    """What the expression at ``span`` names; a single time without value and window where the room of times knows nothing of it.

    Where the speaker paused ("of about ... 10 days") it names what follows the pause.
    """
    near = tuple(scene.whens.over(span)) or tuple(scene.whens.over(_after_a_pause(scene, span)))
    exact = tuple(when for when in near if span in (when.phrase, when.span))
    return exact or near or (When(span, span, "DATE", "", certainty=0.0, by="arc"),)


def _after_a_pause(scene: Scene, span: Span) -> Span:
    """The first character behind the dots or the dash that ``span`` ends in or stands before; ``span`` where nothing of that is there."""
    pause = _PAUSE.search(scene.text, max(span.start, span.end - _PAUSE_ENDS), span.end + _PAUSE_ENDS)
    return Span(pause.end(), pause.end() + 1) if pause and pause.end() >= span.end else span


def _kernel(scene: Scene, span: Span, mentions: list[Span]) -> Span:
    """The phrase itself if it is a mention, else the longest one that closes it ("US envoy Ann Lee": the name) behind no preposition."""
    if span in mentions:
        return span
    best = min((mention for mention in mentions if mention.end == span.end and span.covers(mention)), default=span)
    return span if _LINKS & set(scene.text[span.start : best.start].lower().split()) else best
