"""What kind of event: the reader's type and mode, corrected for anchors that can mean only one thing."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.events.wording import QUOTE, WORD, framed, worded, wording_rule
from onrecord.nouns import Mark


def kind(here: Scene, mark: Mark) -> tuple[str, str]:
    """Type and mode of the event at ``mark``; ``trust`` of a rule is set against the reader's score of the mark."""
    mode = mark.trait("mode")
    read = (mark.label, mode.name if mode else "")
    wording = worded(RULES, framed(here, mark.span), mark.label)
    if wording is None or mark.score >= wording.verdict.trust:
        return read
    event_type, _, ruled = wording.verdict.status.partition("/")
    return (event_type, ruled)


_MEASURE = r"(?:sanctions?|bans?|embargo|embargoes|tariffs?|curfews?|blockades?|restrictions|moratorium|siege|lockdown|suspension)"
_YIELD = (
    r"(?:\w+ly )?(?:allow|let|permit|resign|step (?:down|aside)|withdraw|pull (?:out|back)|leave|hand (?:over|back)|give up|free|release"
    r"|return|repatriate"
    r"|re-?open|lift|ease|grant|stop|halt|dismantle|disarm|disband|surrender|vacate|lay down|(?:(?:an?|the) (?:\w+[- ]){0,3})?"
    r"(?:cease-?fire|truce|pause|demands?|terms|conditions?))\b"
)
_LEAVE = r"\x02(?:withdr\w+|leav(?:e|es|ing)|exit(?:s|ed|ing)?|quit(?:s|ting)?|pull(?:s|ed|ing)?(?: out)?)\x03"
_BODY = (
    r"(?:treat(?:y|ies)|agreements?|accords?|pacts?|deal|conventions?|councils?|organi[sz]ation|european union|eu|unions?|bloc|alliance"
    r"|common market|membership)\b"
)
_STOP = (
    r"\x02(?:suspen(?:d|ds|ded|ding|sions?)|halt(?:s|ed|ing)?"
    r"|stop(?:s|ped|ping)?|end(?:s|ed|ing)?|fr[eo]ez(?:e|es|ing|en)?|froze|cut(?:s|ting)?(?: off)?"
    r"|sever(?:s|ed|ing)?|break(?:s|ing)?(?: off)?|broke(?: off)?|discontinu\w+)\x03"
    rf" (?:(?!after|since|over|because|following|until|amid|in ){WORD} ){{0,4}}?{QUOTE}"
)
_DEALINGS = (
    r"(?:aid|assistance|trade|talks|negotiations|dialogue|relations|ties|flights|air links|imports?|exports?|suppl(?:y|ies)|shipments?"
    r"|deliver(?:y|ies)|treaty|pact|agreements?|cooperation|membership|contracts?)\b"
)
_HARM = r"(?:tariffs?|sanctions?|embargo|hostilities|attacks|strikes|airstrikes|bombing|patrols|enrichment|drilling|executions?)\b"
_MILD = frozenset({"RETREAT", "CONCEDE", "SUPPORT", "AGREE"})
STOPS = "suspen|halt|stop|end|fr|cut|sever|br|discontinu"

RULES = (
    wording_rule(
        "lift-measure",
        "RETREAT/ease",
        "lift|eas|relax|loosen",
        rf"\x02(?:(?:lift|relax|loosen)(?:s|ed|ing)?|eas(?:e|es|ed|ing))\x03 (?:\w+['’]?s? ){{0,4}}{QUOTE}{_MEASURE}\b",
        0.94,
        but=_MILD,
    ),
    wording_rule(
        "leaves-body",
        "SANCTION/withdraw",
        "withdr|leav|exit|quit|pull",
        rf"{_LEAVE}(?: out)?(?: from| of)? {QUOTE}(?:(?!troops|soldiers|forces){WORD} ){{0,4}}?{_BODY}",
        0.88,
        only=frozenset({"RETREAT"}),
    ),
    wording_rule(
        "recalls-envoy",
        "SANCTION/withdraw",
        "ambassador|envoy|diplomats",
        rf"\x02(?:recall|withdr)\w*\x03 (?:{WORD} ){{0,3}}?(?:ambassadors?|envoys?|diplomats)\b",
        0.86,
        only=frozenset({"RETREAT"}),
    ),
    wording_rule("stops-harm", "RETREAT/ease", STOPS, rf"{_STOP}{_HARM}", 0.94, but=_MILD),
    wording_rule(
        "stops-dealings", "SANCTION/discontinue", STOPS, rf"{_STOP}{_DEALINGS}", 0.95, only=frozenset({"RETREAT", "COERCE", "REJECT"})
    ),
    wording_rule("agrees-to-yield", "CONCEDE", "agree", rf"\x02agree(?:s|d|ing)?\x03 to {_YIELD}", 0.88, only=frozenset({"AGREE"})),
    wording_rule(
        "agrees-to-act",
        "AGREE",
        "agree",
        rf"\x02agree(?:s|d|ing)?\x03 to (?!{_YIELD})(?!(?:an?|the|his|her|its|their|\w+ing) )\w+",
        0.88,
        only=frozenset({"CONCEDE"}),
    ),
    wording_rule(
        "accepts-terms",
        "CONCEDE",
        "accept",
        rf"\x02accept(?:s|ed|ing|ance)?\x03 (?:of )?(?:{WORD} ){{0,4}}(?:cease-?fire|truce|deal|demands?|terms|ultimatum)\b",
        0.92,
        but=frozenset({"REJECT"}),
    ),
    wording_rule(
        "frees-people",
        "RETREAT/release",
        "fre|releas",
        rf"\x02(?:free(?:s|d|ing)?|releas(?:e|es|ed|ing))\x03 (?:{WORD} ){{0,4}}"
        r"(?:men|women|people|prisoners?|hostages?|captives?|soldiers?|detainees?|crew|sailors?|journalists?)\b",
        0.97,
    ),
    wording_rule(
        "dismisses-person",
        "SANCTION",
        "dismiss|fire|firing|sack",
        rf"\x02(?:dismiss(?:es|ed|ing|al)?|fir(?:es|ed|ing)|sack(?:s|ed|ing)?)\x03 (?:of )?(?:{WORD} ){{0,3}}"
        r"(?:minister|chief|director|head|commander|general|ambassador|secretary|officials?|judges?|governor|mayor)\b",
        0.93,
    ),
    wording_rule("refuge", "AID/asylum", "refuge|asylum|sanctuary", r"\x02(?:refuge|asylum|sanctuary)\x03", 0.88),
    wording_rule("coup", "ASSAULT", "coup", r"\x02coups?(?: d['’][eé]tat)?\x03", 0.91),
    wording_rule("invades", "ASSAULT", "inva|incursion", r"\x02(?:incursions?|invasions?|invad(?:e|es|ed|ing))\x03", 0.96),
    wording_rule("reopened", "RETREAT/access", "open", r"\x02re-?open(?:s|ed|ing)?\x03", 0.8, but=_MILD),
)
