"""What people said of actors, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

VERDICTS = ("merge", "split", "undo")

if TYPE_CHECKING:
    from onrecord.ledger import JudgementRow
    from onrecord.ledger.naming import Naming
    from onrecord.nouns import Entry


def line(row: JudgementRow) -> str:
    """A judgement in words: ``Fritz Merz is Friedrich Merz (anna, 2026-03-01: a nickname)``."""
    where = f" in {_scope(row.relation)}" if row.relation else ""
    split = f"{row.this}{where} is {row.other}" if where else f"{row.this} is not {row.other}"
    said = {"merge": f"{row.this} is {row.other}", "split": split}.get(row.verdict, f"{row.this} is known")
    note = f": {row.note}" if row.note else ""
    return f"{said} ({row.judge}, {row.recorded_at[:10]}{note})"


def _scope(scope: str) -> str:
    return f"reports of {scope}" if scope.isupper() else f"report {scope[:8]}"


def lines(naming: Naming, names: Iterable[str]) -> list[str]:
    """All judgements that hold on these names, each once, the oldest first."""
    rows = {row.seq: row for name in names for row in naming.about(name.removeprefix("~"))}
    return [line(rows[seq]) for seq in sorted(rows)]


def of_entry(naming: Naming, entry: Entry) -> list[str]:
    """Those on the actors of an entry: who takes part in it and who says so, under all the names that they have."""
    named = [one.name for _, one in entry.people()] + [link.name for account in entry.accounts for link in account.chain]
    return lines(naming, [name for one in dict.fromkeys(named) if one for name in naming.same(one.removeprefix("~"))])
