"""Quotations: "today" in the mouth of somebody who spoke on Monday is that Monday.

A time inside quotation marks counts from the day of the speech, where the sentence around it names that day ("... said on Monday"). Where
the latest mention is a stretch that was over ("Last week, ..."), the speech lies somewhere in it: then the day is not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.nouns import Span
from onrecord.times.calendar import Interval, one_day
from onrecord.times.context import Context, Time
from onrecord.times.direction import clause
from onrecord.times.lexicon import CLASS
from onrecord.times.points import Near, Pick
from onrecord.times.words import Line, Word

MARKS = re.compile(r"[\"“”]|``|''")
LONGEST = 1500
SAID = re.compile(
    r"\b(?:said|says|told|announced|added|wrote|posted|warned|declared|tweeted|stated|reporters|statement|interview|speech)\b[^.!?\"“”]{0,60}$",
    re.I,
)
DAY = CLASS["tday"]


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, without their marks."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Quotations:
        """Pairs of marks within a paragraph; a mark that is never closed opens nothing."""
        spans: list[Span] = []
        opened = -1
        for match in MARKS.finditer(text):
            closes = match.group() in ("”", "''") or (match.group() == '"' and opened >= 0)
            if closes and opened >= 0:
                if match.start() - opened < LONGEST and "\n\n" not in text[opened : match.start()]:
                    spans.append(Span(opened, match.start()))
                opened = -1
            elif not closes:
                opened = match.end()
        return cls(tuple(spans))

    def around(self, span: Span) -> Span | None:
        """The quotation that holds a time."""
        return next((quote for quote in self.spans if quote.covers(span)), None)


def speech_day(text: str, line: Line, quote: Span, context: Context) -> Interval | None:
    """When the words of a quotation were spoken: a day, the stretch that holds it, or ``None`` where nothing tells."""
    before, after = clause(text, quote)
    sentence = Span(quote.start - len(before), quote.end + len(after))
    for word in line.words:
        if word.kind == DAY and sentence.covers(Span(word.start, word.end)) and not quote.overlaps(Span(word.start, word.end)):
            found = _spoken(text, word, context)
            if found is not None:
                return found
    anchor = context.anchor
    past = anchor is not None and context.day is not None and anchor.last < context.day and (context.day - anchor.last).days < 60
    return anchor if past and context.local and context.grain in ("week", "weekend", "month") else None


def _spoken(text: str, word: Word, context: Context) -> Interval | None:
    """The day, where a verb of speech stands shortly before it."""
    time: Time = word.value  # type: ignore[assignment]
    if not isinstance(time, Pick | Near) or not SAID.search(text[max(0, word.start - 90) : word.start]):
        return None
    found = time.at(Context(context.day, -3.0, context.anchor, context.grain))
    days = found.days if found else None
    return one_day(days.first) if days and len(days) == 1 and context.day and days.first <= context.day else None
