"""Findings by hand, out of marked text: what the rooms below would have found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.nouns import (
    Actor,
    Cast,
    DeadlineMention,
    Event,
    Findings,
    Mark,
    Mention,
    Party,
    Reading,
    Report,
    Source,
    Span,
    Statement,
    When,
    Window,
)
from tests.marked import marked

Names = Mapping[str, str]
"""Words to canonical names, with the country and what it is behind bars where they count ("Norland|NOR|state"); else a person's."""


def findings(source: str, names: Names | None = None, times: Names | None = None, day: str = "2031-03-04") -> Findings:
    """``names`` says who is meant, ``times`` which day (``2031-03-07``), stretch (``2031-03-07/``) or length (``PT3H``) by their words."""
    taken = marked(source, day, "Echo")
    made = Made(taken.report, taken.reading, names or {}, times or {})
    statements = made.statements()
    return Findings(
        taken.report,
        cast=made.cast(),
        statements=statements,
        events=tuple(made.event(mark, statements) for mark in taken.reading.layer("event")),
        deadlines=tuple(made.deadline(mark, statements) for mark in taken.reading.layer("deadline")),
    )


class Made:
    """What the marks of one text become."""

    def __init__(self, report: Report, reading: Reading, names: Names, times: Names) -> None:
        self.report, self.reading, self.names, self.times = report, reading, names, times

    def party(self, span: Span) -> Party:
        words = span.of(self.report.text)
        return Party(span, self.names.get(words, "").split("|")[0])

    def parties(self, head: Mark, role: str) -> tuple[Party, ...]:
        return tuple(self.party(arc.tail) for arc in self.reading.arcs_of(head, role))

    def spans(self, head: Mark, role: str) -> tuple[Span, ...]:
        return tuple(arc.tail for arc in self.reading.arcs_of(head, role))

    def whens(self, head: Mark, role: str) -> tuple[When, ...]:
        return tuple(when(span, self.times.get(span.of(self.report.text), "")) for span in self.spans(head, role))

    def event(self, mark: Mark, statements: tuple[Statement, ...]) -> Event:
        traits = {key: label.name for key, label in mark.traits}
        return Event(
            mark.span,
            mark.label,
            traits["status"],
            traits.get("mode", ""),
            self.parties(mark, "actor"),
            self.parties(mark, "recipient"),
            self.spans(mark, "place"),
            self.whens(mark, "time"),
            self.spans(mark, "condition"),
            carriers(mark.span, statements),
        )

    def deadline(self, mark: Mark, statements: tuple[Statement, ...]) -> DeadlineMention:
        return DeadlineMention(
            mark.span,
            {key: label.name for key, label in mark.traits}["status"],
            self.parties(mark, "setter"),
            self.parties(mark, "addressee"),
            self.spans(mark, "demand"),
            self.whens(mark, "due"),
            self.spans(mark, "consequence"),
            carriers(mark.span, statements),
        )

    def statements(self) -> tuple[Statement, ...]:
        cues = [mark for mark in self.reading.layer("speech") if mark.label == "cue"]
        flat = [self.statement(cue) for cue in cues]
        return tuple(replace(one, carrier=carrier(one, flat)) for one in flat)

    def statement(self, cue: Mark) -> Statement:
        source, via = self.parties(cue, "source"), self.parties(cue, "via")
        chain = [self.link("person", party) for party in source[:1]] + [self.link("outlet", party) for party in via[:1]]
        content = self.spans(cue, "content")
        return Statement(content, cue.span, source, self.parties(cue, "to"), via, chain=(*chain, Source("report", self.report.outlet)))

    def link(self, kind: str, party: Party) -> Source:
        words = party.span.of(self.report.text)
        return Source(kind, party.name, "" if party.name else words, party.span)

    def cast(self) -> Cast:
        found: dict[str, list[Span]] = {}
        for words, name in self.names.items():
            at = self.report.text.find(words)
            while at >= 0:
                found.setdefault(name, []).append(Span(at, at + len(words)))
                at = self.report.text.find(words, at + 1)
        return Cast(tuple(_actor(name, tuple(map(Mention, spans))) for name, spans in found.items()))


def _actor(written: str, mentions: tuple[Mention, ...]) -> Actor:
    name, country, kind = (*written.split("|"), "", "")[:3]
    return Actor(name, kind or "person", country, mentions=mentions)


def when(span: Span, value: str) -> When:
    """A time of that ISO value; of none where there is no value."""
    if value.startswith("P"):
        return When(span, span, "DURATION", value)
    if not value:
        return When(span, span, "DATE", "")
    first, slash, last = value.partition("/")
    ends = [date.fromisoformat(one) if one else None for one in ((first, last) if slash else (value, value))]
    return When(span, span, "DATE", value, window=Window(ends[0], ends[1]))


def carrier(statement: Statement, others: list[Statement]) -> int | None:
    """The statement whose content holds all of this one's."""
    for number, other in enumerate(others):
        if other is not statement and all(any(outer.covers(one) for outer in other.content) for one in statement.content):
            return number
    return None


def carriers(span: Span, statements: tuple[Statement, ...]) -> tuple[int, ...]:
    """The statements that hold a span, outermost first."""
    holding = [number for number, one in enumerate(statements) if any(part.covers(span) for part in one.content)]
    found = [(sum(map(len, statements[number].content)), number) for number in holding]
    return tuple(number for _, number in sorted(found, reverse=True))
