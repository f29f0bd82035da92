"""What people said of actors: that two names are one actor's, or are not; that one is known. The last word on two names holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.ledger import JudgementRow

VERDICTS = ("merge", "split", "undo")


@dataclass(frozen=True, slots=True)
class Naming:
    """The judgements on actors that hold, by what they are on: one name, or two."""

    holding: Mapping[frozenset[str], JudgementRow]

    @classmethod
    def of(cls, rows: Iterable[JudgementRow], until: date | None = None) -> Naming:
        """From the judgements of a ledger, those of the day ``until`` and before it."""
        last: dict[frozenset[str], JudgementRow] = {}
        for row in sorted(rows, key=lambda row: row.seq):
            if row.subject == "actor" and (until is None or row.recorded_at[:10] <= until.isoformat()):
                last[frozenset((row.this, row.other)) - {""}] = row
        return cls({names: row for names, row in last.items() if row.verdict != "undo"})

    def on(self, *names: str) -> JudgementRow | None:
        """The judgement that holds on one name, or on two."""
        return self.holding.get(frozenset(names))

    def about(self, name: str) -> list[JudgementRow]:
        """All that hold and name it, the oldest first."""
        return sorted((row for names, row in self.holding.items() if name in names), key=lambda row: row.seq)

    def same(self, name: str) -> tuple[str, ...]:
        """The name itself and all that go for the same actor, merges of merges included; a split of two keeps them apart where nothing
        else joins them.
        """
        found = [name]
        for one in found:  # grows while it is gone through
            for row in self.about(one):
                if row.verdict == "merge":
                    found += [other for other in (row.this, row.other) if other not in found]
        return tuple(found)

    def main(self, name: str) -> str:
        """The name that the actor goes by: where merges lead, each from its first name to its second."""
        seen = {name}
        while True:
            onward = [row.other for row in self.about(name) if row.verdict == "merge" and row.this == name and row.other not in seen]
            if not onward:
                return name
            name = onward[-1]
            seen.add(name)


def line(row: JudgementRow) -> str:
    """A judgement in words: ``Fritz Merz is Friedrich Merz (anna, 2026-03-01: a nickname)``."""
    said = {"merge": f"{row.this} is {row.other}", "split": f"{row.this} is not {row.other}"}.get(row.verdict, f"{row.this} is known")
    note = f": {row.note}" if row.note else ""
    return f"{said} ({row.judge}, {row.recorded_at[:10]}{note})"


def lines(naming: Naming, names: Sequence[str]) -> list[str]:
    """All judgements that hold on these names, each once, the oldest first."""
    rows = {row.seq: row for name in names for row in naming.about(name.removeprefix("~"))}
    return [line(rows[seq]) for seq in sorted(rows)]
