"""A pasted text is read, shown and forgotten; too much of it is refused."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.views.web.pages import reading
from tests.views.made import MEETING, TEXT
from tests.web.made import SCRIPT


def test_a_text_is_read_and_nothing_is_kept(desk: TestClient) -> None:
    before = desk.get("/entries.json?_size=max").json()
    answer = desk.post("/read", data={"text": TEXT + SCRIPT, "date": "2027-04-12"})
    assert answer.status_code == 200 and SCRIPT not in answer.text and "Would be kept: 1" in answer.text
    assert desk.get("/entries.json?_size=max").json() == before


def test_programs_may_read(desk: TestClient) -> None:
    answer = desk.post("/api/read", json={"text": TEXT, "date": "2027-04-12"})
    assert answer.status_code == 200
    assert [entry["id"] for entry in answer.json()["entries"]] == [MEETING.id]


@pytest.mark.parametrize("body", [b"", b"[]", b'{"text": 1}', b'{"text": " "}', b"\xff", b'{"text": "a", "date": "soon"}', b"[" * 100_000])
def test_what_is_no_text_is_refused(desk: TestClient, body: bytes) -> None:
    answer = desk.post("/api/read", content=body)
    assert answer.status_code == 400 and answer.json()["ok"] is False


def test_too_much_is_refused(desk: TestClient) -> None:
    assert desk.post("/api/read", json={"text": "a" * (reading.LONGEST + 1)}).status_code == 413
    assert desk.post("/api/read", content=b"a" * (reading.LONGEST * 3 + 1)).status_code == 413
    assert desk.post("/read", data={"text": "a" * (reading.LONGEST + 1)}).status_code == 413


def test_one_text_is_read_at_a_time(desk: TestClient) -> None:
    with reading.ONE:
        answer = desk.post("/api/read", json={"text": TEXT})
    assert answer.status_code == 429 and answer.headers["retry-after"]


def test_reading_needs_post(desk: TestClient) -> None:
    assert desk.get("/api/read").status_code == 405
