"""Events of a report."""

from __future__ import annotations

from onrecord.events.carriers import carriers
from onrecord.events.roles import parties, spans, whens
from onrecord.events.scene import Scene, scene
from onrecord.events.status import status
from onrecord.nouns import Cast, Event, Mark, Reading, Report, Statement, When


def find(report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """Every event that ``report`` mentions, in the order of the text."""
    here = scene(report, reading, times, cast, statements)
    return tuple(_event(here, mark) for mark in reading.layer("event"))


def _event(here: Scene, mark: Mark) -> Event:
    mode = mark.trait("mode")
    verdict = status(here, mark)
    return Event(
        anchor=mark.span,
        type=mark.label,
        status=verdict.name,
        mode=mode.name if mode else "",
        actor=parties(here, mark, "actor"),
        recipient=parties(here, mark, "recipient"),
        place=spans(here, mark, "place"),
        time=whens(here, mark, "time"),
        condition=spans(here, mark, "condition"),
        carriers=carriers(here.statements, mark.span),
        score=mark.score,
        by=verdict.by,
    )
