"""One report from one web address, for ``onrecord serve --fetch``: bounded, and never from inside the network that it runs in."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from onrecord import __version__

if TYPE_CHECKING:
    from onrecord.nouns import Report

WAIT, IN_ALL = 10, 30
"""Seconds to wait for anything at all, and for the whole page."""

HOPS = 4
LONGEST_ADDRESS = 2_000
READ = ("text/html", "application/xhtml+xml", "text/plain")
MOVED = (301, 302, 303, 307, 308)

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: ``moved`` is where it sends us on to, "" where ``body`` is the page."""

    body: bytes = b""
    moved: str = ""


def addresses(host: str, port: int) -> list[str]:
    """The addresses of a host; raises ``ValueError`` where it has none, or one that is not of the public internet."""
    try:
        found = sorted({str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{host} cannot be found") from error
    if not found or not all(_public(one) for one in found):
        raise ValueError(f"{host} is not on the public internet; nothing is fetched from inside")
    return found


def report(url: str, resolve: Resolve = addresses) -> Report:
    """The report at a web address, read as ``onrecord read`` reads a file; raises ``ValueError`` with what is wrong where there is none."""
    from onrecord.intake import Fault, Overrides, open_reports

    body, address = page(url, resolve)
    for one in open_reports("-", Overrides(url=address), io.BytesIO(body)):
        if isinstance(one, Fault):
            raise ValueError(f"this page cannot be read: {one}")
        return replace(one, name=address)
    raise ValueError("there is no text at this address")


def page(url: str, resolve: Resolve = addresses) -> tuple[bytes, str]:
    """The bytes at a web address and the address they came from, after at most ``HOPS`` redirections, each looked at as the first."""
    for _ in range(HOPS + 1):
        answer = _asked(url, resolve)
        if not answer.moved:
            return answer.body, url
        url = urljoin(url, answer.moved)
    raise ValueError(f"this address leads on more than {HOPS} times")


def _asked(url: str, resolve: Resolve) -> Answer:
    from onrecord.intake.bounds import MAX_HTML

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or len(url) > LONGEST_ADDRESS:
        raise ValueError("write an address that begins with https:// or http://")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = _Connection(parts.hostname, port, resolve(parts.hostname, port)[0], parts.scheme == "https")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", target, headers={"User-Agent": f"onrecord/{__version__}", "Accept": ", ".join(READ)})
        answer = connection.getresponse()
        if answer.status in MOVED:
            return Answer(moved=answer.headers.get("Location", "") or "/")
        if answer.status != 200:
            raise ValueError(f"the server answers {answer.status} {answer.reason}")
        if answer.headers.get_content_type() not in READ:
            raise ValueError(f"this is {answer.headers.get_content_type()}; pages and plain texts are read")
        body = _body(answer, MAX_HTML + 1)
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise ValueError(f"{parts.hostname} does not answer: {error or type(error).__name__}") from error
    finally:
        connection.close()
    if len(body) > MAX_HTML:
        raise ValueError(f"this page is too long: more than {MAX_HTML:,} bytes")
    return Answer(body)


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    """At most ``most`` bytes, within ``IN_ALL`` seconds: a server that sends a byte now and then does not hold us."""
    kept, end = bytearray(), time.monotonic() + IN_ALL
    while len(kept) < most and (block := answer.read1(min(65_536, most - len(kept)))):
        kept += block
        if time.monotonic() > end:
            raise ValueError(f"this page takes longer than {IN_ALL} seconds")
    return bytes(kept)


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was looked at: the name is not looked up a second time, when it could mean another."""

    def __init__(self, host: str, port: int, address: str, secure: bool) -> None:
        super().__init__(host, port, timeout=WAIT)
        self.address = address
        self.secure = secure
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        """Connect to the address; over TLS the certificate must be that of the name."""
        plain = socket.create_connection((self.address, self.port), WAIT)
        self.sock: Any = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host) if self.secure else plain


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast
