"""Which thread each entry is in, as it was placed last."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord import ledger
from onrecord.ledger import Choice, Ledger, View
from onrecord.nouns import Entry, Link, Report
from tests.ledger.made import ALL, NOW, RUN, filled, made

FIRST, SECOND = made(), made("Later. " + ALL, "2031-03-12")
HOUR = timedelta(hours=1)


def the(kind: str, one: tuple[Report, tuple[Entry, ...]]) -> str:
    """The id of a report's entry of that kind."""
    return next(entry.id for entry in one[1] if entry.kind == kind)


MEETING, AGAIN = the("meeting", FIRST), the("meeting", SECOND)


def opened(path: Path | str) -> Ledger:
    """Two reports; their meetings are one thread."""
    found = ledger.open(path)
    writer = found.writer(RUN)
    writer.add(*FIRST, recorded_at=NOW)
    writer.add(*SECOND, [Link(AGAIN, MEETING, "same", 0.9)], threads={AGAIN: MEETING}, recorded_at=NOW + HOUR)
    return found


def rows(view: View, **choice: object) -> list[tuple[str, int, str, str]]:
    """The threads of a choice, as tuples."""
    return [(row.id, row.entries, row.first, row.last) for row in view.threads(Choice(**choice))]  # type: ignore[arg-type]


def test_an_entry_without_a_word_of_its_thread_begins_one(place: str) -> None:
    with opened(place) as found, found.view() as view:
        assert view.placements([MEETING, AGAIN, "no such entry"]) == {MEETING: MEETING, AGAIN: MEETING}
        assert len(list(view.threads())) == 7
        assert rows(view, kind="meeting") == [(MEETING, 2, "2031-03-08", "2031-03-12")]


def test_members_come_by_thread_in_the_order_of_arrival(place: str) -> None:
    with opened(place) as found, found.view() as view:
        members = view.members([MEETING, the("act", SECOND), AGAIN])
        assert [record.entry.id for record in members[MEETING]] == [MEETING, AGAIN]
        assert [record.entry.id for record in members[the("act", SECOND)]] == [the("act", SECOND)]
        assert AGAIN not in members


def test_threads_by_page_and_order(place: str) -> None:
    with opened(place) as found, found.view() as view:
        every = [row.id for row in view.threads(Choice(order="-time"))]
        assert [row.id for row in view.threads(Choice(order="-time", limit=3, offset=2))] == every[2:5]
        assert max(row.last for row in view.threads()) == [row.last for row in view.threads(Choice(order="-time", limit=1))].pop()
        with pytest.raises(ValueError, match="no such order"):
            list(view.threads(Choice(order="text")))


def test_what_is_placed_anew_is_known_from_then_on_only(place: str) -> None:
    with opened(place) as found:
        assert found.writer(RUN).place({AGAIN: AGAIN, MEETING: MEETING}, recorded_at=NOW + 2 * HOUR) == 1
        assert found.writer(RUN).place({AGAIN: AGAIN}, recorded_at=NOW + 3 * HOUR) == 0
        with found.view() as now, found.view(recorded=NOW + HOUR) as then:
            assert now.placements([AGAIN]) == {AGAIN: AGAIN}
            assert then.placements([AGAIN]) == {AGAIN: MEETING}
            assert len(now.members([MEETING])[MEETING]) == 1
            assert len(then.members([MEETING])[MEETING]) == 2


def test_as_of_a_day_a_thread_has_what_was_told_by_then(place: str) -> None:
    with opened(place) as found, found.view(date(2031, 3, 10)) as view:
        assert rows(view, kind="meeting") == [(MEETING, 1, "2031-03-08", "2031-03-08")]
        assert [record.entry.id for record in view.members([MEETING])[MEETING]] == [MEETING]


def test_unknown_entries_have_no_place(place: str) -> None:
    with opened(place) as found, pytest.raises(ValueError, match="not on record"):
        found.writer(RUN).place({MEETING: "nothing"}, recorded_at=NOW)


def test_a_ledger_of_the_first_schema_is_placed_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with opened(path) as found:
        found.writer(RUN).judge("link", the("act", FIRST), the("act", SECOND), verdict="accept", by="me", recorded_at=NOW + 2 * HOUR)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE placements")
        connection.execute("DROP TABLE groupings")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with ledger.open(path) as found, found.view() as view, found.view(recorded=NOW + HOUR) as then:
        assert rows(view, kind="meeting") == [(MEETING, 2, "2031-03-08", "2031-03-12")]
        assert rows(view, kind="act") == [(the("act", FIRST), 2, "2031-03-08", "2031-03-12")]
        assert len(rows(then, kind="act")) == 2


def test_a_first_ledger_without_entries_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    ledger.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE placements")
        connection.execute("DROP TABLE groupings")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    filled(path).close()
    with ledger.open(path) as found, found.view() as view:
        assert len(list(view.threads())) == 4
