"""No page has a fault that axe-core can find, in either scheme."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import pytest

from onrecord import ledger
from onrecord.ledger import Choice
from tests.desk.conftest import KEY, Served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

Scheme = Literal["light", "dark"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    pytest.importorskip("axe_playwright_python", reason="axe-core comes with the package axe-playwright-python (extra desk)")
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def paths(served: Served) -> Iterator[str]:
    """A page of every kind, and what they say where there is nothing to say."""
    with ledger.open(served.place, create=False) as opened, opened.view() as view:
        for kind in ("quote", "act", "meeting", "deadline"):
            record = next(iter(view.entries(Choice(kind=kind, limit=1))))
            yield f"/entries/{record.entry.id}"
            yield f"/threads/{record.entry.id}" if kind != "quote" else f"/reports/{record.report}"
        yield f"/actors/{next(iter(view.actors('person'))).name}"
        story = next(view.stories(2)).id
    yield from ("/timeline?lanes=story", f"/timeline?story={story}", f"/search?q=pier&story={story}", f"/meetings?story={story}")
    yield from ("/", "/timeline", "/meetings", "/deadlines", "/statements", "/acts", "/threads", "/actors", "/reports", "/search")
    yield from ("/search?q=pier", "/search?kind=meeting", "/read", "/about", "/judgements", "/key", "/?as_of=2027-03-01", "/nothing")
    yield from ("/meetings?as_of=1999-01-01", "/timeline?as_of=1999-01-01")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, context: BrowserContext, served: Served, axe: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served.url}/key?key={KEY}")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Judge").click()
    found = [f"{path}: {fault}" for path in paths(served) for fault in faults(page, served.url + path, axe)]
    assert not found, "\n".join(found)


def faults(page: Page, url: str, axe: str) -> list[str]:
    """What axe-core says of a page."""
    page.goto(url)
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"][:3]]
