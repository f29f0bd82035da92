"""Wording that settles a status: rules over a sentence in which the anchor stands between two control characters.

The first rule that holds wins. ``trust`` is the share of a rule's verdicts that annotators shared, counted on the training reports
with add-one smoothing (``python -m workshop.scoring.wording``): the rule overrules the reader only where that is less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.events.scene import Scene
from onrecord.grammar import Rule
from onrecord.nouns import Label, Span

BEFORE, AFTER = 160, 110
"""How many characters of a sentence the rules see on either side of an anchor."""
OPEN, CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, how far to trust it, and the labels of anchors that it holds for (all, if ``only`` is empty) or does not (``but``)."""

    status: str
    trust: float
    only: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule, and letters without one of which it cannot hold: most sentences have none of them."""

    rule: Rule[Verdict]
    verdict: Verdict
    needs: tuple[str, ...]

    def holds(self, sentence: str, label: str) -> bool:
        """Whether the rule holds in a lower-case sentence, for an anchor of that label."""
        if label in self.verdict.but or (self.verdict.only and label not in self.verdict.only):
            return False
        return any(letters in sentence for letters in self.needs) and self.rule.pattern.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Status:
    """A status and what says so: the name of a rule, ``reader`` or ``default``."""

    name: str
    by: str = "reader"


def framed(here: Scene, anchor: Span) -> str:
    """The sentence around an anchor, cut to what the rules see, in lower case, with the anchor between ``OPEN`` and ``CLOSE``."""
    sentence = here.sentence(anchor)
    start = max(min(sentence.start, anchor.start), anchor.start - BEFORE)
    end = min(max(sentence.end, anchor.end), anchor.end + AFTER)
    parts = (here.text[start : anchor.start], anchor.of(here.text), here.text[anchor.end : end])
    before, inside, after = (part.replace(OPEN, " ").replace(CLOSE, " ").replace("\n", " ").lower() for part in parts)
    return f"{before}{OPEN}{inside}{CLOSE}{after}"


def worded(rules: Iterable[Wording], sentence: str, label: str) -> Wording | None:
    """The first rule that the words around an anchor of that label meet."""
    return next((wording for wording in rules if wording.holds(sentence, label)), None)


AKIN = (frozenset({"postponed", "cancelled"}), frozenset({"extended", "brought-forward", "withdrawn"}))
"""Statuses that only the verb tells apart, so that its word counts whatever the reader says: of the 81 training places where a rule and the
annotators gave two of a kin, they gave the same one in 80."""


def settled(read: Label | None, wording: Wording | None, default: str) -> Status:
    """The status of the reader or of the wording, whichever is surer; ``default`` where neither says anything."""
    if read and (wording is None or _stands(read, wording.verdict)):
        return Status(read.name)
    return Status(wording.verdict.status, wording.rule.name) if wording else Status(default, "default")


def _stands(read: Label, verdict: Verdict) -> bool:
    if any({read.name, verdict.status} <= kin for kin in AKIN):
        return read.name == verdict.status
    return read.name == verdict.status or read.score >= verdict.trust


ADVERB = r"(?:(?:\w{2,15}ly|ever|yet|even|also|again|so much as|still|soon|now|then|once|first|all|jointly) ){0,2}"
AUXILIARY = r"(?:(?:be|been|being|have|has|had) ){0,3}"
QUOTE = "[\"“”'‘’\\[]?"
LIGHT = (
    r"(?:(?:h[eo]ld|impos|launch|conduct|stag|host|attend|carr(?:y|ies|ied|ying) out|sen[dt]|resum|start|begin|open|join|tak|mak|sign)"
    r"(?:e|s|es|ed|ing)? (?:(?!to |that )[\w’'$%.-]{1,20} ){0,3}?)?"
)
GO = rf"{ADVERB}{AUXILIARY}{LIGHT}{QUOTE}\x02"
"""An anchor that the words before it govern as a verb, or as the object of one that says little itself ("hold talks")."""
WORD = r"[\w’'$%.-]{1,20}"
THE = rf"(?:{WORD} ){{0,4}}{QUOTE}\x02"
"""An anchor that closes a phrase of up to five words."""
DET = r"(?:an?|any|the|its|their|his|her|all|further|new|another|immediate|urgent|unconditional|full|complete|lasting|direct|peace|joint)"
WHO = r"[^,;:.\x02]{1,60}? "
TAKE_ON = rf"(?:agree|consent|commit|return) to (?:(?:{DET}|\w+-day) ){{0,3}}{QUOTE}\x02"
"""An anchor that somebody is to take on: "agree to an immediate ceasefire"."""
NOT = r"(?:\b(?:not|never|cannot|nor|neither)|n['’]t)"
LATER = r"\x03[^;.]{0,70}?(?<!may )(?<!might )"
WAS = r"\b(?:is|are|was|were|been|be|being) (?:again |indefinitely |abruptly |simply |merely )?"


def wording_rule(
    name: str, status: str, needs: str, pattern: str, trust: float, only: frozenset[str] = frozenset(), but: frozenset[str] = frozenset()
) -> Wording:
    """A rule that gives ``status``; ``needs`` are letters, separated by bars, without one of which ``pattern`` cannot match."""
    verdict = Verdict(status, trust, only, but)
    return Wording(Rule(name, re.compile(pattern), lambda _: verdict), verdict, tuple(needs.split("|")))
