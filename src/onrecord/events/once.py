"""One deadline, told once: its noun, its date and the verb that ends it are one mention, which hangs on the noun (codebook, deadlines)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.events.roles import filled
from onrecord.events.scene import Scene
from onrecord.nouns import DeadlineMention, Span
from onrecord.nouns.places import Places

SAID = ("setter", "addressee", "demand", "due", "consequence")
REACH = 60
"""So many characters behind its noun the verb may stand."""
_NOUN = re.compile(r"\b(?:deadlines?|ultimatums?)\b", re.I)
_ENDING = re.compile(r"expir|laps|r[au]ns? out", re.I)
_OF = re.compile(r" of (?:an?|the|this|that|his|her|its|their|[\w.]+['’]s) (?:\S+ ){0,2}", re.I)
_NEAR = re.compile(rf"[^.;\n]{{1,{REACH}}}")


def once(here: Scene, mentions: Sequence[DeadlineMention]) -> list[DeadlineMention]:
    """The mentions without those that only repeat another; what these say beyond it is added to it."""
    kept = dict(enumerate(mentions))
    on_noun = [at for at, one in kept.items() if _NOUN.search(one.anchor.of(here.text))]
    nouns = Places((kept[at].anchor, at) for at in on_noun)
    dates = Places((when.phrase, at) for at in on_noun for when in kept[at].due)
    for at, one in enumerate(mentions):
        around = Span(max(0, one.anchor.start - REACH - 1), one.anchor.end + REACH)
        near = sorted({*dates.over(one.anchor), *nouns.over(around)} & kept.keys() - {at})
        home = next((place for place in near if _repeats(here, one, kept[place])), None)
        if home is None:
            continue
        for when in () if kept[home].due else one.due:
            dates.add(when.phrase, home)
        kept[home] = filled(kept[home], one, SAID)
        if kept[at] is one:
            del kept[at]
    return list(kept.values())


def _repeats(here: Scene, one: DeadlineMention, other: DeadlineMention) -> bool:
    """Whether ``one`` hangs on the date of ``other``, or on what ends it: "the ultimatum expires on Friday", "the expiry of a deadline"."""
    if any(one.anchor.overlaps(when.phrase) for when in other.due):
        return here.sentence(other.anchor).covers(one.anchor)
    if other.anchor.start >= one.anchor.end:
        return bool(_ENDING.match(one.anchor.of(here.text)) and _OF.fullmatch(here.text[one.anchor.end : other.anchor.start]))
    between = here.text[other.anchor.end : one.anchor.start]
    verb = _ENDING.match(one.anchor.of(here.text)) and _NEAR.fullmatch(between)
    return verb is not None and (not other.due or not one.due or bool(set(other.due) & set(one.due)))
