"""Deadlines, each with all its mentions in the report, and what is threatened otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.entries import people, timings
from onrecord.entries.context import Context, identified
from onrecord.nouns import Act, Deadline, DeadlineMention, Event, Evidence

STRENGTH = ("withdrawn", "extended", "brought-forward", "missed", "met", "set", "restated", "proposed")
"""Which of several statuses of one deadline is kept: the one that says most of what is new."""

CLOSE = 3
"""So many sentences apart may a mention be that says neither whose deadline it is nor when it ends."""

Acts = Sequence[tuple[Act, Sequence[Event]]]


def write(context: Context, acts: Acts) -> list[Deadline]:
    """The deadlines; ``acts`` are those of the report with their mentions, among which the threat is sought."""
    groups: list[list[DeadlineMention]] = []
    for mention in context.findings.deadlines:
        fitting = [group for group in groups if _fits(context, group, mention)]
        if fitting:
            max(fitting, key=lambda group: max(one.anchor for one in group)).append(mention)
        else:
            groups.append([mention])
    return [_deadline(context, group, acts) for group in groups]


def _fits(context: Context, group: Iterable[DeadlineMention], new: DeadlineMention) -> bool:
    """Whether a mention is of the deadline of ``group``: no party and no end against it, and the end, the parties or nearness for it."""
    mentions = list(group)
    if any(_against(one, new) for one in mentions):
        return False
    if any(_one_end(one, new) for one in mentions):
        return True
    gap = min(context.gap(one.anchor, new.anchor) for one in mentions)
    shared = any(_shared(one, new) for one in mentions)
    if _ends(new) and all(_ends(one) for one in mentions):
        return shared and gap <= CLOSE and all(not timings.placed(one.due) and not timings.placed(new.due) for one in mentions)
    return gap <= 1 or (shared and gap <= CLOSE)


def _against(one: DeadlineMention, new: DeadlineMention) -> bool:
    """Whether setter, addressee or end differ, or one is proposed where the other holds."""
    for mine, theirs in ((one.setter, new.setter), (one.addressee, new.addressee)):
        ours, other = _names(mine), _names(theirs)
        if ours and other and not ours & other:
            return True
    if (one.status == "proposed") != (new.status == "proposed"):
        return True
    ours_end, their_end = timings.placed(one.due), timings.placed(new.due)
    return bool(ours_end and their_end) and not _one_end(one, new)


def _one_end(one: DeadlineMention, new: DeadlineMention) -> bool:
    return any(timings.equal_end(ours, theirs) for ours in timings.placed(one.due) for theirs in timings.placed(new.due))


def _ends(mention: DeadlineMention) -> bool:
    return bool(mention.due)


def _shared(one: DeadlineMention, new: DeadlineMention) -> bool:
    return bool(_names(one.setter) & _names(new.setter)) or bool(_names(one.addressee) & _names(new.addressee))


def _names(parties: Iterable[object]) -> frozenset[str]:
    return frozenset(name for name in (getattr(party, "name", "") for party in parties) if name)


def _deadline(context: Context, group: Sequence[DeadlineMention], acts: Acts) -> Deadline:
    text = context.text
    status = min((one.status for one in group), key=STRENGTH.index)
    best = max((one for one in group if one.status == status), key=lambda one: one.score)
    threat = _threat(context, group, acts)
    return identified(
        Deadline(
            report=context.findings.report.id,
            status=status,
            words=" ".join(best.anchor.of(text).split()),
            evidence=people.ordered(proof for one in group for proof in _evidence(one)),
            accounts=context.accounts(one.carriers for one in group),
            score=best.score,
            by=best.by,
            setters=people.gathered(people.participants(one.setter, text) for one in group),
            addressees=people.gathered(people.participants(one.addressee, text) for one in group),
            demands=context.words(span for one in group for span in one.demand),
            due=timings.timings((when for one in group for when in one.due), text),
            consequences=context.words(span for one in group for span in one.consequence),
            threat=threat.id if threat else "",
        )
    )


def _threat(context: Context, group: Sequence[DeadlineMention], acts: Acts) -> Act | None:
    """The act that says what follows: one inside the consequence's words, or else one threatened in the sentence of a mention."""
    consequences = [span for one in group for span in one.consequence]
    inside = [act for act, events in acts if any(span.covers(event.anchor) for span in consequences for event in events)]
    sentences = [context.sentence(one.anchor) for one in group]
    threatened = [
        act
        for act, events in acts
        if act.status == "threatened" and any(sentence.covers(event.anchor) for sentence in sentences for event in events)
    ]
    return next(iter(inside or threatened), None)


def _evidence(one: DeadlineMention) -> list[Evidence]:
    found = [Evidence(one.anchor, "anchor"), *people.proofs("setter", one.setter), *people.proofs("addressee", one.addressee)]
    found += people.spans("demand", one.demand) + people.spans("consequence", one.consequence)
    return found + timings.proofs("due", one.due)
