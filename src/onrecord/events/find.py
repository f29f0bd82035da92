"""Events of a report."""

from __future__ import annotations

from onrecord.events.carriers import carriers
from onrecord.events.control import control
from onrecord.events.kinds import kind
from onrecord.events.roles import parties, spans, whens
from onrecord.events.scene import Scene, scene
from onrecord.events.status import status
from onrecord.nouns import Cast, Event, Mark, Reading, Report, Span, Statement, When


def find(report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Every event that ``report`` mentions, in the order of the text."""
    here = scene(report, reading, times, cast, statements)
    found = [_event(here, mark) for mark in reading.layer("event") if not _names_only(here, mark)]
    return control(here, sorted(found, key=lambda event: event.anchor))


def _names_only(here: Scene, mark: Mark) -> bool:
    """Whether the word asks for nothing and only says what something is called: "called the talks useful"."""
    return mark.label == "REQUEST" and any(one.act == "characterise" and one.cue == mark.span for one in here.statements)


def _times(here: Scene, mark: Mark) -> tuple[When, ...]:
    """Its times, without those that count from it to another event: "met two days before the vote" says when the vote is."""
    found = (*whens(here, mark, "time"), *_lasting(here, mark))
    return tuple(
        one for one in dict.fromkeys(found) if not (one.window and one.window.basis == "event" and one.phrase.start > mark.span.start)
    )


def _lasting(here: Scene, mark: Mark) -> tuple[When, ...]:
    """How long it took: "three hours of talks"."""
    near = here.whens.over(Span(max(0, mark.span.start - 40), mark.span.start)) if mark.label == "CONSULT" else ()
    return tuple(one for one in near if one.type == "DURATION" and here.text[one.phrase.end : mark.span.start] == " of ")


def _event(here: Scene, mark: Mark) -> Event:
    event_type, mode = kind(here, mark)
    verdict = status(here, mark)
    return Event(
        anchor=mark.span,
        type=event_type,
        status=verdict.name,
        mode=mode,
        actor=parties(here, mark, "actor"),
        recipient=parties(here, mark, "recipient"),
        place=spans(here, mark, "place"),
        time=_times(here, mark),
        condition=spans(here, mark, "condition"),
        carriers=carriers(here, mark.span),
        score=mark.score,
        by=verdict.by,
    )
