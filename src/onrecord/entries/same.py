"""Whether two mentions are of one meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.entries import formats, people, timings
from onrecord.entries.context import Context
from onrecord.nouns import Cast, Event, Participant, When

PAST, AHEAD = frozenset({"happened", "ongoing"}), frozenset({"planned", "possible", "proposed"})
OFF = frozenset({"cancelled", "postponed"})
STRENGTH = (
    *("happened", "ongoing", "cancelled", "postponed", "planned", "demanded"),
    *("proposed", "denied", "possible", "threatened", "hypothetical"),
)
"""Which of several statuses of one meeting is kept: what is surest."""

NEAR, CLOSE, ABOUT, FAR = 1, 3, 6, 12
"""Distances in sentences."""

BACK = re.compile(r"(?:\b(?:the|this|that|these|those|their|its|both|such)|['’]s)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
"""What stands before a word that points back: "the talks", "their meeting", "Mirova's call"."""

HOST = re.compile(r"(?:host|mediat|broker|chair|conven|facilitat)\w*\s+(?:the|this|that|these|those|them|both)\b", re.I)
"""A verb for what a third one does for a meeting that was spoken of: "hosting the talks", "offered to host them"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event of consultation with what tells it from others. ``known`` are the keys of its named parties, ``sides`` their countries."""

    event: Event
    parties: tuple[Participant, ...]
    known: frozenset[str]
    sides: frozenset[str]
    places: frozenset[str]
    format: str
    another: str
    points_back: bool
    hosts: bool = False

    @property
    def times(self) -> tuple[When, ...]:
        """When, lengths left out."""
        return tuple(when for when in self.event.time if not timings.is_length(when))


def mention(context: Context, event: Event) -> Mention:
    """What a mention says by itself; mediators are not parties."""
    text, anchor = context.text, event.anchor
    hosts = HOST.match(text, anchor.start) is not None
    listed = event.actor if event.mode == "third-party" else (*event.actor, *event.recipient)
    if hosts:
        listed = event.actor if event.mode == "third-party" and event.recipient else ()
    parties = people.participants(listed, text)
    known = frozenset(people.key_of(one) for one in parties if people.is_known(one))
    back = BACK.search(text, max(0, anchor.start - 40), anchor.start) is not None
    return Mention(
        event,
        parties,
        known,
        frozenset(side(context.findings.cast, key) for key in known),
        frozenset(people.key_of(one).casefold() for one in people.places(event.place, context.findings.cast, text)),
        formats.format_of(event.mode, text, anchor.start, anchor.end),
        formats.another(text, anchor.start, anchor.end),
        back or hosts or len(known) < len(parties),
        hosts,
    )


def side(cast: Cast, key: str) -> str:
    """The country on whose side somebody is, by ISO code; unnamed members and those of no country stand for themselves."""
    actor = cast.named(key)
    return actor.country if actor and actor.country and actor.kind != "group" else key


def same(context: Context, group: Iterable[Mention], new: Mention) -> bool:
    """Whether ``new`` is of the meeting that ``group`` mentions: nothing speaks against it, and parties, time, place or nearness for it."""
    mentions = list(group)
    if any(_against(one, new) for one in mentions):
        return False
    gap = min(context.gap(one.event.anchor, new.event.anchor) for one in mentions)
    known = frozenset[str]().union(*(one.known for one in mentions))
    sides = frozenset[str]().union(*(one.sides for one in mentions))
    agreed = any(timings.meet(one.times, new.times) for one in mentions) or any(one.places & new.places for one in mentions)
    if new.known and new.known <= hosts_of(mentions):
        return gap <= CLOSE
    if not new.known or not known:
        if (new.parties and len(known) == 1) or (not known and len(new.known) == 1):
            return False
        return gap <= CLOSE and (new.points_back or gap == 0 or (agreed and gap <= NEAR))
    if new.known == known and len(known) > 1:
        return gap <= ABOUT or agreed or not new.another
    if new.known == known:
        return gap <= CLOSE or agreed
    if known < new.known or new.known < known:
        return _part_of(mentions, new, known, gap, agreed)
    return new.sides == sides and len(sides) > 1 and (gap <= CLOSE or agreed)


def hosts_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The keys of those who, in some mention, host or broker what the others attend."""
    return frozenset(party.name for one in mentions if one.hosts for party in one.event.actor if party.name)


def _part_of(mentions: list[Mention], new: Mention, known: frozenset[str], gap: int, agreed: bool) -> bool:
    """Whether the mention with fewer parties only leaves some out: two of three are not the three, one of them may be."""
    fewer = min(known, new.known, key=len)
    many = new.format in formats.MANY or any(one.format in formats.MANY for one in mentions)
    if len(fewer) > 1:
        return not many and (gap <= CLOSE or agreed or (gap <= FAR and new.points_back))
    return gap <= NEAR or (agreed and gap <= ABOUT) or (gap <= FAR and new.points_back)


def _against(one: Mention, new: Mention) -> bool:
    """Whether two mentions cannot be of one meeting."""
    met = timings.meet(one.times, new.times)
    status = _one_status(one.event.status, new.event.status) or _came_of(one, new) or (new.hosts and one.event.status in AHEAD)
    if not status or met is False:
        return True
    told_apart = one.another != new.another and one.known and new.known
    if told_apart or formats.apart(one.format, new.format) or _two_and_many(one, new):
        return True
    return bool(one.places and new.places) and not one.places & new.places and not met


def _two_and_many(one: Mention, new: Mention) -> bool:
    """Whether one is of two parties named, and the other of three or more, be they all named or not."""
    few, many = (new, one) if one.format in formats.MANY else (one, new)
    return many.format in formats.MANY and few.format not in formats.MANY and len(few.known) == 2 and len(many.known) > 1


def _came_of(one: Mention, new: Mention) -> bool:
    """Whether the new mention, of nobody and no time by itself, says that what was ahead is off: "the meeting was called off"."""
    return one.event.status in AHEAD and new.event.status in OFF and not new.known and not new.times


def _one_status(one: str, other: str) -> bool:
    return one == other or {one, other} <= PAST or ({one, other} <= AHEAD and "possible" in (one, other))
