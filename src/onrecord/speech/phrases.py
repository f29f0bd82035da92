"""How far the noun phrase beside a verb reaches, judged by closed word classes, and by tags where the reader gives them.

A fallback for cues whose source the reader did not find, and a check on phrases that it cut short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.nouns import Span
from onrecord.speech.lexicon import lexicon, word_set
from onrecord.speech.page import Page

TOKEN = re.compile(r"\w+(?:[.'’&/-]\w+)*\.?(?=\s[A-Z]|,)|\w+(?:[.'’&/-]\w+)*|[^\w\s]")
AUXILIARIES = word_set(
    "is are was were be been being has have had having do does did will would can could may might must shall should 's 've 'd ’s"
)
ADVERBS = word_set(
    "also later then again still earlier once since now just even only already often always never further instead "
    "simply first previously repeatedly publicly reportedly recently"
)
_BREAKS = word_set(
    "that when while because after before as if but where although though since until unless whether which who whom "
    "what how why so meanwhile however yesterday today tomorrow than like despite amid or yet nor"
)
_PARTICIPLES = word_set("briefed informed based led asked named called described seen known")
_PASTS = word_set("left went came took gave made got met fell rose began held sent lost won said told wrote spoke saw ran kept brought put")
_PAUSE = re.compile(r"[,.;:\"“”](?=\s|$)|[\"“”\n]")
_PRONOUNS = word_set("he she they it i we you there this these those")
_PREPOSITIONS = word_set("in on at by for from with of to into about over under against between through during without within")
_TIMES = re.compile(
    r"(?:late |early |last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:last|this|next|"
    r"earlier|late|early)\b|\d{4}\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
)
_APPOSED = re.compile(
    r"(?:an?|the|his|her|its|their|one|\d{1,3},?$)\b|"
    r"(?![a-z]+(?:ing|ed|ly)\b)(?:[a-z-]+ ){1,3}(?:of|for|at|to|in)\b|[A-Z]?[a-z-]+’?s? (?:of|"
    r"for|at)\b"
)
_RELATIVE = re.compile(
    r"(?:who|whose|whom|which|where|when|speaking|citing|in|on|at|by|during|after|before|while|as|asked|"
    r"quoted|appearing|using)\b"
)
_OPENERS = re.compile(r"(?:In|On|At|By|For|From|With|Of|During|After|Before|Since|Until|Under|Despite|Amid|Through|Late|Early)\b")
_SHARED = re.compile(
    r"\b(?:and|but|then|or|before|after|while)(?:\s+(?:\w+ly|also|then|later|again|has|have|had|in turn))*\s*$", re.IGNORECASE
)
_ING = re.compile(r"[a-z]+ing\b")
_PARTICIPIAL = re.compile(r",\s*(?:\w+ly\s+)?$")
FINITE = word_set("VERB:Past VERB:Pres AUX:Past AUX:Pres AUX")
REACH = 160


def left_phrase(page: Page, stop: int, floor: int) -> Span | None:
    """The noun phrase that ends before ``stop`` (the start of a verb), not reaching before ``floor``.

    Adverbs and auxiliaries are skipped.
    """
    floor = max(floor, stop - REACH)
    tokens = list(_tokens(page.text, floor, stop))
    while tokens and _skipped(page, tokens[-1]):
        tokens.pop()
    if tokens and page.text[tokens[-1].start] in ",–—-":
        return _before_aside(page, tokens)
    return _nominal(page, tokens)


def subject(page: Page, verb: int, floor: int) -> Span | None:
    """The noun phrase before the verb that starts at ``verb``; after "and", "but" or a comma, that of an earlier verb of the sentence."""
    own = left_phrase(page, verb, floor)
    before = page.text[max(floor, verb - 40) : verb]
    participle = _PARTICIPIAL.search(before) and _ING.match(page.text, verb)
    if own or not (participle or _SHARED.search(before)):
        return own
    for start in reversed(_verbs(page, floor, verb)):
        shared = left_phrase(page, start, floor)
        if shared:
            return shared
    return None


def _verbs(page: Page, start: int, stop: int) -> list[int]:
    """Where the finite verbs of a stretch begin: by their tags, or by the lexicon where there are none."""
    tokens = [token for token in _tokens(page.text, start, stop) if not page.quoted(token.start)]
    if page.tags:
        return [t.start for t in tokens if page.tag(t.start) in FINITE]
    return [t.start for t in tokens if _may_be_verb(t.of(page.text))]


def _may_be_verb(word: str) -> bool:
    return word in AUXILIARIES or word in _PASTS or word in lexicon().verbs or (word.endswith("ed") and word.islower())


def right_phrase(page: Page, start: int, ceiling: int) -> Span | None:
    """The noun phrase that starts at ``start``, with its apposition, not reaching beyond ``ceiling``."""
    tokens = list(_tokens(page.text, start, min(ceiling, start + REACH)))
    kept: list[Span] = []
    for index, token in enumerate(tokens):
        if _ends_right(page, tokens, index):
            break
        kept.append(token)
    while kept and _hangs(page.text, kept[-1]):
        kept.pop()
    return Span(kept[0].start, kept[-1].end) if kept else None


def _hangs(text: str, token: Span) -> bool:
    """Whether nothing can end in this: a mark but a closing bracket, an "and" whose other half is no noun."""
    return token.of(text) in ("and", "or") or (not text[token.start].isalnum() and text[token.start] not in ")]")


def with_apposition(page: Page, span: Span) -> Span:
    """The phrase with the apposition after it: "Lara Voss" -> "Lara Voss, a deputy minister"; a relative clause stays out."""
    sentence = page.sentence(span.start)
    if page.text[span.end : span.end + 2] != ", " or span.end >= sentence.end:
        return span
    rest = page.text[span.end + 2 : span.end + 62]
    if not _APPOSED.match(rest) or _RELATIVE.match(rest) or not page.text[span.start].isupper():
        return span
    whole = right_phrase(page, span.start, sentence.end)
    return whole if whole and whole.covers(span) and whole.end > span.end + 4 else span


def _tokens(text: str, start: int, stop: int) -> Iterator[Span]:
    return (Span(*match.span()) for match in TOKEN.finditer(text, start, stop))


def _skipped(page: Page, token: Span) -> bool:
    word = token.of(page.text).lower()
    return word in AUXILIARIES or word in ADVERBS or (word.endswith("ly") and len(word) > 5 and word not in ("family", "assembly", "italy"))


def _before_aside(page: Page, tokens: list[Span]) -> Span | None:
    """ "X, a Y," -> the whole; "X, who was there," -> X."""
    commas = [index for index, token in enumerate(tokens[:-1]) if page.text[token.start] in ",–—"]
    for index in reversed(commas):
        aside = page.text[tokens[index].end : tokens[-1].start].strip()
        named = _nominal(page, tokens[:index])
        if named and _RELATIVE.match(aside):
            return named
        if named and (_APPOSED.match(aside) or aside.isdigit()):
            return Span(named.start, tokens[-2].end)
    return None if not commas else _nominal(page, tokens[: commas[-1]])


def _nominal(page: Page, tokens: list[Span]) -> Span | None:
    if not tokens or not page.text[tokens[-1].start].isalnum():
        return None
    first = len(tokens)
    while first > 0 and not _ends_left(page, tokens, first - 1, first == len(tokens)):
        first -= 1
    while first < len(tokens) and _opens_badly(page.text, tokens[first]):
        first += 1
    return Span(tokens[first].start, tokens[-1].end) if first < len(tokens) else None


def _opens_badly(text: str, token: Span) -> bool:
    word = token.of(text)
    return word.lower() in _PREPOSITIONS or word.lower() in ("and", "’s", "'s") or bool(_TIMES.match(word)) or word.lower() in ADVERBS


def _ends_left(page: Page, tokens: list[Span], index: int, last: bool) -> bool:
    """Whether the phrase begins after this token."""
    word = tokens[index].of(page.text)
    low = word.lower()
    if not word[0].isalnum():
        return word not in "()’'&./-"
    if low == "and":
        pair = tokens[index - 1 : index + 2 : 2] if 0 < index < len(tokens) - 1 else []
        return len(pair) < 2 or not page.text[pair[0].start].isalnum() or not page.text[pair[1].start].isupper()
    if _OPENERS.fullmatch(word) and not last:
        return True
    return low in _BREAKS or (not last and (low in AUXILIARIES or _is_verb(page, tokens[index], low)))


def _is_verb(page: Page, token: Span, low: str) -> bool:
    tag = page.tag(token.start)
    if tag:
        return tag.startswith("VERB") and not tag.endswith("Part")
    return (
        low in lexicon().lemmas
        and low not in _PARTICIPLES
        and (low.endswith("ed") or low in ("said", "told", "wrote", "says", "spoke", "thought", "saw"))
    )


def _ends_right(page: Page, tokens: list[Span], index: int) -> bool:
    text, token = page.text, tokens[index]
    word = token.of(text)
    low = word.lower()
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if word == ",":
        rest = text[token.end : token.end + 60].lstrip()
        return index == 0 or not _APPOSED.match(rest) or bool(_RELATIVE.match(rest)) or _is_clause(page, token.end)
    if not word[0].isalnum():
        return word not in "()’'&-/[]." or (word == "." and (after is None or text[token.end : token.end + 1].isspace()))
    if index == 0:
        return low in _BREAKS
    if low in _PRONOUNS:
        return True
    if low in _PREPOSITIONS:
        return _loose(text, low, after)
    return (
        low in _BREAKS
        or low in AUXILIARIES
        or bool(_TIMES.match(word))
        or low in ADVERBS
        or _is_verb(page, token, low)
        or low in ("told", "late", "seen", "obtained", "reviewed")
    )


def _is_clause(page: Page, start: int) -> bool:
    """Whether the words from ``start`` to the next pause hold a finite verb: a clause then, not an apposition."""
    stop = _PAUSE.search(page.text, start)
    tokens = list(_tokens(page.text, start, min(stop.start() if stop else start + REACH, start + REACH)))
    if page.tags:
        return any(page.tag(token.start) in FINITE for token in tokens)
    words = [token.of(page.text).lower() for token in tokens]
    return any(word in AUXILIARIES or word in _PASTS or (word.endswith("ed") and len(word) > 4) for word in words[1:])


def _loose(text: str, low: str, after: Span | None) -> bool:
    """Whether a preposition opens something that is not part of the noun phrase before it."""
    if after is None or _TIMES.match(text, after.start):
        return True
    following = after.of(text)
    if low == "of":
        return False
    if low in ("for", "at", "from", "to", "with", "in", "on"):
        return not (following == "the" or (following[0].isupper() and low in ("for", "at", "from", "to")))
    return True
