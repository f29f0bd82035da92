"""Ten journeys through the desk, as a reader makes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from onrecord import ledger
from tests.desk.conftest import KEY, Served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def text(page: Page, selector: str) -> str:
    """The text of the first that fits."""
    return str(page.locator(selector).first.inner_text())


def seated(page: Page, served: Served, name: str = "Ada Reader") -> None:
    """Give the key."""
    page.goto(f"{served.url}/key?key={KEY}")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Judge").click()


def test_from_the_start_to_the_evidence_in_three_clicks(page: Page, served: Served) -> None:
    page.goto(served.url)
    page.locator(".coming h3 a").first.click()
    page.locator(".life a.entry").first.click()
    assert page.locator(".evidence mark").count() > 0
    page.get_by_role("link", name="The whole report, with its marks").click()
    marked = page.locator(".m:target, .beside li:target")
    assert marked.count() == 1


def test_paste_read_store(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/read")
    page.get_by_label("Text").fill("Ingrid Solvang will meet Kristjan Hallgrimsson in Helsinki on Thursday. <b>Bold</b>")
    page.get_by_role("button", name="Read").click()
    assert "Would be kept: 1" in text(page, "aside h2") and page.get_by_role("button", name="Store").count() == 0
    seated(page, served)
    page.goto(f"{served.url}/read")
    page.get_by_label("Text").fill("Ingrid Solvang will meet Kristjan Hallgrimsson in Helsinki on Thursday. <b>Bold</b>")
    page.get_by_label("Headline").fill("A headline of our own")
    page.get_by_role("button", name="Read").click()
    page.get_by_role("button", name="Store it in the ledger").click()
    assert "on record now" in text(page, "[role=status]")
    assert text(page, "h1") == "A headline of our own" and "<b>Bold</b>" in text(page, "article.text")


def test_filter_by_pair(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/meetings")
    page.locator("h2 a.entry").first.click()
    names = page.locator("dt:text-is('party') + dd").all_inner_texts()[:2]
    page.goto(f"{served.url}/meetings")
    page.get_by_label("Actor").fill(names[0])
    page.get_by_label("and", exact=True).fill(names[1])
    page.get_by_role("button", name="Show").click()
    shown = page.locator(".list h2").all_inner_texts()
    assert shown and all(name in line for line in shown for name in names)


def test_follow_how_a_deadline_moved(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/deadlines?_size=200")
    drawn = page.locator("article:has(.drift)").first
    days = drawn.locator(".drift li").all_inner_texts()
    assert len(days) > 1 and all(re.search(r"\d days? (later|earlier)$", day) for day in days[1:])
    drawn.get_by_role("link", name=re.compile("thread of")).click()
    told = page.locator(".life .meta strong").all_inner_texts()
    assert any(word in " ".join(told) for word in ("extended", "brought forward"))


def test_as_of_last_week(page: Page, served: Served) -> None:
    page.goto(served.url)
    today = page.get_by_label("As of").input_value()
    page.get_by_label("As of").fill("2027-06-01")
    page.get_by_role("button", name="Go").click()
    assert "as it was known that day" in text(page, ".edition")
    page.get_by_role("link", name="Reports", exact=True).click()
    assert "as_of=2027-06-01" in page.url
    days = page.locator(".list .meta").all_inner_texts()
    assert days and not any("Nov 2027" in day for day in days)
    page.get_by_role("link", name="Now").click()
    assert page.get_by_label("As of").input_value() == today


def test_judge_and_undo(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/meetings")
    page.locator("h2 a.entry").nth(3).click()
    where = page.url
    assert page.get_by_role("button", name="It is wrong").count() == 0
    seated(page, served)
    page.goto(where)
    page.get_by_label("Why").fill("the report was retracted")
    page.get_by_role("button", name="It is wrong").click()
    assert "Judged wrong by Ada Reader" in text(page, ".fault") and "the report was retracted" in text(page, ".fault")
    with ledger.open(served.place, create=False) as opened, opened.view() as view:
        assert [(row.verdict, row.judge) for row in view.judgements("entry")] == [("reject", "Ada Reader")]
    page.get_by_role("button", name=re.compile("^Undo")).click()
    assert page.locator(".fault").count() == 0
    page.goto(f"{served.url}/judgements")
    assert page.get_by_role("button", name=re.compile("^Undo")).count() == 0


def test_with_the_keyboard_alone(page: Page, served: Served) -> None:
    page.goto(served.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.goto(f"{served.url}/search")
    page.get_by_label("Words").focus()
    page.keyboard.type("pier")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=pier"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "entry":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/entries/"))


def test_print_to_pdf(page: Page, served: Served) -> None:
    page.goto(served.url)
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.locator("nav.sections").is_visible() and not page.locator("form.asof").is_visible()
    assert page.locator("h2").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_subscribe_to_the_feed(page: Page, context: BrowserContext, served: Served) -> None:
    page.goto(served.url)
    address = page.locator("link[rel=alternate]").get_attribute("href")
    answer = context.request.get(f"{served.url}{address}")
    assert answer.ok and "application/atom+xml" in answer.headers["content-type"] and "<entry>" in answer.text()
    again = context.request.get(f"{served.url}{address}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status == 304
    calendar = page.get_by_role("link", name="Calendar").get_attribute("href")
    assert context.request.get(f"{served.url}{calendar}").text().startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("path", ["/", "/timeline", "/deadlines", "/meetings", "/actors", "/search?q=pier", "/read", "/about", "/threads"])
def test_on_a_narrow_screen(page: Page, served: Served, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{served.url}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = "all => all.filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)"
    assert page.eval_on_selector_all("main li, main p, main h1, main h2, main button, main input, .drift li > *", wide) == []
    small = "all => all.filter(one => parseFloat(getComputedStyle(one).fontSize) < 12).length"
    assert page.eval_on_selector_all("main p, main li, main dd", small) == 0
