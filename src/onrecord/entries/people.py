"""The people and places of an entry: one participant for everybody, however often and however they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.nouns import Cast, Evidence, Participant, Party, Span

PRONOUN = re.compile(
    r"(?:s?he|him|her|his|hers|it|its|they|them|their|we|us|our|I|me|my|you|your|who|which|that|those|these|all|both|each other|"
    r"every(?:body|one)|nobody|any(?:body|one)|some(?:body|one))$",
    re.I,
)
"""Words that name nobody by themselves."""

GROUP = re.compile(
    r"(?:(?:the|both|either|neither|all|those|these|its|his|her|their)\s+)?(?:two|three|four|pair|sides?|leaders?|men|man|women|woman|neighbou?rs|countries|nations|"
    r"parties|counterparts?|capitals|governments|ministers|presidents|delegations?|teams?|officials|meeting|talks|call)"
    r"(?:\s+(?:of them|leaders|men|women|sides|countries|nations|governments|capitals|presidents|ministers|delegations|teams))?$",
    re.I,
)
"""Words for people named before ("the two leaders"): of use only where they are resolved."""

ARTICLE = re.compile(r"^(?:the|an?|some|several|other|certain|its|his|her|their|our)\s+", re.I)


def participants(parties: Iterable[Party], text: str) -> tuple[Participant, ...]:
    """Everybody once, in the order of the first mention, in the longest words used; a pronoun that means nobody known is left out."""
    found: dict[str, Participant] = {}
    for party in parties:
        words = " ".join(party.span.of(text).split())
        one = Participant(party.name, words, party.score)
        if not words or (not party.name and PRONOUN.match(words)):
            continue
        key = key_of(one)
        found[key] = better(found[key], one) if key in found else one
    return tuple(found.values())


def gathered(groups: Iterable[Iterable[Participant]]) -> tuple[Participant, ...]:
    """Participants of several mentions as those of one."""
    found: dict[str, Participant] = {}
    for one in (one for group in groups for one in group):
        key = key_of(one)
        found[key] = better(found[key], one) if key in found else one
    return tuple(found.values())


def key_of(one: Participant) -> str:
    """What two mentions of the same share: the canonical name, or the words without article and case."""
    return one.name or ARTICLE.sub("", one.words, count=1).casefold()


def better(first: Participant, second: Participant) -> Participant:
    """The one in longer words (a name says more than a pronoun), with the better score of the two."""
    chosen = second if len(first.words) < len(second.words) <= 80 else first
    return Participant(chosen.name, chosen.words, max(first.score, second.score))


def is_known(one: Participant) -> bool:
    """Whether the participant can tell one meeting from another: by a name, or by words that do not only point back."""
    return bool(one.name) or not GROUP.match(one.words)


def places(spans: Iterable[Span], cast: Cast, text: str) -> tuple[Participant, ...]:
    """Places by their words, and by their canonical name where the cast has one for just these words."""
    parties = (Party(span, next((found.actor.name for found in cast.at(span)), "")) for span in spans)
    return participants(parties, text)


def proofs(part: str, parties: Iterable[Party]) -> list[Evidence]:
    """The evidence of people."""
    return [Evidence(party.span, part, party.name) for party in parties]


def spans(part: str, found: Iterable[Span]) -> list[Evidence]:
    """The evidence of words that are neither people nor times."""
    return [Evidence(span, part) for span in found]


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each piece once, in the order of the text."""
    return tuple(sorted(set(evidence)))
