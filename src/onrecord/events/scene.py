"""All that the other rooms know of a report, indexed for look-ups by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.nouns import Arc, Cast, Mark, Reading, Referent, Report, Span, Statement, When
from onrecord.nouns.places import Places


@dataclass(frozen=True, slots=True)
class Scene:
    """A report with what was found in it: ``arcs`` of the reading by head, ``events`` its marks of that layer, ``whens`` by their phrase,
    ``referents`` by their mention, ``contents`` the positions of statements by what they say.

    ``naming``: the cues that only say what something is called. ``headline``: the title where the text opens with it, else nothing.
    ``told``: the labels of the events below it.
    """

    text: str
    day: date | None
    reading: Reading
    times: tuple[When, ...]
    statements: tuple[Statement, ...]
    arcs: Mapping[Mark, tuple[Arc, ...]]
    events: Places[Mark]
    whens: Places[When]
    referents: Places[Referent]
    contents: Places[int]
    naming: frozenset[Span]
    headline: Span
    told: frozenset[str]

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
    numbered, headline = list(enumerate(statements)), report.headline
    return Scene(
        text=report.text,
        day=report.published.day,
        reading=reading,
        times=times,
        statements=statements,
        arcs={head: tuple(found) for head, found in arcs.items()},
        events=Places((mark.span, mark) for mark in reading.layer("event")),
        whens=Places((when.phrase, when) for when in times),
        referents=Places((referent.mention.span, referent) for referent in cast.referents()),
        contents=Places((span, index) for index, statement in numbered for span in statement.content),
        naming=frozenset(one.cue for one in statements if one.act == "characterise" and one.cue),
        headline=headline,
        told=frozenset(mark.label for mark in reading.layer("event") if mark.span.start >= headline.end),
    )
