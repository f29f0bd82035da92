"""Deadlines, each with all its mentions in the report, and what is threatened otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.entries import people, timings
from onrecord.entries.context import Context, identified
from onrecord.entries.same import side
from onrecord.nouns import Act, Cast, Deadline, DeadlineMention, Event, Evidence, Party, Span, Timing, Window

STRENGTH = ("withdrawn", "extended", "brought-forward", "missed", "met", "set", "restated", "proposed")
"""Which of several statuses of one deadline is kept: the one that says most of what is new."""

OVER = frozenset({"met", "missed", "withdrawn"})
"""Outcomes: what is newly set has none yet."""

NEAR, CLOSE, FAR = 1, 3, 12
"""Distances in sentences: to a mention that shares no party, one that shares a party, and one that only points back."""

Acts = Sequence[tuple[Act, Sequence[Event]]]


def write(context: Context, acts: Acts) -> list[Deadline]:
    """The deadlines; ``acts`` are those of the report with their mentions, among which the threat is sought."""
    groups: list[list[DeadlineMention]] = []
    for mention in context.findings.deadlines:
        fitting = [group for group in groups if _fits(context, group, mention)]
        if fitting:
            max(fitting, key=_likelihood).append(mention)
        else:
            groups.append([mention])
    return [_deadline(context, group, acts) for group in groups]


def _likelihood(group: Sequence[DeadlineMention]) -> tuple[bool, Span]:
    """Which deadline a mention is more likely of: one that is not over, and the one mentioned last."""
    return not any(one.status in OVER for one in group), max(one.anchor for one in group)


def _fits(context: Context, group: Sequence[DeadlineMention], new: DeadlineMention) -> bool:
    """Whether a mention is of the deadline of ``group``: no party, end or outcome against it, and end, parties or nearness for it."""
    cast = context.findings.cast
    if any(_against(cast, one, new) for one in group):
        return False
    if any(_one_end(one, new) for one in group):
        return True
    gap = min(context.gap(one.anchor, new.anchor) for one in group)
    shared = any(_shared(cast, one, new) for one in group)
    near = (shared and gap <= CLOSE) or (gap <= NEAR and any(not _names(cast, one.setter + one.addressee) for one in (*group, new)))
    if new.due and all(one.due for one in group):  # two ends that differ, or cannot be told
        return near and not any(timings.placed(one.due) for one in (*group, new))
    if not new.setter and not new.addressee and not new.due:
        return gap <= FAR
    return near


def _against(cast: Cast, one: DeadlineMention, new: DeadlineMention) -> bool:
    """Whether setter, addressee or end differ, one is proposed where the other holds, or one is over where the other is set."""
    for mine, theirs in ((one.setter, new.setter), (one.addressee, new.addressee)):
        ours, other = _names(cast, mine), _names(cast, theirs)
        if ours and other and not ours & other:
            return True
    if (one.status == "proposed") != (new.status == "proposed") and not _one_end(one, new):
        return True
    if {one.status, new.status} & OVER and "set" in (one.status, new.status):
        return True
    return bool(timings.placed(one.due) and timings.placed(new.due)) and not _one_end(one, new)


def _one_end(one: DeadlineMention, new: DeadlineMention) -> bool:
    """Whether both end on one day or may (one of two vague ends lies within the other), or run for the same time from an unknown one."""
    if any(_can_be_one(ours, theirs) for ours in timings.placed(one.due) for theirs in timings.placed(new.due)):
        return True
    ours, theirs = ({when.value for when in mention.due if timings.is_length(when)} for mention in (one, new))
    return bool(ours & theirs)


def _can_be_one(one: Window, other: Window) -> bool:
    vague = one.earliest != one.latest and other.earliest != other.latest
    return timings.equal_end(one, other) or (vague and (timings.within(one, other) or timings.within(other, one)))


def _shared(cast: Cast, one: DeadlineMention, new: DeadlineMention) -> bool:
    return bool(_names(cast, one.setter) & _names(cast, new.setter) or _names(cast, one.addressee) & _names(cast, new.addressee))


def _names(cast: Cast, parties: Iterable[Party]) -> frozenset[str]:
    """The names of parties, and the countries on whose side they are."""
    names = {party.name for party in parties if party.name}
    return frozenset(names | {side(cast, name) for name in names})


def _deadline(context: Context, group: Sequence[DeadlineMention], acts: Acts) -> Deadline:
    text = context.text
    status = min((one.status for one in group), key=STRENGTH.index)
    best = next(one for one in group if one.status == status)
    threat = _threat(context, group, acts)
    return identified(
        Deadline(
            report=context.findings.report.id,
            status=status,
            words=" ".join(best.anchor.of(text).split()),
            evidence=people.ordered(proof for one in group for proof in _evidence(one)),
            accounts=context.accounts(one.carriers for one in group),
            score=max(one.score for one in group if one.status == status),
            by=best.by,
            setters=people.gathered(people.participants(one.setter, text) for one in group),
            addressees=people.gathered(people.participants(one.addressee, text) for one in group),
            demands=context.words(span for one in group for span in one.demand),
            due=_newest(status, timings.timings((when for one in group for when in one.due), text)),
            consequences=context.words(span for one in group for span in one.consequence),
            threat=threat.id if threat else "",
        )
    )


def _newest(status: str, due: tuple[Timing, ...]) -> tuple[Timing, ...]:
    """The dues with the end that holds now first, of what is extended the last one: "was to expire on Friday, now runs until April 21"."""
    if status != "extended":
        return due
    return tuple(sorted(due, key=lambda one: timings.ends(one.when.window), reverse=True))


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
