"""A report laid open for the rules of this room: text, sentences, quotations, and words with their tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.nouns import Reading, Report, Span
from onrecord.speech.quotations import Quotation, find_quotations, inside


@dataclass(frozen=True, slots=True)
class Page:
    """``tags``: start of a word -> its tag; empty where the reader gives none."""

    text: str
    reading: Reading
    quotations: tuple[Quotation, ...]
    tags: Mapping[int, str] = field(default_factory=dict)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds ``offset``."""
        return self.reading.sentence_at(offset)

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds ``offset``."""
        return self.reading.paragraph_at(offset)

    def quoted(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds ``offset``."""
        return inside(self.quotations, offset)

    def clause(self, offset: int) -> Span:
        """The stretch around ``offset`` that lies in its paragraph and in no other quotation than ``offset`` itself."""
        start, end = self.paragraph(offset).start, self.paragraph(offset).end
        own = self.quoted(offset)
        if own:
            return own.inner
        for quotation in self.quotations:
            if quotation.level == 0 and quotation.outer.end <= offset:
                start = max(start, quotation.outer.end)
            elif quotation.level == 0 and quotation.outer.start > offset:
                end = min(end, quotation.outer.start)
        return Span(start, max(start, end))

    def lines(self, span: Span) -> tuple[Span, ...]:
        """A span that runs over several paragraphs, piece by piece."""
        pieces = (Span(max(span.start, p.start), min(span.end, p.end)) for p in self.reading.paragraphs if p.overlaps(span))
        return tuple(pieces) or (span,)

    def tag(self, start: int) -> str:
        """The tag of the word that starts at ``start``, or ""."""
        return self.tags.get(start, "")

    def is_verb(self, start: int) -> bool:
        """Whether the word at ``start`` may be a verb: its tag says so, or there are no tags."""
        return self.tags.get(start, "VERB").startswith(("VERB", "AUX"))


def open_page(report: Report, reading: Reading) -> Page:
    """Find the quotations and index the tags."""
    tags = dict(zip((word.start for word in reading.words), reading.tags, strict=False))
    return Page(report.text, reading, find_quotations(report.text, reading.paragraphs), tags)
