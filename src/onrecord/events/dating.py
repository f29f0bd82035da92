"""Times that belong to an event although the reader drew no arc: those that stand in its clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.events.places import Places
from onrecord.events.scene import Scene
from onrecord.nouns import Mark, Span, When

_BARRIER = re.compile(r"[,;:()\"“”—]|\b(?:said|says|told|that|who|which|after|before|when|where|while|as|and|but|because|in order)\b")
AHEAD, BEHIND, POSSESSED, OPENING = 80, 40, 20, 3
"""Characters: how far a time may follow its anchor, open the sentence before it, own it, and stand from the sentence's start."""


def dating(here: Scene, taken: Iterable[When]) -> Mapping[Mark, tuple[When, ...]]:
    """For each event the times of its clause that no arc and no deadline has ``taken``, in the order of the text.

    "met Lee on Friday" (``clause``), "Friday's talks" (``possessive``), "On Friday the ministers met" (``opening``).
    """
    out: defaultdict[Mark, list[When]] = defaultdict(list)
    used = Places((when.phrase, when) for when in taken)
    for when in here.times:
        if when.type in ("DATE", "TIME") and when.iso and not any(used.over(when.phrase)):
            owner = _owner(here, when)
            if owner:
                out[owner].append(when)
    return {mark: tuple(found) for mark, found in out.items()}


def _owner(here: Scene, when: When) -> Mark | None:
    """The event that the words tie to ``when``."""
    sentence, phrase = here.sentence(when.span), when.phrase
    marks = [mark for mark in here.events.over(sentence) if not mark.span.overlaps(phrase)]
    near = min(marks, key=lambda mark: mark.span.distance(phrase), default=None)
    if near is None or _cued(here, sentence, phrase, near.span.distance(phrase)):
        return None
    gap = here.text[near.span.end : phrase.start] if near.span.start < phrase.start else here.text[phrase.end : near.span.start]
    if near.span.start < phrase.start:
        return near if len(gap) < AHEAD and not _BARRIER.search(gap.lower()) else None
    if gap.startswith(("'s ", "’s ")):
        return near if len(gap) < POSSESSED else None
    return near if phrase.start - sentence.start < OPENING and len(gap) < BEHIND else None


def _cued(here: Scene, sentence: Span, phrase: Span, distance: int) -> bool:
    """Whether a cue of the sentence is nearer to the time than ``distance``: then it says when something was said."""
    return any(cue.distance(phrase) < distance for cue in here.cues.over(sentence))
