"""Ledgers in both databases: a file, and a PostgreSQL server that is started for the tests where one is installed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from tests.postgres import database

Places = Callable[[], str]
DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="module", params=DATABASES)
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Makes places for ledgers, each an empty one, in one of the databases."""
    if request.param == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("ledger") / "a.db")
    server = request.getfixturevalue("server")
    numbers, module = count(), request.module.__name__.rsplit(".", 1)[-1]
    return lambda: database(server, f"{module}_{next(numbers)}")


@pytest.fixture
def place(places: Places) -> str:
    """A place without a ledger."""
    return places()
