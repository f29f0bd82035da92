"""What is current: of each report its last version, of that version its last reading."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, exists, not_

from onrecord.ledger.tables import entries, reading_entries, readings, reports


def current() -> FromClause:
    """Entries, each with the readings that found it and its report; ``is_current`` chooses among them."""
    joined = entries.join(reading_entries, reading_entries.c.entry == entries.c.seq)
    return joined.join(readings, readings.c.seq == reading_entries.c.reading).join(reports, reports.c.seq == readings.c.report)


def is_current(as_of: str = "", recorded: str = "") -> tuple[ColumnElement[bool], ...]:
    """What holds of the current reading of the current version, as known on the day ``as_of`` and recorded by ``recorded`` ("": now)."""
    later = readings.alias("later")
    read_again = [later.c.report == readings.c.report, later.c.seq > readings.c.seq]
    known: list[ColumnElement[bool]] = []
    if as_of:
        known.append(reports.c.known_on <= as_of)
    if recorded:
        read_again.append(later.c.recorded_at <= recorded)
        known.append(readings.c.recorded_at <= recorded)
    return (*known, not_(exists().where(*read_again)), is_last_version(as_of, recorded))


def is_last_version(as_of: str = "", recorded: str = "") -> ColumnElement[bool]:
    """What holds of a report that none had replaced, as known on the day ``as_of`` and recorded by ``recorded`` ("": now)."""
    newer = reports.alias("newer")
    replaced = [newer.c.replaces == reports.c.seq]
    if as_of:
        replaced.append(newer.c.known_on <= as_of)
    if recorded:
        replaced.append(newer.c.recorded_at <= recorded)
    return not_(exists().where(*replaced))
