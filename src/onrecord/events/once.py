"""One deadline, told once: its noun, its date and the verb that ends it are one mention, which hangs on the noun (codebook, deadlines)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.scene import Scene
from onrecord.nouns import DeadlineMention

_NOUN = re.compile(r"\b(?:deadlines?|ultimatums?)\b", re.I)
_ENDING = re.compile(r"expir|laps|r[au]ns? out", re.I)
_NEAR = re.compile(r"[^.;\n]{1,60}")


def once(here: Scene, mentions: Sequence[DeadlineMention]) -> list[DeadlineMention]:
    """The mentions without those that only repeat another; what these say beyond it is added to it."""
    kept = list(mentions)
    for one in mentions:
        home = next((at for at, other in enumerate(kept) if other is not one and _repeats(here, one, other)), None)
        if home is not None:
            kept[home] = _with(kept[home], one)
            kept = [other for other in kept if other is not one]
    return kept


def _repeats(here: Scene, one: DeadlineMention, other: DeadlineMention) -> bool:
    """Whether ``one`` hangs on the date of ``other``, or on the verb that ends it: "the ultimatum expires on Friday"."""
    if not _NOUN.search(other.anchor.of(here.text)):
        return False
    if any(one.anchor.overlaps(when.phrase) for when in other.due):
        return here.sentence(other.anchor).covers(one.anchor)
    between = here.text[other.anchor.end : one.anchor.start]
    verb = _ENDING.match(one.anchor.of(here.text)) and _NEAR.fullmatch(between)
    return verb is not None and (not other.due or not one.due or bool(set(other.due) & set(one.due)))


def _with(one: DeadlineMention, more: DeadlineMention) -> DeadlineMention:
    return replace(
        one,
        setter=one.setter or more.setter,
        addressee=one.addressee or more.addressee,
        demand=one.demand or more.demand,
        due=one.due or more.due,
        consequence=one.consequence or more.consequence,
    )
