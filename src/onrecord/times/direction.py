"""Which way a bare weekday, month or date looks: past or future, from the clause that it stands in.

The result is a *lean*: the log odds that the time lies ahead. An event that is dated by the expression decides by its status; the bound
of the expression ("by", "since") comes next; then the nearest verb or other cue of the clause, read off its words or, where the reading
has tags, off them. How near the two candidates are, and a bias towards the past, are added where one is picked (``context``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.nouns import Mark, Reading, Span

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
ROLE = {"BY": 1.6, "UNTIL": 1.6, "BEFORE": 1.4, "EARLIEST": 2.5, "FROM": 0.9, "SINCE": -4.0, "AFTER": 0.3, "WITHIN": 1.0}
IRREGULAR = (
    "said told met went came took gave got made held saw became began ran led left sent spent built lost won sold paid put set cut hit hurt shot "
    "fought brought bought thought caught taught sought found stood understood heard kept slept felt dealt meant read rose fell drove flew "
    "knew grew threw drew wrote spoke broke chose froze swore wore tore struck stuck hung swung sat swam sank rang sang shook woke withdrew "
    "undertook overtook"
).split()
CUES = (
    ("had", -1.0, r"had|has|have|having"),
    ("will", 2.6, r"will|wo(?=n['’]t)|shall|['’]ll|ca(?=n['’]t)"),
    ("had been to", -0.6, r"(?:had\s+been|previously)\s+(?:due|set\s+(?:to|for)|scheduled|slated|expected|planned|supposed|meant\s+to)"),
    ("was to", 0.6, r"(?:was|were)\s+(?:also\s+|originally\s+)?(?:to\s+(?=[a-z])|due|set\s+(?:to|for)|going\s+to|scheduled|slated|expected|planned"
                    r"|supposed|about\s+to|meant\s+to)"),
    ("failed to", -1.2, r"(?:fail\w*|manag\w*|refus\w*|forc\w*|began|begun|continu\w*|tried|able|helped|used|voted|moved|rushed|decid\w*)\s+to\s+[a-z]+"),
    ("is to", 2.4, r"(?:is|are|['’]s|['’]re|be|been)\s+(?:now\s+|also\s+|still\s+)?(?:to\s+(?=[a-z])|due|set\s+(?:to|for)|going\s+to|scheduled"
                   r"|slated|expected|planned|supposed|likely|poised|about\s+to|meant\s+to)"),
    ("scheduled", 2.0, r"scheduled|slated|expected|due|upcoming|forthcoming|planned|planning|plans?|expects?|intends?|hopes?|promis\w+|vow\w*|pledg\w+"
                       r"|agreed|agrees?|threaten\w+|deadline|ultimatum|invit\w+|postponed|rescheduled|delayed|adjourned|until|tentatively|set\s+for"),
    ("would", 1.6, r"would|['’]d|could|may|might|must|should|can"),
    ("said", -2.2, r"(?:said|told|announced|reported|warned|added|declared|stated|confirmed|denied|claimed|acknowledged|argued|insisted)"),
    ("past", -1.6, r"was|were|did|been|" + "|".join(IRREGULAR)),
    ("past tense", -1.6, r"(?!need|indeed|hundred|exceed|proceed|succeed|speed|feed|seed|united|bed|red|embed|allied|armed|unite|aged|used)[a-z]{2,}ed"),
    ("infinitive", 1.3, r"to\s+(?!the|a|an|his|her|its|their|this|that|our|my|your|be\s+held\s+since|those|these|some|many|all|any|no|one)(?-i:[a-z]+[a-rt-z]\b|[a-z]*(?:ss|cus))"),
    ("futurate", 1.2, r"(?<!the\s)(?<!\sa\s)(?<!\san\s)(?<!\sof\s)(?<!his\s)(?<!eir\s)(?<!its\s)(?<!\w['’]s\s)(?:meets?|begins?|starts?|opens?|resumes?|arrives?"
                      r"|travels?|leaves?|holds?|hosts?|convenes?|expires?|heads?|returns?|attends?|takes?\s+place|goes|ends?)"),
    ("starting", 1.8, r"starting|beginning|effective|as\s+of"),
    ("present", 0.3, r"is|are|am"),
)  # fmt: skip
CUE = re.compile("|".join(rf"(?P<c{index}>(?<![\w])(?:{pattern})(?!\w))" for index, (_, _, pattern) in enumerate(CUES)), re.I)
SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z])|\n\s*\n|;\s")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Col|Lt|Sgt|St|U\.S|U\.N|U\.K|[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Co))\.$")
OPENING = re.compile(r"(?:^|[,:—–-]|\b(?:and|but|that|which|who|when|while|because|as|if))\s*(?:(?:on|by|in|until|from|late|early|since|for|this|next|only)\s+)*$", re.I)
OF_DAY = re.compile(r"['’]s\s+(?!(?:talks|meeting|summit|deadline|visit|vote|election|session|trip|ceremony|signing)\b)")
REACH = 160
FIRM = 1.9


@dataclass(frozen=True, slots=True)
class Direction:
    """``lean``: log odds of the future over the past; ``why``: the cue or the status that gave it; ``due``: a deadline is due then."""

    lean: float = 0.0
    why: str = "none"
    due: bool = False


def direction(text: str, reading: Reading, span: Span, role: str) -> Direction:
    """Which way the time at ``span`` looks, which stands under a bound of that role."""
    told = _by_event(reading, span, role)
    if told is not None and abs(told.lean) > FIRM:
        return told
    before, after = clause(text, span)
    found = _by_cue(before, after)
    lean = ROLE.get(role, 0.0)
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
    found = [
        Direction(DUE.get(_status(arc.head), 2.5) if arc.role == "due" else STATUS.get(_status(arc.head), 0.0), _status(arc.head), arc.role == "due")
        for arc in reading.arcs
        if arc.role in ("time", "due") and arc.tail.overlaps(span)
    ]
    best = max(found, key=lambda one: (one.due, abs(one.lean)), default=None)
    return Direction(0.1, best.why, best.due) if best and role == "UNTIL" and best.why in ("happened", "ongoing") else best


def _status(head: Mark) -> str:
    label = head.trait("status")
    return label.name if label else ""


def _by_cue(before: str, after: str) -> Direction:
    """The nearest cue: leftwards, but rightwards first where the time opens its clause."""
    left, right = _nearest(before, last=True), _nearest(re.split(r"[;:]|,\s(?:and|but|while|who|which)\b", after)[0], last=False)
    if OF_DAY.match(after):
        return Direction(min(left.lean, 0.9) * 0.5, left.why)
    if OPENING.search(before) and right.lean:
        return right
    return left if left.lean else Direction(right.lean * 0.7, right.why)


def _nearest(fragment: str, last: bool) -> Direction:
    found = [match for match in CUE.finditer(fragment)]
    if not found:
        return Direction()
    match = found[-1] if last else found[0]
    if last and len(found) > 1 and _is(match, "infinitive") and match.start() - found[-2].end() < 3:
        match = found[-2]
    name, lean, _ = CUES[int(str(match.lastgroup)[1:])]
    return Direction(lean, name)


def _is(match: re.Match[str], name: str) -> bool:
    return CUES[int(str(match.lastgroup)[1:])][0] == name
