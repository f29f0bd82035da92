"""The stage of one report: who has come on, how they are called, and who was mentioned where. Built up once, then turned into a ``Cast``."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.actors.heads import FEMALE_TITLES, MALE_TITLES
from onrecord.actors.offices import office
from onrecord.actors.registry import Registry, surname
from onrecord.actors.rows import Row
from onrecord.nouns import Actor, Cast, Mention, Office, Span


@dataclass(slots=True)
class Figure:
    """One actor while the report is being read. ``gender`` is m, f or ""; ``titles`` are the offices that the report gives it."""

    name: str
    kind: str
    country: str = ""
    gender: str = ""
    row: Row | None = None
    office: Office | None = None
    titles: set[str] = field(default_factory=set)
    former: bool = False
    mentions: dict[tuple[Span, bool], Mention] = field(default_factory=dict)


@dataclass(slots=True)
class Stage:
    """The figures by name, people by surname, and the log of mentions (start, end, figure), in the order in which they were made."""

    registry: Registry
    day: str
    figures: dict[str, Figure] = field(default_factory=dict)
    surnames: dict[str, list[Figure]] = field(default_factory=dict)
    log: list[tuple[int, int, Figure, str]] = field(default_factory=list)

    def of(self, row: Row) -> Figure:
        """The figure of a row of the registry."""
        figure = self.figures.get(row.name)
        if figure is None:
            figure = self.figures[row.name] = Figure(row.name, row.kind, row.country, row.gender, row)
            for title, body in self.registry.offices(row, self.day) if row.kind == "person" else ():
                figure.titles.add(office(title))
                figure.office = figure.office or Office(title, body)
            self._known_by(figure)
        return figure

    def named(self, name: str, kind: str) -> Figure:
        """The figure of a name that the registry does not have."""
        figure = self.figures.get(name)
        if figure is None:
            figure = self.figures[name] = Figure(name, kind)
            if kind == "person":
                figure.gender = self.registry.given.get(name.split()[0], "")
            self._known_by(figure)
        return figure

    def _known_by(self, figure: Figure) -> None:
        if figure.kind == "person":
            last = surname(figure.name)
            if last and figure not in self.surnames.setdefault(last, []):
                self.surnames[last].append(figure)

    def called(self, figure: Figure, title: str) -> None:
        """Note a title that the report gives to a person."""
        low = title.lower()
        figure.titles.add(office(low))
        words = set(low.split())
        if not figure.gender and figure.kind == "person":
            figure.gender = "m" if words & MALE_TITLES else "f" if words & FEMALE_TITLES else ""

    def mention(self, figure: Figure, span: Span, form: str, score: float, by: str, member: bool = False) -> None:
        """Note a mention; the first one of a span stays."""
        if (span, member) not in figure.mentions:
            figure.mentions[span, member] = Mention(span, form, member, score, by)
            self.log.append((span.start, span.end, figure, form if not member else "member"))

    def cast(self) -> Cast:
        """All figures that were mentioned, in the order of the text."""
        actors = [self._actor(figure) for figure in self.figures.values() if figure.mentions]
        return Cast(tuple(sorted(actors, key=lambda actor: actor.mentions[0].span)))

    def _actor(self, figure: Figure) -> Actor:
        mentions = tuple(sorted(figure.mentions.values(), key=lambda mention: mention.span))
        row = figure.row
        return Actor(
            name=figure.name,
            kind=figure.kind,
            country=figure.country,
            sector=row.sector if row else "",
            qid=row.qid if row else "",
            office=None if figure.former else figure.office,
            source=row.source if row else "report",
            mentions=mentions,
        )
