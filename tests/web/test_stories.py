"""Stories in the pages: a filter, a facet, lanes, and links from what belongs to one."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.ledger import Grouped
from onrecord.views.web import Desk, app
from onrecord.views.web.drawing import drawing
from onrecord.views.web.stories import by_story
from tests.views.made import DEADLINE, ENTRIES, MEETING, REPORT, STAMP, named
from tests.web.made import hostile, moved
from tests.web.test_drawing import DAY, sketch

STORY = REPORT.id
SEQUEL, SEQUELS = moved()


def ids(desk: TestClient, path: str) -> set[str]:
    """The ids of the rows at an address."""
    return {row["id"] for row in desk.get(path).json()["rows"]}


def test_entries_are_chosen_by_story(desk: TestClient) -> None:
    of_story = {one.id for one in (*ENTRIES, *SEQUELS)}
    assert ids(desk, f"/entries.json?story={STORY}") == of_story
    assert ids(desk, f"/entries.json?story={SEQUEL.id[:12]}") == of_story, "any report of the story names it"
    assert ids(desk, f"/entries.json?story={hostile()[0].id}") == {one.id for one in hostile()[1]}
    assert ids(desk, f"/deadlines.json?story={STORY}&status=extended") == {SEQUELS[0].id}
    assert ids(desk, f"/reports.json?story={STORY}") == {REPORT.id, SEQUEL.id}


def test_a_story_has_what_was_told_by_the_day(desk: TestClient) -> None:
    assert ids(desk, f"/entries.json?story={STORY}&as_of=2027-04-12") == {one.id for one in ENTRIES}
    page = desk.get(f"/reports/{REPORT.id}?as_of=2027-04-12").text
    assert "/timeline?story=" not in page, "by that day one report alone was in it"
    assert "(2 reports)" in desk.get(f"/reports/{REPORT.id}?as_of=2027-04-13").text


@pytest.mark.parametrize("path", ["/entries.json", "/reports.json", "/reports", "/timeline", "/search", "/threads", "/calendar.ics"])
def test_what_is_no_story_says_so(desk: TestClient, path: str) -> None:
    assert desk.get(f"{path}?story=ffff").status_code == 400


def test_every_page_keeps_the_story_and_can_leave_it(desk: TestClient) -> None:
    for path in ("/meetings", "/deadlines", "/statements", "/acts", "/timeline", "/search", "/reports", "/threads"):
        page = desk.get(f"{path}?story={STORY}").text
        assert page.count(f'name="story" value="{STORY}"') == 2, "in the form, and in that of the day"
        left = re.search(r'href="([^"]*)" aria-label="Leave out story Iceland', page)
        assert left and left[1].split("?")[0] == path and "story" not in left[1]


def test_reports_and_threads_lead_to_their_story(desk: TestClient) -> None:
    for path in (f"/reports/{REPORT.id}", f"/reports/{SEQUEL.id}", f"/threads/{DEADLINE.id}"):
        page = desk.get(path).text
        assert f'<a href="/timeline?story={STORY}"><bdi>Iceland' in page and "(2 reports)" in page
    assert "/timeline?story=" not in desk.get(f"/reports/{hostile()[0].id}").text, "a story of one report leads nowhere"


def test_a_story_is_shown_over_its_own_days(desk: TestClient) -> None:
    page = desk.get(f"/timeline?story={STORY}").text
    assert "30 Mar 2027" in page or "29 Mar 2027" in page
    assert f"/threads/{MEETING.id}" in page and f"/threads/{hostile()[1][0].id}" not in page


def test_lanes_by_story_have_their_names_and_lead_to_them(desk: TestClient) -> None:
    page = desk.get("/timeline?lanes=story").text
    lane = re.findall(r'<a href="(/timeline\?story=[^"]*)"><text [^>]*class="party">([^<]*)</text></a>', page)
    assert [(unescape(address), name.split(",")[0]) for address, name in lane] == [(f"/timeline?story={STORY}", "Iceland")]
    assert ">Others</text>" in page
    assert desk.get("/timeline?lanes=nothing").status_code == 400


def test_a_thread_stands_in_the_lane_of_its_story() -> None:
    told = [replace(sketch(number), reports=frozenset({f"report {number}"})) for number in range(6)]
    homes = {f"report {number}": f"story {number % 2}" for number in range(4)}
    found = drawing(told, DAY, DAY + timedelta(59), None, by_story(homes), lambda keys: {key: key.upper() for key in keys})
    assert [(lane.key, lane.name, len(lane.marks)) for lane in found.lanes] == [
        ("story 0", "STORY 0", 2), ("story 1", "STORY 1", 2), ("", "Others", 2),
    ]  # fmt: skip


def test_the_facet_leads_to_what_it_counts(desk: TestClient) -> None:
    page = desk.get("/search?kind=meeting").text
    assert "Story" not in re.findall(r"<h3>([^<]*)</h3>", page), "one story alone is nothing to choose from"
    chosen = desk.get(f"/search?story={STORY}").text
    assert chosen.count('<article class="item">') == len(ENTRIES) + len(SEQUELS)


def test_stories_that_change_are_seen_at_once(place: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(place, tmp_path / "a.db"))
    with ledger.open(path, create=False) as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        assert "(2 reports)" in client.get(f"/reports/{REPORT.id}").text
        with ledger.open(path, create=False) as other:
            writer = other.writer(ledger.Run("0", "", STAMP.isoformat(), "test"))
            writer.group((Grouped(hostile()[0].id, STORY),), recorded_at=STAMP + timedelta(1))
        assert "(3 reports)" in client.get(f"/reports/{REPORT.id}").text


def test_the_facet_counts_entries_of_stories_of_several_reports(place: Path, tmp_path: Path) -> None:
    path, other = Path(shutil.copy(place, tmp_path / "a.db")), hostile()[0].id
    with ledger.open(path, create=False) as opened:
        report = replace(SEQUEL, text=f"{SEQUEL.text} Yet again.", url="https://second.example/2")
        found = named(replace(DEADLINE, report=report.id, id=""))
        writer = opened.writer(ledger.Run("0", "", STAMP.isoformat(), "test"))
        assert writer.add(report, (found,), stories=(Grouped(report.id, other),), recorded_at=STAMP + timedelta(1))
    with ledger.open(path, create=False) as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        facet = client.get("/search?kind=deadline").text.partition('aria-label="Story"')[2].partition("</section>")[0]
        counted = re.findall(r'<a href="([^"]*)"><bdi>[^<]*</bdi></a> <span class="n">(\d)</span>', facet)
        assert [(unescape(address), number) for address, number in counted] == [
            (f"/search?kind=deadline&story={STORY}", "2"), (f"/search?kind=deadline&story={other}", "1"),
        ]  # fmt: skip
        for address, number in counted:
            assert client.get(unescape(address)).text.count('<article class="item">') == int(number)
        early = client.get("/search?kind=deadline&as_of=2027-04-12").text
        assert 'aria-label="Story"' not in early, "by that day no story had two reports"
