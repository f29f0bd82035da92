"""Two words for one act: "refuses to rule out", "a missile strike", "visits Cairo for talks", "march through Bern to protest".

Annotators mark an act once in a sentence. Of some 6,000 events of the training reports, 12 have one of the same type two words on, where
the reader gives 16 in 240 reports; 1 of a visit has its meeting marked too, where the reader gives 5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.events.roles import filled
from onrecord.events.scene import Scene
from onrecord.nouns import Event

SAID = ("actor", "recipient", "place", "time", "condition", "mode")
_OTHER = r"(?!(?:and|or|but|nor|while|after|before|as|over|because|when|which|who|that|during|then|against)\b)[\w’'-]+"
_NEXT = re.compile(rf"(?P<to> to )|(?: (?!to\b){_OTHER}){{0,2}} ?")
_STRETCH = rf"(?:,? {_OTHER}){{0,9}}?"
_GOING_ON = {"CONSULT": re.compile(rf"{_STRETCH},? for (?:[\w’'-]+ ){{0,3}}"), "PROTEST": re.compile(rf"(?P<to>{_STRETCH},? to )")}


def once(here: Scene, events: Sequence[Event]) -> list[Event]:
    """The events with those that tell one act made one: the surer word, or the first where the second is its infinitive."""
    kept: list[Event] = []
    for event in events:
        match = _one_act(here, kept[-1], event) if kept else None
        if match is None:
            kept.append(event)
        elif match.groupdict().get("to") or kept[-1].score >= event.score:
            kept[-1] = filled(kept[-1], event, SAID)
        else:
            kept[-1] = filled(event, kept[-1], SAID)
    return kept


def _one_act(here: Scene, event: Event, following: Event) -> re.Match[str] | None:
    """The words between two events of one type that leave them one act."""
    if event.type != following.type or following.anchor.start < event.anchor.end:
        return None
    gap = here.text[event.anchor.end : following.anchor.start]
    pattern = _GOING_ON.get(event.type)
    return _NEXT.fullmatch(gap) or (pattern.fullmatch(gap) if pattern and len(gap) < 90 else None)
