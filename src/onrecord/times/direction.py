"""Which way a bare weekday, month or date looks: past or future, from the clause that it stands in.

The result is a *lean*: the log odds that the time lies ahead. An event that is dated by the expression decides by its status; the bound
of the expression ("by", "since") comes next; then the nearest verb or other cue of the clause, read off its words or, where the reading
has tags, off them. How near the two candidates are, and a bias towards the past, are added where one is picked (``context``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.nouns import Arc, Reading, Span
from onrecord.times.cues import Cues
from onrecord.times.moving import anew

STATUS = {
    "happened": -3.0,
    "ongoing": -1.0,
    "planned": 3.0,
    "proposed": 3.0,
    "demanded": 3.0,
    "threatened": 3.0,
    "possible": 2.5,
    "hypothetical": 2.0,
    "postponed": 0.8,
    "cancelled": 0.8,
    "denied": 0.3,
}
DUE = {"missed": -2.0, "met": -1.0, "withdrawn": 0.5}
ROLE = {"BY": 1.6, "UNTIL": 1.6, "BEFORE": 1.4, "EARLIEST": 2.5, "FROM": 0.9, "FROM_TO": 0.9, "SINCE": -4.0, "AFTER": 0.3, "WITHIN": 1.0}
ROLE |= {"FAR_SINCE": -4.0, "FAR_AFTER": 0.0}
SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z])|\n\s*\n|;\s")
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Col|Lt|Sgt|St|Adm|Capt|Maj|Prof|Rev|vs?|U\.S|U\.N|U\.K|[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Co))\.$"
)
OPENING = re.compile(
    r"(?:^|[,:—–-]|\b(?:and|but|that|which|who|when|while|because|as|if))\s*"
    r"(?:(?:on|by|in|until|from|late|early|since|for|this|next|only)\s+){0,3}$",
    re.I,
)
OF_DAY = re.compile(r"['’]s\s+(?!(?:talks|meeting|summit|deadline|visit|vote|election|session|trip|ceremony|signing)\b)")
CALLED_OFF = re.compile(
    r"[^.;,]{0,40}?\b(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:cancell?ed|called\s+off|postponed|put\s+off|delayed|scrapped|abandoned)\b"
)
WAS_TO_HAVE = re.compile(r"\b(?:was|were) to have\s(?:[\w’'-]+\s){1,8}(?:on\s)?$")
"""What did not come to be planned says nothing of the direction: the nearest day is meant, "were to have met on Thursday"."""
EITHER = 0.8
"""Makes up for the bias towards the past, so that the nearer day is taken."""
NEAR = 80
REACH = 160
FIRM = 1.9
MOVED = 6.0
"""Nothing is moved to a day that is over, however near that was."""

RUNS_OUT = "runs out"
"""The cue of a deadline that runs out, in the present: news items tell in it what is over, with a day it is mostly ahead."""

GOVERNED = ("infinitive", "futurate")


@dataclass(frozen=True, slots=True)
class Direction:
    """``lean``: log odds of the future over the past; ``why``: the cue or the status that gave it; ``due``: a deadline is due then."""

    lean: float = 0.0
    why: str = "none"
    due: bool = False


def direction(text: str, reading: Reading, span: Span, role: str) -> Direction:
    """Which way the time at ``span`` looks, which stands under a bound of that role."""
    told = _by_event(reading, span, role)
    if told is not None and told.why == "planned" and WAS_TO_HAVE.search(text, max(0, span.start - NEAR), span.start):
        return Direction(EITHER, "was to have")
    firm = told is not None and abs(told.lean) > FIRM
    if told is not None and firm and told.why != "missed":
        return told
    before, after = clause(text, span)
    found = _by_cue(before, after)
    if told is not None and firm:
        return replace(told, lean=found.lean) if found.why == RUNS_OUT else told
    lean = 0.0 if OF_DAY.match(after) else ROLE.get(role, 0.0)
    if told is not None and told.why in ("cancelled", "postponed"):
        return Direction(told.lean + lean, told.why)
    read = Direction(found.lean * (0.5 if lean else 1.0) + lean, role if lean else found.why)
    return Direction(told.lean + read.lean, told.why, told.due) if told else read


def clause(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after the time in its sentence, at most ``REACH`` characters each way."""
    before = text[max(0, span.start - REACH) : span.start]
    for match in reversed(list(SENTENCE.finditer(before))):
        if not ABBREVIATED.search(before[: match.start()]):
            before = before[match.end() :]
            break
    after = text[span.end : span.end + REACH]
    for match in SENTENCE.finditer(after):
        if not ABBREVIATED.search(after[: match.start()]):
            after = after[: match.start()]
            break
    return before, after


def _by_event(reading: Reading, span: Span, role: str) -> Direction | None:
    """What the event says that the time dates; of several the firmest. "Until" dates the end of a state, whether or not that has begun."""
    found = [_told(arc) for arc in reading.arcs if arc.role in ("time", "due") and arc.tail.overlaps(span)]
    best = max(found, key=lambda one: (one.due, abs(one.lean)), default=None)
    return Direction(0.1, best.why, best.due) if best and role == "UNTIL" and best.why in ("happened", "ongoing") else best


def _told(arc: Arc) -> Direction:
    label = arc.head.trait("status")
    status, sure = (label.name, label.score) if label else ("", 1.0)
    lean = DUE.get(status, 2.5) * sure if arc.role == "due" else STATUS.get(status, 0.0)
    return Direction(lean, status, arc.role == "due")


def _by_cue(before: str, after: str) -> Direction:
    """The nearest cue: leftwards, but rightwards first where the time opens its clause."""
    if anew(before):
        return Direction(MOVED, "moved to")
    left, right = _nearest(before, last=True), _nearest(re.split(r"[;:]|,\s(?:and|but|while|who|which)\b", after)[0], last=False)
    if left.why in ("scheduled", "set to") and CALLED_OFF.match(after):
        return Direction(STATUS["cancelled"], "cancelled")
    if OF_DAY.match(after):
        return Direction(min(left.lean, 0.9) * 0.5, left.why)
    if OPENING.search(before) and right.lean:
        return right
    return left if left.lean else Direction(right.lean * 0.7, right.why)


def _nearest(fragment: str, last: bool) -> Direction:
    found = Cues.load().find(fragment)
    while last and len(found) > 1 and found[-1].name in GOVERNED and found[-1].start - found[-2].end < 4:
        found.pop()
    if not found:
        return Direction()
    cue = found[-1] if last else found[0]
    return Direction(cue.lean, cue.name)
