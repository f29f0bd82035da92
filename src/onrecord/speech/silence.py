"""Silence and refusal: "did not mention", "declined to comment"; acts of their own, never denials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.nouns import Span
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page
from onrecord.speech.phrases import subject
from onrecord.speech.polarity import REFUSAL, SILENCE

_VERB_ONLY = re.compile(r"\b(?:declin|refus)\w+", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:(?:on|to|about|for|of|in)\s+)?(?=\S)")
_STOP = re.compile(r"[.;:]\s|[.;:]$|,\s|\s(?:but|and (?:he|she|they|said|has|have|did)|when|while|although|saying)\b")
_END = " \t\r\n.;,”\"’'"


def withheld(page: Page) -> tuple[Draft, ...]:
    """A draft for each silence or refusal outside quotation marks; its content is what was not said, or the asking that went unanswered."""
    return (*_drafts(page, "refuse", REFUSAL), *_drafts(page, "silence", SILENCE))


def _drafts(page: Page, act: str, pattern: re.Pattern[str]) -> Iterator[Draft]:
    for match in pattern.finditer(page.text):
        if page.quoted(match.start()):
            continue
        sentence = page.sentence(match.start())
        source = subject(page, match.start(), sentence.start)
        cue, content = _parts(page, match, sentence)
        if source and len(content):
            yield Draft((content,), cue, (source,), act=act, score=0.85, by=f"{act} said outright")


def _parts(page: Page, match: re.Match[str], sentence: Span) -> tuple[Span, Span]:
    """``declined`` + "to comment"; ``did not mention`` + what was not mentioned."""
    verb = _VERB_ONLY.match(match.group())
    cue_end = match.start() + verb.end() if verb else match.end()
    opening = re.compile(r"\s+").match(page.text, cue_end) if verb else _OBJECT.match(page.text, cue_end)
    if opening is None or opening.end() >= sentence.end:
        return Span(match.start(), cue_end), Span(cue_end, cue_end)
    stop = _STOP.search(page.text, opening.end(), sentence.end)
    if not verb and opening.group().strip():
        cue_end = opening.end() - len(opening.group()) + len(opening.group().rstrip())
    return Span(match.start(), cue_end), Span(opening.end(), stop.start() if stop else sentence.end).trim(page.text, _END)
