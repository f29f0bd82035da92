"""Outlets and people through which a source reached the report, and whom it spoke to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.grammar import Rule
from onrecord.nouns import Cast, Span
from onrecord.nouns.places import Places
from onrecord.speech.channels import outside
from onrecord.speech.draft import Draft
from onrecord.speech.lexicon import forms_of
from onrecord.speech.outlets import TITLED, is_home, is_named, means_outlet
from onrecord.speech.page import Page
from onrecord.speech.phrases import left_phrase, right_phrase
from onrecord.speech.verbs import TELLING

_INTERVIEW = re.compile(
    r"\b(?:interviews?|conversation|speaking|remarks|comments|call|spoke|talking|appearance|appearing|"
    r"statement|said|says|calling in)\s+"
    r"(?:published\s+(?:on\s+\w+\s+)?|aired\s+(?:on\s+\w+\s+)?|broadcast\s+|with|on|to|by|in|from|obtained by|"
    r"released by|carried by|quoted by|e-?mailed to|provided to|sent to|issued to|given to){1,2}\s+",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?<!first )(?<!earlier )(?<!previously )"
    r"(?:cited|quoted|carried|interviewed|reported|published|broadcast|obtained|seen|reviewed|according|as told|"
    r"told|relayed)\s+(?:as\s+saying\s+)?(?:by|to)\s+",
    re.IGNORECASE,
)
_ON_AIR = re.compile(
    r"\b(?<!report )(?<!reports )(?<!story )(?<!article )(?<!articles )(?:on|in|for)\s+(?=(?:[A-Z“\"‘]|the\s+[A-Z]|state|his|her))"
)
_IN_PRINT = re.compile(
    r"\b(?:issue|edition|pages|front page|columns?|article|op-ed|essay|commentary|editorial|piece|profile)\s+"
    r"(?:of|in|for)\s+(?=[A-Z“\"‘]|the\s+[A-Z])"
)
_CITES = re.compile(r"\b(?:[Cc]it(?:es|ed|ing)|[Qq]uot(?:es|ed|ing))\s+")
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+")
_REPORTED = re.compile(r"\b(?:reported|said|wrote|says|reports)\b")
_THEN_REPORTED = re.compile(r"[^,.;\n]{0,60},\s+(?P<who>[^,.;\n]{2,60}?)\s+(?:reported|reports|said|says|wrote)\b")
_AT_LAST = re.compile(r",\s+(?P<who>[^,.;\n]{2,60}?)\s+(?:reported|reports|said|says)(?:\s+on\s+\w+)?[.\s]*$")
_DATIVE = frozenset(forms_of("promise", "ask", "offer", "beg"))
_TO_WHOM = re.compile(r" (?P<whom>him|her|them|us|me)\b(?! own\b)")
_PRONOUN = re.compile(r"he|she|they", re.IGNORECASE)
_CITING = re.compile(r"\b(?:citing|quoting)\s+", re.IGNORECASE)
_QUOTED_AS = re.compile(r"\b(?:quotes?|quoted|quoting|cites?|cited|citing)\s+", re.IGNORECASE)
_AS_SAYING = re.compile(r"\s+as\s+(?:saying|telling|writing|having said)\b")

_OWN_SHOW = re.compile(
    r"\b(?:an?|the|his|her|separate|recent|October|\w+day)\s+(?=[A-Z][\w.]*(?:\s[A-Z]\w*){0,2}\s+(?:interview|"
    r"town hall|debate|op-ed|essay|column|editorial|podcast))"
)
_OWNER = re.compile(
    r"(?P<who>(?:the\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,4}?)(?:['’‘`]s?(?:\s|$)|\s(?:on|in|at|of|right|during|"
    r"that|before|after|last|earlier|published|aired|broadcast|interview|town hall|op-ed|essay|column|editorial|podcast|reporter)\b)"
)
_GIVEN = re.compile(
    r"(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?(?:statements?|interviews?|comments?|remarks|letters?|messages?|calls?)\s+"
    r"(?:to|with|for|by|on)\s+(?=\S)"
)
_HOST = re.compile(
    r"(?P<who>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}?)['’]s?\s(?:\w+\s)?(?:radio|TV|television|talk)?\s?(?:show|podcast|programme|program)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:interviews?\s+(?:published\s+|aired\s+|broadcast\s+|given\s+|\w+day\s+)?(?:with|to)|interviewed\s+by|"
    r"(?:carried|published|aired|broadcast|distributed)\s+by|(?:wrote|written|writing)\s+for)\s+$",
    re.IGNORECASE,
)
"""What nobody but an outlet or an interviewer follows: whoever is named there passed the words on, known or not."""
_CAPITALISED = re.compile(r"(?:[Tt]he\s+)?(?=[A-Z])(?!I\b)")
_IN_INTERVIEW = re.compile(r"\s+(?:on\s+\w+day\s+)?in\s+an?\s+(?:[\w-]+\s+){0,3}interview\b", re.IGNORECASE)
_BY_ACCOUNT = re.compile(r"(?<![\w-])[Aa]ccording to\s+(?=\S)")
_ADJUNCTS = re.compile(
    r"(?:[\s,.”\"’']|\b(?:on|in|at|during|after|of|about|earlier|later|afterwards?|to)\b(?:(?!\b(?:which|who|whom|whose|where|when)\b)[^,;:]){0,50})*+"
)
_RECORDED = re.compile(
    r"(?:an?\s+|the\s+)?(?:\w+\s+)?(?:audio|video|footage|transcripts?|recordings?|cop(?:y|ies)|excerpts?)\b[^,;.\n]{0,40}?\b(?:by|from)\s+(?=\S)"
)
"""What an outlet has on tape: "audio provided by Harbour Radio" is the radio's."""
_FIGURES = re.compile(r"\b(?:polls?|surveys?|stud(?:y|ies)|analys[ie]s|data|figures|estimates?|results|census|statistics)\b", re.IGNORECASE)
RELAYS: tuple[Rule[int], ...] = (
    Rule("interview with", _INTERVIEW, re.Match.end),
    Rule("cited by", _CITED, re.Match.end),
    Rule("outlet's interview", _OWN_SHOW, re.Match.end),
    Rule("in print", _IN_PRINT, re.Match.end),
    Rule("on air", _ON_AIR, re.Match.end),
)
"""What stands before an outlet that passed the words on; each gives where the outlet's name begins."""


def relayed(page: Page, cast: Cast, draft: Draft, home: str, cues: Places[Draft]) -> Draft:
    """The draft with its ``via`` and ``to`` settled: outlets told are relays, ``home``, the reporting outlet, among them.

    Others told are addressees. ``cues``: those of the whole report; what stands behind another cue is that one's relay.
    """
    draft = _swapped(page, cast, _told(page, draft))
    told = {
        span: outlet
        for span in draft.to
        if (outlet := _outlet_in(page, cast, span) or _home_in(page, span, home) or _interviewer(page, span))
    }
    heard = tuple(told.values())
    read = (span for span in draft.via if means_outlet(cast, page.text, span) and not is_home(span.of(page.text), home))
    cited = (*_cited_by(page, cast, draft), *_reported_by(page, cast, draft))
    passed = tuple(dict.fromkeys((*read, *heard, *cited, *_named(page, cast, draft, cues), *_accounts(page, draft))))
    apart = tuple(span for span in passed if not any(span.overlaps(other) for other in draft.source))
    return replace(draft, via=_first_of_each(apart), to=tuple(span for span in draft.to if span not in told))


def _interviewer(page: Page, span: Span) -> Span | None:
    """Who was told "in an interview", whatever the name is known for: "told Morning Tide in an interview"."""
    return span if _CAPITALISED.match(span.of(page.text)) and _IN_INTERVIEW.match(page.text, span.end) else None


def _accounts(page: Page, draft: Draft) -> Iterator[Span]:
    """``"...," X said, according to Y`` and ``According to Y, X said ...``: Y's account of what X said."""
    cue = draft.cue
    if cue is None or not draft.source or cue.of(page.text).lower().startswith("according"):
        return
    sentence = page.sentence(cue.start)
    around = outside(page, sentence, draft.content)
    parts = [span for span in (cue, *draft.source, *draft.content) if sentence.covers(span)]
    for match in _BY_ACCOUNT.finditer(around):
        taped = _RECORDED.match(page.text, sentence.start + match.end(), sentence.end)
        named = right_phrase(page, taped.end() if taped else sentence.start + match.end(), sentence.end)
        if named is None or _FIGURES.search(named.of(page.text)) or any(named.overlaps(span) for span in parts):
            continue
        at = sentence.start + match.start()
        before = max((span.end for span in parts if span.end <= at), default=-1)
        after = min((span.start for span in parts if span.start >= named.end), default=-1)
        leads = at == sentence.start and after >= 0 and page.text[named.end : after].strip(" ,“\"‘'") == ""
        if leads or (cue.end <= at and before >= 0 and _ADJUNCTS.fullmatch(page.text, before, at)):
            yield named


def _home_in(page: Page, span: Span, home: str) -> Span | None:
    """The phrase where it means the reporting outlet, whatever it is called: "told Meridian" in the Meridian."""
    words = span.of(page.text)
    return span if is_home(words, home) and words.split()[-1][:1].isupper() else None


def handed_on(page: Page, drafts: Sequence[Draft], home: str) -> list[Draft]:
    """A pronoun's next sentence comes through the relay of the sentence before: "X told Zvezda that ... He said ...".

    What ``home``, the reporting outlet, was told goes on as its own report.
    """
    out: list[Draft] = []
    for draft in drafts:
        before = next((one for one in reversed(out) if one.cue and draft.cue and one.cue.end <= draft.cue.start), None)
        through = before.via or before.handed if before else ()
        if before and through and not (draft.via or draft.to) and _next_sentence(page, before, draft):
            draft = replace(draft, handed=tuple(span for span in through if not is_home(span.of(page.text), home)))
        out.append(draft)
    return out


def _next_sentence(page: Page, before: Draft, draft: Draft) -> bool:
    if before.cue is None or draft.cue is None or len(draft.source) != 1 or not _PRONOUN.fullmatch(draft.source[0].of(page.text)):
        return False
    first, second = page.sentence(before.cue.start), page.sentence(draft.cue.start)
    return first.end <= second.start <= first.end + 2 and not page.quoted(draft.cue.start)


def _cited_by(page: Page, cast: Cast, draft: Draft) -> Iterator[Span]:
    """``Kyodo reported, quoting sources``, ``according to the paper, which cited an official``: the outlet that cites the draft's
    source.
    """
    if draft.cue is None or not draft.source:
        return
    sentence = page.sentence(draft.cue.start)
    cites = _CITES.search(page.text, sentence.start, draft.source[0].end)
    if cites is None or draft.source[0].start - cites.end() > 40:
        return
    opens = _THEN_REPORTED.match(page.text, draft.source[0].end, sentence.end) if cites.start() == sentence.start else None
    if opens:
        named = left_phrase(page, opens.end("who"), opens.start("who"))
        if named and means_outlet(cast, page.text, named):
            yield named
        return
    for match in _ACCORDING.finditer(page.text, sentence.start, cites.start()):
        named = right_phrase(page, match.end(), cites.start())
        if named and means_outlet(cast, page.text, named):
            yield named
            return
    for at in (
        cites.start(),
        *(m.start() for m in _REPORTED.finditer(page.text, sentence.start, cites.start()) if m.start() > sentence.start),
    ):
        named = left_phrase(page, len(page.text[:at].rstrip(", ")), sentence.start)
        if named and means_outlet(cast, page.text, named):
            yield named
            return


def _reported_by(page: Page, cast: Cast, draft: Draft) -> Iterator[Span]:
    """``..., X said, Reuters reported.``: the outlet that says so at the end of the sentence."""
    if draft.cue is None or not draft.source:
        return
    sentence = page.sentence(draft.cue.start)
    last = _AT_LAST.search(page.text, max(draft.cue.end, sentence.end - 100), sentence.end)
    named = left_phrase(page, last.end("who"), last.start("who")) if last else None
    if named and named.start >= draft.cue.end and means_outlet(cast, page.text, named):
        yield named


def _first_of_each(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def _told(page: Page, draft: Draft) -> Draft:
    """``told X``: X, where nothing is known of an addressee."""
    cue = draft.cue
    if cue is None or draft.to or draft.by.startswith("turn"):
        return draft
    last = cue.of(page.text).split()[-1].lower() if len(cue) else ""
    owed = _TO_WHOM.match(page.text, cue.end) if last in _DATIVE else None
    if owed and not any(span.overlaps(Span(*owed.span("whom"))) for span in draft.content):
        return replace(draft, to=(Span(*owed.span("whom")),))
    if last in TELLING and page.text[cue.end : cue.end + 1] == " " and not page.text.startswith("by ", cue.end + 1):
        stop = min([page.sentence(cue.start).end, *(span.start for span in draft.content if span.start > cue.end)])
        told = _unquoted(page, cue.end + 1) or right_phrase(page, cue.end + 1, stop)
        return replace(draft, to=(told,)) if told and not any(told.overlaps(s) for s in (*draft.source, *draft.content)) else draft
    return replace(draft, to=tuple(_spoken_to(page, draft, cue)))


def _spoken_to(page: Page, draft: Draft, cue: Span) -> Iterator[Span]:
    """``said to reporters``, ``speaking to reporters``."""
    sentence = page.sentence(cue.start)
    around = outside(page, sentence, draft.content)
    for match in re.finditer(
        r"\b(?:said|says|speaking|spoke|wrote|complained|remarked|repeated|announced)\s+to\s+(?!have\b|be\b)(?=\w)", around
    ):
        told = right_phrase(page, sentence.start + match.end(), sentence.end)
        if told and abs(told.start - cue.end) < 90:
            yield told
            return


def _swapped(page: Page, cast: Cast, draft: Draft) -> Draft:
    """``according to Reuters, citing officials`` and ``Reuters quoted officials as saying``: the officials are the source, the outlet
    the relay.
    """
    draft = _apart(page, cast, draft)
    if len(draft.source) != 1 or draft.cue is None or not means_outlet(cast, page.text, draft.source[0]):
        return draft
    sentence = page.sentence(draft.cue.start)
    for match in (_CITING if not _QUOTED_AS.match(draft.cue.of(page.text) + " ") else _QUOTED_AS).finditer(
        page.text, sentence.start, sentence.end
    ):
        inner = right_phrase(page, match.end(), sentence.end)
        between = page.text[min(draft.source[0].end, match.start()) : match.start()]
        if (
            inner
            and (_is_source(page.text, inner) or means_outlet(cast, page.text, inner) or _AS_SAYING.match(page.text, inner.end))
            and len(between) < 60
            and not any(inner.overlaps(c) for c in _other(draft.content, inner))
        ):
            return replace(
                draft,
                source=(inner,),
                via=(*draft.via, draft.source[0]),
                to=tuple(span for span in draft.to if not span.overlaps(inner)),
                content=_without(draft.content, match.start(), inner.end),
            )
    return draft


def _apart(page: Page, cast: Cast, draft: Draft) -> Draft:
    """The draft whose sources are an outlet and whom it cites, with the outlet as the relay: "Kyodo reported, quoting an official"."""
    outlets = [span for span in draft.source if means_outlet(cast, page.text, span)]
    if len(draft.source) != 2 or len(outlets) != 1:
        return draft
    cited = next(span for span in draft.source if span not in outlets)
    verb = _QUOTED_AS if _AS_SAYING.match(page.text, cited.end) else _CITING
    opened = any(match.end() == cited.start for match in verb.finditer(page.text, max(0, cited.start - 12), cited.start))
    return replace(draft, source=(cited,), via=(*draft.via, *outlets)) if opened else draft


def _other(content: tuple[Span, ...], inner: Span) -> tuple[Span, ...]:
    return tuple(span for span in content if not span.covers(inner) or span.start + 12 < inner.start)


def _without(content: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    return tuple(span for span in content if not (start <= span.start and span.end <= end)) or content


def _is_source(text: str, span: Span) -> bool:
    return bool(
        re.search(
            r"\b(?:officials?|sources?|people|persons?|diplomats?|aides?|ministry|spokes\w+|statement|minister|"
            r"president|witnesses|documents?|military|government|police|agency|army|navy|air force|forces|troops|commanders?|general|"
            r"colonel|officers?|delegates?|negotiators?|lawmakers?|residents|doctors|rebels|militants|court|council|embassy|"
            r"memo|letter|report|envoy|ambassador|governor|mayor|lawyers?|executives?|[A-Z]\w+ [A-Z]\w+)\b",
            span.of(text),
        )
    )


def _named(page: Page, cast: Cast, draft: Draft, cues: Places[Draft]) -> Iterator[Span]:
    """Outlets named beside the cue as the place where it was said."""
    if draft.cue is None or any(means_outlet(cast, page.text, span) for span in draft.source):
        return
    sentence = page.sentence(draft.cue.start)
    around = outside(page, sentence, draft.content)
    for rule in RELAYS:
        for match in rule.pattern.finditer(around):
            at = sentence.start + (rule.produce(match) or 0)
            phrase = _unquoted(page, at) or right_phrase(page, at, sentence.end)
            outlet = (_outlet_in(page, cast, phrase) or _passed_on(page, phrase)) if phrase else None
            if phrase and outlet and rule.name == "on air" and not (is_named(outlet.of(page.text)) or _HOST.match(phrase.of(page.text))):
                continue
            blank = outlet and around[outlet.start - sentence.start : outlet.end - sentence.start].isspace()
            if outlet and not blank and not _another_s(draft.cue, outlet, cues):
                yield outlet


def _passed_on(page: Page, phrase: Span) -> Span | None:
    """A name that nobody knows for an outlet, where only an outlet or an interviewer can stand."""
    words = phrase.of(page.text)
    if not _CAPITALISED.match(words) or not _PASSED_ON.search(page.text, max(0, phrase.start - 40), phrase.start):
        return None
    owner = _OWNER.match(words)
    return Span(phrase.start, phrase.start + owner.end("who")) if owner else phrase


def _another_s(cue: Span, outlet: Span, cues: Places[Draft]) -> bool:
    """Whether another cue stands between this one and an outlet after it: "called it a wall and warned in an interview with X"."""
    between = Span(cue.end, max(cue.end, outlet.start))
    return any(other.cue != cue for other in cues.over(between) if len(between))


def _unquoted(page: Page, at: int) -> Span | None:
    """A programme named in quotation marks."""
    quotation = page.quoted(at)
    return quotation.inner.trim(page.text, " ,.") if quotation and quotation.outer.start == at else None


def _outlet_in(page: Page, cast: Cast, phrase: Span) -> Span | None:
    """The outlet that a phrase names at its start: "CNBC’s “Squawk Box”" -> CNBC; what was given to it: "a statement to SANO" -> SANO."""
    given = _GIVEN.match(phrase.of(page.text))
    if given:
        phrase = Span(phrase.start + given.end(), phrase.end)
    if means_outlet(cast, page.text, phrase):
        return phrase
    words = phrase.of(page.text)
    titled, owner, host = TITLED.match(words), _OWNER.match(words), _HOST.match(words)
    if titled:
        return Span(phrase.start, phrase.start + titled.end())
    short = Span(phrase.start, phrase.start + owner.end("who")) if owner else None
    if short and means_outlet(cast, page.text, short):
        return short
    if host:
        return Span(phrase.start, phrase.start + host.end("who"))
    return _unquoted(page, phrase.end + 1) if words.endswith(("'s", "’s")) else None
