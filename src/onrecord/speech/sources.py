"""What sort of source a phrase names: person, body, office, outlet, anonymous; and what is said of those without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.nouns import Cast, Party, Referent, Source, Span
from onrecord.speech.outlets import is_outlet

_GROUP = (
    "officials?|sources?|diplomats?|aides?|advisers?|advisors?|witnesses|witness|insiders?|people|persons?|"
    "residents?|analysts?|experts?|"
    "observers?|critics|envoys?|negotiators?|officers?|soldiers?|lawmakers|activists?|relatives|"
    "survivors?|locals|villagers|"
    "employees?|staffers?|executives?|bankers?|traders?|lawyers?|lawyer|investigators?|medics|doctors?|"
    "rescuers|"
    "operatives?|strategists?|opponents|supporters|neighbou?rs|users?|passengers|participants?|delegates?|"
    "members?|men|man|woman|women|"
    "migrants|refugees|driver|fisherman|trader|shopkeeper|engineer|teacher|student|"
    "reporters?|journalists?|others?|some|many"
)
_ANONYMOUS = re.compile(rf"\b(?:{_GROUP})\b", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|familiar with|briefed on|close to|with knowledge|knowledge "
    r"of|privy to|not authori[sz]ed|"
    r"declined to be (?:named|identified)|asked not to be|speaking on condition|who spoke|requested anonymity)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][a-z’'.-]+\s+(?:[A-Z]\.\s+)?(?:al-|bin |de |van |von )?[A-Z][\w’'-]+$")
_SPOKESMAN = re.compile(r"\bspokes(?:man|men|woman|women|person|persons|people)\b", re.IGNORECASE)
_SPOKEN_FOR = re.compile(
    r"\b(?:ministr(?:y|ies)|office|government|court|"
    r"parliament|police|department|embassy|agency|council|command|commission)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emir|pope|foreign minister|defen[cs]e "
    r"minister|minister|secretary(?:-general)?|spokes(?:man|woman|person)|"
    r"ambassador|governor|mayor|chief|chair(?:man|woman)?|director|envoy|senator)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry|government|army|military|forces|police|court|council|commission|committee|department|"
    r"office|embassy|agency|party|parliament|senate|house|union|"
    r"bank|company|group|organi[sz]ation|campaign|administration|kremlin|pentagon|foundation|university|"
    r"institute|navy|coalition|regime|statement|poll|survey|report|study)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|I|you|who|which|that|his|her|their|its|our|my)$", re.IGNORECASE)
_WRITING = re.compile(r"\b(?:report|article|story|investigation|analysis|editorial|poll)s?$")
_KINDS = {
    "person": "person",
    "state": "state",
    "body": "body",
    "group": "body",
    "armed-group": "body",
    "outlet": "outlet",
    "office": "office",
    "place": "state",
}


@dataclass(frozen=True, slots=True)
class Known(Cast):
    """A cast in which what a phrase means is looked up, not searched for: reports are long, and every statement asks."""

    placed: Mapping[Span, tuple[Referent, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, cast: Cast) -> Known:
        """The same cast with its mentions by their span."""
        placed: defaultdict[Span, list[Referent]] = defaultdict(list)
        for found in cast.referents():
            placed[found.mention.span].append(found)
        return cls(cast.actors, {span: tuple(found) for span, found in placed.items()})

    def at(self, span: Span) -> tuple[Referent, ...]:
        """What the phrase at ``span`` means, as ``Cast.at`` gives it."""
        return self.placed.get(span, ())


def parties(text: str, cast: Cast, spans: Iterable[Span]) -> tuple[Party, ...]:
    """Each span with the names that it means.

    A phrase that means several gives several parties, one that means nobody known gives one without a name.
    """
    out: list[Party] = []
    for span in spans:
        meant = cast.at(span)
        out += [Party(span, _named(text, one), one.mention.score) for one in meant] if meant else [Party(span)]
    return tuple(out)


def _named(text: str, one: Referent) -> str:
    """Its name; what an outlet writes speaks for the outlet, not for one of its people."""
    return one.actor.name if one.actor.kind == "outlet" and _WRITING.search(one.mention.span.of(text)) else one.name


def is_anonymous(text: str, span: Span, name: str = "") -> bool:
    """Whether the words name nobody: officials, sources, witnesses; not a spokesman, an office or a ministry."""
    words = span.of(text)
    if _ATTRIBUTES.search(words):
        return True
    if name and not name.startswith("~"):
        return False
    head = re.split(r"\b(?:of|for|at|in|from|on|with|who|near|within)\b|,", words)[0].strip()
    last = head.split()[-1] if head.split() else ""
    if _NAMED.search(head) or _SPOKESMAN.search(words) or _SPOKEN_FOR.fullmatch(last) or _PRONOUN.match(words):
        return False
    return bool(_ANONYMOUS.fullmatch(last)) or (bool(_ANONYMOUS.search(head)) and not re.search(r"[a-z] [A-Z]\w+$", head))


def link(text: str, party: Party, referents: tuple[Referent, ...] = ()) -> Source:
    """The link of a chain that a party is."""
    words = party.span.of(text)
    if is_anonymous(text, party.span, party.name):
        return Source("anonymous", party.name, described(text, party.span), party.span)
    if any(one.actor.kind == "outlet" and one.mention.member for one in referents) and _WRITING.search(words):
        return Source("outlet", party.name.removeprefix("~"), "", party.span)
    kind = next((_KINDS.get(one.actor.kind, "unknown") for one in referents if one.name == party.name), "")
    if kind and not party.name.startswith("~"):
        return Source(kind, party.name, "", party.span)
    return Source(_kind(words), party.name, "" if party.name else words, party.span)


def _kind(words: str) -> str:
    if is_outlet(words):
        return "outlet"
    if _PRONOUN.match(words):
        return "person" if words.lower() in ("he", "she", "i", "his", "her", "who") else "unknown"
    if _NAMED.search(words.split(",")[0]) and not words.lower().startswith("the "):
        return "person"
    if _BODY.search(words):
        return "body"
    if _OFFICE.search(words):
        return "office"
    return "person" if re.search(r"\b[A-Z][a-z]+(?:['’]s)?$", words.split(",")[0]) else "unknown"


def described(text: str, span: Span) -> str:
    """The words of an unnamed source with what follows them in its sentence: "speaking on condition of anonymity", "who was briefed on
    the talks".
    """
    tail = re.match(
        r",?\s*(?:who|speaking|asking|requesting|which)\b[^.;:\"“”\n]{0,120}?(?:anonym\w*|authori[sz]ed[^,.;]{0,40}|"
        r"named|identified|familiar with[^,.;]{0,40}|briefed on[^,.;]{0,40})(?=[\s,.;]|$)",
        text[span.end : span.end + 200],
    )
    return text[span.start : span.end + tail.end()] if tail else span.of(text)
