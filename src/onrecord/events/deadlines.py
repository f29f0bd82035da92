"""Deadlines of a report."""

from __future__ import annotations

import re

from onrecord.events.carriers import carriers
from onrecord.events.consequences import consequence
from onrecord.events.counting import counted
from onrecord.events.deadline_status import deadline_status
from onrecord.events.dues import Due, ahead, asked, beside, bound, demand, dues
from onrecord.events.once import once
from onrecord.events.roles import parties, spans, whens
from onrecord.events.scene import Scene, scene
from onrecord.nouns import Cast, DeadlineMention, Mark, Party, Reading, Report, Statement, When

_MUST = re.compile(
    r" (?:must|ha(?:s|ve|d) to|needs? to|(?:is|are|was|were) (?:to|due to|required to|supposed to|obliged to|told to|ordered to))\b"
)
_BY = re.compile(r"(?i)by (?:at least |about |another |up to )?[\w,.-]+ ")
_LASTING = re.compile(r"(?i)\b(?:deadlines?|ultimatums?|truces?|cease-?fires?|pauses?|moratoriums?|lulls?)\b")


def deadlines(
    report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]
) -> tuple[DeadlineMention, ...]:
    """Every deadline that ``report`` mentions, in the order of the text: those of the reader, and by rule those that it missed."""
    here = scene(report, reading, times, cast, statements)
    read = once(here, [_read(here, mark) for mark in reading.layer("deadline") if not _measures(here, mark)])
    known = tuple(span for one in read for span in (one.anchor, *(when.phrase for when in one.due)))
    ruled = [_ruled(here, due) for due in dues(here, known)]
    return tuple(sorted(read + ruled, key=lambda one: one.anchor))


def _read(here: Scene, mark: Mark) -> DeadlineMention:
    """A deadline of the reader's. Its setter is an addressee only where nobody else is: who promises sets a deadline to himself.

    Who "must" has been told by somebody else: of the twelve in the training reports one is a setter.
    """
    verdict = deadline_status(here, mark.span, mark.trait("status"))
    setter, addressee = parties(here, mark, "setter"), bound(here, mark.span) or parties(here, mark, "addressee")
    setter = tuple(party for party in setter if not _must(here, party, mark))
    others = tuple(party for party in addressee if party.span not in {one.span for one in setter})
    return DeadlineMention(
        anchor=mark.span,
        status=verdict.name,
        setter=setter,
        addressee=others or addressee,
        demand=spans(here, mark, "demand"),
        due=tuple(counted(when, verdict.name, here.day) for when in _due(here, mark)),
        consequence=spans(here, mark, "consequence") or consequence(here, mark.span),
        carriers=carriers(here, mark.span),
        score=mark.score,
        by=verdict.by,
    )


def _measures(here: Scene, mark: Mark) -> bool:
    """Whether the words only say by how much something differs: "kick-off was delayed by 82 minutes" (five of six in training reports)."""
    amount = any(one.type == "DURATION" and one.span.overlaps(mark.span) for one in here.whens.over(mark.span))
    sentence = here.sentence(mark.span)
    start = mark.span.start if _BY.match(here.text, mark.span.start) else mark.span.start - 3
    return amount and _BY.match(here.text, max(0, start)) is not None and not _LASTING.search(here.text, sentence.start, sentence.end)


def _must(here: Scene, party: Party, mark: Mark) -> bool:
    return party.span.end < mark.span.start and _MUST.match(here.text, party.span.end, mark.span.start) is not None


def _due(here: Scene, mark: Mark) -> tuple[When, ...]:
    return whens(here, mark, "due") or ahead(here, mark.span) or beside(here, mark.span)


def _ruled(here: Scene, due: Due) -> DeadlineMention:
    """A deadline found by rule; the events of its sentence say who asks whom for what."""
    status = deadline_status(here, due.anchor, default=due.status).name
    setting, owed = asked(here, due.anchor)
    told = parties(here, setting, "recipient") if setting else ()
    doer = parties(here, owed, "actor") if owed else ()
    # who warns tells anybody; who is asked is asked for something
    addressee = doer or told if setting and setting.label == "THREATEN" else told or doer
    return DeadlineMention(
        anchor=due.anchor,
        status=status,
        setter=parties(here, setting, "actor") if setting else (),
        addressee=addressee,
        demand=(demand(here, owed, due.anchor),) if owed else (),
        due=(counted(due.when, status, here.day),),
        consequence=consequence(here, due.anchor),
        carriers=carriers(here, due.anchor),
        score=0.8,
        by=due.by,
    )
