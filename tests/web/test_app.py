"""Every page answers, at every day, with the same seals; what is not there is not found; programs can page."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.views.web import Desk, app
from tests.views.made import DEADLINE, MEETING, REPORT, record
from tests.web.made import LONG, SCRIPT, hostile, moved

PAGES = (
    "/", "/timeline", "/meetings", "/deadlines", "/statements", "/acts", "/threads", "/actors", "/reports", "/search", "/search?q=patrol",
    "/search?kind=meeting", "/about", "/read", f"/entries/{MEETING.id}", f"/entries/{hostile()[1][0].id}", f"/entries/{hostile()[1][1].id}",
    f"/reports/{REPORT.id}", f"/reports/{hostile()[0].id}", "/actors/Norway", f"/threads/{DEADLINE.id}", "/meetings?actor=Solvang",
    "/timeline?lanes=story", f"/timeline?story={hostile()[0].id}", f"/search?story={hostile()[0].id}", f"/meetings?story={hostile()[0].id}",
)  # fmt: skip
VOID = {"meta", "link", "input", "br", "hr", "img", "rect", "circle", "line", "path"}


class Checker(HTMLParser):
    """Collects what must not be on a page, and whether elements close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a script, a style, a handler, a foreign or dangerous address."""
        if tag in ("script", "style", "iframe", "object", "base"):
            self.faults.append(tag)
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:")):
                self.faults.append(f"{tag} {name}={value}")
            if name in ("src", "action") and not (value or "").startswith("/"):
                self.faults.append(f"{tag} {name}={value}")
            self.ids += [value or ""] if name == "id" else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Note an element that is closed out of order."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")


@pytest.mark.parametrize("day", ["", "2027-04-12", "2027-04-13", "1999-01-01"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sound_on_every_day(desk: TestClient, path: str, day: str) -> None:
    answer = desk.get(path + (f"{'&' if '?' in path else '?'}as_of={day}" if day else ""))
    early = day in ("2027-04-12", "1999-01-01")
    assert answer.status_code == 200 or (early and answer.status_code in (400, 404))
    found = Checker(answer.text)
    assert not found.faults and not found.open
    assert len(found.ids) == len(set(found.ids))
    assert len(answer.content) < 200_000
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", answer.text)
    assert SCRIPT not in answer.text
    assert {"main", "h1"} <= set(re.findall(r"<(\w+)", answer.text))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_empty_ledger_has_pages(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "empty.db") as opened:
        client = TestClient(app(Desk(opened)), "http://localhost")
        for path in (path for path in PAGES if path.count("/") == 1 and not re.search("actor=|story=", path)):
            join = "&" if "?" in path else "?"
            for day in ("", "1000-01-01", "3000-01-01"):
                assert client.get(f"{path}{join}as_of={day}").status_code == 200
            for day in ("0001-01-01", "9999-12-31"):
                assert client.get(f"{path}{join}as_of={day}").status_code == 400
        for path in ("/", "/timeline"):
            assert not re.search(r"\b(1969|1970|1999|2000)\b", client.get(path).text), "no day is made up"


def test_as_of_keeps_out_what_was_not_told(desk: TestClient) -> None:
    assert "Second Wire" in desk.get("/deadlines").text
    assert "Second Wire" not in desk.get("/deadlines?as_of=2027-04-12").text
    assert desk.get(f"/reports/{hostile()[0].id}?as_of=2027-04-12").status_code == 404
    assert desk.get(f"/entries/{hostile()[1][0].id}?as_of=2027-04-12").status_code == 404


def test_links_keep_the_day(desk: TestClient) -> None:
    links = re.findall(r'href="(/[^"#]*)', desk.get("/?as_of=2027-04-12").text)
    assert all("as_of=2027-04-12" in link for link in links if not link.startswith("/static") and link not in ("/openapi.json", "/"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404), ("/entries/ffff", 404), ("/reports/ffff", 404), ("/actors/Nobody", 404), ("/threads/ffff", 404),
        ("/meetings?as_of=yesterday", 400), ("/meetings.json?_size=many", 400), ("/meetings.json?_sort=words", 400),
        ("/meetings.json?_next=-1", 400), ("/meetings?actor=Nobody", 400), ("/threads?kind=war", 400),
        (f"/meetings?actor={'a' * 500}", 400),
        (f"/meetings?actor={'a' * 9000}", 414), ("/calendar.ics?cancelled=no", 400), ("/static/../app.py", 404),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_says_so(desk: TestClient, path: str, status: int) -> None:
    assert desk.get(path).status_code == status


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("127.0.0.1", 200), ("evil.example", 421), ("", 421)])
def test_only_known_hosts_are_served(desk: TestClient, host: str, status: int) -> None:
    assert desk.get("/about", headers={"host": host}).status_code == status


def test_the_desk_cannot_write(place: Path) -> None:
    with ledger.open(place, create=False) as opened:
        Desk(opened)
        with opened.engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
            connection.exec_driver_sql("CREATE TABLE more (x)")


def test_json_pages_give_every_row_once(desk: TestClient) -> None:
    every = [row["id"] for row in desk.get("/entries.json?_size=max").json()["rows"]]
    address, seen = "/entries.json?_size=2", []
    while address:
        page = desk.get(address).json()
        assert page["ok"] and len(page["rows"]) <= 2
        seen += [row["id"] for row in page["rows"]]
        address = page["next_url"]
    assert seen == every and len(every) == 7
    assert [row["id"] for row in desk.get("/entries.json?_shape=array").json()] == every
    latest = [row["id"] for row in desk.get("/entries.json?_sort_desc=on_day").json()["rows"]]
    assert latest == every[::-1]


def test_listings_can_be_searched(desk: TestClient) -> None:
    rows = desk.get("/entries.json?_search=patrol").json()["rows"]
    assert rows and all("patrol" in str(row) for row in rows)
    assert desk.get("/entries.json?_search=zzzz").json()["rows"] == []
    assert desk.get('/entries.json?_search="').json()["rows"] == []


def test_two_actors_choose_what_both_take_part_in(desk: TestClient) -> None:
    both = desk.get("/deadlines.json?actor=Norway&with=Iceland").json()["rows"]
    assert len(both) == 2
    assert desk.get("/deadlines.json?actor=Norway&with=Ingrid Solvang").json()["rows"] == []


def test_the_list_of_the_timeline_has_every_entry_but_statements(desk: TestClient) -> None:
    address, seen = "/timeline?_size=1", list[str]()
    while address:
        page = desk.get(address).text
        seen += re.findall(r'<p class="what"><a class="entry" href="/entries/(\w+)"', page)
        following = re.search(r'<a rel="next" href="([^"]*)"', page)
        address = unescape(following[1]) if following else ""
    files = re.search(r'href="(/entries.json[^"]*)"', desk.get("/timeline?lanes=kind").text)
    assert files and "lanes" not in files[1]
    rows = desk.get(unescape(files[1])).json()["rows"]
    assert sorted(seen) == sorted(row["id"] for row in rows if row["kind"] != "quote") and len(seen) == len(rows) - 2


def test_csv_is_whole_and_harmless(desk: TestClient) -> None:
    for name in ("entries", "statements", "acts", "meetings", "deadlines", "reports", "actors"):
        answer = desk.get(f"/{name}.csv")
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert answer.headers["content-type"].startswith("text/csv") and len(rows) > 1
        assert all(len(row) == len(rows[0]) for row in rows)
        assert not any(cell.lstrip().startswith(("=", "+", "@", "\t", "\r")) for row in rows for cell in row)
    assert len(desk.get("/entries.csv?_size=2").text.splitlines()) == 3


def test_a_long_title_is_cut(desk: TestClient) -> None:
    assert LONG[:5_000] not in desk.get("/reports").text


def test_the_json_side_is_described(desk: TestClient) -> None:
    document = desk.get("/openapi.json").json()
    assert document["openapi"].startswith("3.")
    for path in document["paths"]:
        if path.endswith(".json") and "{" not in path:
            assert set(desk.get(path).json()) == {"ok", "rows", "next", "next_url"}


def test_facets_lead_to_what_they_count(desk: TestClient) -> None:
    page = desk.get("/search?q=patrol").text
    found = re.findall(r'<li><a href="(/search[^"]*)"><bdi>([^<]*)</bdi></a> <span class="n">(\d+)</span>', page)
    assert {"set", "extended"} <= {label for _, label, _ in found}
    for address, _, number in found:
        assert desk.get(unescape(address)).text.count('<article class="item">') == int(number)


def test_what_is_chosen_can_be_left_out(desk: TestClient) -> None:
    page = desk.get("/search?q=patrol&status=set&outlet=Nordic+Wire").text
    left = [unescape(one) for one in re.findall(r'<a href="([^"]*)" aria-label="Leave out', page)]
    assert left == ["/search?outlet=Nordic+Wire&q=patrol", "/search?status=set&q=patrol"]


def test_entries_are_chosen_by_who_says_so_first(desk: TestClient) -> None:
    assert {row["kind"] for row in desk.get("/entries.json?origin=her ministry").json()["rows"]} == {"meeting"}
    assert [row["kind"] for row in desk.get("/entries.json?origin=Kristjan Hallgrimsson").json()["rows"]] == ["quote"]
    assert desk.get("/entries.json?origin=Nobody").json()["rows"] == []


def test_origins_are_counted_where_somebody_can(place: Path) -> None:
    with ledger.open(place, create=False) as opened:
        desk = Desk(opened, origins=lambda told: len({report.outlet for report, _ in told}))
        with desk.view() as view:
            one = desk.shelf(view).holding(view, DEADLINE.id)
            assert one is not None and desk.origins_of(view, one) == 0
            both = replace(one, records=one.records | {moved()[1][0].id: record(moved()[1][0], moved()[0])})
            assert desk.origins_of(view, both) == 2 and Desk.origins_of(replace(desk, origins=None), view, both) == 0
