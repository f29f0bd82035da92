import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.ledger.made import filled


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A ledger's file, opened by another program."""
    path = tmp_path_factory.mktemp("ledger") / "a.db"
    filled(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(file: sqlite3.Connection, name: str) -> list[dict[str, object]]:
    """All rows of a view."""
    return [dict(row) for row in file.execute(f"SELECT * FROM {name}")]


def test_meetings(file: sqlite3.Connection) -> None:
    (meeting,) = rows(file, "meetings")
    assert meeting["party"] == "Ada Brandt; Tomas Ruiz"
    assert (meeting["status"], meeting["place"], meeting["on_day"], meeting["time_words"]) == ("happened", "Bern", "2031-03-07", "Friday")
    assert (meeting["outlet"], meeting["according_to"]) == ("Echo", "Echo")


def test_statements(file: sqlite3.Connection) -> None:
    (statement,) = rows(file, "statements")
    assert (statement["speaker"], statement["words"], statement["according_to"]) == ("Tomas Ruiz", "It was a start", "Tomas Ruiz > Echo")


def test_deadlines_and_acts(file: sqlite3.Connection) -> None:
    (deadline,), (act,) = rows(file, "deadlines"), rows(file, "acts")
    assert (deadline["setter"], deadline["addressee"], deadline["on_day"]) == ("Norland", "~Sudria", "2031-03-10")
    assert (act["type"], act["status"], act["actor"]) == ("COERCE", "threatened", "Norland")


def test_timeline_is_in_the_order_of_time(file: sqlite3.Connection) -> None:
    assert [row["kind"] for row in rows(file, "timeline")] == ["meeting", "quote", "act", "deadline"]


def test_calendar_has_what_datasette_ics_asks_for(file: sqlite3.Connection) -> None:
    meeting, deadline = rows(file, "calendar")
    assert (meeting["event_name"], meeting["event_dtstart"]) == ("Ada Brandt; Tomas Ruiz (happened)", "2031-03-07")
    assert (deadline["event_name"], deadline["event_dtstart"]) == ("Deadline: Norland; ~Sudria (set)", "2031-03-10")
    assert {"event_uid", "event_description", "event_dtend"} <= set(meeting)
