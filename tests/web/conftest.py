"""A client that speaks to a desk in the same process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.nouns import Entry, Findings, Report
from onrecord.views.web import Desk, app
from tests.views.made import MEETING
from tests.web.made import filled


def read(report: Report) -> tuple[Findings, tuple[Entry, ...]]:
    """A reader that finds one meeting, whatever it is given."""
    return Findings(report), (MEETING,)


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file."""
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    filled(path).close()
    return path


@pytest.fixture(scope="session")
def desk(place: Path) -> Iterator[TestClient]:
    """The desk on that ledger."""
    with ledger.open(place, create=False) as opened, TestClient(app(Desk(opened, None, read)), "http://localhost") as client:
        yield client
