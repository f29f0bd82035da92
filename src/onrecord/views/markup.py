"""The words of an entry in their sentences, each evidence span in brackets with what it proves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.nouns import Entry, Evidence, Span
from onrecord.views.printable import one_line, printable

# A sentence ends at ., ! or ? with closing quotation marks, before a blank and no small letter, but not after an initial or a title;
# a line end always ends it. Good enough for showing: nothing is decided by it.
END = re.compile(r"(?<!\b[A-Z])(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bGen)(?<!\bCol)[.!?…][\"'”’»)\]]{0,3}(?=\s{1,9}[^a-z\s])|\n")
LONGEST = 600
GLIMPSE = 72
BLANKS = re.compile(r"\s")
SAID = re.compile(r"[,;:.!?…]{0,3}[\"”»](?=\W|$)")
"""Where quoted words end; what follows is said of them."""

CLAUSE = re.compile(r"[,;:.!?…\n\"“”«»]")
BACK = 48
"""So many characters before the word of an act of nobody are looked at for what it is said of."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the parts that it proves, outermost first, and the parts that open at its start and close at its end."""

    text: str
    parts: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def passages(text: str, evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    """The sentences that hold the evidence, in order; neighbours are one passage, and an endless one is cut around its evidence."""
    spans: list[Span] = []
    for one in sorted(evidence, key=lambda item: item.span):
        found = _sentence(text, one.span)
        if spans and found.start <= spans[-1].end + 1:
            found = spans.pop().join(found)
        spans.append(found)
    return tuple(spans)


def pieces(text: str, passage: Span, evidence: Iterable[Evidence]) -> Iterator[Piece]:
    """``passage`` cut at every boundary of its evidence; the texts of the pieces in one give the passage again."""
    inside = sorted((one for one in set(evidence) if passage.covers(one.span) and len(one.span)), key=_outermost)
    cuts = sorted({passage.start, passage.end} | {edge for one in inside for edge in (one.span.start, one.span.end)})
    for start, end in pairwise(cuts):
        here = [one for one in inside if one.span.start <= start and end <= one.span.end]
        yield Piece(
            text[start:end],
            tuple(one.part for one in here),
            tuple(one.part for one in here if one.span.start == start),
            tuple(one.part for one in reversed(inside) if one.span.end == end),
        )


def bracketed(text: str, passage: Span, evidence: Iterable[Evidence]) -> str:
    """The passage as one printable line: ``[Solvang|speaker] [told|cue] reporters``."""
    out = []
    for piece in pieces(text, passage, evidence):
        out.append("[" * len(piece.opens) + BLANKS.sub(" ", piece.text) + "".join(f"|{part}]" for part in piece.closes))
    return printable("".join(out)).strip()


def snippet(text: str, entry: Entry) -> str:
    """The word that names the entry with what follows it in its sentence or quotation, cut after some words; "" where it has none.

    Of an act of nobody to nobody it begins with the clause: "the war must end".
    """
    anchor = min((one.span for one in entry.evidence if one.part == "anchor"), default=None)
    if anchor is None:
        return ""
    sentence = _sentence(text, anchor)
    quoted = SAID.search(text, anchor.end, sentence.end)
    nobody = not any(role != "place" for role, _ in entry.people())
    start = _clause(text, sentence.start, anchor.start) if nobody else anchor.start
    whole = Span(start, quoted.start() if quoted else sentence.end).of(text)
    if len(whole) <= GLIMPSE:
        return one_line(whole).rstrip(".")
    return one_line(whole[:GLIMPSE].rpartition(" ")[0] or whole[:GLIMPSE]).rstrip(",;:") + " …"


def _clause(text: str, low: int, at: int) -> int:
    """Where the clause before ``at`` begins; ``at`` itself where that is far off."""
    begin = max((mark.end() for mark in CLAUSE.finditer(text, max(low, at - BACK), at)), default=low)
    begin += len(text[begin:at]) - len(text[begin:at].lstrip())
    return begin if at - begin <= BACK else at


def _outermost(one: Evidence) -> tuple[int, int, str]:
    return one.span.start, -one.span.end, one.part


def _sentence(text: str, span: Span) -> Span:
    """The sentence around ``span``; of an endless one, what lies within ``LONGEST`` characters of it."""
    low = max(0, span.start - LONGEST)
    start = low
    for end in END.finditer(text, low, min(len(text), span.start + 1)):
        start = end.end() if end.end() <= span.start else start
    after = END.search(text, max(span.end - 1, span.start), min(len(text), span.end + LONGEST))
    stop = after.end() if after else min(len(text), span.end + LONGEST)
    return Span(start, max(stop, span.end)).trim(text)
