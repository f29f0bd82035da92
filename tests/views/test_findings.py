"""Findings as JSON: the keys, their order, and that every span leads back to its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.nouns import (
    Actor,
    Cast,
    DeadlineMention,
    Event,
    Findings,
    Mention,
    Office,
    Party,
    Published,
    Report,
    Source,
    Span,
    Statement,
    When,
    Window,
)
from onrecord.views.findings import to_json

TEXT = "Norland gave the crew until Friday to leave, Lee said."
DUE = When(Span(28, 34), Span(22, 34), "DATE", "2026-03-13", window=Window(None, date(2026, 3, 13), role="UNTIL"), by="weekday")
NORLAND = Party(Span(0, 7), "Norland")
LEE = Actor("Ann Lee", office=Office("minister", "Norland"), mentions=(Mention(Span(45, 48), form="surname"),))


def findings(name: str = "one") -> Findings:
    chain = (Source("person", "Ann Lee", span=Span(45, 48)), Source("report"))
    said = Statement((Span(0, 43),), cue=Span(49, 53), source=(Party(Span(45, 48), "Ann Lee"),), chain=chain)
    left = Event(Span(38, 43), "RETREAT", "demanded", "withdraw", actor=(Party(Span(13, 21)),), time=(DUE,), carriers=(0,), by="reader")
    given = DeadlineMention(Span(22, 34), setter=(NORLAND,), due=(DUE,), demand=(Span(38, 43),))
    return Findings(Report(TEXT, name=name, published=Published(day=date(2026, 3, 11))), (DUE,), Cast((LEE,)), (said,), (left,), (given,))


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span of a plain value, at any depth."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_the_keys_are_those_of_the_codebook_in_its_order() -> None:
    out = to_json(findings())
    assert list(out) == ["id", "events", "statements", "deadlines", "times", "actors"]
    event = ["anchor", "type", "mode", "status", "actor", "recipient", "place", "time", "condition"]
    assert list(out["events"][0])[: len(event)] == event
    statement = ["source", "cue", "content", "to", "via", "channel", "quote", "anonymous"]
    assert list(out["statements"][0])[: len(statement)] == statement
    deadline = ["anchor", "setter", "addressee", "demand", "due", "consequence", "status"]
    assert list(out["deadlines"][0])[: len(deadline)] == deadline


def test_every_span_leads_back_to_its_words() -> None:
    found = list(spans(to_json(findings())))
    assert len(found) >= 12
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found)


def test_times_have_the_value_of_the_corpus_in_roles_and_that_of_timex3_in_the_list() -> None:
    out = to_json(findings())
    due = out["deadlines"][0]["due"][0]
    assert (due["text"], due["value"], due["type"]) == ("until Friday", "/2026-03-13", "DATE")
    time = out["times"][0]
    assert (time["text"], time["value"], time["earliest"], time["latest"], time["role"]) == (
        "Friday",
        "2026-03-13",
        "",
        "2026-03-13",
        "UNTIL",
    )


def test_an_amount_that_nobody_counted_has_no_value_in_a_role() -> None:
    years = When(Span(28, 34), Span(22, 34), "DURATION", "PXY")
    one = replace(findings(), times=(years,), events=(replace(findings().events[0], time=(years,)),))
    out = to_json(one)
    assert (out["events"][0]["time"][0]["value"], out["times"][0]["value"]) == ("", "PXY")


def test_parties_say_whom_they_mean() -> None:
    out = to_json(findings())
    assert out["deadlines"][0]["setter"][0]["is"] == "Norland"
    assert out["events"][0]["actor"][0]["is"] == ""
    assert out["actors"][0]["office"] == {"title": "minister", "body": "Norland"}


def test_it_is_json_and_bears_the_name_of_its_source() -> None:
    assert json.loads(json.dumps(to_json(findings()))) == to_json(findings())
    assert to_json(findings())["id"] == "one"
    assert to_json(findings(""))["id"] == findings("").report.id
