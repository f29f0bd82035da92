"""What follows where a deadline passes: the words behind "or face", "or else", "or be", "threatened to" in its sentence."""

from __future__ import annotations

import re

from onrecord.events.scene import Scene
from onrecord.grammar import Rule
from onrecord.nouns import Span

_SUBJECT = r"(?:(?:it|they|he|she|the [\w’'-]{1,20}|[A-Z][\w’'-]{1,20}) )?"
_WILL = r"(?:(?:will|would|must|could|may|might|to) )?"
_END = re.compile(r"[,;:\n\"“”]|\.(?!\d)|(?= (?:if|unless|after|because|as|while|when|over|from|should|in the event|and \w+ that)\b)")
RULES = (
    Rule("or-face", re.compile(rf"\b(?:or|or else|otherwise),? {_SUBJECT}{_WILL}(?:face[sd]?|risk(?:s|ed)?) (?=\w)"), re.Match.end),
    Rule("or-else", re.compile(r"\b(?:or else|or otherwise),? (?!face|risk)(?=\w)"), re.Match.end),
    Rule("threat-to", re.compile(r"\bthreat(?:en|ens|ened|ening|s)? to (?=\w)"), re.Match.end),
    Rule("or-see", re.compile(r"\bor (?=see \w)"), re.Match.end),
    Rule("or-be", re.compile(rf"\bor {_SUBJECT}{_WILL}(?=be [\w-]{{3,20}})"), re.Match.end),
)
"""Each gives where the consequence begins; "face" and "risk" stay out of it, as in the codebook."""


def consequence(here: Scene, anchor: Span) -> tuple[Span, ...]:
    """The words of the first consequence behind the deadline at ``anchor``, else of one before it; empty where its sentence names none."""
    sentence = here.sentence(anchor)
    for rule in RULES:
        found = [
            match for match in rule.pattern.finditer(here.text, sentence.start, sentence.end) if not anchor.covers(Span(*match.span()))
        ]
        match = next((one for one in found if one.start() >= anchor.end), None) or next(iter(found), None)
        start = rule.produce(match) if match else None
        if start:
            stop = _END.search(here.text, start, sentence.end)
            return (Span(start, stop.start() if stop else sentence.end).trim(here.text),)
    return ()
