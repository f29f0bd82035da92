"""When an event is, from marked text and given times."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import events
from onrecord.nouns import Cast, Span, When, Window
from tests.marked import Marked, marked

DAY = "2026-03-11"
FRIDAY = date(2026, 3, 13)


def dated(source: str, phrase: str = "", window: Window | None = None, kind: str = "DATE", value: str = "2026-03-13") -> list[str]:
    """The values of the event's times; ``phrase`` is the whole expression, where it is more than what is marked as time."""
    text = marked(source, DAY)
    (event,) = events.find(text.report, text.reading, (_when(text, phrase, window, kind, value),), Cast(), ())
    return [one.iso for one in event.time]


def _when(text: Marked, phrase: str, window: Window | None, kind: str, value: str) -> When:
    span = text.span("time")
    start = text.report.text.index(phrase) if phrase else span.start
    return When(span, Span(start, max(span.end, start + len(phrase))), kind, value, window=window)


AFTER = Window(FRIDAY, None, role="AFTER")
AT = Window(FRIDAY, FRIDAY)


@pytest.mark.parametrize(
    ("source", "phrase"),
    [
        ("They met after [Friday|time]'s [attacks|ASSAULT:happened].", "after Friday"),
        ("They have met since the [Friday|time] [attacks|ASSAULT:happened].", "since the Friday"),
        ("They met after the [attack|ASSAULT:happened] of [Friday|time].", "after the attack of Friday"),
        ("They will [abstain|REJECT:planned] from [Friday|time]'s vote.", "from Friday"),
    ],
)
def test_what_bounds_another_event_leaves_the_dated_one_its_day(source: str, phrase: str) -> None:
    assert dated(source, phrase, AFTER) == ["2026-03-13"]


@pytest.mark.parametrize(
    ("source", "phrase"),
    [
        ("They [met|CONSULT:happened] after [Friday|time].", "after Friday"),
        ("After [Friday|time] they [met|CONSULT:happened].", "After Friday"),
        ("After [Friday|time] to [meet|CONSULT:planned] was out of the question.", "After Friday"),
    ],
)
def test_what_bounds_the_event_itself_stands(source: str, phrase: str) -> None:
    assert dated(source, phrase, AFTER) == ["2026-03-13/"]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("Norland is to [withdraw|RETREAT:demanded] before a [Friday|time] deadline.", "/2026-03-13"),
        ("Norland is to [withdraw|RETREAT:demanded] by the final deadline of [Friday|time].", "/2026-03-13"),
        ("Norland will [stay|MOBILIZE:planned] beyond the [Friday|time] deadline.", "2026-03-13/"),
        ("The [talks|CONSULT:ongoing] began on [Friday|time].", "2026-03-13/"),
        ("The [talks|CONSULT:happened] were on [Friday|time].", "2026-03-13"),
        ("The [Friday|time] [ultimatum|THREATEN:happened] came late.", "2026-03-13"),
    ],
)
def test_deadlines_bound_and_beginnings_open(source: str, value: str) -> None:
    assert dated(source, window=AT) == [value]


def test_at_once_is_from_the_day_of_the_report_on() -> None:
    assert dated("They agreed on an [immediate|time] [ceasefire|RETREAT:planned].", value="") == ["2026-03-11/"]


@pytest.mark.parametrize(
    "source",
    [
        "They will resume [talks|CONSULT:planned] after [six years|time].",
        "It was their first [swap|RETREAT:happened] in nearly [six years|time].",
    ],
)
def test_how_long_ago_the_like_was_is_no_time_of_it(source: str) -> None:
    assert dated(source, kind="DURATION", value="P6Y") == []

