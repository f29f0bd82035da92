"""Questions and answers: lines that begin with who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.nouns import Span
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page

_QUESTION = re.compile(
    r"(?:Q|QUESTION|Question|REPORTER|Reporter|JOURNALIST|Journalist|INTERVIEWER|Interviewer)(?:\s?\d{1,2})?"
    r"(?:\s\((?P<who>[^()\n]{1,40})\))?[.:](?=\s)|\[(?:Q|Question)\](?=\s)|Q\s{1,4}(?=[A-Z])"
)
_ANSWER = re.compile(r"(?:A|ANSWER|Answer)[.:](?=\s)|\[(?:A|Answer)\](?=\s)")
NAME = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|al|bin)){0,6}(?:\s\([^()\n]{1,40}\))?):(?=\s|$)")
"""A name and a colon."""
_OTHER_NAMES = re.compile(
    r"(?P<who>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]*){0,3}),\s[A-Z][A-Z .,’'-]{1,40}:(?=\s|$)"
    r"|\[(?P<bracketed>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})\](?=\s)"
)
"""A name in capitals with an office ("LEE, MINISTER:"), or a name in brackets."""
_BARE_TITLE = re.compile(r"THE [A-Z]+(?: [A-Z]+){0,3}")
_ASIDE = re.compile(r"[\s(\[]")
_MARKS = " \t\r\n\"“”'‘’"
_RUN = 6
"""So many paragraphs without a name of their own go on with the turn before them, where another turn follows."""
_LOUD = 2
_NOT_SPEAKERS = re.compile(
    r"(?:Update|UPDATE|Note|NOTE|Editor|Photo|Correction|Background|Read|Watch|Also|Related|Analysis|Opinion|"
    r"Breaking|BREAKING)\b"
)


def turns(page: Page) -> tuple[Draft, ...]:
    """A draft for each turn of a transcript: at least two lines of the report begin with a speaker, one of them asking or naming twice, or
    two of them in capitals, or the first of them a question.

    The question's source is empty where the text does not name the reporter. An answer's source is the name before the colon. A turn
    goes on over the paragraphs up to the next; whose words all end in a question asks.
    """
    lines = list(_lines(page))
    asked = [line for line in lines if line.kind == "question"]
    named = [line.head.of(page.text) for line in lines if line.kind == "speaker"]
    asking = any(span.of(page.text).endswith("?") for line in lines for span in line.content)
    loud = sum(name.isupper() for name in named) if asking else 0  # "TARN: Three people were hurt" is a dateline
    if not asked and len(named) == len(set(named)) and loud < _LOUD and not _opens_asking(page, lines):
        return ()
    return tuple(_turn(page, line) for line in lines) if len(lines) > 1 else ()


def nameless(text: str, source: Span, mentions: Iterable[Span], drafts: Sequence[Draft]) -> bool:
    """Whether a turn's label is a bare title ("THE PRESIDENT") and whoever has the ``mentions`` is but spoken of by others."""
    if not _BARE_TITLE.fullmatch(source.of(text)):
        return False
    first = min((span for span in mentions if not _BARE_TITLE.fullmatch(span.of(text))), default=None)
    return first is not None and any(span.covers(first) for draft in drafts for span in draft.content)


def _opens_asking(page: Page, lines: Sequence[_Line]) -> bool:
    """Whether two lines or more follow each other of which the first asks: "MODERATOR: Why did you leave?"."""
    return len(lines) > 1 and len(lines[0].content) == 1 and lines[0].content[0].of(page.text).endswith("?")


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
    for kind, pattern in (("question", _QUESTION), ("answer", _ANSWER), ("speaker", NAME), ("speaker", _OTHER_NAMES)):
        match = pattern.match(page.text, paragraph.start, paragraph.end)
        if match and not _NOT_SPEAKERS.match(match.group()):
            content = Span(match.end(), paragraph.end).trim(page.text, _MARKS)
            name = next((key for key in ("who", "bracketed") if match.groupdict().get(key)), None)
            who = Span(*match.span(name)) if name else None
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
        return Draft(line.content, line.head, act="say", score=0.9, by="answer of a transcript")
    act = "ask" if line.content[-1].of(page.text).endswith("?") else "say"
    return Draft(line.content, Span(line.head.end - 1, line.head.end), source, act=act, score=0.9, by="turn of a transcript")
