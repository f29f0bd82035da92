"""What becomes of a deadline: the reader's status of it, corrected where the words leave little choice."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.events.wording import LATER, QUOTE, THE, WAS, WORD, Status, framed, settled, worded, wording_rule
from onrecord.nouns import Label, Span


def deadline_status(here: Scene, anchor: Span, read: Label | None = None, default: str = "set") -> Status:
    """The status of the deadline at ``anchor``; ``default`` where neither reader nor wording says."""
    return settled(read, worded(RULES, framed(here, anchor), "DEADLINE"), default)


POOLED = 0.89
"""Trust in verbs that say outright what is done to a deadline and that the training reports hold too seldom for a share of each: with
"extended" they are right in 16 of 17 places."""

RULES = (
    wording_rule(
        "would-set",
        "proposed",
        "draft|bill|resolution|measure|call|would ",
        rf"\b(?:draft|bill|resolution|measure)\b[^;.\x02]{{0,60}}\b(?:would|sets?|setting|names?) {THE}"
        rf"|\bcall(?:s|ed) for an? (?:[\w-]+ )?\x02|\bwould set {THE}",
        0.75,
    ),
    wording_rule(
        "before-expiry",
        "restated",
        "before |ahead of ",
        r"\bbefore (?:[\w’'.-]+ ){0,3}\x02[^;.]{0,40}?\b(?:expires?|runs out|run out|lapses?|expired)\b"
        rf"|\b(?:before|ahead of) (?:the |its )?(?:expiry|expiration|end|lapse) of {THE}",
        0.75,
    ),
    wording_rule(  # in no training report; nobody can take it otherwise
        "repeated",
        "restated",
        "repeat|reiterat|restat|reaffirm",
        rf"\b(?:repeat(?:s|ed)|reiterat(?:es|ed)|restat(?:es|ed)|reaffirm(?:s|ed)) {THE}",
        1.0,
    ),
    wording_rule(
        "not-extended",
        "restated",
        "extend|meet|met ",
        rf"\b(?:not|ask\w*|urg\w*|want\w*)\b[^;.\x02]{{0,40}} (?:extend|meet|postpone) {THE}",
        0.71,
    ),
    wording_rule(
        "extended",
        "extended",
        "exten|postpon|prolong|push|put|mov|delay",
        r"\b(?:extend(?:s|ed|ing)?|postpon(?:es|ed|ing)|prolong(?:s|ed)|push(?:es|ed) back|put(?:s|ting)? back|extension (?:of|to))"
        rf"(?: by [^,;.\x02]{{3,15}}?)? {THE}",
        0.81,
    ),
    wording_rule(  # in no training report; nobody can take it otherwise
        "moved-back",
        "extended",
        " back",
        rf"\b(?:mov(?:es|ed)|push(?:es|ed)|puts?|set|shift(?:s|ed)) {THE}[^;.\x03]{{1,30}}\x03 back\b",
        1.0,
    ),
    wording_rule(
        "was-extended",
        "extended",
        "exten|postpon|prolong|pushed|put |moved|delayed",
        rf"{LATER}{WAS}(?:extended|postponed|prolonged|pushed back|put back|moved back|delayed)\b",
        0.70,
    ),
    wording_rule(
        "brought-forward",
        "brought-forward",
        "forward|shorten",
        rf"\b(?:brought|brings) {THE}[^;.]{{1,30}}forward"
        rf"|\b(?:(?:brought|brings) (?:it )?forward|shorten(?:s|ed)) (?:by [^,;.\x02]{{3,15}} )?{THE}",
        POOLED,
    ),
    wording_rule(
        "withdrawn",
        "withdrawn",
        "withdr|drop|lift|scrap|abandon|retract|cancel",
        rf"\b(?:withdr(?:ew|awn|aws)|dropp?(?:ed|s)|lift(?:ed|s)|scrap(?:ped|s)|abandon(?:ed|s)|retract(?:ed|s)|cancel(?:led|ed|s)) {THE}",
        POOLED,
    ),
    wording_rule(
        "was-withdrawn",
        "withdrawn",
        "withdrawn|dropped|lifted|scrapped|abandoned|off the table",
        rf"{LATER}(?:{WAS}(?:withdrawn|dropped|lifted|scrapped|abandoned)\b|off the table)",
        POOLED,
    ),
    wording_rule(
        "runs-out-on",
        "restated",
        "expire|run|lapse|end",
        rf"{LATER}\b(?:expires|runs out|lapses|ends|(?:will|would|to) (?:expire|run out|lapse|end))"
        r" (?:on|at|next|in|tomorrow|today|tonight)\b",
        0.50,
    ),
    wording_rule(
        "missed",
        "missed",
        "miss|ignor|let |defi|fail|pass|ran out|expir|lapse|came and went",
        rf"\b(?:miss(?:es|ed)|ignor(?:es|ed)|defi(?:es|ed)|fail(?:s|ed) to meet|expiry of|expiration of) {THE}"
        rf"|{LATER}\b(?:passes|passed|pass\b|ran out|expired|lapsed|came and went)",
        0.83,
    ),
    wording_rule(
        "met",
        "met",
        "met |meets |compl|before |ahead of",
        rf"\b(?:met|meets|complied with) {THE}|\b(?:days?|hours?|minutes|weeks?) (?:before|ahead of) {THE}\x03?(?!\w* (?:was|set|expires))",
        0.69,
    ),
    wording_rule(
        "runs-out",
        "restated",
        "expire|run|lapse|near|loom|end|approach",
        rf"{LATER}\b(?:expires|runs out|run out|would expire|will expire|to expire|lapses|nears|looms|ends on|approach\w*)\b",
        0.55,
    ),
    wording_rule(
        "stands",
        "restated",
        "beyond|past |stick|fac|ahead of|before|previous|reject|dismiss",
        rf"\b(?:beyond|past|stick to|sticks to|faces|face|ahead of|previously[- ]stated) {THE}",
        0.75,
    ),
    wording_rule(
        "new-one",
        "set",
        "set|gave|give|issu|impos|mak|made",
        rf"\b(?:sets?|setting|g[ai]ves?|given|issu(?:es|ed)|impos(?:es|ed)|mak(?:es?|ing)|made) (?:{WORD} ){{0,6}}{QUOTE}\x02",
        0.83,
    ),
)
