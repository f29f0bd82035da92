"""Questions and answers: lines that begin with who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.nouns import Span
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page

_QUESTION = re.compile(r"(?:Q|QUESTION|Question|REPORTER|Reporter)(?:\s?\d{1,2})?[.:](?=\s)")
_ANSWER = re.compile(r"(?:A|ANSWER|Answer)[.:](?=\s)")
NAME = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|al|bin)){0,6}(?:\s\([^()\n]{1,40}\))?):(?=\s|$)")
"""A name and a colon."""
_NOT_SPEAKERS = re.compile(
    r"(?:Update|UPDATE|Note|NOTE|Editor|Photo|Correction|Background|Read|Watch|Also|Related|Analysis|Opinion|"
    r"Breaking|BREAKING)\b"
)


def turns(page: Page) -> tuple[Draft, ...]:
    """A draft for each turn of a transcript: at least two lines of the report begin with a speaker, one of them asking or naming twice.

    The question's source is empty: a reporter whom the text does not name. An answer's source is the name before the colon.
    """
    lines = list(_lines(page))
    asked = [line for line in lines if line[0] == "question"]
    named = [page.text[line[1].start : line[1].end] for line in lines if line[0] == "speaker"]
    if not asked and len(named) == len(set(named)):
        return ()
    return tuple(_turn(*line) for line in lines) if len(lines) > 1 else ()


def _lines(page: Page) -> Iterator[tuple[str, Span, Span]]:
    for paragraph in page.reading.paragraphs:
        for kind, pattern in (("question", _QUESTION), ("answer", _ANSWER), ("speaker", NAME)):
            match = pattern.match(page.text, paragraph.start, paragraph.end)
            if match and not _NOT_SPEAKERS.match(match.group()):
                content = Span(match.end(), paragraph.end).trim(page.text, " \t\r\n\"“”'‘’")
                if len(content):
                    yield kind, Span(*match.span()), content
                break


def _turn(kind: str, head: Span, content: Span) -> Draft:
    if kind == "question":
        return Draft((content,), head, act="ask", score=0.9, by="question of a transcript")
    if kind == "answer":
        return Draft((content,), head, score=0.9, by="answer of a transcript")
    return Draft((content,), Span(head.end - 1, head.end), (Span(head.start, head.end - 1),), score=0.9, by="turn of a transcript")
