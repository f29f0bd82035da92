"""What the reader said of a report: words, sentences, marks and arcs with their scores, and nothing more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.nouns.span import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its probability in [0, 1]."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span.

    ``layer`` is one of ``event`` (label: a type of ``vocabulary``), ``deadline`` (label: ``DEADLINE``),
    ``speech`` (label: ``cue``, ``source`` or ``content``) and ``mention`` (label: the kind of a name or noun phrase:
    ``person``, ``organization``, ``place``, ``group``, ...).
    ``traits`` are further labels of the same span: ``status`` and ``mode`` of an event, ``status`` of a deadline.
    """

    layer: str
    label: str
    span: Span
    score: float
    traits: tuple[tuple[str, Label], ...] = ()

    def trait(self, name: str) -> Label | None:
        """The label under ``name``, or ``None``."""
        return next((label for key, label in self.traits if key == name), None)


@dataclass(frozen=True, slots=True)
class Arc:
    """A role that a span plays for a mark: ``head`` (an event, a deadline or a cue) -> ``tail``.

    ``role``: actor recipient place time condition | source content to via | setter addressee demand due consequence.
    """

    head: Mark
    role: str
    tail: Span
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the model said of one report; every tuple is in the order of the text.

    ``tags`` has one entry a word: universal part of speech, then tense, mood or verb form after a colon where it has one
    (``VERB:Past``, ``AUX:Pres``, ``VERB:Inf``); it is empty where the reader has no such head.
    """

    words: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    tags: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    arcs: tuple[Arc, ...] = ()

    def layer(self, name: str) -> Iterator[Mark]:
        """The marks of one layer."""
        return (mark for mark in self.marks if mark.layer == name)

    def arcs_of(self, head: Mark, role: str = "") -> Iterator[Arc]:
        """The arcs that leave ``head``, all or those of one role."""
        return (arc for arc in self.arcs if arc.head == head and role in ("", arc.role))

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the character at ``offset``, or the last one that starts before it."""
        return _at(self.sentences, offset)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds the character at ``offset``, or the last one that starts before it."""
        return _at(self.paragraphs, offset)

    def words_in(self, span: Span) -> range:
        """Indexes of the words that lie wholly in ``span``."""
        first = bisect_right(self.words, Span(span.start, span.start))
        if first and self.words[first - 1].start >= span.start:
            first -= 1
        last = first
        while last < len(self.words) and self.words[last].end <= span.end:
            last += 1
        return range(first, last)


def _at(spans: tuple[Span, ...], offset: int) -> Span:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[max(index, 0)] if spans else Span(0, 0)
