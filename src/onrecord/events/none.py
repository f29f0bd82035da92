"""What the reader takes for an event and the codebook does not: names, courtesies, plain saying, silence, deadlines, papers released."""

from __future__ import annotations

import re

from onrecord.events.scene import Scene
from onrecord.nouns import Mark


def is_none(here: Scene, mark: Mark) -> bool:
    """Whether the mark is no event."""
    return (
        _names_only(here, mark) or _heads_only(here, mark) or _known_accord(here, mark) or any(_holds(here, mark, *rule) for rule in RULES)
    )


def _holds(here: Scene, mark: Mark, labels: frozenset[str], anchor: re.Pattern[str], after: re.Pattern[str]) -> bool:
    return (
        mark.label in labels and anchor.fullmatch(mark.span.of(here.text)) is not None and after.match(here.text, mark.span.end) is not None
    )


def _known_accord(here: Scene, mark: Mark) -> bool:
    """Whether an accord is spoken of as a thing that there is: "under the agreement" (47 of 50), "the 2015 nuclear deal" (11 of 11)."""
    if mark.label != "AGREE" or not ACCORD.search(mark.span.of(here.text)):
        return False
    return KNOWN.search(here.text[max(0, mark.span.start - 80) : mark.span.end]) is not None


def _names_only(here: Scene, mark: Mark) -> bool:
    """Whether the word asks for nothing and only says what something is called: "called the talks useful"."""
    return mark.label == "REQUEST" and mark.span in here.naming


def _heads_only(here: Scene, mark: Mark) -> bool:
    """Whether the word stands in the headline that opens the text, and the text itself speaks of the like."""
    return here.headline.covers(mark.span) and mark.label in here.told


def _rule(labels: str, anchor: str, after: str = "") -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    return frozenset(labels.split()), re.compile(rf"(?i){anchor}"), re.compile(after)


ACCORDS = r"(?:agreements?|deals?|pacts?|accords?|treat(?:y|ies))"
ACCORD = re.compile(rf"(?i)\b{ACCORDS}$")
KNOWN = re.compile(
    r"\b(?:(?:of|in|to|as part of|under|from|violat\w+|with) (?:the|this|that|its|their) (?:(?!(?:the|an?|of|and)\b)[\w'’.-]+ ){0,3}"
    r"|(?:19|20)\d\d (?:[\w'’.-]+ ){0,2})" + ACCORDS + "$"
)

# Type, words of the anchor, what follows it. Shares: how many such places in all that is annotated bear no event.
RULES = (
    # "Thank you for your attention"
    _rule("SUPPORT", r"thank(?:s| you)?(?: all)?", r" (?:you )?(?:all )?for your (?:attention|patience|time|interest|understanding)\b"),
    _rule("SUPPORT", r"thank(?:s| you)?(?: all)? for your \w+"),
    # "speaking to reporters" (2 of 2; plain saying is a statement)
    _rule(
        "CONSULT",
        r"speak(?:s|ing)?|spoken?|talk(?:ed|ing)?|brief(?:s|ed|ing)?",
        r" (?:(?:with|to) )?(?:(?!(?:after|before|of|about|in|on|at|for|and|or|by|during)\b)[\w’'-]{1,20} ){0,3}"
        r"(?:reporters?|journalists?|press|media|newspapers?|television|TV|radio|correspondents?)\b",
    ),
    # "in an interview" (37 of 40)
    _rule("CONSULT", r"interviews?"),
    # "declined to comment" (20 of 25)
    _rule("REJECT", r"(?:declin|refus)\w+", r" to (?:comment|elaborate|say\b|give (?:any )?(?:details|reasons))"),
    # "misses a deadline": a deadline only (172 of 180)
    _rule("REQUEST THREATEN", r"deadlines?"),
    # "released a statement" (14 of 15)
    _rule(
        "RETREAT COOPERATE",
        r"releas(?:e|es|ed|ing)",
        r" (?:(?:an?|the|its|his|her|their) )?(?:\w+ )?(?:statements?|results?|reports?|letters?|video|data|list)\b",
    ),
)
