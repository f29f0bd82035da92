"""The wording that settles a status: rules over a sentence in which the anchor stands between two control characters.

The first rule that holds wins, so they go from what overrides (a condition, a denial, a postponement) to what merely colours.
``trust`` is the share of a rule's verdicts that annotators shared, counted on the training reports with add-one smoothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.grammar import Rule

VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, how far it is to be trusted, and the event types that it holds for (all, if ``only`` is empty) or does not (``but``)."""

    status: str
    trust: float = 0.9
    only: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule, and letters without one of which it cannot hold: most sentences have none of them."""

    rule: Rule[Verdict]
    verdict: Verdict
    needs: tuple[str, ...]

    def holds(self, sentence: str, event_type: str) -> bool:
        """Whether the rule holds in a lower-case sentence, for an anchor of that type."""
        if event_type in self.verdict.but or (self.verdict.only and event_type not in self.verdict.only):
            return False
        return any(letters in sentence for letters in self.needs) and self.rule.pattern.search(sentence) is not None


_ADVERB = r"(?:(?:\w{2,15}ly|ever|yet|even|also|again|so much as|still|soon|now|then|once|first|all|jointly) ){0,2}"
_AUXILIARY = r"(?:(?:be|been|being|have|has|had) ){0,3}"
_QUOTE = "[\"“”'‘’\\[]?"
_GO = rf"{_ADVERB}{_AUXILIARY}{_QUOTE}\x02"
"""An anchor that the words before it govern as a verb."""
_WORD = r"[\w’'$%.-]{1,20}"
_THE = rf"(?:{_WORD} ){{0,4}}{_QUOTE}\x02"
"""An anchor that closes a phrase of up to five words."""
_A = r"(?:an?|any|the|its|their|his|her|all|further|new|another|immediate|urgent|unconditional|full|complete|lasting|direct|peace|joint)"
_WHO = r"[^,;:.\x02]{1,60}? "
_NOT = r"(?:\b(?:not|never|cannot|nor|neither)|n['’]t)"
_LATER = r"\x03[^;.]{0,70}?(?<!may )(?<!might )"
_MOVED = r"\b(?:is|are|was|were|been|be|being) (?:again |indefinitely |abruptly |simply |merely )?"


def _rule(
    name: str, status: str, needs: str, pattern: str, trust: float, only: frozenset[str] = frozenset(), but: frozenset[str] = frozenset()
) -> Wording:
    verdict = Verdict(status, trust, only, but)
    return Wording(Rule(name, re.compile(pattern), lambda _: verdict), verdict, tuple(needs.split("|")))


RULES = (
    # conditions and purposes
    _rule("if-not", "hypothetical", "if |unless ", rf"\b(?:if|unless) [^,;.?\x02]{{1,60}}{_NOT} {_GO}", 0.76),
    _rule("if-fails", "hypothetical", "if |unless ", rf"\b(?:if|unless) [^,;.?\x02]{{1,60}} (?:fail|refus|declin)\w* to {_GO}", 0.75),
    _rule(
        "if-clause",
        "hypothetical",
        "if ",
        rf"(?<!even )(?<!only )(?<!asked )\bif (?!not\b|necessary)[^,;.?\x02]{{1,60}}? {_GO}(?!\w*s\x03 of)",
        0.85,
        but=frozenset({"ASSAULT", "REQUEST"}),
    ),
    _rule("unless-clause", "hypothetical", "unless ", rf"\bunless [^,;.?\x02]{{2,50}} {_GO}", 0.58, but=VERBAL | HARMFUL),
    _rule(
        "purpose",
        "hypothetical",
        "in order |effort |attempt |bid |efforts |so as ",
        rf"\b(?:in order|in (?:an effort|an attempt|a bid)|efforts|so as) to {_GO}",
        0.73,
    ),
    _rule(
        "to-avoid",
        "hypothetical",
        "avoid|avert|prevent|forestall|deter",
        rf"\b(?:to |at )(?:avoid|avert|prevent|forestall|deter)(?:ing)? (?:{_A} ){{0,2}}{_QUOTE}\x02",
        0.71,
    ),
    _rule(
        "whether", "possible", "whether ", rf"(?<!considering )(?<!weighing )\bwhether [^,;.\x02]{{1,40}} (?:will|would|could) {_GO}", 0.88
    ),
    # denials
    _rule("not", "denied", "not |never |n't |n’t |nor |neither ", rf"{_NOT} {_GO}", 0.94),
    _rule("not-agree", "denied", " to ", rf"{_NOT} (?:\w+ly )?(?:agree|intend|plan|promise|want|wish)(?:ed|d)? to {_GO}", 0.75),
    _rule(
        "refused",
        "denied",
        "refus|declin|fail",
        rf"\b(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)) to {_GO}",
        0.92,
    ),
    _rule(
        "short-of",
        "denied",
        "short of|out |without |instead |rather ",
        rf"\b(?:stopp?(?:ed|s) short of|rul(?:es|ed|ing) out|without|instead of|rather than) {_QUOTE}\x02\w+ing\x03",
        0.75,
    ),
    _rule("no-such", "denied", "no |without ", rf"\b(?:no|without(?: any?)?) (?:[\w-]{{1,20}} ){{0,2}}{_QUOTE}\x02", 0.85),
    _rule(
        "denied-that",
        "denied",
        "den",
        rf"\bden(?:y|ies|ied|ying) (?:that |having )(?!.{{0,40}}\b(?:cancel|postpon))[^,;.\x02]{{0,30}}{_GO}(?!\w*s\x03)",
        0.88,
    ),
    # meetings and measures moved
    _rule(
        "put-off",
        "postponed",
        "postpon|delay|put|push",
        r"\b(?:postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|put(?:s|ting)? (?:off|back)|push(?:es|ed) back|postponement of)"
        rf" (?!{_QUOTE}\x02|at |after |by |until )(?:(?!of |at |after |because ){_WORD} ){{0,4}}{_QUOTE}\x02",
        0.71,
    ),
    _rule(
        "was-put-off",
        "postponed",
        "postponed|put off|put back|pushed back|delayed|deferred",
        rf"{_LATER}{_MOVED}(?:postponed|put off|put back|pushed back|delayed|deferred)\b",
        0.64,
        frozenset({"CONSULT", "RETREAT", "SUPPORT", "AID", "COOPERATE"}),
    ),
    _rule(
        "called-off",
        "cancelled",
        "cancel|call|scrap|drop",
        r"\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping))"
        rf" (?:(?!after |because |when |as ){_WORD} ){{0,4}}{_QUOTE}\x02",
        0.67,
    ),
    _rule(
        "was-called-off",
        "cancelled",
        "cancel|called off|scrapped|abandoned|dropped",
        rf"{_LATER}{_MOVED}(?:cancell?ed|called off|scrapped|abandoned|dropped)\b",
        0.75,
    ),
    _rule("was-to-have", "cancelled", "to have |due to |supposed to ", rf"\b(?:was|were|been) (?:to have|due to|supposed to) {_GO}", 0.60),
    # threats
    _rule("threat-to", "threatened", "threat", rf"\bthreat(?:en|ens|ened|ening|s)? to {_GO}", 0.93),
    _rule(
        "threat-of",
        "threatened",
        "threat",
        rf"\bthreat(?:en|ens|ened|ening)? (?:(?:with|of|more|a|retaliatory|military|{_A}) ){{0,3}}{_QUOTE}\x02",
        0.91,
        HARMFUL,
    ),
    _rule("or-face", "threatened", "or |otherwise ", rf"\b(?:or|or else|otherwise) (?:face|risk) {_THE}", 0.88),
    _rule("warned-will", "threatened", "warn", rf"\bwarn(?:s|ed|ing)? (?:\w+ )?that [^;.\x02]{{1,60}} (?:will|would) {_GO}", 0.88),
    _rule("will-unless", "threatened", "unless ", rf"\b(?:will|would) {_GO}[^;.]{{0,90}}\bunless\b", 0.75, HARMFUL),
    _rule("if-will", "threatened", "if ", rf"\bif [^;.\x02]{{5,90}}, [^;,.\x02]{{1,40}} (?:will|would) {_GO}", 0.83, HARMFUL),
    _rule("vowed-harm", "threatened", "vow|swear", rf"\b(?:vow|swear)(?:s|ed|ing)? to {_GO}", 0.89, HARMFUL),
    # demands
    _rule(
        "deadline-to",
        "demanded",
        "hour|day|week|month|until |ultimatum|deadline",
        r"\b(?:g[ai]v(?:e|es|en|ing)|had|has|have) [^;.\x02]{1,50}"
        rf"\b(?:hours?|days?|weeks?|months?|until [^;.\x02]{{2,25}}|ultimatum|deadline) to {_GO}",
        0.95,
    ),
    _rule(
        "urged-to",
        "demanded",
        "urg|ask|order|instruct|tell|told|press|request|requir",
        r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)|order(?:s|ed|ing)|instruct(?:s|ed)|tells|told|press(?:es|ed|ing)|request(?:s|ed)|requir(?:es|ed)|pressur(?:es|ed))"
        rf" (?!not\b|to\b){_WHO}to {_GO}",
        0.94,
        but=VERBAL,
    ),
    _rule(
        "called-on-to", "demanded", "call|appeal", rf"\b(?:call|appeal)(?:s|ed|ing)? (?:up)?(?:on|for|to) {_WHO}to {_GO}", 0.80, but=VERBAL
    ),
    _rule(
        "called-for",
        "demanded",
        "call|demand",
        rf"\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?) (?:{_A} ){{0,3}}{_QUOTE}\x02",
        0.96,
        but=VERBAL,
    ),
    _rule(
        "demanded-that", "demanded", "that ", rf"\b(?:demand|request|urg)(?:s|ed|ing|es)? that {_WHO}{_GO}(?!\w*s\x03)", 0.93, but=VERBAL
    ),
    # offers and possibilities
    _rule(
        "offered-to",
        "proposed",
        "offer|propos|willing|ready|open ",
        rf"\b(?:offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|willing|ready|open) to {_GO}",
        0.80,
    ),
    _rule(
        "offered-a",
        "proposed",
        "offer|propos|invit|consider|weigh|mull|open to ",
        r"\b(?:offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|invitations? to|considers?|considering|weigh(?:s|ing)|mull(?:s|ing)|open to)"
        rf" (?:(?:{_A}|holding|\w+-hour|\w+-day) ){{0,3}}{_QUOTE}\x02",
        0.85,
        but=VERBAL,
    ),
    _rule("may", "possible", "may |might |could ", rf"\b(?:may|might|could) {_GO}", 0.72),
    _rule(
        "expected-to",
        "possible",
        "expected |likely |feared ",
        rf"\b(?:is|are|was|were) (?:widely )?(?:expected|likely|feared|unlikely) to {_GO}",
        0.83,
    ),
    _rule("fear-of", "possible", " of ", rf"\b(?:fears?|prospects?|possibility|chance|likelihood|risk) of (?:{_A} ){{0,2}}{_THE}", 0.75),
    # plans
    _rule("will", "planned", "will |shall ", rf"\b(?:will|shall) {_GO}", 0.83),
    _rule(
        "agreed-to",
        "planned",
        " to ",
        rf"\b(?:agree[sd]?|agreeing|promis(?:es|ed)|pledg(?:es|ed)|plans|planned|decid(?:es|ed)|intends?|scheduled|set) to {_GO}",
        0.85,
    ),
)
