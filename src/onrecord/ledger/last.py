"""Of rows that say where something goes, the last one counts: the placement of an entry, the grouping of a report."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, exists, not_


def is_last(table: Table, of: str, recorded: str = "") -> ColumnElement[bool]:
    """What holds of the last row of ``table`` for each value of its column ``of``, as recorded by ``recorded`` ("": now)."""
    later = table.alias()
    moved = [later.c[of] == table.c[of], later.c.seq > table.c.seq]
    if not recorded:
        return not_(exists().where(*moved))
    return and_(table.c.recorded_at <= recorded, not_(exists().where(*moved, later.c.recorded_at <= recorded)))
