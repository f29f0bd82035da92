"""Times that a report gives once and goes on from: the same occasion, what bears out a dated sentence, what comes "then".

A reader of a newspaper carries them over without noticing. Each such time keeps the words that it came from as its evidence, says so in
its ``basis`` (``mention``) and ``by``, and is less certain than one that stands beside what it dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from onrecord.entries.context import Context
from onrecord.entries.timings import is_length
from onrecord.nouns import Event, Findings, Party, Span, Statement, When

CERTAINTY = 0.6
"""How much of a time's certainty is left when it is carried over."""

OCCASION = re.compile(r"\b(?:during|at|in|after|following)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}$", re.I)
"""What stands before a meeting that is only named as where something was said: "said during a meeting with"."""

NEXT = re.compile(r"\b(?:then|afterwards?|after that|subsequently|thereafter)\b", re.I)
"""What puts a plan after the one told before it."""

NEAR = 2
"""So many sentences back an order may reach."""


def carried_over(findings: Findings) -> Findings:
    """The findings with the times that the report does not repeat; nothing that has a time already is changed."""
    context = Context(findings)
    said: dict[int, Statement] = {}
    opened: set[int] = set()
    for number in sorted(range(len(findings.statements)), key=lambda at: _first(findings.statements[at])):
        statement = findings.statements[number]
        if statement.said is None:
            before = (said.get(at, one) for at, one in enumerate(findings.statements) if _first(one) < _first(statement))
            when = _same_occasion(context, statement, before)
            if when is None and (when := _borne_out(context, statement)):
                opened.add(number)
            said[number] = replace(statement, said=when) if when else statement
    statements = tuple(said.get(number, one) for number, one in enumerate(findings.statements))
    events: list[Event] = []
    for event in findings.events:
        missing = event.type == "CONSULT" and all(is_length(when) for when in event.time)
        when = (_occasion(context, event, (statements[at] for at in opened)) or _next(context, event, events)) if missing else None
        events.append(replace(event, time=(*event.time, when)) if when else event)
    return replace(findings, statements=statements, events=tuple(events))


def _same_occasion(context: Context, statement: Statement, before: Iterable[Statement]) -> When | None:
    """The day of the statement that ends a sentence before, where one speaker goes on before the same listeners."""
    last = max(before, key=_first, default=None)
    if last is None or last.said is None or not _names(last.source) & _names(statement.source):
        return None
    listeners = [set(context.words(party.span for party in one.to)) for one in (last, statement)]
    one = listeners[0] == listeners[1] != set() and context.gap(last.content[-1], statement.content[0]) <= 1
    return _carried(last.said, "same-occasion") if one else None


def _borne_out(context: Context, statement: Statement) -> When | None:
    """The day of the sentence before, where that opens with it and tells what the quoted speaker did then."""
    published = context.findings.report.published.day
    own = context.sentence(statement.content[0])
    text = context.text[: own.start].rstrip("\"'“‘« \n\t")
    if statement.quote != "direct" or published is None or not text:
        return None
    before = context.sentence(Span(len(text) - 1, len(text)))
    start = before.end - len(before.of(context.text).lstrip())
    when = next((one for one in _whens(context.findings) if one.phrase.start == start), None)
    if when is None or when.window is None or when.window.latest is None or _day(when.window.latest) >= published:
        return None
    doers = (party for event in context.findings.events if before.covers(event.anchor) for party in event.actor)
    setters = (party for deadline in context.findings.deadlines if before.covers(deadline.anchor) for party in deadline.setter)
    return _carried(when, "borne-out") if _names(statement.source) & _names((*doers, *setters)) else None


def _occasion(context: Context, event: Event, statements: Iterable[Statement]) -> When | None:
    """The day of the statement at which a meeting is named as its occasion."""
    if event.status != "happened" or not OCCASION.search(context.text, max(0, event.anchor.start - 60), event.anchor.start):
        return None
    beside = (one for one in statements if one.cue and context.gap(one.cue, event.anchor) == 0)
    return next((one.said for one in beside if one.said), None)


def _next(context: Context, event: Event, before: Iterable[Event]) -> When | None:
    """After the plan told last, for a plan that is told with "then"."""
    sentence = context.sentence(event.anchor)
    word = NEXT.search(context.text, sentence.start, event.anchor.start)
    if word is None or event.status != "planned":
        return None
    span = Span(*word.span())
    told = [one for one in before if one.type == "CONSULT" and one.status == "planned" and one.anchor < span]
    last = max(told, key=lambda one: one.anchor, default=None)
    if last is None or context.gap(last.anchor, event.anchor) > NEAR:
        return None
    windows = [when.window for when in last.time if when.window and when.window.earliest]
    window = replace(windows[0], latest=None, role="AFTER", basis="mention") if windows else None
    return When(span, span, "DATE", "", window=window, certainty=CERTAINTY, by="told-next")


def _carried(when: When, by: str) -> When:
    window = replace(when.window, basis="mention") if when.window else None
    return replace(when, window=window, certainty=when.certainty * CERTAINTY, by=by)


def _whens(findings: Findings) -> Iterator[When]:
    """Every time of the report, with those that only statements have."""
    yield from findings.times
    yield from (one.said for one in findings.statements if one.said)


def _names(parties: Iterable[Party]) -> set[str]:
    return {party.name for party in parties if party.name and not party.name.startswith("~")}


def _first(statement: Statement) -> Span:
    return min(statement.content)


def _day(bound: date) -> date:
    return date(bound.year, bound.month, bound.day)
