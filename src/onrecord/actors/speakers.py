"""Pronouns beside a saying: "X said he would" means X; a quotation's "he said" the subject of what the report said before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.actors import heads
from onrecord.actors.phrases import Meaning
from onrecord.actors.pronouns import Choice, agrees
from onrecord.actors.stage import Stage, Trace
from onrecord.nouns import Mark, Reading, Span

SINGLE = heads.MALE | heads.FEMALE
LEAD = 6
"""Characters that may stand between the beginning of what is said and its subject: "that "."""
SURE = 0.4
"""Arcs below this score say nothing."""


class Speakers:
    """The sayings of one reading by their cue."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sources: dict[Mark, list[Span]] = {}
        self.contents: dict[Mark, list[Span]] = {}
        for arc in reading.arcs:
            if arc.head.layer == "speech" and arc.score >= SURE and arc.role in ("source", "content"):
                (self.sources if arc.role == "source" else self.contents).setdefault(arc.head, []).append(arc.tail)

    def names(self, start: int) -> bool:
        """Whether the word at ``start`` stands in the name of a speaker."""
        return any(span.start <= start < span.end for spans in self.sources.values() for span in spans)

    def of(self, word: str, span: Span, stage: Stage, meant: Mapping[Span, Sequence[Meaning]]) -> Choice | None:
        """Whom a singular pronoun means because of the saying that it stands in; ``None`` where that does not tell."""
        if word not in SINGLE:
            return None
        return self._told(word, span, meant) or self._quoted(word, span, stage)

    def _told(self, word: str, span: Span, meant: Mapping[Span, Sequence[Meaning]]) -> Choice | None:
        """ "X said (that) he ...": X."""
        for cue, contents in self.contents.items():
            sources = [source for source in self.sources.get(cue, ()) if source.end <= cue.span.start]
            opens = any(0 <= span.start - content.start <= LEAD and 0 < content.start - cue.span.end <= LEAD for content in contents)
            if not opens or len(sources) != 1 or word not in ("he", "she"):
                continue
            people = [one.figure for one in meant.get(sources[0], ()) if not one.member]
            if len(people) == 1 and agrees(word, Trace(*_ends(sources[0]), (people[0],), "name")):
                return Choice((people[0],), False, 0.9)
        return None

    def _quoted(self, word: str, span: Span, stage: Stage) -> Choice | None:
        """ "...," he said, where the quotation opens a paragraph: the subject of the sentence that ends the paragraph before."""
        for cue, sources in self.sources.items():
            first = min((content.start for content in self.contents.get(cue, ())), default=span.end)
            paragraph = self.reading.paragraph_at(span.start)
            if span not in sources or not paragraph.start <= first <= paragraph.start + 1 or first >= span.start:
                continue
            before = self.reading.sentence_at(max(0, paragraph.start - 2))
            subject = next(self._subjects(word, before, stage), None)
            if subject:
                return Choice(subject.figures, False, 0.85)
        return None

    def _subjects(self, word: str, sentence: Span, stage: Stage) -> Iterator[Trace]:
        return (
            trace
            for trace in stage.log
            if trace.subject and trace.figures and sentence.start <= trace.start < sentence.end and agrees(word, trace)
        )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
