"""The stage of one report: who has come on, how they are called, and who was mentioned where. Built up once, then turned into a
``Cast``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.actors import heads
from onrecord.actors.offices import office
from onrecord.actors.registry import Registry
from onrecord.actors.rows import Row
from onrecord.actors.sectors import body_sector, sector
from onrecord.actors.words import key
from onrecord.nouns import Actor, Cast, Mention, Office, Span

REACH = 40
# Found on the training reports: the share of a mention that is left at the next one, and what a subject weighs.
FADE, SUBJECT = 0.75, 1.5
OF_FEW = frozenset(("senate", "congress"))
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"])


@dataclass(slots=True)
class Figure:
    """One actor while the report is being read. ``gender`` is m, f or ""; ``titles`` are the offices that the report or the registry
    gives it; ``home`` is the state that the report spoke of when it first named somebody in office whose state it does not say.
    """

    name: str
    kind: str
    country: str = ""
    gender: str = ""
    row: Row | None = None
    office: Office | None = None
    titles: set[str] = field(default_factory=set)
    former: bool = False
    home: str = ""
    mentions: dict[tuple[Span, bool], Mention] = field(default_factory=dict)


class Trace(NamedTuple):  # a tuple, as Item, Hit, Parts and Meaning are: so many are made that a frozen dataclass costs a tenth of all
    """A mention in the order of reading: where, whose, in which form. ``plural``: several, or members. ``figures`` is empty where the
    phrase means somebody who has no name here; ``gender`` is then that of its noun (m, f or ""). ``noun``: the last word of its head, lower
    case.
    """

    start: int
    end: int
    figures: tuple[Figure, ...]
    form: str
    member: bool = False
    plural: bool = False
    gender: str = ""
    subject: bool = False
    noun: str = ""


@dataclass(slots=True)
class Stage:
    """The figures by name; people by the ends of their names (``shorts``) and by first names; bodies by their last word; the log; and
    ``ground``, the one state that all names and places of the report are of, "" where there are several or none.
    ``here``, asked only where it counts, the state that the sentence of the phrase being read tells of, "" where it tells of none.
    """

    registry: Registry
    day: str
    figures: dict[str, Figure] = field(default_factory=dict)
    shorts: dict[str, list[Figure]] = field(default_factory=dict)
    firsts: dict[str, list[Figure]] = field(default_factory=dict)
    tails: dict[str, list[Figure]] = field(default_factory=dict)
    log: list[Trace] = field(default_factory=list)
    ground: str = ""
    here: Callable[[], str] = str

    def of(self, row: Row) -> Figure:
        """The figure of a row of the registry."""
        figure = self.figures.get(row.name)
        if figure is None:
            figure = self.figures[row.name] = Figure(row.name, row.kind, row.country, row.gender, row)
            if row.kind == "person":
                for title, body in self.registry.offices(row, self.day):
                    figure.titles.add(office(title))
                    figure.office = figure.office or Office(title, body)
                figure.gender = figure.gender or self.registry.given.get(key(row.name).partition(" ")[0], "")
            self._known_by(figure)
        return figure

    def named(self, name: str, kind: str) -> Figure:
        """The figure of a name that the registry does not have."""
        figure = self.figures.get(name)
        if figure is None:
            figure = self.figures[name] = Figure(name, kind)
            if kind == "person":
                figure.gender = self.registry.given.get(key(name).partition(" ")[0], "")
            self._known_by(figure)
        return figure

    def _known_by(self, figure: Figure) -> None:
        words = key(figure.name.partition(" (")[0]).split()
        while len(words) > 1 and words[-1].lower() in SUFFIXES:
            words.pop()
        if figure.kind == "person":
            for at in range(len(words)):
                self.shorts.setdefault(" ".join(words[at:]), []).append(figure)
            if len(words) > 1:
                self.firsts.setdefault(words[0], []).append(figure)
        elif words and figure.kind not in ("state", "place", "office"):
            self.tails.setdefault(words[-1].lower(), []).append(figure)

    def spelled(self, figure: Figure, last: str) -> None:
        """Note the last word of a full name as the report spells it, which may not be how the registry does."""
        if len(last) > 3 and last[0].isupper() and last.lower() not in SUFFIXES and last not in self.shorts:
            self.shorts[last] = [figure]

    def short(self, name: str) -> list[Figure]:
        """The people whose full name ends so; a particle at the head may have the capital of a sentence ("Von der Leyen")."""
        return self.shorts.get(name) or self.shorts.get(name[:1].lower() + name[1:]) or []

    def called(self, figure: Figure, title: Iterable[str]) -> None:
        """Note the title, word by word in lower case, that the report gives to a person; "former" ends the office."""
        words = list(title)
        kept = [word for word in words if word not in heads.NO_LONGER]
        figure.former = figure.former or len(kept) < len(words)
        while len(kept) > 1 and kept[-1] in heads.SHORT_RANKS:  # "the chairman, Lt. Gen. X" is chairman
            kept.pop()
        if kept:
            kept[-1] = heads.ONE_OFFICE.get(kept[-1], kept[-1])
            figure.titles.add(office(" ".join(kept)))
        if not figure.gender:
            figure.gender = "m" if heads.MALE_TITLES.intersection(kept) else "f" if heads.FEMALE_TITLES.intersection(kept) else ""

    def mention(self, figure: Figure, span: Span, form: str, score: float, by: str, member: bool = False) -> None:
        """Note a mention; the first one of a span stays."""
        if (span, member) not in figure.mentions:
            figure.mentions[span, member] = Mention(span, form, member, round(score, 3), by)

    def salient(self, barred: Collection[str] = ()) -> Figure | None:
        """The state that the report has spoken of most so far, the recent mentions counting more; before it speaks of any, its ground.
        ``barred``: states that are not meant.
        """
        here = self.here()
        if here and here not in barred:
            return self.of(self.registry.rows[here])
        weight = self._weights(barred)
        best = max(weight, key=lambda name: weight[name], default=self.ground)
        return self.of(self.registry.rows[best]) if best in self.registry.rows else None

    def organ(self, noun: str) -> Row | None:
        """The organ that a noun names, of the state spoken of; a senate, which few states have, of the most spoken of that has one."""
        state = self.salient()
        name = state.name if state else ""
        if noun in OF_FEW and (noun, name) not in self.registry.organs:
            weight = self._weights(())
            name = max((one for one in weight if (noun, one) in self.registry.organs), key=lambda one: weight[one], default=name)
        return self.registry.organ(noun, name) if name else None

    def _weights(self, barred: Collection[str]) -> dict[str, float]:
        """How much the report has spoken of each state so far."""
        weight: dict[str, float] = {}
        for age, trace in enumerate(reversed(self.log[-REACH:])):
            for figure in trace.figures[:1]:
                state = figure.name if figure.kind == "state" else self.registry.states.get(figure.country, "")
                if state and state not in barred:
                    weight[state] = weight.get(state, 0.0) + FADE**age * (SUBJECT if trace.subject else 1.0)
        return weight

    def cast(self) -> Cast:
        """All figures that were mentioned, in the order of the text."""
        actors = [_actor(figure, self.registry) for figure in self.figures.values() if figure.mentions]
        return Cast(tuple(sorted(actors, key=lambda actor: actor.mentions[0].span)))


def _actor(figure: Figure, registry: Registry) -> Actor:
    row = figure.row
    code = row.sector if row else ""
    if figure.kind in ("person", "office") and not code and not figure.former:
        code = sector(figure.titles, registry.rows.get(figure.office.body) if figure.office else None, registry.roles)
    elif not code:
        code = body_sector(figure.kind, figure.name)
    return Actor(
        name=figure.name,
        kind=figure.kind,
        country=figure.country,
        sector=code,
        qid=row.qid if row else "",
        office=None if figure.former else figure.office,
        source=row.source if row else "report",
        mentions=tuple(sorted(figure.mentions.values(), key=lambda mention: mention.span)),
    )
