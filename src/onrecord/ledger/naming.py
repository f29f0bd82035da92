"""By which name an actor goes: what people said of names, laid over what is read. Nothing on record changes.

Two names may be one actor's (``merge``), or are not (``split``, ``undo``); one name may be two actors', told apart by the state that they
are of or by the reports that name them (``split`` with a scope, which stands in the column ``relation``). Of what was said on the same
names and scope the last word holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.ledger.rows import JudgementRow, Record
from onrecord.nouns import Entry, Evidence, Participant, Quote, Source

SCOPED = 12
"""So many digits of a report's id stand in ``relation``."""
STATE = re.compile(r"[A-Z]{3}")
MEMBER = "~"
Said = tuple[frozenset[str], str]
"""The names that a judgement is on, and its scope."""


@dataclass(frozen=True, slots=True)
class Apart:
    """In a scope (a state, or the beginning of a report's id) ``name`` stands for ``called``: there it is named by ``reports`` (ids)."""

    name: str
    scope: str
    called: str
    reports: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Naming:
    """``holding``: the judgements that hold. ``groups``: the names of each actor that has several, by the one it goes by, itself first.
    ``apart``: names that are two actors', what was said last first. ``touched``: the names that go by another or are such. ``known``: as of
    which day, recorded by when ("" for now).
    """

    holding: Mapping[Said, JudgementRow] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: tuple[Apart, ...] = ()
    mains: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    known: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, rows: Iterable[JudgementRow], until: str = "") -> Naming:
        """From the judgements of a ledger, those of the day ``until`` (ISO 8601) and before it."""
        last: dict[Said, JudgementRow] = {}
        for row in sorted(rows, key=lambda row: row.seq):
            if row.subject == "actor" and (not until or row.recorded_at[:10] <= until):
                last[frozenset((row.this, row.other)) - {""}, row.relation] = row
        holding = {said: row for said, row in last.items() if row.verdict != "undo"}
        said = sorted(holding.values(), key=lambda row: row.seq)
        groups = gathered(row for row in said if not row.relation)
        apart = [Apart(row.this, row.relation, row.other) for row in reversed(said) if row.relation and row.verdict == "split"]
        mains = {name: main for main, names in groups.items() for name in names}
        return cls(holding, groups, tuple(apart), mains, frozenset({*mains, *(one.name for one in apart)}))

    def on(self, *names: str, scope: str = "") -> JudgementRow | None:
        """The judgement that holds on one name, or on two, in a scope."""
        return self.holding.get((frozenset(names), scope))

    def scopes(self, *names: str) -> tuple[str, ...]:
        """The scopes of all that holds on one name, or on two; "" among them where something holds everywhere."""
        return tuple(sorted(scope for said, scope in self.holding if said == frozenset(names)))

    def names(self) -> tuple[str, ...]:
        """All names that something is said of."""
        return tuple(sorted({name for said, _ in self.holding for name in said}))

    def about(self, name: str) -> list[JudgementRow]:
        """All that hold and name it, the oldest first."""
        return sorted((row for (said, _), row in self.holding.items() if name in said), key=lambda row: row.seq)

    def main(self, name: str) -> str:
        """The name that the actor goes by: the one that was said second, where two names were merged."""
        return self.mains.get(name, name)

    def same(self, name: str) -> tuple[str, ...]:
        """The name itself, then all others that go for the same actor."""
        return tuple(dict.fromkeys((name, *self.groups.get(self.main(name), ()))))

    def state(self, name: str) -> str:
        """The state by which a name was split off from another, "" where it was not."""
        return next((one.scope for one in self.apart if one.called == name and STATE.fullmatch(one.scope)), "")

    def called(self, name: str, report: str = "") -> str:
        """What goes by ``name`` (with its ~, if it has one) in the report of that id is called so."""
        bare = name.removeprefix(MEMBER)
        meant = next((one.called for one in self.apart if one.name == bare and report in one.reports), bare)
        return name[: len(name) - len(bare)] + self.main(meant)

    def renamed(self, record: Record) -> Record:
        """The record with the names that its actors go by: those who take part, who says so, and what the evidence was read as."""
        if not self._touches(record.entry):
            return record
        entry, report = record.entry, record.report
        people: dict[str, Any] = {part: self._people(getattr(entry, part), report) for _, part in entry.people_in}
        accounts = tuple(replace(one, chain=self._chain(one.chain, report)) for one in entry.accounts)
        evidence = tuple(self._evidence(one, report) for one in entry.evidence)
        own: dict[str, Any] = {"chain": self._chain(entry.chain, report)} if isinstance(entry, Quote) else {}
        return replace(record, entry=replace(entry, accounts=accounts, evidence=evidence, **people, **own))

    def _touches(self, entry: Entry) -> bool:
        """Whether anybody in the entry, or who says so, goes by a name that something is said of."""
        if not self.touched:
            return False
        chains = [*(one.chain for one in entry.accounts), *((entry.chain,) if isinstance(entry, Quote) else ())]
        named = [one.name for _, one in entry.people()] + [link.name for chain in chains for link in chain]
        return any(name.removeprefix(MEMBER) in self.touched for name in named)

    def _people(self, people: tuple[Participant, ...], report: str) -> tuple[Participant, ...]:
        """With two names of one actor as one; what was read twice under the same name stays as it was read."""
        called = [replace(one, name=self.called(one.name, report)) if one.name else one for one in people]
        first: dict[str, str] = {}
        pairs = zip(called, people, strict=True)
        return tuple(one for one, read in pairs if not one.name or first.setdefault(one.name, read.name) == read.name)

    def _chain(self, chain: Iterable[Source], report: str) -> tuple[Source, ...]:
        return tuple(replace(link, name=self.called(link.name, report)) if link.name else link for link in chain)

    def _evidence(self, one: Evidence, report: str) -> Evidence:
        return replace(one, value=self.called(one.value, report)) if one.value else one


def gathered(said: Iterable[JudgementRow]) -> dict[str, tuple[str, ...]]:
    """The names of each actor that has several, by the one that it goes by, as merges and splits leave them one after the other."""
    home: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for row in said:
        this, other = home.get(row.this, row.this), home.get(row.other, row.other)
        if row.verdict == "merge" and this != other:
            moved = groups.pop(this, [this])
            groups.setdefault(other, [other]).extend(moved)
            home.update(dict.fromkeys(moved, other))
        elif row.verdict in ("merge", "split") and this == other:
            names = groups.pop(this)
            gone = [row.this] if row.verdict == "split" else []
            main = row.other if row.verdict == "merge" or this == row.this else this
            left = [main, *(name for name in names if name != main and name not in gone)]
            home.update({**dict.fromkeys(left, main), **dict.fromkeys(gone, row.this)})
            groups[main] = left
    return {main: tuple(names) for main, names in groups.items() if len(names) > 1}


UNSAID = Naming()
"""Where nobody said anything of a name."""
