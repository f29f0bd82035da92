"""What an export is made of, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.nouns import Bound, Entry

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow, Record


@dataclass(frozen=True, slots=True)
class Material:
    """``records`` may be read once; ``actors`` say what the names are; ``today`` is where the past ends, the day of the newest report where
    ``None``; ``text`` gives the text of a report by its id."""

    records: Iterable[Record]
    actors: Sequence[ActorRow] = ()
    today: date | None = None
    title: str = "On record"
    text: Callable[[str], str] = lambda _: ""


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` gives the file in pieces; ``suffix`` is the usual end of its name, ``extra`` the extra that brings the library it needs."""

    says: str
    suffix: str
    write: Callable[[Material], Iterator[bytes]]
    extra: str = ""


def first_day(entry: Entry) -> str:
    """The first known day of an entry's time as ``YYYY-MM-DD``, else ""."""
    time = entry.timing()
    window = time.when.window if time else None
    bound: Bound | None = (window.earliest or window.latest) if window else None
    return bound.isoformat()[:10] if bound else ""


def last_day(entry: Entry) -> str:
    """The last known day of an entry's time as ``YYYY-MM-DD``, else ""."""
    time = entry.timing()
    window = time.when.window if time else None
    bound: Bound | None = (window.latest or window.earliest) if window else None
    return bound.isoformat()[:10] if bound else ""
