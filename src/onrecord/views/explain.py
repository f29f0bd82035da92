"""All that was found in one report, with the rule or label that found it: what the ledger is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.nouns import Actor, DeadlineMention, Event, Findings, Party, Span, Statement, When
from onrecord.views.day import window
from onrecord.views.printable import one_line
from onrecord.views.table import Column, Table

AT = Column("At", "dim", 6, whole=True)
BY = Column("By", "dim", 26)
SCORE = Column("Score", "dim", 5, whole=True)
CLIP = 100
"""Characters of a long content or demand that are shown."""


def sections(findings: Findings) -> Iterator[tuple[str, Table]]:
    """A table each for events, statements, deadlines, times and actors, those without rows left out; positions are code points."""
    text = findings.report.text
    made = (
        ("Events", _events(findings.events, text)),
        ("Statements", _statements(findings.statements, text)),
        ("Deadlines", _deadlines(findings.deadlines, text)),
        ("Times", _times(findings.times, text)),
        ("Actors", _actors(findings.cast.actors, text)),
    )
    return ((title, table) for title, table in made if table.rows)


def heading(findings: Findings) -> str:
    """Name, outlet and day of the report."""
    report = findings.report
    day = str(report.published) or "day of publication unknown"
    return ", ".join(filter(None, (one_line(report.name or report.id), one_line(report.outlet), day)))


def _events(events: Iterable[Event], text: str) -> Table:
    named = (Column("Event", "bold", 18), Column("Type", "yellow", 20), Column("Status", "", 12))
    columns = (AT, *named, Column("Who → whom"), Column("When"), BY, SCORE)
    return Table(
        columns,
        tuple(
            (
                str(event.anchor.start),
                _words(event.anchor, text),
                " ".join(filter(None, (event.type, event.mode))),
                event.status,
                _sides(event.actor, event.recipient, text),
                _whens(event.time, text),
                event.by,
                f"{event.score:.2f}",
            )
            for event in events
        ),
    )


def _statements(statements: Iterable[Statement], text: str) -> Table:
    columns = (AT, Column("Source", "bold", 24), Column("Act", "yellow", 12), Column("Cue", "", 14), Column("Content"), BY, SCORE)
    return Table(
        columns,
        tuple(
            (
                str(min((span.start for span in said.content), default=said.cue.start if said.cue else 0)),
                _parties(said.source, text),
                said.act,
                _words(said.cue, text) if said.cue else "",
                _clipped(said.content, text),
                said.by,
                f"{said.score:.2f}",
            )
            for said in statements
        ),
    )


def _deadlines(deadlines: Iterable[DeadlineMention], text: str) -> Table:
    named = (Column("Deadline", "bold", 18), Column("Status", "", 12))
    columns = (AT, *named, Column("Who → whom"), Column("Demand"), Column("Due"), BY, SCORE)
    return Table(
        columns,
        tuple(
            (
                str(one.anchor.start),
                _words(one.anchor, text),
                one.status,
                _sides(one.setter, one.addressee, text),
                _clipped(one.demand, text),
                _whens(one.due, text),
                one.by,
                f"{one.score:.2f}",
            )
            for one in deadlines
        ),
    )


def _times(times: Iterable[When], text: str) -> Table:
    columns = (AT, Column("Time", "bold", 30), Column("Value", "yellow", 24), Column("Window"), BY, SCORE)
    return Table(
        columns,
        tuple(
            (
                str(when.phrase.start),
                _words(when.phrase, text),
                f"{when.type} {when.value}",
                window(when.window) if when.window else "",
                when.by,
                f"{when.certainty:.2f}",
            )
            for when in times
        ),
    )


def _actors(actors: Iterable[Actor], text: str) -> Table:
    columns = (Column("Actor", "bold", 30), Column("Kind", "yellow", 14), Column("Known from", "dim", 20), Column("Mentions"))
    return Table(columns, tuple((actor.name, actor.kind, actor.source, _mentions(actor, text)) for actor in actors))


def _mentions(actor: Actor, text: str) -> str:
    return "; ".join(f"{_words(one.span, text)} ({one.form}{', member' if one.member else ''}, {one.by})" for one in actor.mentions)


def _sides(first: tuple[Party, ...], second: tuple[Party, ...], text: str) -> str:
    return " → ".join(filter(None, (_parties(first, text), _parties(second, text)))) if first else _parties(second, text, "→ ")


def _parties(parties: tuple[Party, ...], text: str, lead: str = "") -> str:
    named = ", ".join(one_line(one.name) or f"“{_words(one.span, text)}”" for one in parties)
    return f"{lead}{named}" if named else ""


def _whens(times: tuple[When, ...], text: str) -> str:
    return "; ".join((window(when.window) if when.window else "") or f"“{_words(when.phrase, text)}”" for when in times)


def _clipped(spans: tuple[Span, ...], text: str) -> str:
    words = " … ".join(_words(span, text) for span in spans)
    return words if len(words) <= CLIP else f"{words[:CLIP]}…"


def _words(span: Span, text: str) -> str:
    return one_line(span.of(text))
