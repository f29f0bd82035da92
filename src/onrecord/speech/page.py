"""A report laid open for the rules of this room: text, sentences, quotations, and words with their tags."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.nouns import Arc, Mark, Reading, Report, Span
from onrecord.speech.quotations import Quotation, find_quotations, outermost

REACH = 1000
"""Characters to either side of a place that a rule looks at where a sentence has no end."""


@dataclass(frozen=True, slots=True)
class Page:
    """``tags``: start of a word -> its tag; empty where the reader gives none. ``spoken``: the outermost of the quotations.
    ``arcs``: those of the reading by their head.
    """

    text: str
    reading: Reading
    quotations: tuple[Quotation, ...]
    tags: Mapping[int, str] = field(default_factory=dict)
    spoken: tuple[Quotation, ...] = ()
    arcs: Mapping[Mark, tuple[Arc, ...]] = field(default_factory=dict)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds ``offset``; of one without end, the stretch around it."""
        whole = self.reading.sentence_at(offset)
        if len(whole) <= 2 * REACH:
            return whole
        return Span(max(whole.start, offset - REACH), max(min(whole.end, offset + REACH), whole.start))

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds ``offset``."""
        return self.reading.paragraph_at(offset)

    def quoted(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds ``offset``."""
        at = bisect_right(self.spoken, offset, key=lambda q: q.outer.start) - 1
        found = self.spoken[at] if at >= 0 else None
        return found if found and offset < found.outer.end else None

    def clause(self, offset: int) -> Span:
        """The stretch around ``offset`` that lies in its paragraph and in no other quotation than ``offset`` itself."""
        start, end = self.paragraph(offset).start, self.paragraph(offset).end
        own = self.quoted(offset)
        if own:
            return own.inner
        at = bisect_right(self.spoken, offset, key=lambda q: q.outer.start)
        if at:
            start = max(start, self.spoken[at - 1].outer.end)
        if at < len(self.spoken):
            end = min(end, self.spoken[at].outer.start)
        return Span(start, max(start, end))

    def quotations_at(self, span: Span) -> tuple[Quotation, ...]:
        """The outermost quotations that share a character with ``span``."""
        first = max(bisect_right(self.spoken, span.start, key=lambda q: q.outer.start) - 1, 0)
        last = bisect_right(self.spoken, span.end, key=lambda q: q.outer.start)
        return tuple(q for q in self.spoken[first:last] if q.outer.overlaps(span))

    def lines(self, span: Span) -> tuple[Span, ...]:
        """A span that runs over several paragraphs, piece by piece."""
        paragraphs = self.reading.paragraphs
        first = max(bisect_right(paragraphs, span.start, key=lambda p: p.start) - 1, 0)
        last = bisect_right(paragraphs, span.end, key=lambda p: p.start)
        pieces = (Span(max(span.start, p.start), min(span.end, p.end)) for p in paragraphs[first:last] if p.overlaps(span))
        return tuple(pieces) or (span,)

    def tag(self, start: int) -> str:
        """The tag of the word that starts at ``start``, or ""."""
        return self.tags.get(start, "")

    def is_verb(self, start: int) -> bool:
        """Whether the word at ``start`` may be a verb: its tag says so, or there are no tags."""
        return self.tags.get(start, "VERB").startswith(("VERB", "AUX"))


def open_page(report: Report, reading: Reading) -> Page:
    """Find the quotations and index tags and arcs."""
    tags = dict(zip((word.start for word in reading.words), reading.tags, strict=False))
    quotations = find_quotations(report.text, reading.paragraphs)
    arcs: defaultdict[Mark, list[Arc]] = defaultdict(list)
    for arc in reading.arcs:
        arcs[arc.head].append(arc)
    return Page(report.text, reading, quotations, tags, outermost(quotations), {head: tuple(found) for head, found in arcs.items()})
