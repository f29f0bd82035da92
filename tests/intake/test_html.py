from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.intake.reading import fault, filed, piped, report

BODY = """<article><h1>Ministers meet in Bern</h1>
<p>The foreign ministers of Norland and Sudria met in Bern on Friday for talks on the ferry line, officials of both countries said.</p>
<p>They agreed to meet again in June, when the harbour at Port Amsel is due to open, and to leave the question of fishing rights aside.</p>
<p>“We have a date, and that is more than we had yesterday,” the Norland minister, Ada Brandt, told reporters after the meeting.</p>
</article>"""
LD = '<script type="application/ld+json">{}</script>'
AT = datetime(2031, 3, 7, 14, 3, tzinfo=timezone(timedelta(hours=2)))


def page(head: str = "", body: str = BODY) -> str:
    """A page with that head."""
    return f"<!doctype html><html lang='en'><head><title>Ministers meet in Bern</title>{head}</head><body>{body}</body></html>"


def test_the_article_is_read_with_its_title_and_outlet() -> None:
    name = "<meta property='og:site_name' content='The Norland Echo'>"
    read = report(piped(page(name, f"<nav>Home News</nav>{BODY}<footer>Imprint</footer>")))
    assert "more than we had yesterday" in read.text
    assert "Imprint" not in read.text
    assert read.title == "Ministers meet in Bern"
    assert read.outlet == "The Norland Echo"
    assert read.language == "en"


@pytest.mark.parametrize(
    ("head", "by"),
    [
        (LD.format('{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-03-07T14:03:00+02:00"}]}'), "json-ld"),
        (LD.format("[{broken") + '<meta property="article:published_time" content="2031-03-07T14:03:00+02:00">', "meta"),
        ('<meta itemprop="datePublished" content="Fri, 07 Mar 2031 14:03:00 +0200">', "meta"),
    ],
)
def test_the_instant_of_publication_keeps_its_zone(head: str, by: str) -> None:
    published = report(piped(page(head))).published
    assert published.instant == AT
    assert published.instant.utcoffset() == timedelta(hours=2)
    assert published.day == date(2031, 3, 7)
    assert (published.by, published.precision) == (by, "instant")


def test_the_article_is_asked_before_anything_else_with_a_date() -> None:
    both = '[{"@type": "WebSite", "datePublished": "2020-01-01"}, {"@type": "NewsArticle", "datePublished": "2031-03-07"}]'
    assert report(piped(page(LD.format(both)))).published.day == date(2031, 3, 7)


def test_a_time_element_of_the_article_will_do() -> None:
    body = BODY.replace("</h1>", "</h1><time datetime='2031-03-07'>Friday</time>")
    published = report(piped(page(body=body))).published
    assert (published.day, published.by, published.precision) == (date(2031, 3, 7), "time", "day")


def test_nothing_is_guessed_where_no_source_gives_a_day() -> None:
    assert report(piped(page())).published.precision == "unknown"


def test_the_page_says_how_it_is_encoded(tmp_path: Path) -> None:
    data = page("<meta charset='iso-8859-1'>", BODY.replace("“", '"').replace("”", '"').replace("Brandt", "Brändt")).encode("latin-1")
    assert "Brändt" in report(filed(tmp_path, "a.html", data)).text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty"),
        ("<html><body><script>let x = 1</script></body></html>", "no article text"),
        (page("<meta charset='klingon'>"), "unknown encoding"),
        (page(body="<div>" * 5_000 + "x"), "nested"),
        (page(body="<p>x</p>" * 13_000), "elements"),
        (page(body="<p>" + "word " * 300_000 + "</p>"), "characters"),
        ("<html>" + " " * 8_000_001, "longer than"),
    ],
    ids=["empty", "no text", "encoding", "deep", "many", "long", "huge"],
)
def test_what_is_no_article_is_a_fault(tmp_path: Path, markup: str, reason: str) -> None:
    assert reason in fault(filed(tmp_path, "a.html", markup)).reason
