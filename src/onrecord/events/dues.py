"""Deadlines that the reader missed: dates by which something is demanded or promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.events.scene import Scene
from onrecord.events.wording import QUOTE, framed, worded, wording_rule
from onrecord.nouns import Mark, Party, Span, When
from onrecord.nouns.places import Places

ASKING = frozenset({"REQUEST", "THREATEN"})
PROMISING = frozenset({"AGREE", "CONCEDE"})
OWED = frozenset({"demanded", "planned", "proposed", "hypothetical"})


REACH = 80
"""How many characters before a deadline a time may stand that says how far off it is."""
_OBJECT = re.compile(r" (?:to|on) (?:[\w’'-]+ ){0,2}")
_ENDS_ON = re.compile(
    r"(?:[^.;,]{0,50} (?:expir(?:es?|ed)|r[au]ns? out|laps(?:es?|ed)|ends?|ended|pass(?:es|ed)?|falls?|fell|was|is))?"
    r"(?:[^.;,]{0,40} (?:forward|back)(?= to ))?"
    r"(?: set)?(?: (?:of|for|on|by|at|until|to)(?: about| the)?(?: ?(?:\.{3}|…))?)? ",
    re.I,
)
_ENDS = re.compile(r" (?:(?:the|its|their) (?:expiry|expiration|end|lapse) of )?(?:[\w’'-]+ ){0,4}")


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline found by rule: where it hangs, the time that says by when, its status if the words about it say no other, and the rule."""

    anchor: Span
    when: When
    status: str
    by: str


def dues(here: Scene, known: tuple[Span, ...]) -> tuple[Due, ...]:
    """The deadlines outside the spans of ``known``, in the order of the text."""
    standing = Places((span, True) for span in known)
    return tuple(due for due in _dated(here) if not any(standing.over(due.anchor)))


def _dated(here: Scene) -> Iterator[Due]:
    for when in here.times:
        if noun := _noun(here, when.phrase):
            yield Due(noun, when, "set", "deadline-of")
            continue
        role = when.window.role if when.window else _led(here, when)
        wording = worded(RULES, framed(here, when.phrase), role) if role in ROLES else None
        if wording:
            yield Due(when.phrase, when, wording.verdict.status, wording.rule.name)


def _noun(here: Scene, phrase: Span) -> Span | None:
    """The noun that a deadline hangs on, where its date comes right after it or after a pause: "a deadline of about ... ten days"."""
    match = _NOUN_OF.search(here.text, max(0, phrase.start - REACH), phrase.start)
    return Span(*match.span("noun")) if match else None


def _led(here: Scene, when: When) -> str:
    """The role of a time that no calendar day is known for, by its first word ("before Friday"); else its type."""
    first = when.phrase.of(here.text).split(maxsplit=1)[:1]
    return first[0].upper() if first and first[0].upper() in ROLES else when.type


def asked(here: Scene, anchor: Span) -> tuple[Mark | None, Mark | None]:
    """The event of the sentence that sets a deadline at ``anchor``, and the one that is to be done by then."""
    marks = [mark for mark in here.events.over(here.sentence(anchor)) if not mark.span.overlaps(anchor)]
    owed = [mark for mark in marks if (status := mark.trait("status")) and status.name in OWED]
    setting = [mark for mark in marks if mark.label in ASKING and mark not in owed] or [mark for mark in marks if mark.label in PROMISING]
    return _nearest(setting, anchor), _governor(here, owed, _nearest(owed, anchor))


def _governor(here: Scene, marks: list[Mark], owed: Mark | None) -> Mark | None:
    """What is owed with the verb that takes it as its object: "agree to a truce"."""
    verbs = (one for one in marks if owed and one.label in PROMISING and _OBJECT.fullmatch(here.text[one.span.end : owed.span.start]))
    return next(verbs, owed)


def demand(here: Scene, owed: Mark, anchor: Span) -> Span:
    """The words of what is to be done: from its anchor to the due expression, or to the end of the clause."""
    end = anchor.start if anchor.start > owed.span.end else here.sentence(owed.span).end
    clause = re.search(r"[,;:.\n]", here.text[owed.span.end : end])
    return Span(owed.span.start, owed.span.end + clause.start() if clause else max(end, owed.span.end)).trim(here.text)


def bound(here: Scene, anchor: Span) -> tuple[Party, ...]:
    """Who is to do it: the subject of the infinitive in "a deadline ... for Norland to withdraw"; nobody where there is none."""
    sentence = here.sentence(anchor)
    found = (one for one in here.referents.over(Span(anchor.end, max(anchor.end, sentence.end))) if one.mention.span.start > anchor.end)
    return tuple(Party(one.mention.span, one.name, one.mention.score) for one in found if _is_subject(here.text, one.mention.span))


def _is_subject(text: str, span: Span) -> bool:
    return text[max(0, span.start - 5) : span.start] == " for " and text[span.end : span.end + 4] == " to "


def ahead(here: Scene, anchor: Span) -> tuple[When, ...]:
    """When it ends, told from before: "two days before the expiry of a deadline"."""
    near = here.whens.over(Span(max(0, anchor.start - REACH), anchor.start))
    return tuple(
        when
        for when in near
        if when.window
        and when.window.basis == "event"
        and when.phrase.of(here.text).lower().endswith(("before", "ahead of"))
        and _ENDS.fullmatch(here.text[when.phrase.end : anchor.start])
    )


def beside(here: Scene, anchor: Span) -> tuple[When, ...]:
    """The time that stands in the anchor's own words ("by Friday"), right before it ("a 72-hour ultimatum"), or after it where the words
    between say that it is the end ("a deadline of ten days", "the truce expires on Friday").

    On the training reports such a time is the due one in 51 of 58 places.
    """
    inside = tuple(when for when in here.whens.over(anchor) if when.span.shared(anchor) == min(len(when.span), len(anchor)))
    if inside:
        return inside[:1]
    sentence = here.sentence(anchor)
    near = here.whens.over(Span(max(sentence.start, anchor.start - 3), anchor.start))
    before = (when for when in near if when.span.end >= anchor.start - 1)
    after = here.whens.over(Span(anchor.end, max(anchor.end, min(sentence.end, anchor.end + REACH))))
    told = (when for when in after if when.span.start >= anchor.end and _ENDS_ON.fullmatch(here.text[anchor.end : when.span.start]))
    return (*before, *told)[:1]


def _nearest(marks: list[Mark], anchor: Span) -> Mark | None:
    return min(marks, key=lambda mark: mark.span.distance(anchor), default=None)


_BOUNDS = frozenset({"BY", "UNTIL", "WITHIN", "BEFORE", "DURATION"})
ROLES = _BOUNDS | {"AT"}
_NO_NOUN = r"^(?!.*\b(?:deadline|ultimatum)s?\b)"
"""A sentence whose deadline hangs on no noun; the reader knows the others."""
_RUNNING = (
    r"\b(?:truce|cease-?fire|moratorium|exemption|waiver|reprieve|pause|mandate|suspension|licen[cs]e|permit|pact|treaty|agreement|accord|deal|"
    r"offer|authori[sz]ation)s?\b"
)
"""What is granted or agreed for a time: moving its end moves a deadline, which that of a ban or a curfew does not."""
_DEMAND = r"\b(?:order|urg|demand|tell|told|ask|call|want|requir|must|instruct|ultimatum|oblig|pledg|promis|agree|unless)\w*\b"
_NOUN_OF = re.compile(r"\b(?P<noun>deadline|ultimatum) of (?:about |around |some |just |only )?(?:(?:\.{2,3}|…|—|–) ?)?$", re.I)
RULES = (
    wording_rule(
        "by-date",
        "set",
        "by |no later |not later ",
        r"^(?!.*\b(?:expect|hope|could|estimat|daily|reach|trying)\w*\b.*\x02).*\w.{8,}\x02",
        0.8,
        frozenset({"BY"}),
    ),
    wording_rule(
        "given-time",
        "set",
        "g|ha",
        r"\b(?:g[ai]v(?:e|es|en|ing)|had|has|have|grant(?:s|ed)) (?:[^;.\x02]{1,60} )?"
        rf"{QUOTE}\x02(?!for |over |in )[^\x03]+\x03[^;.]{{0,40}}? to \w",
        0.8,
        frozenset({"UNTIL", "DURATION", "BY"}),
    ),
    wording_rule(
        "expires-at",
        "restated",
        "expir|laps|run out|runs out",
        rf"{_NO_NOUN}.*\b(?:(?:expires|lapses|runs out)|(?:to|will|would) (?:expire|lapse|run out)|expiring|"
        rf"let [^;.\x02]{{1,80}} (?:expire|lapse)) "
        rf"(?:on |at )?\x02(?!for )",
        0.8,
        frozenset({"AT", "BY"}),
    ),
    wording_rule(
        "runs-until",
        "extended",
        "exten|prolong|renew|delay|postpon",
        rf"{_NO_NOUN}.*\b(?:extend|prolong|renew|delay|postpon)(?:s|e|es|ed|ing)? [^;.\x02]{{0,80}}{_RUNNING}[^;.\x02]{{0,40}} "
        rf"(?:to |through )?\x02",
        0.8,
        frozenset({"UNTIL", "BY", "AT"}),
    ),
    wording_rule(
        "demanded-within",
        "set",
        "within |before |inside ",
        rf"{_DEMAND}[^;.\x02]{{0,80}} (?:to|that) (?!no\b)\w[^;.\x02]{{1,90}}{QUOTE}\x02(?:within|before|inside) ",
        0.8,
        _BOUNDS,
    ),
)
