"""Which earlier entries are near a new one: an index over names, places and rare words, never a scan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from onrecord.linking.filed import Filed
from onrecord.linking.parties import SIDES, people
from onrecord.linking.words import stems
from onrecord.nouns import Entry

CAPITALISED = re.compile(r"\b[A-Z][\w'-]+")
"""Words of a sentence that may be names: all there is to go by where an entry has too few."""

REACH = timedelta(days=120)
"""How long after its last mention an entry may still be continued."""

LIMIT = 60
"""At most so many earlier entries are looked at, the latest ones."""

PER_KEY = 40
"""At most so many of one name or word: the cost of a new entry does not grow with the ledger."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is near an entry: of its ``kind``, published from ``since`` to ``until`` (``None``: at any time), naming one of ``names``
    (without ``~``) or holding one of ``words`` (stems)."""

    kind: str
    names: frozenset[str]
    words: frozenset[str]
    since: date | None = None
    until: date | None = None
    limit: int = LIMIT


class Near(Protocol):
    """What answers a query: an ``Index``, or a ledger."""

    def __call__(self, query: Query, /) -> Iterable[Filed]:
        """Earlier entries near the one asked for, the latest first, at most ``query.limit``."""
        ...


Ask = Callable[[Query], Iterable[Filed]]


def query(filed: Filed) -> Query:
    """What to ask for before linking an entry."""
    since = max(date.min + REACH, filed.day) - REACH if filed.day else None
    asked, words = names_of(filed.entry), words_of(filed.entry)
    if len(asked) < len(SIDES[filed.entry.kind]):
        words |= stems(CAPITALISED.findall(filed.context))
    return Query(filed.entry.kind, asked, words, since, filed.day)


def names_of(entry: Entry) -> frozenset[str]:
    """The canonical names by which an entry is found."""
    return frozenset(one.name.removeprefix("~") for one in people(entry) if one.name)


def words_of(entry: Entry) -> frozenset[str]:
    """The stems by which an entry without enough names is found: of people, places, demands; of a quote, its words."""
    unnamed = [one.name or one.words for one in people(entry)]
    places = [one.words for role, one in entry.people() if role == "place"]
    return stems([*unnamed, *places, *(entry.texts() if entry.kind in ("quote", "deadline") else ())])


@dataclass(slots=True)
class Index:
    """Entries in memory, by kind, name and word. ``add`` in the order of arrival, ``near`` to ask."""

    _by_key: dict[tuple[str, str], list[Filed]] = field(default_factory=lambda: defaultdict(list))

    def add(self, found: Iterable[Filed]) -> None:
        """Take entries in."""
        for filed in found:
            for key in self._keys(filed.entry.kind, names_of(filed.entry), words_of(filed.entry)):
                self._by_key[key].append(filed)

    def near(self, asked: Query) -> list[Filed]:
        """Entries that share a name, or a word, with the one asked for, the latest first."""
        found: dict[str, Filed] = {}
        for key in self._keys(asked.kind, asked.names, asked.words):
            for filed in self._by_key.get(key, [])[: -PER_KEY - 1 : -1]:
                if _within(asked, filed):
                    found[filed.entry.id] = filed
        return sorted(found.values(), key=lambda filed: filed.key, reverse=True)[: asked.limit]

    @staticmethod
    def _keys(kind: str, names: frozenset[str], words: frozenset[str]) -> Iterator[tuple[str, str]]:
        yield from ((kind, f"={name}") for name in sorted(names))
        yield from ((kind, word) for word in sorted(words)[:40])


def _within(asked: Query, filed: Filed) -> bool:
    if filed.day is None:
        return True
    return (asked.since is None or filed.day >= asked.since) and (asked.until is None or filed.day <= asked.until)
