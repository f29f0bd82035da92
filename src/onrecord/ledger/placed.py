"""In which thread each entry is, as it was placed last."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from onrecord.ledger.choose import Choice, conditions
from onrecord.ledger.current import current, is_current
from onrecord.ledger.last import is_last
from onrecord.ledger.naming import UNSAID, Naming
from onrecord.ledger.tables import entries, placements, reports

FOUND = entries.alias("found")
"""The entry that a thread is named by."""

ORDERS = {
    "time": (func.min(reports.c.known_on).asc(), FOUND.c.seq.asc()),
    "-time": (func.max(reports.c.known_on).desc(), FOUND.c.seq.desc()),
}
"""Threads by the day on which they began to be told, or by the day on which they were told last, the latest first."""


def is_home(recorded: str = "") -> ColumnElement[bool]:
    """What holds of the last placement of an entry, as recorded by ``recorded`` ("": now)."""
    return is_last(placements, "entry", recorded)


def with_threads(joined: FromClause) -> FromClause:
    """``joined``, which has entries, with the placements of each and the entries that name the threads; ``is_home`` chooses among them."""
    return joined.join(placements, placements.c.entry == entries.c.seq).join(FOUND, FOUND.c.seq == placements.c.thread)


def threads_query(choice: Choice, as_of: str, recorded: str, naming: Naming = UNSAID) -> Select[Any]:
    """One row a thread that has an entry of the choice, with the columns of ``ThreadRow``; raises ``ValueError`` for an unknown order."""
    if choice.order not in ORDERS:
        raise ValueError(f"no such order of threads: {choice.order} (one of {', '.join(ORDERS)})")
    days = (func.min(reports.c.known_on).label("first"), func.max(reports.c.known_on).label("last"))
    columns = (FOUND.c.id, FOUND.c.kind, func.count(entries.c.seq.distinct()).label("entries"), *days)
    found = select(*columns).select_from(with_threads(current())).where(*is_current(as_of, recorded), is_home(recorded))
    found = found.where(*conditions(choice, recorded, naming))
    found = found.group_by(FOUND.c.seq, FOUND.c.id, FOUND.c.kind).order_by(*ORDERS[choice.order])
    return found.limit(choice.limit).offset(choice.offset) if choice.limit is not None or choice.offset else found
