"""Events that are no meetings, as acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.entries import people, timings
from onrecord.entries.context import Context, identified
from onrecord.nouns import Act, Event, Evidence, Participant

BREAK = re.compile(r"[,;.:!?\n]|\b(?:and|or|but|nor|as well as|after|before|since|while)\b", re.I)
"""What lies between the words of two acts, but not within those of one ("impose sanctions")."""

STEM = 4
"""So many letters must two anchors share to name one act ("sanctions", "sanctioned")."""


def write(context: Context, events: Iterable[Event]) -> list[tuple[Act, tuple[Event, ...]]]:
    """Acts, each with the mentions that it was made of: those of one report that say the same of the same people are one act."""
    groups: list[list[Event]] = []
    for event in events:
        home = next((group for group in groups if all(_same(context, event, other) for other in group)), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    return [(_act(context, group), tuple(group)) for group in groups]


def _same(context: Context, one: Event, other: Event) -> bool:
    """Whether two mentions are of one act: same kind, same doer and same target by name, same word, and no time or place against it."""
    if (one.type, one.status) != (other.type, other.status) or (one.mode and other.mode and one.mode != other.mode):
        return False
    if _in_one_breath(context, one, other):
        return True
    doers, targets = _names(one.actor), _names(one.recipient)
    if not doers or doers != _names(other.actor) or targets != _names(other.recipient):
        return False
    words = [event.anchor.of(context.text).casefold()[:STEM] for event in (one, other)]
    places = [{words.casefold() for words in context.words(event.place)} for event in (one, other)]
    return words[0] == words[1] and places[0] == places[1] and timings.meet(one.time, other.time) is not False


def _in_one_breath(context: Context, one: Event, other: Event) -> bool:
    """Whether the anchors stand side by side, and no party of the one speaks against the other's."""
    first, second = sorted((one.anchor, other.anchor))
    if second.start - first.end > 20 or BREAK.search(context.text, first.end, max(first.end, second.start)):
        return False
    pairs = ((one.actor, other.actor), (one.recipient, other.recipient))
    return all(not mine or not theirs or _names(mine) == _names(theirs) for mine, theirs in pairs)


def _names(parties: Iterable[object]) -> frozenset[str]:
    return frozenset(getattr(party, "name", "") for party in parties)


def _act(context: Context, group: Sequence[Event]) -> Act:
    best, text = group[0], context.text
    times = [when for event in group for when in event.time]
    return identified(
        Act(
            report=context.findings.report.id,
            status=best.status,
            words=" ".join(best.anchor.of(text).split()),
            evidence=people.ordered(proof for event in group for proof in _evidence(event)),
            accounts=context.accounts(event.carriers for event in group),
            score=max(event.score for event in group),
            by=best.by,
            type=best.type,
            mode=next((event.mode for event in group if event.mode), ""),
            actors=_people(context, group, "actor"),
            recipients=_people(context, group, "recipient"),
            places=people.gathered(people.places(event.place, context.findings.cast, text) for event in group),
            times=timings.timings(times, text),
            conditions=context.words(span for event in group for span in event.condition),
        )
    )


def _people(context: Context, group: Iterable[Event], role: str) -> tuple[Participant, ...]:
    return people.gathered(people.participants(getattr(event, role), context.text) for event in group)


def _evidence(event: Event) -> list[Evidence]:
    found = [Evidence(event.anchor, "anchor")]
    found += people.proofs("actor", event.actor) + people.proofs("recipient", event.recipient)
    found += people.spans("place", event.place) + people.spans("condition", event.condition)
    return found + timings.proofs("time", event.time)
