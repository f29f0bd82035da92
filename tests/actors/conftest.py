"""The packaged registry, read once for all tests of the room."""

from __future__ import annotations

import pytest

from onrecord.actors import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The registry as it ships."""
    return Registry.load()
