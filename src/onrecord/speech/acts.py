"""Which act a statement is, by its cue and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.grammar import Rule
from onrecord.nouns import Span
from onrecord.speech.lexicon import alternation, lexicon
from onrecord.speech.page import Page
from onrecord.speech.polarity import REFUSAL, SILENCE

_PHRASE = re.compile(rf"\b(?:{alternation(lexicon().phrases)})\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:[-'’][a-z]+)*", re.IGNORECASE)
_OWN_HARM = re.compile(
    r"\W*(?:that\s+)?(?:he|she|it|they|we|I|his \w+|its \w+|their \w+|our \w+)(?:\s+(?:would|will|may|"
    r"might|could|are going to|is going to|was going to)|['’](?:ll|d))\b",
    re.I,
)
_INFINITIVE = re.compile(r"\W*(?:\w+\W+){0,6}?to\s+[a-z]+", re.IGNORECASE)
_AS = re.compile(r"\W*(?:[^.;]{1,120}?)\bas\b", re.IGNORECASE)
_TOLD_TO = re.compile(r"\W*(?:\w+\W+){0,3}to\s+[a-z]+\b")
_WH = re.compile(r"\b(?:whether|if|why|what|how|who|when|about)\b")
_POSSIBLE = 0.7
"""Below this probability that the codebook counts it as a statement, it is what somebody holds or plans, whatever the cue's words."""
_WORDS = frozenset({"say", "announce", "ask", "confirm", "characterise", "accuse", "report"})
"""Acts that are statements by the codebook."""


@dataclass(frozen=True, slots=True)
class Cue:
    """``words`` of the cue, lower case; ``wide``: with the words around it in its clause; ``after``: what follows it, content included."""

    words: str
    wide: str
    after: str


def _fixed(act: str) -> Rule[str]:
    patterns = {"silence": SILENCE, "refuse": REFUSAL}
    return Rule(f"{act} said outright", patterns[act], lambda _: act)


OUTRIGHT = (_fixed("refuse"), _fixed("silence"))
"""Refusal and silence come before any verb: "did not deny" is neither, "did not say" is silence."""


def act_of(page: Page, cue: Span | None, asked: str = "", book: float | None = None) -> str:
    """A key of ``vocabulary`` acts. ``asked``: what a rule has settled already. ``book``: probability that the codebook counts it."""
    if asked or cue is None:
        return asked or "say"
    seen = _seen(page, cue)
    for rule in OUTRIGHT:
        match = rule.pattern.search(seen.wide)
        if match:
            return rule.produce(match) or "say"
    found = _by_words(seen)
    if found == "refuse":
        return "wish"  # what is refused is a deed, not a word: an unwillingness
    act = _adjusted(found, seen) if found else "say"
    if book is not None and book < _POSSIBLE and act in _WORDS:
        return "plan" if act == "announce" else "believe"
    return act


def _seen(page: Page, cue: Span) -> Cue:
    text = page.text
    sentence = page.sentence(cue.start)
    start, end = max(sentence.start, cue.start - 24), min(sentence.end, cue.end + 40)
    return Cue(cue.of(text).lower(), _clause_of(text, start, cue, end), text[cue.end : min(sentence.end, cue.end + 160)])


def _clause_of(text: str, start: int, cue: Span, end: int) -> str:
    """The cue with the auxiliaries before it and the objects after it, up to the next clause."""
    before = re.split(r"[,.;:\"“”]", text[start : cue.start])[-1]
    before = " ".join(before.split()[-3:])
    after = re.split(r"[,.;:\"“”]|\bthat\b", text[cue.end : end])[0]
    return f"{before} {cue.of(text)}{after}"


def _by_words(seen: Cue) -> str:
    phrase = _PHRASE.search(f"{seen.words} {' '.join(seen.after.split()[:1]).lower()}")
    if phrase:
        return lexicon().phrases[phrase.group().lower()]
    words = [word.lower() for word in _WORD.findall(seen.words)]
    for table in (lexicon().verbs, lexicon().nouns):
        for word in words:
            if word in table and not (word in ("had", "has", "said") and len(words) > 1 and word != "said"):
                return table[word]
    return ""


def _adjusted(act: str, seen: Cue) -> str:
    """What follows the verb settles what it does: "warned that he would", "asked Israel to", "described it as"."""
    words = seen.words
    if "warn" in words or "caution" in words:
        return "threaten" if _OWN_HARM.match(seen.after) else "request" if _INFINITIVE.match(seen.after[:50]) else "say"
    if act == "ask" and not _WH.search(seen.after[:60]) and _INFINITIVE.match(seen.after[:60]):
        return "request"
    if act == "say" and words.startswith(("told", "tell")) and _TOLD_TO.match(seen.after[:40]):
        return "demand"
    if words.startswith("dismiss"):
        return "characterise" if _AS.match(seen.after[:120]) else "accuse"
    if act == "agree" and re.match(r"\W*that\b", seen.after):
        return "confirm"
    return act
