"""The threads of a ledger: its entries linked, with their lives as of a day; what has changed since a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord import linking
from onrecord.linking import Change, Contradiction, Filed, Judgement, Life, Query, Thread
from onrecord.views.judging import wrong

if TYPE_CHECKING:
    from onrecord.ledger import JudgementRow, Record, View
    from onrecord.nouns import Entry, Findings, Link

KINDS = ("meeting", "deadline", "act", "quote")


@dataclass(frozen=True, slots=True)
class Affair:
    """A thread with its life, and the records of its entries by their ids."""

    thread: Thread
    life: Life
    records: dict[str, Record]

    @property
    def first(self) -> Record:
        """The record that names the thread; where that is not known (as of a day before it, or judged wrong), the one told first."""
        return self.records.get(self.thread.id) or self.records[self.thread.members[0].entry.id]

    @property
    def last(self) -> Record:
        """The record told last."""
        return self.records[self.thread.members[-1].entry.id]

    @property
    def current(self) -> tuple[Filed, ...]:
        """The members in the order in which they were told; of a deadline those that tell the end that holds now, where any does: a later
        report may speak of the old one."""
        if self.thread.kind != "deadline":
            return self.thread.members
        ends = next((change.ends for change in reversed(self.life.changes) if change.ends), None)
        return tuple(member for member in self.thread.members if member.ends == ends) or self.thread.members

    @property
    def now(self) -> Record:
        """The record told last of those that tell what holds now."""
        return self.records[self.current[-1].entry.id]

    @property
    def telling(self) -> Record:
        """The record that says most of what holds now: with most people and places in it, of two the later one."""
        told = (self.records[member.entry.id] for member in self.current)
        return max(told, key=lambda record: (sum(1 for _ in record.entry.people()), record.published, record.number))


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day. ``kind``: ``new`` (a thread's first change), ``changed``, ``contradicted`` or ``withdrawn`` (judged wrong).

    ``state`` is what it changed to, or the judge's note; ``other`` is the entry that stands against the record's, or ``None``.
    """

    kind: str
    day: date | None
    state: str
    thread: str
    record: Record
    other: Record | None = None


def filed(record: Record) -> Filed:
    """A record as linking sees it."""
    day = date.fromisoformat(record.published[:10]) if record.published else None
    return Filed(record.entry, day, record.number, record.sentence)


def near(view: View) -> Callable[[Query], list[Filed]]:
    """What answers linking's questions for earlier entries from a view."""
    return lambda asked: [filed(record) for record in view.near(asked.keys, asked.since, asked.until, limit=asked.limit)]


@dataclass(slots=True)
class Countries:
    """The countries of people by name: what one report tells, else what the record last told of those that were asked for."""

    view: View
    known: dict[str, str]

    @classmethod
    def told(cls, view: View, findings: Findings) -> Countries:
        """Those of one report."""
        return cls(view, {actor.name: actor.country for actor in findings.cast.actors if actor.country})

    def learn(self, those: Iterable[Entry]) -> None:
        """Ask for all that take part in these entries, at once."""
        new = {one.name.removeprefix("~") for entry in those for _, one in entry.people() if one.name} - self.known.keys()
        self.known.update(self.view.countries(sorted(new)))

    def of(self, name: str) -> str:
        """The country of somebody who was asked for, "" where nobody told it."""
        return self.known.get(name, "")


def links(view: View, findings: Findings, found: Sequence[Entry], countries: Countries | None = None) -> tuple[Link, ...]:
    """What the entries of a report are to those that the view has, and to each other; ``countries`` knows all their people from then on."""
    known, ask = countries or Countries.told(view, findings), near(view)

    def asked(query: Query) -> list[Filed]:
        """What is near, once the countries of all that take part in it are known."""
        earlier = ask(query)
        known.learn(told.entry for told in earlier)
        return earlier

    known.learn(found)
    return linking.link([Filed.of(entry, findings.report) for entry in found], asked, known.of)


def affairs(view: View, kinds: Iterable[str] = KINDS, today: date | None = None) -> tuple[Affair, ...]:
    """All threads of ``kinds``, each in its life on the day ``today`` (``None``: nothing lapses); entries judged wrong are left out."""
    from onrecord.ledger import Choice

    wanted = tuple(kinds)
    records = {
        record.entry.id: record for kind in wanted for record in view.entries(Choice(kind=kind, order="recorded", limit=None))
    }
    said = list(view.judgements())
    for key in wrong(said):
        records.pop(key, None)
    judged = [judgement(one) for one in said if one.subject == "link"]
    made = linking.threads(map(filed, records.values()), view.links(), judged)
    return tuple(Affair(thread, linking.live(thread.members, today=today), _records(thread, records)) for thread in made)


def told(key: str, records: Collection[Record], today: date | None = None) -> Affair:
    """The thread named ``key`` that has these records (one at least), in its life on the day ``today``."""
    members = linking.in_order(map(filed, records))
    thread = Thread(key, tuple(members))
    return Affair(thread, linking.live(members, today=today), {record.entry.id: record for record in records})


def affair(found: Sequence[Affair], key: str) -> Affair | None:
    """The thread that holds the entry whose id is, or begins with, ``key``; ``None`` where there is none or more than one."""
    fitting = [one for one in found if any(member.entry.id.startswith(key) for member in one.thread.members)]
    return fitting[0] if key and len(fitting) == 1 else None


def judgement(row: JudgementRow) -> Judgement:
    """A row of the ledger as linking reads it."""
    return Judgement(row.seq, row.verdict, row.this, row.other)


def changes(view: View, since: date, known: Iterable[Affair] | None = None) -> tuple[News, ...]:
    """What reports published from ``since`` on have made new, changed or contradicted, and what was judged wrong since, by day.

    ``known``: the threads of the view, where somebody has them already.
    """
    threads = affairs(view, ("meeting", "deadline", "act")) if known is None else known
    found = [news for one in threads for news in _news(one, since)]
    tombstones = [(row, view.entry(key)) for key, row in wrong(view.judgements()).items() if row.recorded_at[:10] >= since.isoformat()]
    found += [
        News("withdrawn", date.fromisoformat(row.recorded_at[:10]), row.note, record.entry.id, record)
        for row, record in tombstones
        if record
    ]
    return tuple(sorted(found, key=lambda news: (news.day or date.min, news.thread, news.kind)))


def _news(one: Affair, since: date) -> list[News]:
    found = [_of_change(one, change) for change in one.life.changes if _since(change.filed, since) and change.state != "restated"]
    found += [_of_contradiction(one, clash) for clash in one.life.contradictions if _since(clash.other, since)]
    return found


def _of_change(one: Affair, change: Change) -> News:
    first = change == one.life.changes[0]
    return News("new" if first else "changed", change.filed.day, change.name, one.thread.id, one.records[change.filed.entry.id])


def _of_contradiction(one: Affair, clash: Contradiction) -> News:
    against = one.records[clash.one.entry.id]
    return News("contradicted", clash.other.day, clash.other.entry.status, one.thread.id, one.records[clash.other.entry.id], against)


def _since(told: Filed, since: date) -> bool:
    return told.day is not None and told.day >= since


def _records(thread: Thread, records: dict[str, Record]) -> dict[str, Record]:
    return {member.entry.id: records[member.entry.id] for member in thread.members}
