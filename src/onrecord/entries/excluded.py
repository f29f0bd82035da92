"""Those who, it is said, do not take part: "no European counterparts would be involved", "without the rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.entries.context import Context
from onrecord.entries.same import PAST, Mention
from onrecord.grammar import Rule, scan
from onrecord.nouns import Party, Span

WHO = r"((?:[\w’'-]+ ){0,5}[\w’'-]+?)"
THERE = r"(?:involved|invited|present|included|represented|at the table|part of (?:it|them|the \w+)|allowed|asked)"
COME = r"(?:attend|take part|join|participate)"
BE = r"(?:is|are|was|were)"
MODAL = r"(?:will|would|is to|are to|was to|were to|can|could|may)"
BEGIN = r"(?:^|[,;] |\b(?:that|but|and|as|because|while|though) )"


def _who(match: re.Match[str]) -> tuple[int, int] | None:
    return match.span(1) if match.group(1).strip() else None


def _rule(name: str, pattern: str) -> Rule[tuple[int, int]]:
    return Rule(name, re.compile(pattern, re.I | re.M), _who)


RULES: tuple[Rule[tuple[int, int]], ...] = (
    _rule("nobody of them will", rf"\bno {WHO} {MODAL} (?:be {THERE}|{COME})\b"),
    _rule("nobody of them was", rf"\bno {WHO} (?:is|are|was|were|has been|have been) {THERE}\b"),
    _rule("not there", rf"{BEGIN}{WHO} (?:(?:will|would|has|have|had) not (?:be|been)|{BE} not|(?:was|were|is|are)n['’]t) {THERE}\b"),
    _rule("not coming", rf"{BEGIN}{WHO} (?:will|would|did|does|do) not {COME}\b"),
    _rule("left out", rf"\b(?:excluding|leaving out|shutting out|without inviting) {WHO}(?=[.,;:\n]| from\b| at\b| of\b|$)"),
)
"""Group 1 is who is left out."""

FUTURE = re.compile(r"\b(?:will|would|is to|are to|can|could|may|does|do)\b", re.I)
AFTER = 2
"""How many sentences after the last mention of a meeting its guests may still be spoken of."""


def find(context: Context, groups: Sequence[Sequence[Mention]]) -> list[list[Party]]:
    """Those left out of each meeting, in the order of the meetings.

    Who "will not be there" is left out of what lies ahead, who "was not invited" of either: of all such meetings mentioned in the sentence,
    or else of the one mentioned last in the two sentences before.
    """
    found: list[list[Party]] = [[] for _ in groups]
    for hit in scan(RULES, context.text):
        party, span = _party(context, Span(*hit.value)), Span(hit.start, hit.end)
        for place in _meetings(context, groups, span):
            if party not in found[place]:
                found[place].append(party)
    return found


def _meetings(context: Context, groups: Sequence[Sequence[Mention]], hit: Span) -> list[int]:
    ahead = FUTURE.search(context.text, hit.start, hit.end) is not None
    near: list[tuple[int, int, int]] = []
    for place, group in enumerate(groups):
        before = [one.event.anchor for one in group if one.event.anchor.start < hit.end]
        if before and not (ahead and any(one.event.status in PAST for one in group)):
            near.append((context.gap(max(before), hit), -max(before).start, place))
    near = sorted(item for item in near if item[0] <= AFTER)
    here = [place for gap, _, place in near if gap == 0]
    return here or [place for _, _, place in near[:1]]


def _party(context: Context, span: Span) -> Party:
    """The words as a party, named where the cast knows just these words, or all of them but an article."""
    words = span.trim(context.text)
    known = context.findings.cast.at(words)
    return Party(words, known[0].name if known else "")
