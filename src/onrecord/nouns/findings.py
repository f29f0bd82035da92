"""All that was found in one report."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.nouns.actor import Cast
from onrecord.nouns.event import DeadlineMention, Event
from onrecord.nouns.report import Report
from onrecord.nouns.statement import Statement
from onrecord.nouns.when import When


@dataclass(frozen=True, slots=True)
class Findings:
    """One report with its times, actors, statements, events and deadlines, each in the order of the text."""

    report: Report
    times: tuple[When, ...] = ()
    cast: Cast = field(default_factory=Cast)
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    deadlines: tuple[DeadlineMention, ...] = ()
