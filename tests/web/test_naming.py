"""A merge of two actors holds on every page of the desk, until it is undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.views.web import Desk, app
from tests.views.made import STAMP

NAMES = ("Norway", "Ingrid Solvang")


@pytest.fixture
def merged(place: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """The desk on a ledger in which Norway is said to be Ingrid Solvang."""
    path = Path(shutil.copy(place, tmp_path / "a.db"))
    judge(path, "merge", 1)
    with ledger.open(path, create=False) as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        yield client, path


def judge(path: Path, verdict: str, days: int) -> None:
    run = ledger.Run("0", "", STAMP.isoformat(), "test")
    with ledger.open(path, create=False) as opened:
        opened.writer(run).judge("actor", *NAMES, verdict=verdict, by="anna", recorded_at=STAMP + timedelta(days))


def test_both_names_lead_to_the_same_actor(merged: tuple[TestClient, Path]) -> None:
    client, path = merged
    listed = {one["name"] for one in client.get("/actors.json").json()["rows"]}
    assert "Ingrid Solvang" in listed
    assert "Norway" not in listed
    pages = [client.get(f"/actors/{name}").text for name in NAMES]
    assert all("Demanded, by when" in page and "Meetings" in page for page in pages)
    counts = [len(client.get("/deadlines.json", params={"actor": name}).json()["rows"]) for name in NAMES]
    assert counts[0] == counts[1] > 0
    judge(path, "undo", 2)
    assert client.get("/deadlines.json", params={"actor": "Ingrid Solvang"}).json()["rows"] == []
    assert "Norway" in {one["name"] for one in client.get("/actors.json").json()["rows"]}


def test_facets_count_an_actor_under_the_name_it_goes_by(merged: tuple[TestClient, Path]) -> None:
    page = merged[0].get("/search", params={"kind": "deadline"}).text
    assert "actor=Ingrid+Solvang" in page or "actor=Ingrid%20Solvang" in page
    assert "actor=Norway" not in page
