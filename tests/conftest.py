"""Where the corpora are, for the tests that need them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import server as server

settings.register_profile("onrecord", deadline=None)  # A busy machine is slow: an example that takes long is no failure.
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora and scorers; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip(f"no corpora at {folder}; set ONRECORD_SHARED")
    return folder
