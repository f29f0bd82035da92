"""A page is fetched within bounds; nothing from inside the network is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.cli import fetch

PAGE = "<html><head><title>Ultimatum</title></head><body><article><h1>Ultimatum</h1>" + "".join(
    f"<p>Norway gave Iceland until Friday to recall patrol ship number {number} or lose its port rights.</p>" for number in range(6)
) + "</article></body></html>"  # fmt: skip


class Site(BaseHTTPRequestHandler):
    """A web site of a few addresses."""

    def do_GET(self) -> None:
        """Answer one."""
        if self.path == "/moved":
            self.answer(302, "", location="/page")
        elif self.path == "/inside":
            self.answer(302, "", location="http://169.254.169.254/latest")
        elif self.path == "/round":
            self.answer(302, "", location="/round")
        elif self.path == "/picture":
            self.answer(200, "x", kind="image/png")
        elif self.path == "/long":
            self.answer(200, "a" * 8_000_002)
        elif self.path == "/page":
            self.answer(200, PAGE)
        else:
            self.answer(404, "")

    def answer(self, status: int, body: str, kind: str = "text/html; charset=utf-8", location: str = "") -> None:
        """Send it."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The site's address, under a name that only ``resolve`` knows."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://press.example:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def resolve(host: str, port: int) -> list[str]:
    """The site's own name is let through; every other goes the usual way."""
    return ["127.0.0.1"] if host == "press.example" else fetch.addresses(host, port)


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_becomes_a_report(site: str, path: str) -> None:
    found = fetch.report(site + path, resolve)
    assert "until Friday" in found.text and found.title == "Ultimatum"
    assert found.url == found.name == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "why"),
    [("/inside", "public internet"), ("/round", "leads on"), ("/picture", "image/png"), ("/long", "too long"), ("/none", "404")],
)
def test_what_cannot_be_had_says_why(site: str, path: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        fetch.report(site + path, resolve)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost:8000/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/", "http://2130706433/",
    ],
)  # fmt: skip
def test_nothing_is_fetched_from_inside(url: str) -> None:
    with pytest.raises(ValueError, match=r"public internet|cannot be found"):
        fetch.page(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "", "http://", "https://me@a.example/"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(ValueError, match="https://"):
        fetch.page(url)
