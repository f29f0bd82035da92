"""Events of a report."""

from __future__ import annotations

import re

from onrecord.events.alike import once
from onrecord.events.carriers import carriers
from onrecord.events.control import control
from onrecord.events.kinds import kind
from onrecord.events.moved import moved
from onrecord.events.none import is_none
from onrecord.events.roles import parties, spans
from onrecord.events.scene import Scene, scene
from onrecord.events.sending import done_to
from onrecord.events.status import status
from onrecord.events.times import times as when_it_is
from onrecord.nouns import Cast, Event, Mark, Party, Reading, Report, Span, Statement, When

_PRESENT = re.compile(r" (?:was|were|is|are) (?:also )?present (?:on|at|in|during|for) (?:[\w’'.-]{1,30} ){0,4}")


def find(report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Every event that ``report`` mentions, in the order of the text."""
    here = scene(report, reading, times, cast, statements)
    found = [_event(here, mark) for mark in reading.layer("event") if not is_none(here, mark)]
    acts = moved(here, once(here, sorted(found, key=lambda event: event.anchor)))
    return control(here, sorted(acts, key=lambda event: event.anchor))


def _present(here: Scene, mark: Mark) -> tuple[Party, ...]:
    """Who was there too: "Lee was present on Norland's call"."""
    start = max(here.sentence(mark.span).start, mark.span.start - 120)
    near = here.referents.over(Span(start, max(start, mark.span.start))) if mark.label == "CONSULT" else ()
    there = (one for one in near if _PRESENT.fullmatch(here.text[one.mention.span.end : mark.span.start]))
    return tuple(Party(one.mention.span, one.name, one.mention.score) for one in there)


def _with(parties: tuple[Party, ...], more: tuple[Party, ...]) -> tuple[Party, ...]:
    named = {party.name for party in parties}
    return (*parties, *(party for party in more if party.name not in named))


def _event(here: Scene, mark: Mark) -> Event:
    event_type, mode = kind(here, mark)
    verdict = status(here, mark)
    recipients, places = done_to(here, mark)
    return Event(
        anchor=mark.span,
        type=event_type,
        status=verdict.name,
        mode=mode,
        actor=_with(parties(here, mark, "actor"), _present(here, mark)),
        recipient=recipients,
        place=places,
        time=when_it_is(here, mark),
        condition=spans(here, mark, "condition"),
        carriers=carriers(here, mark.span),
        score=mark.score,
        by=verdict.by,
    )
