"""Consultations as meetings, each with all its mentions in the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.entries import excluded, people, timings
from onrecord.entries.context import Context, identified
from onrecord.entries.same import STRENGTH, Mention, hosts_of, mention, same, side
from onrecord.nouns import Cast, Event, Evidence, Meeting, Participant, Party


def write(context: Context, events: Iterable[Event]) -> tuple[list[Meeting], list[Event]]:
    """The meetings, and the events that became none: those that are no consultations, only supposed, or of nobody."""
    groups: list[list[Mention]] = []
    rest: list[Event] = []
    for event in events:
        if event.type != "CONSULT" or event.status == "hypothetical":
            rest.append(event)
            continue
        new = mention(context, event)
        home = _home(context, groups, new)
        if home is not None:
            home.append(new)
        elif new.parties and not _of_us(context, event):
            groups.append([new])
        else:
            rest.append(event)
    left_out = excluded.find(context, groups)
    return [_meeting(context, group, out) for group, out in zip(groups, left_out, strict=True)], rest


def _of_us(context: Context, event: Event) -> bool:
    """Whether "we" alone met, which says nothing of who else did ("We discussed what had been said")."""
    met = {party.span.of(context.text).lower() for party in (*event.actor, *event.recipient)}
    return bool(met) and met <= {"we", "us", "our"}


def _home(context: Context, groups: Sequence[list[Mention]], new: Mention) -> list[Mention] | None:
    """The meeting that a mention is of: one of the same people if there is, else the one mentioned last."""
    found = [group for group in groups if same(context, group, new)]
    exact = [group for group in found if any(one.known == new.known for one in group)]
    chosen = exact or found
    return max(chosen, key=lambda group: max(one.event.anchor for one in group)) if chosen else None


def _meeting(context: Context, group: Sequence[Mention], out: Sequence[Party]) -> Meeting:
    events, text = [one.event for one in group], context.text
    status = min((event.status for event in events), key=STRENGTH.index)
    best = next(event for event in events if event.status == status)
    parties = _parties(context.findings.cast, group)
    named = {one.name for one in parties}
    times = [when for event in events for when in event.time]
    mediators = [party for one in group for party in _mediators(one)]
    return identified(
        Meeting(
            report=context.findings.report.id,
            status=status,
            words=" ".join(best.anchor.of(text).split()),
            evidence=people.ordered([*(proof for one in group for proof in _evidence(one)), *people.proofs("excluded", out)]),
            accounts=context.accounts(event.carriers for event in events),
            score=max(event.score for event in events if event.status == status),
            by=best.by,
            format=_format(group),
            parties=parties,
            mediators=tuple(one for one in people.participants(mediators, text) if one.name not in named),
            excluded=people.participants(out, text),
            places=people.gathered(people.places(event.place, context.findings.cast, text) for event in events),
            times=timings.timings((when for when in times if not timings.is_length(when)), text),
            length=timings.timings((when for when in times if timings.is_length(when)), text),
            conditions=context.words(span for event in events for span in event.condition),
        )
    )


def _parties(cast: Cast, group: Sequence[Mention]) -> tuple[Participant, ...]:
    """Everybody once; words that only point back ("the two leaders") where nobody is known, a host where nobody else is."""
    everybody = people.gathered(one.parties for one in group)
    meant = _stood_for(cast, group)
    known = tuple(one for one in everybody if people.is_known(one) and one.name not in meant)
    guests = tuple(one for one in known if one.name not in hosts_of(group))
    return guests or known or everybody


def _stood_for(cast: Cast, group: Sequence[Mention]) -> set[str]:
    """The states for which, in another mention, somebody is there: "talks between Norland and Sudria" are those of their ministers."""
    found = set[str]()
    for one in group:
        sent = {side(cast, key) for other in group for key in other.known - one.known if _kind(cast, key) == "person"}
        found |= {key for key in one.known if _kind(cast, key) == "state" and side(cast, key) in sent}
    return found


def _kind(cast: Cast, key: str) -> str:
    actor = cast.named(key)
    return actor.kind if actor else ""


def _format(group: Sequence[Mention]) -> str:
    """The most telling format of the mentions."""
    order = ("three-way", "phone", "video", "mediated", "multilateral", "summit", "in person", "visit")
    said = {one.format for one in group}
    return next((name for name in order if name in said), "")


def _mediators(one: Mention) -> tuple[Party, ...]:
    """Those who bring the parties together: the recipients of a mediation, or whoever hosts or brokers the meeting."""
    event = one.event
    if event.mode == "third-party" and event.recipient:
        return event.recipient
    return event.actor if one.hosts else ()


def _evidence(one: Mention) -> list[Evidence]:
    event, mediators = one.event, _mediators(one)
    parties = [party for party in (*event.actor, *event.recipient) if party not in mediators]
    found = [Evidence(event.anchor, "anchor"), *people.proofs("party", parties), *people.proofs("mediator", mediators)]
    found += people.spans("place", event.place) + people.spans("condition", event.condition)
    lengths = [when for when in event.time if timings.is_length(when)]
    others = [when for when in event.time if not timings.is_length(when)]
    return found + timings.proofs("length", lengths) + timings.proofs("time", others)
