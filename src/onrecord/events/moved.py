"""The new date of a meeting that is put off: "planned for Thursday, postponed to April 20" is two events, the second one planned
(codebook, ruling 14)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.events.scene import Scene
from onrecord.nouns import Event, Span, When

REACH = 160
_TO = re.compile(
    r"\b(?P<verb>postponed|put off|put back|moved|pushed back|delayed|rescheduled|brought forward)(?: by [^,;.]{3,20}?)?"
    r"(?: from [^,;.]{3,25}?)? (?:to|until|till|for) (?:the )?$"
)


def moved(here: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The events, each meeting that is put off to a day followed by the one that is now planned for it."""
    for event in events:
        found = _new_day(here, event) if event.type == "CONSULT" and event.status == "postponed" else None
        if found is None:
            yield event
            continue
        verb, when = found
        yield replace(event, time=tuple(one for one in event.time if one != when))
        yield replace(event, anchor=verb, status="planned", time=(when,), by="moved-to")


def _new_day(here: Scene, event: Event) -> tuple[Span, When] | None:
    """The verb that moves the meeting and the day that it moves it to, in the sentence of the meeting."""
    sentence = here.sentence(event.anchor)
    end = min(sentence.end, event.anchor.end + REACH)
    for when in here.whens.over(Span(event.anchor.end, max(end, event.anchor.end))):
        match = _TO.search(here.text, event.anchor.end, when.span.start)
        if match and when.window:
            return Span(*match.span("verb")), when
    return None
