"""Deadlines of a report."""

from __future__ import annotations

from onrecord.events.carriers import carriers
from onrecord.events.roles import parties, spans, whens
from onrecord.events.scene import Scene, scene
from onrecord.nouns import Cast, DeadlineMention, Mark, Reading, Report, Statement, When


def deadlines(
    report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]
) -> tuple[DeadlineMention, ...]:
    """Every deadline that ``report`` mentions, in the order of the text."""
    here = scene(report, reading, times, cast, statements)
    return tuple(_read(here, mark) for mark in reading.layer("deadline"))


def _read(here: Scene, mark: Mark) -> DeadlineMention:
    status = mark.trait("status")
    return DeadlineMention(
        anchor=mark.span,
        status=status.name if status else "set",
        setter=parties(here, mark, "setter"),
        addressee=parties(here, mark, "addressee"),
        demand=spans(here, mark, "demand"),
        due=whens(here, mark, "due"),
        consequence=spans(here, mark, "consequence"),
        carriers=carriers(here.statements, mark.span),
        score=mark.score,
        by="reader",
    )
