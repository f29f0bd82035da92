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
SURE = 0.24
"""Arcs below this score say nothing."""


class Speakers:
    """The sayings of one reading. ``sources``: the places of all speakers. ``told``: where what is said begins right after the cue, with
    its only speaker before the cue. ``quoted``: by the place of a speaker, where that begins which is said there. ``said``: what is said
    with each of its speakers.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sources: list[Span] = []
        self.told: list[tuple[int, Span]] = []
        self.quoted: dict[Span, list[int]] = {}
        self.said: list[tuple[Span, Span]] = []
        for cue, sources, contents in _sayings(reading):
            self.sources += sources
            self.said += [(content, source) for content in contents for source in sources]
            before = [source for source in sources if source.end <= cue.span.start]
            if len(before) == 1:
                self.told += [(content.start, before[0]) for content in contents if 0 < content.start - cue.span.end <= LEAD]
            for source in sources if contents else ():
                self.quoted.setdefault(source, []).append(min(content.start for content in contents))

    def names(self, start: int) -> bool:
        """Whether the word at ``start`` stands in the name of a speaker."""
        return any(span.start <= start < span.end for span in self.sources)

    def around(self, span: Span) -> Iterator[Span]:
        """The speakers of the sayings in whose words a phrase stands."""
        return (source for content, source in self.said if content.covers(span))

    def of(self, word: str, span: Span, stage: Stage, meant: Mapping[Span, Sequence[Meaning]]) -> Choice | None:
        """Whom a singular pronoun means because of the saying that it stands in; ``None`` where that does not tell."""
        if word not in SINGLE:
            return None
        return self._told(word, span, meant) or self._quoted(word, span, stage)

    def _told(self, word: str, span: Span, meant: Mapping[Span, Sequence[Meaning]]) -> Choice | None:
        """ "X said (that) he ...", "X said his country ...": X."""
        for start, source in self.told if word in ("he", "she", "his", "her") else ():
            if 0 <= span.start - start <= LEAD:
                people = [one.figure for one in meant.get(source, ()) if not one.member]
                if len(people) == 1 and agrees(word, Trace(source.start, source.end, (people[0],), "name")):
                    return Choice((people[0],), False, 0.9)
        return None

    def _quoted(self, word: str, span: Span, stage: Stage) -> Choice | None:
        """ "...," he said, where the quotation opens a paragraph: the subject of the sentence that ends the paragraph before."""
        for first in self.quoted.get(span, ()):
            paragraph = self.reading.paragraph_at(span.start)
            if not paragraph.start <= first <= paragraph.start + 1 or first >= span.start:
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


def _sayings(reading: Reading) -> Iterator[tuple[Mark, list[Span], list[Span]]]:
    """Each cue with its speakers and what is said, as the arcs have them."""
    found: dict[tuple[int, int, str, float], tuple[Mark, list[Span], list[Span]]] = {}
    for arc in reading.arcs:
        if arc.role in ("source", "content") and arc.score >= SURE and arc.head.layer == "speech":
            cue = arc.head
            saying = found.setdefault((cue.span.start, cue.span.end, cue.label, cue.score), (cue, [], []))
            (saying[1] if arc.role == "source" else saying[2]).append(arc.tail)
    yield from found.values()
