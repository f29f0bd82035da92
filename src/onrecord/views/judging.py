"""What a person says of entries, made ready to be recorded, and which of it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.ledger import JudgementRow, View

ON_TWO = ("accept", "reject", "merge")
ON_ONE = ("split", "wrong", "right")
VERDICTS = (*ON_TWO, *ON_ONE, "undo")
STORED = {"wrong": "reject", "right": "accept"}
"""How the ledger writes what is said of one entry."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement as the ledger takes it; ``revises`` is the number of the one that it takes the place of."""

    subject: str
    this: str
    other: str
    verdict: str
    revises: int | None = None


def verdict(view: View, said: str, this: str, other: str = "", subject: str = "") -> Verdict:
    """``said`` (one of ``VERDICTS``) of an entry, or of two, each by its id or the beginning of one.

    ``subject`` (link or entry) says what of one entry is undone: that it is wrong before that it was split off, unless given.
    Raises ``ValueError`` where that cannot be said: no such entry, several, one where two are needed.
    """
    if said not in VERDICTS:
        raise ValueError(f"{said!r} is no verdict; one of {', '.join(VERDICTS)}")
    if said != "undo" and bool(other) == (said in ON_ONE):
        raise ValueError(f"{said} takes {'one entry' if said in ON_ONE else 'two entries'}")
    ids = [_id(view, key) for key in (this, other) if key]
    if not this or len(set(ids)) < len(ids):
        raise ValueError("an entry cannot be judged against itself" if this else "name an entry")
    rows = list(view.judgements())
    on_entry = said in ("wrong", "right") or (said == "undo" and not other and subject != "link" and ids[0] in wrong(rows))
    subject = "entry" if on_entry else "link"
    before = next((row.seq for row in reversed(rows) if row.subject == subject and {row.this, row.other} - {""} == set(ids)), None)
    return Verdict(subject, ids[0], ids[1] if len(ids) > 1 else "", STORED.get(said, said), before)


def wrong(rows: Iterable[JudgementRow]) -> dict[str, JudgementRow]:
    """The entries that are judged wrong, each with the judgement: a later ``accept`` or ``undo`` brings one back."""
    last = {row.this: row for row in rows if row.subject == "entry"}
    return {key: row for key, row in last.items() if row.verdict == "reject"}


def holding(rows: Iterable[JudgementRow]) -> set[int]:
    """The numbers of the judgements that hold: of those on the same entries the last one, if it is no ``undo``."""
    last = {(row.subject, frozenset((row.this, row.other))): row for row in sorted(rows, key=lambda row: row.seq)}
    return {row.seq for row in last.values() if row.verdict != "undo"}


def _id(view: View, key: str) -> str:
    """The id of the entry that is meant; ``LedgerError`` where several are becomes a ``ValueError``."""
    from onrecord.ledger import LedgerError

    try:
        record = view.entry(key)
    except LedgerError as error:
        raise ValueError(str(error)) from error
    if record is None:
        raise ValueError(f"no entry is called {key}; `onrecord timeline` shows ids in its last column")
    return record.entry.id
