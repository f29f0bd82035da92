"""Judging from a page: for whoever has the key, from our own pages alone, recorded with a name, undone again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.cli.judge import recorded
from onrecord.cli.serve import stored
from onrecord.nouns import Entry, Findings, Report
from onrecord.views.judging import Verdict
from onrecord.views.web import Desk, Hand, app
from tests.views.made import ACT, DEADLINE, MEETING, TEXT
from tests.web.conftest import read
from tests.web.made import SCRIPT, filled, moved

KEY = "a key of some length"
AGAIN = moved()[1][0]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that nobody writes to."""
    path = tmp_path_factory.mktemp("judging") / "clean.db"
    filled(path).close()
    return path


@pytest.fixture
def place(clean: Path, tmp_path: Path) -> Path:
    """A copy of it: these tests write."""
    return Path(shutil.copy(clean, tmp_path / "judged.db"))


@pytest.fixture
def desk(place: Path) -> Iterator[TestClient]:
    """A desk that may be judged from."""

    def judge(made: Verdict, by: str, note: str) -> int:
        with ledger.open(place, create=False) as opened:
            return recorded(opened, made, by, note)

    def store(findings: Findings, entries: tuple[Entry, ...]) -> bool:
        return stored(str(place), "weights", findings, entries)

    hand = Hand(KEY, judge, store)
    with ledger.open(place, create=False) as opened, TestClient(app(Desk(opened, None, read, hand)), "http://localhost") as client:
        yield client


def seated(desk: TestClient, name: str = "Ada") -> str:
    """Give the key; gives what forms must carry."""
    answer = desk.post("/key", data={"key": KEY, "name": name, "back": f"/entries/{MEETING.id}"})
    assert answer.status_code == 200 and answer.url.path == f"/entries/{MEETING.id}"
    found = re.search(r'name="seal" value="(\w+)"', answer.text)
    assert found
    return found[1]


def said(place: Path) -> list[tuple[str, str, str, str, str]]:
    """The judgements on record."""
    with ledger.open(place, create=False) as opened, opened.view() as view:
        return [(row.subject, row.verdict, row.this, row.other, row.judge) for row in view.judgements()]


def test_nothing_can_be_judged_without_the_key(desk: TestClient, place: Path) -> None:
    assert "<form class=\"judge\"" not in desk.get(f"/entries/{MEETING.id}").text
    sent = {"verdict": "wrong", "this": MEETING.id, "name": "Eve", "seal": "x"}
    assert desk.post("/judge", data=sent).status_code == 403
    assert desk.post("/key", data={"key": "another key", "name": "Eve"}).status_code == 403
    assert desk.post("/judge", data=sent).status_code == 403
    desk.cookies.set("onrecord_seat", "0" * 64)
    assert desk.post("/judge", data=sent).status_code == 403
    assert said(place) == []


def test_a_form_of_another_page_is_refused(desk: TestClient, place: Path) -> None:
    seal = seated(desk)
    sent = {"verdict": "wrong", "this": MEETING.id, "name": "Ada"}
    assert desk.post("/judge", data=sent).status_code == 403
    assert desk.post("/judge", data={**sent, "seal": "0" * 64}).status_code == 403
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert desk.post("/judge", data={**sent, "seal": seal}, headers=headers).status_code == 403
    assert said(place) == []
    own = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    assert desk.post("/judge", data={**sent, "seal": seal}, headers=own).status_code == 200
    assert said(place) == [("entry", "reject", MEETING.id, "", "Ada")]


def test_cookies_are_for_this_site_and_no_script(desk: TestClient) -> None:
    answer = desk.post("/key", data={"key": KEY, "name": "Ada"}, follow_redirects=False)
    cookies = answer.headers.get_list("set-cookie")
    assert len(cookies) == 2 and all("HttpOnly" in one and "SameSite=strict" in one for one in cookies)
    assert KEY not in str(cookies)
    desk.post("/key", data={"leave": "1"})
    assert desk.post("/judge", data={"verdict": "wrong", "this": MEETING.id, "name": "Ada"}).status_code == 403


def test_wrong_is_shown_everywhere_and_can_be_undone(desk: TestClient, place: Path) -> None:
    seal = seated(desk)
    sent = {"seal": seal, "this": MEETING.id, "name": "Ada", "note": SCRIPT, "back": f"/entries/{MEETING.id}"}
    answer = desk.post("/judge", data={**sent, "verdict": "wrong", "other": DEADLINE.id})
    assert "Judged wrong by" in answer.text and "Judgement 1 is on record" in answer.text and SCRIPT not in answer.text
    assert "† judged wrong" in desk.get("/meetings").text
    assert desk.get(f"/threads/{MEETING.id}").status_code == 404
    answer = desk.post("/judge", data={**sent, "verdict": "undo", "subject": "entry", "note": ""})
    assert "Judged wrong by" not in answer.text
    assert desk.get(f"/threads/{MEETING.id}").status_code == 200
    assert [row[:2] for row in said(place)] == [("entry", "reject"), ("entry", "undo")]


def test_threads_are_merged_and_parted(desk: TestClient, place: Path) -> None:
    seal = seated(desk)
    sent = {"seal": seal, "this": DEADLINE.id, "other": AGAIN.id, "name": "Ada", "back": f"/threads/{DEADLINE.id}"}
    assert desk.get(f"/threads/{AGAIN.id}").url.path == f"/threads/{AGAIN.id}"
    assert "Threads merged" in desk.post("/judge", data={**sent, "verdict": "merge"}).text
    assert desk.get(f"/threads/{AGAIN.id}").url.path == f"/threads/{DEADLINE.id}"
    page = desk.get("/judgements").text
    assert "Threads merged" in page and page.count("Undo") >= 1
    desk.post("/judge", data={**sent, "verdict": "undo"})
    assert desk.get(f"/threads/{AGAIN.id}").url.path == f"/threads/{AGAIN.id}"
    assert desk.get("/judgements").text.count(">Undo<") == 0
    assert [row[:4] for row in said(place)] == [("link", verdict, DEADLINE.id, AGAIN.id) for verdict in ("merge", "undo")]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"verdict": "delete"}, 400), ({"this": "ffff"}, 400), ({"this": ""}, 400), ({"other": MEETING.id}, 400), ({"other": ""}, 400),
        ({"name": " "}, 400), ({"other": "0" * 9000}, 400), ({"note": "n" * 30_000}, 413), ({"verdict": "accept", "other": ACT.id}, 200),
        ({"back": "//evil.example/"}, 200),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_says_so(desk: TestClient, change: dict[str, str], status: int) -> None:
    sent = {"seal": seated(desk), "verdict": "merge", "this": MEETING.id, "other": ACT.id, "name": "Ada", **change}
    answer = desk.post("/judge", data=sent)
    assert answer.status_code == status
    assert answer.url.host == "localhost"


def test_what_was_read_is_stored_with_the_key_alone(desk: TestClient) -> None:
    sent = {"text": f"{TEXT} Once more.", "date": "2027-04-14", "title": "Once more", "store": "1"}
    assert desk.post("/read", data=sent).status_code == 403
    seal = seated(desk)
    assert "Store it" in desk.post("/read", data={key: sent[key] for key in ("text", "date")}).text
    answer = desk.post("/read", data={**sent, "seal": seal})
    assert answer.url.path.startswith("/reports/") and "is on record now" in answer.text
    assert "on record already" in desk.post("/read", data={**sent, "seal": seal}).text
    assert "Once more" in desk.get("/reports").text


def test_a_page_is_fetched_where_that_is_allowed(place: Path, desk: TestClient) -> None:
    assert desk.post("/read", data={"address": "https://press.example/1"}).status_code == 403

    def fetch(url: str) -> Report:
        if "bad" in url:
            raise ValueError("the server answers 404")
        return Report(TEXT, url, "Fetched", "Press", url)

    with ledger.open(place, create=False) as opened:
        client = TestClient(app(Desk(opened, None, read, None, fetch)), "http://localhost")
        answer = client.post("/read", data={"address": "https://press.example/1"})
        assert answer.status_code == 200 and "Would be kept: 1" in answer.text and 'value="Fetched"' in answer.text
        answer = client.post("/read", data={"address": "https://press.example/bad"})
        assert answer.status_code == 400 and "the server answers 404" in answer.text
        assert client.post("/key", data={"key": "", "name": "Eve"}).status_code == 403
        assert client.get("/key").status_code == 200


def test_names_that_somebody_made_one_are_looked_for_together(desk: TestClient, place: Path) -> None:
    assert desk.get("/deadlines.json?actor=Norway&with=Iceland").json()["rows"]
    assert desk.get("/meetings.json?actor=Norway").json()["rows"] == []
    with ledger.open(place, create=False) as opened:
        recorded(opened, Verdict("actor", "Ingrid Solvang", "Norway", "merge"), "Ada", "speaks for it")
    assert [row["id"] for row in desk.get("/meetings.json?actor=Norway").json()["rows"]] == [MEETING.id]
    assert "The same as" in desk.get("/actors/Norway").text and "Ingrid Solvang" in desk.get("/actors/Norway").text
    assert "Ingrid Solvang" in desk.get("/judgements").text
