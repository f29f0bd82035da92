"""Whether it happened: the reader's status of an event, corrected where the words leave little choice.

The rules go from what overrides (a condition, a denial, a postponement) to what merely colours (an offer, a plan).
"""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.events.wording import (
    DET,
    GO,
    LATER,
    LIGHT,
    NOT,
    QUOTE,
    TAKE_ON,
    THE,
    WAS,
    WHO,
    WORD,
    Status,
    framed,
    settled,
    worded,
    wording_rule,
)
from onrecord.nouns import Mark

VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


def status(here: Scene, mark: Mark) -> Status:
    """The status of the event at ``mark``; ``happened`` where neither reader nor wording says, since most of what is reported has."""
    return settled(mark.trait("status"), worded(RULES, framed(here, mark.span), mark.label), "happened")


RULES = (
    # what is judged has been
    wording_rule(
        "called-so",
        "happened",
        "call|describ|hail|prais|label|brand",
        r"\b(?:call(?:s|ed)|describ(?:es|ed)|hail(?:s|ed)|prais(?:es|ed)|label(?:s|l?ed)|brand(?:s|ed)) (?!(?:for|on|off|upon|an?) )"
        rf"(?:{WORD} ){{0,3}}{QUOTE}\x02[^;.]{{0,90}} (?:as )?[\"“‘']\w",
        0.50,
        frozenset({"CONSULT"}),
    ),
    # conditions and purposes
    wording_rule("if-not", "hypothetical", "if |unless ", rf"\b(?:if|unless) [^,;.?\x02]{{1,60}}{NOT} {GO}", 0.79),
    wording_rule("if-fails", "hypothetical", "if |unless ", rf"\b(?:if|unless) [^,;.?\x02]{{1,60}} (?:fail|refus|declin)\w* to {GO}", 0.75),
    wording_rule(
        "if-clause",
        "hypothetical",
        "if ",
        r"(?<!even )(?<!only )(?<!asked )(?<!see )(?<!state )(?<!know )(?<!as )\bif (?!not\b|necessary)"
        rf"[^,;.?\x02]{{1,60}}? {GO}(?<!to \x02)"
        r"(?!\w*s\x03 of)",
        0.81,
        but=frozenset({"ASSAULT", "REQUEST"}),
    ),
    wording_rule("unless-clause", "hypothetical", "unless ", rf"\bunless [^,;.?\x02]{{2,50}} {GO}", 0.61, but=VERBAL | HARMFUL),
    wording_rule(
        "purpose",
        "hypothetical",
        "in order |effort |attempt |bid |efforts |so as ",
        rf"\b(?:in order|in (?:an effort|an attempt|a bid)|efforts|so as) to {GO}",
        0.60,
    ),
    wording_rule(
        "to-avoid",
        "hypothetical",
        "avoid|avert|prevent|forestall|deter",
        rf"\b(?:to |at )(?:avoid|avert|prevent|forestall|deter)(?:ing)? (?:{DET} ){{0,2}}{QUOTE}\x02",
        0.56,
    ),
    wording_rule(
        "whether", "possible", "whether ", rf"(?<!considering )(?<!weighing )\bwhether [^,;.\x02]{{1,40}} (?:will|would|could) {GO}", 0.88
    ),
    # denials
    # not to accept or to recognise is a refusal that happened
    wording_rule("not", "denied", "not |never |n't |n’t |nor |neither ", rf"{NOT} {GO}", 0.89, but=frozenset({"REJECT"})),
    wording_rule("not-agree", "denied", " to ", rf"{NOT} (?:\w+ly )?(?:agree|intend|plan|promise|want|wish)(?:ed|d)? to {GO}", 0.82),
    wording_rule(
        "refused",
        "denied",
        "refus|declin|fail",
        rf"\b(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)) to {GO}",
        0.94,
    ),
    wording_rule(
        "short-of",
        "denied",
        "short of|out |without |instead |rather ",
        rf"\b(?:stopp?(?:ed|s) short of|rul(?:es|ed|ing) out|without|instead of|rather than) {QUOTE}\x02\w+ing\x03",
        0.78,
    ),
    wording_rule(
        "no-such", "denied", "no |without ", rf"\b(?:no(?! longer| matter)|without(?: any?)?) (?:[\w-]{{1,20}} ){{0,2}}{QUOTE}\x02", 0.79
    ),
    wording_rule(
        "denied-that",
        "denied",
        "den",
        rf"\bden(?:y|ies|ied|ying) (?:that |having )(?!.{{0,40}}\b(?:cancel|postpon|kn[eo]w))[^,;.\x02]{{0,30}}{GO}(?!\w*s\x03)",
        0.79,
    ),
    # meetings and measures moved
    wording_rule(
        "put-off",
        "postponed",
        "postpon|delay|put|push",
        r"\b(?:postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|put(?:s|ting)? (?:off|back)|push(?:es|ed) back(?! against)|postponement of)"
        rf" (?!{QUOTE}\x02|at |after |by |until )(?:(?!of |at |after |because |and ){WORD} ){{0,4}}{QUOTE}\x02",
        0.88,
        but=frozenset({"ACCUSE", "PROTEST"}),
    ),
    wording_rule(
        "was-put-off",
        "postponed",
        "postponed|put off|put back|pushed back|delayed|deferred",
        rf"{LATER}{WAS}(?:postponed|put off|put back|pushed back|delayed|deferred)\b",
        0.69,
        frozenset({"CONSULT", "RETREAT", "SUPPORT", "AID", "COOPERATE"}),
    ),
    wording_rule(
        "called-off",
        "cancelled",
        "cancel|call|scrap|drop",
        r"\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping))"
        rf" (?:(?!after |because |when |as ){WORD} ){{0,4}}{QUOTE}\x02",
        0.86,
        but=frozenset({"PROTEST"}),
    ),
    # A strike of two days was on, and "to call off the strike" does not say whether it is. Trust is halfway between that of called-off
    # and that of the two places which annotators and the written chains give.
    wording_rule(
        "called-off-strike",
        "cancelled",
        "cancel|call|scrap|drop",
        r"(?<!to )\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping))"
        rf" (?:(?!after |because |when |as |[\w-]+-(?:day|week|month|hour)|of |at |against ){WORD} ){{0,2}}{QUOTE}\x02\w+\x03"
        r"(?! that had| of )",
        0.67,
        only=frozenset({"PROTEST"}),
    ),
    wording_rule(
        "dropped-plan",
        "cancelled",
        "plan|decision|bid ",
        r"\b(?:cancel(?:s|l?ed)?|call(?:s|ed) off|drop(?:s|ped)?|shelv(?:es|ed)|abandon(?:s|ed)?|scrap(?:s|ped)?|revers(?:es|ed))"
        rf" (?:{WORD} ){{0,3}}(?:(?:plans?|decision|bid) to {GO}|planned {THE})",
        0.90,
    ),
    wording_rule(
        "was-called-off",
        "cancelled",
        "cancel|called off|scrapped|abandoned|dropped",
        rf"{LATER}{WAS}(?:cancell?ed|called off|scrapped|abandoned|dropped)\b",
        0.53,
    ),
    wording_rule(
        "was-to-have", "cancelled", "to have |due to |supposed to ", rf"\b(?:was|were|been) (?:to have|due to|supposed to) {GO}", 0.60
    ),
    # threats
    wording_rule("threat-to", "threatened", "threat", rf"\bthreat(?:en|ens|ened|ening|s)? to {GO}", 0.96),
    wording_rule(
        "threat-of",
        "threatened",
        "threat",
        rf"\bthreat(?:en|ens|ened|ening)? (?:(?:with|of|more|a|retaliatory|military|{DET}) ){{0,3}}{QUOTE}\x02",
        0.79,
        HARMFUL,
    ),
    wording_rule("or-face", "threatened", "or |otherwise ", rf"\b(?:or|or else|otherwise) (?:face|risk) {THE}", 0.81),
    wording_rule("warned-will", "threatened", "warn", rf"\bwarn(?:s|ed|ing)? (?:\w+ )?that [^;.\x02]{{1,60}} (?:will|would) {GO}", 0.83),
    wording_rule("will-unless", "threatened", "unless ", rf"\b(?:will|would) {GO}[^;.]{{0,90}}\bunless\b", 0.78, HARMFUL),
    wording_rule("if-will", "threatened", "if ", rf"\bif [^;.\x02]{{5,90}}, [^;,.\x02]{{1,40}} (?:will|would) {GO}", 0.80, HARMFUL),
    wording_rule("vowed-harm", "threatened", "vow|swear", rf"\b(?:vow|swear)(?:s|ed|ing)? to {GO}", 0.93, HARMFUL),
    # demands
    wording_rule(
        "deadline-to",
        "demanded",
        "hour|day|week|month|until |ultimatum|deadline",
        r"\b(?:g[ai]v(?:e|es|en|ing)|had|has|have) [^;.\x02]{0,50}"
        rf"\b(?:hours?|days?|weeks?|months?|until [^;.\x02]{{2,25}}|ultimatum|deadline) to {GO}",
        0.93,
    ),
    wording_rule(
        "deadline-for",
        "demanded",
        "deadline|ultimatum|hours for|days for|weeks for",
        rf"\b(?:deadline|ultimatum|hours|days|weeks)\b[^;.\x02]{{0,40}}\bfor {WHO}to (?:{GO}|{TAKE_ON})",
        0.83,
    ),
    wording_rule(
        "asked-to-agree",
        "demanded",
        "urg|ask|order|press|told|call",
        r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)|order(?:s|ed|ing)|press(?:es|ed|ing)|pressured|told|call(?:s|ed|ing)? (?:up)?on)"
        rf" (?!not\b|to\b|about\b){WHO}to {TAKE_ON}",
        0.67,
    ),
    wording_rule(
        "urged-to",
        "demanded",
        "urg|ask|order|instruct|tell|told|press|request|requir",
        r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)|order(?:s|ed|ing)|instruct(?:s|ed)|tells|told|press(?:es|ed|ing)|request(?:s|ed)|requir(?:es|ed)|pressur(?:es|ed))"
        rf" (?!not\b|to\b){WHO}to {GO}",
        0.90,
        but=VERBAL,
    ),
    wording_rule(
        "called-on-to", "demanded", "call|appeal", rf"\b(?:call|appeal)(?:s|ed|ing)? (?:up)?(?:on|for|to) {WHO}to {GO}", 0.82, but=VERBAL
    ),
    wording_rule(
        "called-for",
        "demanded",
        "call|demand",
        rf"\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?) (?:{DET} ){{0,3}}{QUOTE}\x02",
        0.94,
        but=VERBAL,
    ),
    wording_rule(
        "demanded-that", "demanded", "that ", rf"\b(?:demand|request|urg)(?:s|ed|ing|es)? that {WHO}{GO}(?!\w*s\x03)", 0.87, but=VERBAL
    ),
    # offers and possibilities
    wording_rule(
        "offered-to",
        "proposed",
        "offer|propos|willing|ready|open ",
        rf"\b(?:offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|willing|ready|open) to {GO}",
        0.72,
    ),
    wording_rule(
        "offered-a",
        "proposed",
        "offer|propos|invit|consider|weigh|mull|open to ",
        r"\b(?:offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|invitations? to|considers?|considering|weigh(?:s|ing)|mull(?:s|ing)|open to)"
        rf" (?:(?:{DET}|holding|\w+-hour|\w+-day) ){{0,3}}{QUOTE}\x02",
        0.84,
        but=VERBAL,
    ),
    wording_rule("warned-may", "threatened", "warn", rf"\bwarn(?:s|ed|ing)? [^;.\x02]{{1,90}} (?:may|might|could) {GO}", 0.55, HARMFUL),
    # rare in the training reports, but nobody who writes it knows
    wording_rule("may-have", "possible", "may have ", rf"(?<!theresa )\bmay have (?:been )?{QUOTE}\x02", 0.95),
    wording_rule("may", "possible", "may |might |could ", rf"(?<!theresa )(?<!so )(?<!so that )\b(?:may|might|could) {GO}", 0.74),
    wording_rule(
        "expected-to",
        "possible",
        "expected |likely |feared ",
        rf"\b(?:is|are|was|were) (?:widely )?(?:expected|likely|feared|unlikely) to {GO}",
        0.74,
    ),
    wording_rule(
        "fear-of", "possible", " of ", rf"\b(?:fears?|prospects?|possibility|chance|likelihood|risk) of (?:{DET} ){{0,2}}{THE}", 0.75
    ),
    # plans
    wording_rule("will", "planned", "will |shall ", rf"\b(?:will|shall) {GO}", 0.84),
    wording_rule(
        "agreed-to",
        "planned",
        " to ",
        rf"(?<!to )\b(?:agree[sd]?|agreeing|promis(?:es|ed)|pledg(?:es|ed)|plans|planned|decid(?:es|ed)|intends?|scheduled|set) to {GO}",
        0.89,
    ),
    # under way
    wording_rule(
        "is-doing",
        "ongoing",
        "is |are ",
        rf"\b(?:is|are) (?:(?:now|still|currently|again) )?{LIGHT}{QUOTE}\x02\w+ing\x03(?![^;.]*\b(?:tomorrow|next|on \w+day)\b)",
        0.73,
        but=VERBAL,
    ),
)
