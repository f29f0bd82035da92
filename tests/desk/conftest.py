"""A desk that is served for real, and a browser that looks at it. Without a browser these tests are skipped, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord import ledger
from onrecord.cli.judge import recorded
from onrecord.cli.serve import origins, stored
from onrecord.nouns import Entry, Findings
from onrecord.views.judging import Verdict
from onrecord.views.web import Desk, Hand
from tests.web.conftest import read
from workshop import serving
from workshop.bench.invented import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

KEY = "the key of the journeys"


@dataclass(frozen=True, slots=True)
class Served:
    """A desk: its address, the ledger behind it."""

    url: str
    place: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk of five hundred invented entries, that may be judged from."""
    place = tmp_path_factory.mktemp("served") / "desk.db"
    build(place, 500)

    def judge(made: Verdict, by: str, note: str) -> int:
        with ledger.open(place, create=False) as opened:
            return recorded(opened, made, by, note)

    def store(findings: Findings, entries: tuple[Entry, ...]) -> bool:
        return stored(str(place), "weights", findings, entries)

    hand = Hand(KEY, judge, store)
    with ledger.open(place, create=False) as opened, serving.served(Desk(opened, None, read, hand, None, origins)) as url:
        yield Served(url, place)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it or as ``ONRECORD_CHROMIUM`` names it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the journeys need the package playwright (extra desk)")
    found = serving.browser()
    if found is None:
        pytest.skip("no browser: install chromium, or name one with ONRECORD_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(serving.FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without any memory, whose pages must fetch nothing from elsewhere and log no fault."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Iterator[Page]:
    """An empty page; afterwards nothing was fetched from elsewhere and the browser found no fault."""
    made = context.new_page()
    elsewhere: list[str] = []
    faults: list[str] = []
    made.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(served.url) else None)
    made.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield made
    assert not elsewhere
    assert not [fault for fault in faults if "status of 4" not in fault]
