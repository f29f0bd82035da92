"""Who is sent where: forces that somebody sends or calls home are nobody's recipient, and where they go or leave is a place.

In the training reports whoever is sent or called home is none of the recipients in 56 of 72 places, and of 114 phrases that say where to
or whence, 103 are places.
"""

from __future__ import annotations

import re

from onrecord.events.roles import parties, spans
from onrecord.events.scene import Scene
from onrecord.nouns import Mark, Party, Span

_MOVES = re.compile(r"(?i)(?:withdr|(?:re)?deploy|sen[dt]|pull|dispatch|leav|left|mov)\w*(?: (?:out|back|in))?")
_FORCES = re.compile(
    r"(?i)(?:[\w,.’'-]{1,20} ){0,6}(?:troops|soldiers|forces|fighters|marines|personnel|peacekeepers|reservists|police|battalions?"
    r"|brigades?|units?|convoys?|warships?|ships|jets|aircraft|bombers|tanks|missiles)"
)
_WHERE = re.compile(r"\b(?:to|from|into|in|out of|onto) $")
_NEXT = 5
_BEFORE = 8


def done_to(here: Scene, mark: Mark) -> tuple[tuple[Party, ...], tuple[Span, ...]]:
    """The recipients of the event at ``mark``, and its places."""
    recipients, places = parties(here, mark, "recipient"), spans(here, mark, "place")
    if mark.label not in ("MOBILIZE", "RETREAT") or not _MOVES.fullmatch(mark.span.of(here.text)):
        return recipients, places
    where = [party for party in recipients if _WHERE.search(here.text, max(0, party.span.start - _BEFORE), party.span.start)]
    others = tuple(party for party in recipients if party not in where and not _sent(here, mark, party))
    return others, tuple(dict.fromkeys((*places, *(party.span for party in where))))


def _sent(here: Scene, mark: Mark, party: Party) -> bool:
    return 0 < party.span.start - mark.span.end <= _NEXT and _FORCES.fullmatch(party.span.of(here.text)) is not None
