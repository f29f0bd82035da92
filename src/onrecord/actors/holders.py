"""Who holds an office, which organ a noun names, who is somebody's counterpart: the report's own word first, then the registry's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors import heads
from onrecord.actors.offices import plain_office
from onrecord.actors.rows import Row
from onrecord.actors.stage import Figure, Stage

MINISTER = frozenset(("minister",))


@dataclass(frozen=True, slots=True)
class Holders:
    """Answers for one report."""

    stage: Stage

    def counterpart(self, owner: Figure) -> Figure | None:
        """Who holds in ``owner`` the office that the last person mentioned holds elsewhere."""
        for trace in reversed(self.stage.log[-12:]):
            for figure in trace.figures[:1]:
                if figure.kind == "person" and figure.titles and figure.country != owner.country:
                    for title in sorted(figure.titles, key=len, reverse=True):
                        found = self.holder(title.split(), owner)
                        if found and found is not figure:
                            return found
                    return None
        return None

    def organ(self, nouns: list[str], owner: Figure) -> Row | None:
        """The organ of ``owner`` that the end of these nouns names."""
        for at in range(len(nouns)):
            organ = self.stage.registry.organ(" ".join(nouns[at:]), owner.name)
            if organ:
                return organ
        return None

    def holder(self, title: Sequence[str], owner: Figure) -> Figure | None:
        """Who holds an office of ``owner``: the person to whom the report gives it, else the one whom the registry proves for the day."""
        former = any(word in heads.NO_LONGER for word in title)
        wanted = plain_office(title)
        if named := self.named(title, owner):
            return named
        row = None if former else self.stage.registry.holder(wanted, owner.name, self.stage.day)
        if row and row.name in self.stage.figures:
            return self.stage.figures[row.name]
        stateless = [
            one
            for one in self.stage.figures.values()
            if one.kind == "person" and wanted in one.titles and not one.country and not one.office and one.former == former
        ]
        if len(stateless) != 1 and wanted.endswith(" minister") and wanted != "prime minister":
            stateless = [one for one in self.stage.figures.values() if self._some_minister(one, owner) and one.former == former]
        if len(stateless) == 1:
            stateless[0].country = stateless[0].country or owner.country
            stateless[0].titles.add(wanted)
            return stateless[0]
        return self.stage.of(row) if row else None

    def _some_minister(self, figure: Figure, owner: Figure) -> bool:
        """Whether the report calls somebody, not known for anything else, a minister of no ministry, of this state or of none."""
        plain = figure.row is None and figure.kind == "person" and figure.titles - heads.COURTESIES == MINISTER
        return plain and (not figure.country or figure.country == owner.country)

    def named(self, title: Sequence[str], owner: Figure) -> Figure | None:
        """The person to whom the report itself gives an office of ``owner``."""
        former = any(word in heads.NO_LONGER for word in title)
        wanted = plain_office(title)
        for figure in self.stage.figures.values():
            if figure.kind == "person" and wanted in figure.titles and figure.former == former and self._of_state(figure, owner):
                return figure
        return None

    def in_each(self, title: Sequence[str], states: Sequence[Figure], proved: bool) -> list[tuple[Figure, Figure | None]]:
        """Who holds an office in each of several states: whom the report gives it, of the other states nobody known; where it names
        nobody, and those of the registry will do (``proved``), these, if it knows all.
        """
        named = [(state, self.named(title, state)) for state in states]
        if any(person for _, person in named):
            return named
        people = [(state, self.holder(title, state)) for state in states] if proved else []
        return people if all(person for _, person in people) else []

    def _of_state(self, figure: Figure, owner: Figure) -> bool:
        return (bool(figure.country) and figure.country == owner.country) or (
            figure.office is not None and figure.office.body == owner.name
        )
