"""All that the other rooms know of a report, indexed for look-ups by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.nouns import Arc, Cast, Mark, Reading, Referent, Report, Span, Statement, When


@dataclass(frozen=True, slots=True)
class Scene:
    """A report with what was found in it. ``arcs`` and ``referents`` hold the same as ``reading`` and the cast, by head and by span."""

    text: str
    reading: Reading
    times: tuple[When, ...]
    statements: tuple[Statement, ...]
    arcs: Mapping[Mark, tuple[Arc, ...]]
    referents: Mapping[Span, tuple[Referent, ...]]

    def tails(self, head: Mark, role: str) -> tuple[Arc, ...]:
        """The arcs of one role that leave ``head``, in the order of the text."""
        return tuple(arc for arc in self.arcs.get(head, ()) if arc.role == role)

    def sentence(self, span: Span) -> Span:
        """The sentence in which ``span`` starts."""
        return self.reading.sentence_at(span.start)


def scene(report: Report, reading: Reading, times: tuple[When, ...], cast: Cast, statements: tuple[Statement, ...]) -> Scene:
    """The scene of one report."""
    arcs: defaultdict[Mark, list[Arc]] = defaultdict(list)
    for arc in reading.arcs:
        arcs[arc.head].append(arc)
    referents: defaultdict[Span, list[Referent]] = defaultdict(list)
    for referent in cast.referents():
        referents[referent.mention.span].append(referent)
    return Scene(
        report.text,
        reading,
        times,
        statements,
        {head: tuple(found) for head, found in arcs.items()},
        {span: tuple(found) for span, found in referents.items()},
    )
