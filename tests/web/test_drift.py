"""How a plan moved, as rows of a drawing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.nouns import Deadline, Entry, Meeting, Published, Report
from onrecord.views.calendar import dated
from onrecord.views.threads import Affair, told
from onrecord.views.web import Desk, app
from onrecord.views.web.drift import STEPS, WIDE, drift
from onrecord.views.web.sketch import place
from tests.views.made import DEADLINE, MEETING, STAMP, named, record, time

FIRST = date(2027, 4, 16)


def telling(kind: Deadline | Meeting, number: int, offset: int, since: date | None = None) -> tuple[Report, Entry]:
    """The report number so many, which puts the thing so many days after the first day."""
    report = Report(f"Told {number} times.", f"report {number}", published=Published(date(2027, 4, 1) + timedelta(number), by="jsonl"))
    day = FIRST + timedelta(offset)
    when = time("by then", since, day, "UNTIL") if isinstance(kind, Deadline) else time("then", day, day)
    if isinstance(kind, Deadline):
        return report, named(replace(kind, report=report.id, id="", evidence=(), due=(when,)))
    return report, named(replace(kind, report=report.id, id="", evidence=(), times=(when,)))


def moved(kind: Deadline | Meeting, offsets: tuple[int, ...]) -> Affair:
    """A thread whose days were told one after the other."""
    made = [telling(kind, number, offset) for number, offset in enumerate(offsets)]
    return told("key", [replace(record(entry, report), number=place) for place, (report, entry) in enumerate(made)], None)


@pytest.mark.parametrize("kind", [DEADLINE, MEETING])
def test_each_day_has_a_row_and_says_how_far_it_moved(kind: Deadline | Meeting) -> None:
    found = drift(moved(kind, (0, 3, 2, 7)))
    assert found is not None and found.earlier == 0
    assert [(step.day, step.moved) for step in found.steps] == [
        ("Fri 16 Apr 2027", ""), ("Mon 19 Apr 2027", "3 days later"), ("Sun 18 Apr 2027", "1 day earlier"),
        ("Fri 23 Apr 2027", "5 days later"),
    ]  # fmt: skip
    assert [step.x for step in found.steps] == [0, round(3 * WIDE / 7, 1), round(2 * WIDE / 7, 1), WIDE]
    assert len({step.y for step in found.steps}) == 4 and max(step.y for step in found.steps) < found.height


def test_what_is_told_again_is_no_step() -> None:
    assert drift(moved(DEADLINE, (0, 0, 0))) is None
    report, entry = telling(DEADLINE, 1, 0, FIRST - timedelta(9))
    first = telling(DEADLINE, 0, 0)
    both = told("key", [record(first[1], first[0]), record(entry, report)], None)
    assert drift(both) is None, "it begins elsewhere, but is due the same day"


def test_an_old_day_told_again_is_not_what_holds_now() -> None:
    one = moved(DEADLINE, (0, 5, 0))
    found, window, days = drift(one), dated(one), place(one)
    assert found is not None and [step.moved for step in found.steps] == ["", "5 days later"]
    assert window is not None and days is not None
    assert window.latest == days[1] == FIRST + timedelta(5)
    assert one.now.number == one.telling.number == 1 and one.last.number == 2


def test_of_many_days_the_latest_are_shown() -> None:
    found = drift(moved(DEADLINE, tuple(range(STEPS + 3))))
    assert found is not None and len(found.steps) == STEPS and found.earlier == 3
    assert found.steps[0].moved == "" and found.steps[-1].day == "Mon 26 Apr 2027"


def test_entries_of_a_thread_stand_together_on_a_page(tmp_path: Path) -> None:
    made = [telling(DEADLINE, number, offset) for number, offset in enumerate((0, 3, 2))]
    alone = telling(replace(DEADLINE, demands=("to pay",)), 9, 1)
    with ledger.open(tmp_path / "a.db") as opened:
        writer = opened.writer(ledger.Run("0", "", STAMP.isoformat(), "test"))
        for report, entry in (*made, alone):
            home = made[0][1].id if entry is not alone[1] else entry.id
            assert writer.add(report, (entry,), threads={entry.id: home}, recorded_at=STAMP)
    with ledger.open(tmp_path / "a.db") as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        page = client.get("/deadlines").text
        heads = re.findall(r'<h2 class="line"><a class="entry" href="/entries/(\w+)"', page)
        assert heads == [made[2][1].id, alone[1].id], "the thread's latest is shown, where its first one stands"
        assert "2 more entries of it here" in page and page.count('class="drift"') == 1
        rest = page.partition("<details")[2].partition("</details>")[0]
        assert {made[0][1].id, made[1][1].id} == set(re.findall(r"/entries/(\w+)", rest))
        assert page.count("days later") == 1 and 'class="drift"' in client.get(f"/threads/{made[0][1].id}").text
