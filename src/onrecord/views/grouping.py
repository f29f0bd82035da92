"""Into which story reports go: one when it is recorded, those of an older ledger when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from onrecord.ledger import Grouped
from onrecord.ledger.codec import known_on
from onrecord.linking.stories import MOST, Grouper

if TYPE_CHECKING:
    from onrecord.ledger import Told, View
    from onrecord.nouns import Report

LATE = 7
"""A report that comes so many days after later ones is taken as one of the latest day; one that comes later still, in its own time."""

WINDOWS = 3
"""So many stretches of time are at hand: whoever reads several archives side by side goes back and forth between them."""


@dataclass(slots=True)
class Window:
    """What a grouper remembers, up to the day ``newest`` and the report of number ``seen``; ``members`` came to it since, ``pending`` was
    put somewhere, and should be on record when the window is used next."""

    grouper: Grouper
    newest: date
    seen: int
    members: set[str] = field(default_factory=set)
    pending: dict[str, str] = field(default_factory=dict)

    def put(self, key: str, day: date, text: str) -> Grouped:
        """Find the story of a report that is in none."""
        placed = self.grouper.place(key, max(day, self.newest), text)
        self.pending[key] = placed.story
        self.members.add(key)
        return Grouped(key, placed.story, placed.score)

    def take(self, told: Told) -> Grouped | None:
        """Remember a report of the record; what comes back is the story of one that was in none."""
        day, text = date.fromisoformat(told.known_on), words(told.title, told.text)
        if told.id in self.members:
            return None
        if not told.story:
            return self.put(told.id, day, text)
        self.members.add(told.id)
        self.grouper.keep(self.grouper.item(max(day, self.newest), text), told.story)
        return None


@dataclass(slots=True)
class Grouping:
    """Groups reports as they come in, from what is on record: it remembers nothing that another process could not find there.

    The first report (and one of quite another time) makes a window: the reports of the last weeks before it, at most ``most``. Reports in
    the order of publication then cost what the window holds, however many came before, and whether they come in one run or in two makes no
    difference. A report that comes up to ``LATE`` days after a later one is compared as if it were of that later day; one that comes later
    than that gets a window of its own time, so that what came after it in the world is not looked at. No story that is on record changes:
    two stories that a late report would have joined stay two. Reports of unknown day stand at the day on which they were recorded.
    """

    most: int | None = MOST
    _windows: list[Window] = field(default_factory=list)

    def place(self, view: View, report: Report, recorded_at: datetime) -> tuple[Grouped, ...]:
        """The story of a report that is about to be recorded, with those of reports before it that were in none; nothing for a report
        that has its story already."""
        known = view.stories_of([report.id])
        if known:
            return ()
        day = date.fromisoformat(known_on(report, recorded_at))
        caught = self.catch_up(view, day)
        window = self._windows[-1]
        if report.id in window.members:
            return caught
        return (*caught, window.put(report.id, day, words(report.title, report.text)))

    def catch_up(self, view: View, day: date) -> tuple[Grouped, ...]:
        """Have the window of a day ready, and give the stories of those of its reports that were in none: they must go on record now."""
        found = self._window(view, day)
        span = found.grouper.weights.window
        since = _before(day, span)
        late = [one for one in view.told_after(found.seen, self.most) if str(since) <= one.known_on <= str(found.newest)]
        caught = [found.take(one) for one in late]
        if day > found.newest:
            later = view.told(max(since, _before(found.newest, -1)), day, self.most)
            for one in later:
                found.newest = max(found.newest, date.fromisoformat(one.known_on))
                caught.append(found.take(one))
            found.newest = day
        found.seen = view.latest()
        found.members.clear()
        return tuple(one for one in caught if one)

    def _window(self, view: View, day: date) -> Window:
        """The window that the day falls into or follows on, the last of the list from now on; a new one where there is none."""
        self._windows = [one for one in self._windows if _on_record(view, one)]
        near = [one for one in self._windows if -LATE <= (day - one.newest).days <= one.grouper.weights.window]
        if near:
            found = min(near, key=lambda one: abs((day - one.newest).days))
            self._windows.remove(found)
        else:
            grouper = Grouper()
            found = Window(grouper, _before(day, grouper.weights.window + 1), view.latest())
        self._windows = [*self._windows, found][-WINDOWS:]
        return found


def words(title: str, text: str) -> str:
    """What of a report is compared: its headline and its text."""
    return f"{title}. {text}" if title else text


def _on_record(view: View, window: Window) -> bool:
    """Whether what the window put somewhere was recorded so: it was not where a transaction failed."""
    fits = view.stories_of(window.pending) == window.pending
    window.pending = {}
    return fits


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
