"""Indirect speech by rule: "X said that ...", "..., X said.", "X told Y that ...", "according to X, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.nouns import Span
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page
from onrecord.speech.phrases import right_phrase, subject
from onrecord.speech.verbs import BARE_FORMS, CLAUSE_CUE, TELLING

_ADJUNCT = (
    r"(?:\s+(?:on|in|at|during|after|to|via|by|through|late|early|earlier|last|this|from|over)\s[^,.;:\"“”]{1,80}?|"
    r"\s+\w+day|\s+\w+ly)?"
)
_THAT = re.compile(rf"{_ADJUNCT},?\s+that\s+(?=\S)")
_PAUSE = re.compile(rf"{_ADJUNCT}(?P<stop>\s*[,.;!?—]|\s*$)")
_INVERTED = re.compile(r"\s+(?=[A-Z]|an?\s|the\s|one\s|two\s|his\s|her\s)")
_BARE = re.compile(r"\s+(?!(?:that|in|on|at|to|of|by|with|for|during|after|before|so|it:|as|from|about|nothing|anything)\b)(?=[\w\"“'‘$])")
_CUT = re.compile(
    r",\s+(?:adding|saying|noting|warning|according to|calling|accusing|arguing|stressing|citing (?!.{0,20}as))\b|"
    r",\s+(?:but|and|while) (?:he|she|they|it)\b"
)
_END = " \t\r\n.;,”\"’'"
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+(?=\S)|\b(?:[Ii]n the words of|[Aa]s (?:(?:first|previously|earlier) )?reported by|"
    r"(?<=, )(?:first|previously|earlier) reported by|[Aa]s told by)\s+(?=\S)"
)
_ASKED = re.compile(
    r"\bAsked\s+(?:about\s+)?(?=(?:whether|if|why|what|how|when|who|about|\w+))(?!by\b|to\b)|(?<=[Ww]hen "
    r")asked\s+(?:about\s+)?(?!by\b|to\b)(?=\w)"
)
_ASKED_BY = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged) by (?P<who>[^,.;:\"“”\n]{2,60}?) "
    r"(?:(?:about|on|over)\s+|(?=(?:whether|if|why|what|how|when|who)\b))"
)
_TOLD_CLAUSE = re.compile(r"(?:\s+(?:on|in|at|during|after)\s[^,.;:\"“”]{1,60}?|\s+\w+day)?,?\s+(?:that\s+)?(?=[\w\"“])")


def indirect(page: Page) -> tuple[Draft, ...]:
    """Every draft that the rules of this file give, in no particular order."""
    return (*_clauses(page), *_according(page), *_asked(page))


def _clauses(page: Page) -> Iterator[Draft]:
    for match in CLAUSE_CUE.finditer(page.text):
        if page.quoted(match.start()) or not match.group().islower() or not page.is_verb(match.start()):
            continue
        sentence = page.sentence(match.start())
        found = _clause(page, Span(*match.span()), sentence)
        if found:
            yield found


def _clause(page: Page, cue: Span, sentence: Span) -> Draft | None:
    source = subject(page, cue.start, sentence.start)
    if source is None:
        return _inverted(page, cue, sentence)
    tells = cue.of(page.text) in TELLING and page.text[cue.end : cue.end + 1] == " " and not page.text.startswith(" by ", cue.end)
    told = right_phrase(page, cue.end + 1, sentence.end) if tells else None
    at = told.end if told else cue.end
    to = (told,) if told else ()
    that = _THAT.match(page.text, at, sentence.end)
    if that:
        return _draft(cue, source, [_cut(page, that.end(), sentence.end)], 0.85, "speaker, cue, that", to)
    found = _parenthetical(page, cue, source, at, sentence, to)
    if found:
        return found
    bare = (_TOLD_CLAUSE if told else _BARE).match(page.text, at, sentence.end)
    if bare and cue.of(page.text) in BARE_FORMS:
        return _draft(cue, source, [_cut(page, bare.end(), sentence.end)], 0.7, "speaker, cue, clause", to)
    return None


def _parenthetical(page: Page, cue: Span, source: Span, at: int, sentence: Span, to: tuple[Span, ...]) -> Draft | None:
    """``..., X said.`` and ``..., X said, ...``."""
    lead = page.text[sentence.start : source.start].rstrip()
    pause = _PAUSE.match(page.text, at, sentence.end)
    if not pause or not lead.endswith((",", ",”", ',"', "”", '"')):
        return None
    before = Span(sentence.start, sentence.start + len(lead)).trim(page.text, _END)
    contents = [before]
    if pause.group("stop").strip() == "," and page.text[pause.end() : sentence.end].strip(_END):
        contents.append(_cut(page, pause.end(), sentence.end))
    return _draft(cue, source, contents, 0.85, "clause, speaker, cue", to)


def _inverted(page: Page, cue: Span, sentence: Span) -> Draft | None:
    """``..., said X.``"""
    lead = page.text[sentence.start : cue.start].rstrip()
    opening = _INVERTED.match(page.text, cue.end, sentence.end)
    if not lead.endswith(",") or not opening or len(lead) < 12 or cue.of(page.text).endswith("ing"):
        return None
    source = right_phrase(page, opening.end(), sentence.end)
    before = Span(sentence.start, sentence.start + len(lead)).trim(page.text, _END)
    return _draft(cue, source, [before], 0.7, "clause, cue, speaker") if source else None


def _according(page: Page) -> Iterator[Draft]:
    for match in _ACCORDING.finditer(page.text):
        sentence = page.sentence(match.start())
        leads = not page.text[sentence.start : match.start()].strip(_END)
        comma = page.text.find(",", match.end(), sentence.end) if leads else -1
        source = right_phrase(page, match.end(), comma if comma > 0 else sentence.end)
        if source is None or page.quoted(match.start()):
            continue
        before = Span(sentence.start, max(sentence.start, match.start())).trim(page.text, _END)
        rest = page.text[source.end : sentence.end]
        after = Span(source.end, sentence.end).trim(page.text, _END + " ") if rest.lstrip().startswith(",") else Span(0, 0)
        contents = [after] if len(before) < 4 else [before]
        cue = Span(match.start(), match.start() + len(match.group().rstrip()))
        found = _draft(cue, source, contents, 0.9, "according to")
        if found:
            yield found


def _asked(page: Page) -> Iterator[Draft]:
    """``Asked whether ..., X said``: a question whose asker is not named; ``asked by Y whether``: Y's."""
    for match in (*_ASKED.finditer(page.text), *_ASKED_BY.finditer(page.text)):
        sentence = page.sentence(match.start())
        stop = page.text.find(",", match.end(), sentence.end)
        content = Span(match.end(), stop if stop > 0 else sentence.end).trim(page.text, _END)
        if not page.quoted(match.start()) and len(content) > 2:
            who = (Span(*match.span("who")),) if match.re is _ASKED_BY else ()
            cue = Span(match.start(), match.start() + len(match.group().split()[0]))
            yield Draft((content,), cue, who, act="ask", score=0.8, by="asked whether")


def _cut(page: Page, start: int, end: int) -> Span:
    """From ``start`` to the end of the sentence, or to where another attribution begins; without closing punctuation."""
    cuts = (match.start() for match in _CUT.finditer(page.text, min(start + 8, end), end))
    stop = next((at for at in cuts if not page.quoted(at)), end)
    return Span(start, max(start, stop)).trim(page.text, _END)


def _draft(cue: Span, source: Span, contents: Iterable[Span], score: float, by: str, to: tuple[Span, ...] = ()) -> Draft | None:
    kept = tuple(span for span in contents if len(span) > 2 and not span.overlaps(cue))
    return Draft(kept, cue, (source,), to=to, score=score, by=by) if kept else None
