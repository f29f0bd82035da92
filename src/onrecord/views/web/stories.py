"""Stories as the pages name them, and the lanes that they make of a drawing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.views.stories import names
from onrecord.views.web.sketch import Sketch

if TYPE_CHECKING:
    from onrecord.ledger import View
    from onrecord.views.web.drawing import Lanes


@dataclass(frozen=True, slots=True)
class Told:
    """A story: who it is about, how many of its reports are known, from which day to which."""

    id: str
    name: str
    reports: int
    first: date
    last: date


def told(view: View, ids: Collection[str], at_least: int = 1) -> tuple[Told, ...]:
    """Those of these stories that have so many reports by the day of the view, the one told last first."""
    rows = list(view.stories(at_least, set(ids)))
    called = names(view, [row.id for row in rows])
    return tuple(
        Told(row.id, called[row.id], row.reports, date.fromisoformat(row.first), date.fromisoformat(row.last)) for row in rows
    )


def by_story(homes: Mapping[str, str]) -> Lanes:
    """Lanes of the stories in which the reports of a thread are; ``homes`` has the story of each report, by their ids."""

    def lanes(one: Sketch) -> Iterable[str]:
        return {homes[key] for key in one.reports if key in homes}

    return lanes
