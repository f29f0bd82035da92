"""What a sentence's own words make of a deadline, a meeting, a threat or a demand, where they leave little choice.

Linking reads the status of an entry through these rules: with the calendar and the state before it at hand, a clear wording says more than
the status read from one sentence alone. The first rule that holds wins; each has cases in ``cases.toml``. Patterns see 300 characters to
either side of the entry's words, in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.grammar import Rule

TERM = r"(?:deadline|ultimatum|time limit|cut-?off|grace period)"
APART = "before|ahead|after|by|until|till|of|to|for|on|at|in|with|since|despite|past|and|or|as"
CLAUSE = "it|he|she|they|had|has|have|was|were|is|are|would|will"
NOUN = rf"(?!(?:{APART}|{CLAUSE}) )[\"“'‘]?[\w'’.-]{{1,20}}"
THE = rf"(?:{NOUN} ){{0,5}}[\"“'‘]?{TERM}"
"""A deadline with the words that stand before it: "its 50-day deadline"."""
LATER = rf"{TERM}\b[^.;]{{0,80}}?"
WAS = r"\b(?:is|was|were|been|be|being) (?:\w{2,15}ly |again )?"
UNREAL = re.compile(
    r"\b(?:not|never|refus\w+|declin\w+|reject\w+|ask\w*|urg\w+|call\w* (?:on|for)|want\w*|appeal\w*|may|might|could|would|consider\w*|"
    r"den(?:y|ies|ied)|if|unless|whether|request\w*|propos\w+|plea\w*|no plans?)\b(?:[^,;.]{0,50})$"
    r"|n['’]t (?:\w+ ){0,3}$"
)
"""What stands before a change that is not made: somebody asks for it, refuses it, may make it."""


AHEAD_OF = re.compile(r"\b(?:before|ahead of|until|till|by the time)\b[^,;.]{0,40}$")
"""What stands before an end that had not come yet when something else was done."""


def _rule(name: str, status: str, pattern: str, unless: re.Pattern[str] = UNREAL) -> Rule[str]:
    """A rule that gives ``status`` where the words before the match do not take it back."""

    def produce(match: re.Match[str]) -> str | None:
        return None if unless.search(match.string[max(0, match.start() - 70) : match.start()]) else status

    return Rule(name, re.compile(pattern), produce)


DEADLINE = (
    _rule(
        "deadline-withdrawn",
        "withdrawn",
        rf"\b(?:withdr(?:ew|awn|aws?|awing)|dropp(?:ed|ing)|drops|lift(?:ed|s|ing)|scrap(?:ped|s|ping)|abandon(?:ed|s|ing)|retract(?:ed|s)|"
        rf"cancel(?:led|ed|s)|call(?:ed|s) off|rescind(?:ed|s)|revok(?:ed|es)|waiv(?:ed|es)|suspend(?:ed|s)|backed (?:away|down|off) from|"
        rf"t(?:ook|aken) back|walked back) {THE}\b"
        rf"|{LATER}{WAS}(?:withdrawn|dropped|lifted|scrapped|abandoned|rescinded|revoked|waived|called off|cancell?ed|no longer)\b"
        rf"|{LATER}\b(?:off the table|no longer (?:applies|holds|stands))",
    ),
    _rule(
        "deadline-met",
        "met",
        rf"\b(?:met|meets|meeting|complied with|complying with|observed|honou?red|kept|beat) {THE}\b"
        rf"|{LATER}{WAS}(?:met|kept|complied with)\b",
    ),
    _rule(
        "deadline-brought-forward",
        "brought-forward",
        rf"\b(?:br(?:ought|ings?|inging)|mov(?:ed|es|ing)) {THE}\b[^.;]{{0,60}}?\b(?:forward|up)\b(?! in)"
        rf"|\b(?:br(?:ought|ings?|inging) (?:forward|up)|shorten(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:ed|es|ing)|halv(?:ed|es|ing)|"
        rf"slash(?:ed|es|ing)|tighten(?:ed|s|ing)?|advanc(?:ed|es|ing)|curtail(?:ed|s)|trimm?(?:ed|s)) (?:by [^.;]{{3,20}} )?{THE}\b"
        rf"|{LATER}{WAS}(?:brought forward|shortened|cut|reduced|halved|moved up|tightened|advanced)\b"
        r"|\b(?:hours?|days?|weeks?|months?) (?:earlier|sooner) than\b",
    ),
    _rule(
        "deadline-extended",
        "extended",
        rf"\b(?:mov(?:ed|es|ing)) {THE}\b[^.;]{{0,40}}?\bback\b"
        rf"|\b(?:exten(?:ds?|ded|ding)|postpon(?:es?|ed|ing)|prolong(?:s|ed|ing)?|push(?:es|ed|ing)?(?: back)?|"
        rf"put(?:s|ting)?(?: back| off)|mov(?:ed|es|ing) back|delay(?:s|ed|ing)?|relax(?:ed|es|ing)?|"
        rf"extension (?:of|to)) (?:by [^.;]{{3,20}} )?{THE}\b"
        rf"|{LATER}{WAS}(?:extended|postponed|prolonged|pushed back|put back|moved back|put off|delayed)\b"
        r"|\bg(?:ave|iven?|ives|iving|rant\w*) [^.;]{2,60}? (?:\w+ (?:more|extra|additional|further)|another \w+|"
        r"an (?:extra|additional) \w+|a further \w+|more) (?:hours?|days?|weeks?|months?|time)\b"
        r"|\b(?:hours?|days?|weeks?|months?) later than\b"
        rf"|\bextension of (?:\w+ ){{1,3}}(?:hours?|days?|weeks?|months?)\b",
    ),
    _rule(
        "deadline-stands",
        "restated",
        rf"{LATER}\b(?:stands|remains|is unchanged|still (?:holds|stands|applies)|will not be (?:extended|moved|changed))\b"
        rf"|\b(?:repeat(?:ed|s|ing)|reiterat(?:ed|es|ing)|restat(?:ed|es|ing)|reaffirm(?:ed|s|ing)|confirm(?:ed|s)|recall(?:ed|s)|"
        rf"st(?:uck|icks?|ood|ands) (?:to|by)|remind(?:ed|s) [^.;]{{2,40}}? of) {THE}\b"
        r"|\b(?:repeated|reiterated|restated|reaffirmed|insisted) (?:[^.;]{0,30} )?that\b[^.;]{0,80}\b(?:until|by|before)\b",
    ),
    _rule(
        "deadline-missed",
        "missed",
        rf"\b(?:miss(?:es|ed|ing)|ignor(?:es|ed|ing)|def(?:ies|ied|ying)|fail(?:s|ed|ing|ure) to (?:meet|comply with|observe)|"
        rf"flout(?:ed|s)|overran|let) {THE}\b",
    ),
    _rule("deadline-passed", "missed", rf"{LATER}\b(?:passed|expired|lapsed|ran out|came and went|elapsed|went by)\b", AHEAD_OF),
)
"""A deadline, of any status."""

OVER = (
    _rule(
        "deadline-in-time",
        "met",
        r"\b(?:hours?|minutes?|days?|weeks?|shortly|just|well) (?:before|ahead of|inside|within) (?:the |its |their |that |this )?"
        rf"{THE}\b|\bin (?:good )?time for {THE}\b|\bwith [^.;]{{1,25}} to spare\b",
    ),
)
"""A deadline that is read as met or missed: what was done before its end was done in time."""

MEET = r"(?:talks|meeting|summit|visit|round|session|conference|negotiations|consultations|dialogue|trip|call|dinner|encounter)"

HELD = (
    _rule(
        "meeting-over",
        "happened",
        rf"\b{MEET}\b[^.;]{{0,90}}?\b(?:ended|concluded|wrapped up|broke up|broke down|collapsed|closed|lasted|"
        r"went on (?:for|past|until|into)|produced|failed to (?:produce|yield|bring|break)|yielded)\b",
    ),
)
"""A meeting that is read as put off or called off: talks that end without a result were held."""

PUT_OFF = (
    _rule(
        "meeting-cancelled",
        "cancelled",
        r"\b(?:call(?:ed|s|ing)? off|cancel\w*|scrap(?:ped|s|ping)?|ax(?:ed|es)|abandon(?:ed|s)|drop(?:ped|s))\b",
    ),
    _rule(
        "meeting-postponed",
        "postponed",
        r"\b(?:postpon\w*|put(?:s|ting)? off|put back|push(?:ed|es)? back|delay\w*|defer\w*|reschedul\w*|mov(?:ed|ing)|adjourn\w*|"
        r"(?:put )?on hold|shelved|suspended|until further notice)\b",
    ),
)
"""A meeting that is read as one of the two, where only the other's words stand there."""

STILL_ON = re.compile(r"\b(?:still (?:on|planned|set|due)|go(?:es|ing)? ahead|as (?:planned|scheduled)|stands)\b")
INVITE = re.compile(r"^(?:re-?)?(?:invit(?:ed?|es|ing|ation)|offer(?:ed|s|ing)?|propos(?:ed?|es|ing|als?)|suggest(?:ed|s|ing)?)\b")
"""A meeting that is read as held, and is only asked for."""

DROPPED = (
    _rule(
        "demand-dropped",
        "cancelled",
        r"\b(?:dropp(?:ed|ing)|drops|withdr(?:ew|awn|aws)|abandon(?:ed|s|ing)|lift(?:ed|s)|retract(?:ed|s)|rescind(?:ed|s)|gave up|"
        r"given up|backed (?:away|down|off) from|walked back|no longer insists on|shelved|scrapped) [^.;]{0,40}?"
        r"\b(?:demand|threat|request|plan|insistence|condition|call|warning)s?\b[^.;]{0,60}",
    ),
)
"""A threat or a demand of which nobody makes anything any more; its words stand behind the verb."""

ANEW = re.compile(r"\b(?:threat|warn|vow|pledg|demand|urg|ask|call|want|insist)(?:en)?(?:s|ed|ing)\b")
"""What begins another threat or demand behind the one that is dropped."""

OPEN = frozenset({"demanded", "threatened", "planned", "denied", "proposed", "hypothetical"})
Decision = tuple[str, str]
"""A status and the name of the rule that gives it, "" where none holds."""


def told(kind: str, status: str, sentence: str, words: str) -> str:
    """The status of an entry of ``kind`` as its sentence tells it, ``status`` where the words leave it open; ``words`` are its own."""
    return decision(kind, status, sentence, words)[0]


def deciding(kind: str, status: str, sentence: str, words: str) -> str:
    """The name of the rule that gives that status, "" if none does."""
    return decision(kind, status, sentence, words)[1]


def decision(kind: str, status: str, sentence: str, words: str) -> Decision:
    """The status with the rule that gives it."""
    low, own = sentence.lower(), words.lower()
    if kind == "deadline" and status != "proposed":
        return first((*OVER, *DEADLINE) if status in ("met", "missed") else DEADLINE, low) or (status, "")
    if kind == "meeting":
        return _meeting(status, low, own)
    return _act(status, low, own) if kind == "act" and status in OPEN else (status, "")


def _meeting(status: str, sentence: str, words: str) -> Decision:
    if status == "happened" and INVITE.search(words):
        return "proposed", "meeting-invited"
    if status not in ("postponed", "cancelled"):
        return status, ""
    said = [one for rule in PUT_OFF if (one := first((rule,), sentence))]
    if said:
        return said[0] if len(said) == 1 else (status, "")
    if STILL_ON.search(sentence):
        return "planned", "meeting-still-on"
    return first(HELD, sentence) or (status, "")


def _act(status: str, sentence: str, words: str) -> Decision:
    """``cancelled`` where the words of a threat or a demand stand behind one that is dropped, and no other begins before them."""
    for match in DROPPED[0].pattern.finditer(sentence):
        _, _, rest = match.group().partition(" ")
        before, found, _ = rest.partition(words)
        if found and not ANEW.search(before) and (dropped := DROPPED[0].produce(match)):
            return dropped, DROPPED[0].name
    return status, ""


def first(rules: Iterable[Rule[str]], sentence: str) -> Decision | None:
    """What the first rule that holds in a lower-case sentence gives."""
    for rule in rules:
        for match in rule.pattern.finditer(sentence):
            if (status := rule.produce(match)) is not None:
                return status, rule.name
    return None
