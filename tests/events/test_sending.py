"""Who is sent where, from marked text."""

from __future__ import annotations

import pytest

from onrecord import events
from onrecord.nouns import Cast, Event
from tests.marked import Marked, marked


def found(source: str) -> tuple[Event, Marked]:
    text = marked(source)
    (event,) = events.find(text.report, text.reading, (), Cast(), ())
    return event, text


@pytest.mark.parametrize(
    "source",
    [
        "Norland [deployed|MOBILIZE:happened] [300 soldiers|recipient] to the delta.",
        "Norland [withdrew|RETREAT:happened] [all of its troops|recipient].",
    ],
)
def test_who_is_sent_is_no_recipient(source: str) -> None:
    assert not found(source)[0].recipient


def test_where_they_go_is_a_place() -> None:
    event, text = found("Norland [sent|MOBILIZE:happened] police to [Sudland|recipient].")
    assert (event.recipient, event.place) == ((), (text.span("recipient"),))


@pytest.mark.parametrize(
    "source",
    [
        "Norland [massed|MOBILIZE:happened] troops against [Sudland|recipient].",
        "Norland [handed|RETREAT:happened] the captives to [Sudland|recipient].",
        "Rebels [shelled|ASSAULT:happened] [government troops|recipient].",
    ],
)
def test_whom_it_is_done_to_stays_one(source: str) -> None:
    event, text = found(source)
    assert [party.span for party in event.recipient] == [text.span("recipient")]
