"""What a request asks for: the day as of which, filters, and Datasette's grammar of listings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

SIZE, MOST = 100, 1000
LONGEST = 200
EARLIEST, LATEST = date(1000, 1, 1), date(3000, 1, 1)
"""Days beyond these are no day of a report: nothing has to be counted over the ends of the calendar."""

ORDERS = {
    ("_sort", "on_day"): "time",
    ("_sort_desc", "on_day"): "-time",
    ("_sort", "recorded_at"): "recorded",
    ("_sort", "report"): "text",
}
"""Datasette's words for the orders of a ledger."""

WORDS = ("actor", "with", "status", "type", "outlet", "kind", "report", "origin", "story")
OF_PAGES = ("q", "lanes")
"""What some pages ask for besides: its links and forms keep it."""

DAYS = ("as_of", "since", "until")


@dataclass(frozen=True, slots=True)
class Asked:
    """``words`` and ``days`` hold the filters by name ("" and ``None`` where not given); ``start`` is how many rows to pass over, ``size``
    how many to give (``None``: as many as the page likes); ``more`` is what only some pages ask for."""

    words: Mapping[str, str]
    days: Mapping[str, date | None]
    search: str = ""
    order: str = ""
    start: int = 0
    size: int | None = None
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_of(self) -> date | None:
        """The day by which something must have been reported."""
        return self.days["as_of"]

    def given(self, **change: str | int) -> dict[str, str | int]:
        """These filters by the names of their parameters, some of them changed ("" leaves one out); not where to go on."""
        kept = {name: day.isoformat() for name, day in self.days.items() if day} | {name: word for name, word in self.words.items() if word}
        sort = next((pair for pair, order in ORDERS.items() if order == self.order), None)
        kept |= {sort[0]: sort[1]} if sort else {}
        kept |= {"_search": self.search} if self.search else {}
        kept |= {"_size": str(self.size)} if self.size else {}
        return {name: value for name, value in (kept | dict(self.more) | change).items() if value}

    def query(self, **change: str | int) -> str:
        """The same as a query string with its question mark; "" where there is none."""
        left = self.given(**change)
        return f"?{urlencode(left)}" if left else ""


def asked(given: Mapping[str, str]) -> Asked:
    """The parameters of a request; raises ``HTTPException`` 400 with what to write instead where one cannot be read."""
    return Asked(
        {name: _word(given, name) for name in WORDS},
        {name: day(given, name) for name in DAYS},
        _word(given, "_search"),
        _order(given),
        number(given, "_next", 0, 10_000_000) or 0,
        _size(given),
        {name: word for name in OF_PAGES if (word := given.get(name, "").strip()[:LONGEST])},
    )


def day(given: Mapping[str, str], name: str) -> date | None:
    """A day in ISO 8601, ``None`` where none is given."""
    value = given.get(name, "").strip()
    try:
        found = date.fromisoformat(value) if value else None
    except ValueError as error:
        raise HTTPException(400, f"{name} is no day: write it as 2025-08-06") from error
    if found and not EARLIEST <= found <= LATEST:
        raise HTTPException(400, f"{name} must lie between {EARLIEST} and {LATEST}")
    return found


def number(given: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    """A whole number within bounds, ``None`` where none is given."""
    value = given.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most):
        raise HTTPException(400, f"{name} must be a whole number from {least} to {most}")
    return int(value)


def _size(given: Mapping[str, str]) -> int | None:
    return MOST if given.get("_size") == "max" else number(given, "_size", 1, MOST)


def _word(given: Mapping[str, str], name: str) -> str:
    value = given.get(name, "").strip()
    if len(value) > LONGEST:
        raise HTTPException(400, f"{name} is too long: at most {LONGEST} characters")
    return value


def _order(given: Mapping[str, str]) -> str:
    for name in ("_sort", "_sort_desc"):
        if value := given.get(name, ""):
            if (name, value) not in ORDERS:
                allowed = ", ".join(f"{key}={column}" for key, column in ORDERS)
                raise HTTPException(400, f"cannot sort so; one of {allowed}")
            return ORDERS[name, value]
    return ""
