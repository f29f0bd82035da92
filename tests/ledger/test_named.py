"""The views that other tools see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from tests.ledger.conftest import Places
from tests.ledger.made import filled


@pytest.fixture(scope="module")
def file(places: Places) -> Iterator[Connection]:
    """A ledger's database, as another program sees it."""
    with filled(places()) as opened, opened.engine.connect() as connection:
        yield connection


def rows(file: Connection, name: str) -> list[dict[str, object]]:
    """All rows of a view."""
    return [dict(row._mapping) for row in file.execute(text(f"SELECT * FROM {name}"))]


def test_meetings(file: Connection) -> None:
    (meeting,) = rows(file, "meetings")
    assert meeting["party"] == "Ada Brandt; Tomas Ruiz"
    assert (meeting["status"], meeting["place"], meeting["on_day"], meeting["time_words"]) == ("happened", "Bern", "2031-03-07", "Friday")
    assert (meeting["outlet"], meeting["according_to"]) == ("Echo", "Echo")


def test_statements(file: Connection) -> None:
    (statement,) = rows(file, "statements")
    assert (statement["speaker"], statement["words"], statement["according_to"]) == ("Tomas Ruiz", "It was a start", "Tomas Ruiz > Echo")


def test_deadlines_and_acts(file: Connection) -> None:
    (deadline,), (act,) = rows(file, "deadlines"), rows(file, "acts")
    assert (deadline["setter"], deadline["addressee"], deadline["on_day"]) == ("Norland", "~Sudria", "2031-03-10")
    assert (act["type"], act["status"], act["actor"]) == ("COERCE", "threatened", "Norland")


def test_timeline_is_in_the_order_of_time(file: Connection) -> None:
    assert [row["kind"] for row in rows(file, "timeline")] == ["meeting", "quote", "act", "deadline"]


def test_calendar_has_what_datasette_ics_asks_for(file: Connection) -> None:
    meeting, deadline = rows(file, "calendar")
    assert (meeting["event_name"], meeting["event_dtstart"]) == ("Ada Brandt; Tomas Ruiz (happened)", "2031-03-07")
    assert (deadline["event_name"], deadline["event_dtstart"]) == ("Deadline: Norland; ~Sudria (set)", "2031-03-10")
    assert {"event_uid", "event_description", "event_dtend"} <= set(meeting)
