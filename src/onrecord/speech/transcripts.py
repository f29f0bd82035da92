"""Questions and answers: lines that begin with who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.nouns import Span
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page

_QUESTION = re.compile(
    r"(?:Q|QUESTION|Question|REPORTER|Reporter|INTERVIEWER|Interviewer)(?:\s?\d{1,2})?(?:\s\((?P<who>[^()\n]{1,40})\))?[.:](?=\s)"
)
_ANSWER = re.compile(r"(?:A|ANSWER|Answer)[.:](?=\s)")
NAME = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|al|bin)){0,6}(?:\s\([^()\n]{1,40}\))?):(?=\s|$)")
"""A name and a colon."""
_ASIDE = re.compile(r"[\s(\[]")
_MARKS = " \t\r\n\"“”'‘’"
_RUN = 6
"""So many paragraphs without a name of their own go on with the turn before them, where another turn follows."""
_NOT_SPEAKERS = re.compile(
    r"(?:Update|UPDATE|Note|NOTE|Editor|Photo|Correction|Background|Read|Watch|Also|Related|Analysis|Opinion|"
    r"Breaking|BREAKING)\b"
)


def turns(page: Page) -> tuple[Draft, ...]:
    """A draft for each turn of a transcript: at least two lines of the report begin with a speaker, one of them asking or naming twice.

    The question's source is empty where the text does not name the reporter. An answer's source is the name before the colon. A turn
    goes on over the paragraphs up to the next; whose words all end in a question asks.
    """
    lines = list(_lines(page))
    asked = [line for line in lines if line.kind == "question"]
    named = [line.head.of(page.text) for line in lines if line.kind == "speaker"]
    if not asked and len(named) == len(set(named)):
        return ()
    return tuple(_turn(page, line) for line in lines) if len(lines) > 1 else ()


@dataclass(frozen=True, slots=True)
class _Line:
    """``head``: up to the colon; ``who``: the name in it, if there is one."""

    kind: str
    head: Span
    who: Span | None
    content: tuple[Span, ...]


def _lines(page: Page) -> Iterator[_Line]:
    """The turns, each with the paragraphs that go on with it."""
    last: _Line | None = None
    more: list[Span] = []
    for paragraph in page.reading.paragraphs:
        line = _line(page, paragraph)
        if line is None:
            more.append(paragraph)
            continue
        if last:
            yield _with(page, last, more)
        last, more = line, []
    if last:
        yield last


def _line(page: Page, paragraph: Span) -> _Line | None:
    for kind, pattern in (("question", _QUESTION), ("answer", _ANSWER), ("speaker", NAME)):
        match = pattern.match(page.text, paragraph.start, paragraph.end)
        if match and not _NOT_SPEAKERS.match(match.group()):
            content = Span(match.end(), paragraph.end).trim(page.text, _MARKS)
            who = Span(*match.span("who")) if match.groupdict().get("who") else None
            return _Line(kind, Span(*match.span()), who, (content,)) if len(content) else None
    return None


def _with(page: Page, line: _Line, more: list[Span]) -> _Line:
    """The turn with the paragraphs after it; "(Laughter.)" is nobody's words, and a stretch of other text ends the transcript."""
    if len(more) > _RUN:
        return line
    spoken = (span.trim(page.text, _MARKS) for span in more if not _ASIDE.match(page.text, span.start))
    return replace(line, content=(*line.content, *(span for span in spoken if len(span))))


def _turn(page: Page, line: _Line) -> Draft:
    source = (line.who,) if line.who else ()
    if line.kind == "question":
        return Draft(line.content, line.head, source, act="ask", score=0.9, by="question of a transcript")
    if line.kind == "answer":
        return Draft(line.content, line.head, score=0.9, by="answer of a transcript")
    act = "ask" if line.content[-1].of(page.text).endswith("?") else ""
    return Draft(line.content, Span(line.head.end - 1, line.head.end), source, act=act, score=0.9, by="turn of a transcript")
