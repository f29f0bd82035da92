"""Which earlier entries are near a new one: an index over names, pairs of states, places and rare words, never a scan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from onrecord.linking.filed import Filed
from onrecord.linking.parties import SIDES, Country, nowhere, people
from onrecord.linking.words import stems
from onrecord.nouns import Entry

CAPITALISED = re.compile(r"\b[A-Z][\w'-]+")
"""Words of a sentence that may be names: all there is to go by where an entry has too few."""

REACH = timedelta(days=120)
"""How long after its last mention an entry may still be continued."""

LIMIT = 60
"""At most so many earlier entries are looked at, those that share the most and rarest keys."""

MOST_WORDS = 40

MOST_STATES = 4
"""At most so many states are keys: who meets at a summit of thirty is found by name."""

FEW = ("meeting", "deadline")
"""Kinds of which so little is on record that one state alone is a key; of acts and quotes it takes two."""

PER_KEY = 40
"""At most so many of one name or word: the cost of a new entry does not grow with the ledger."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is near an entry: what has one of ``keys`` and was published from ``since`` to ``until`` (``None``: at any time)."""

    keys: frozenset[str]
    since: date | None = None
    until: date | None = None
    limit: int = LIMIT


Ask = Callable[[Query], Iterable[Filed]]
"""Answers a query with earlier entries near the one asked for, at most ``limit``: an ``Index`` does, or a ledger."""


def query(filed: Filed, country: Country = nowhere) -> Query:
    """What to ask for before linking an entry; ``country`` as ``keys`` has it."""
    since = max(date.min + REACH, filed.day) - REACH if filed.day else None
    names, found = _names(filed.entry), set(keys(filed.entry, country))
    if len(names) < len(SIDES[filed.entry.kind]):
        found |= {f"{filed.entry.kind}:{stem}" for stem in stems(CAPITALISED.findall(filed.context))}
    return Query(frozenset(found), since, filed.day)


def keys(entry: Entry, country: Country = nowhere) -> tuple[str, ...]:
    """By what an entry is found: its kind with each canonical name (``meeting=Japan``), each stem of a word (``meeting:hanoi``),
    with the states that its people stand for (``meeting@NOR``) and each two of them (``meeting@ISL+NOR``): one report has the ministers by
    name, another by country.

    Stems are of names, of unnamed people, of places, of what is demanded, and of a quote's own words. ``country`` gives the country of a
    canonical name.
    """
    people_in = [one.name or one.words for one in people(entry)]
    places = [one.words for role, one in entry.people() if role == "place"]
    words = stems([*people_in, *places, *(entry.texts() if entry.kind in ("quote", "deadline") else ())])
    by_name, by_word = (f"{entry.kind}={name}" for name in _names(entry)), (f"{entry.kind}:{word}" for word in sorted(words)[:MOST_WORDS])
    return (*by_name, *(f"{entry.kind}@{state}" for state in _states(entry, country)), *by_word)


def _states(entry: Entry, country: Country) -> tuple[str, ...]:
    """The states that the people of an entry stand for, and each two of them."""
    found = sorted({code for name in _names(entry) if (code := country(name))})
    if len(found) > MOST_STATES:
        return ()
    return (*(found if entry.kind in FEW else ()), *map("+".join, combinations(found, 2)))


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name.removeprefix("~") for one in people(entry) if one.name))


@dataclass(slots=True)
class Index:
    """Entries in memory by key. ``add`` in the order of arrival, ``near`` to ask."""

    country: Country = nowhere
    _by_key: dict[str, list[Filed]] = field(default_factory=lambda: defaultdict(list))

    def add(self, found: Iterable[Filed]) -> None:
        """Take entries in."""
        for filed in found:
            for key in keys(filed.entry, self.country):
                self._by_key[key].append(filed)

    def near(self, asked: Query) -> list[Filed]:
        """Entries that share a key with the one asked for, those with the most and rarest ones, the latest first."""
        found: dict[str, Filed] = {}
        likely: defaultdict[str, float] = defaultdict(float)
        for key in sorted(asked.keys):
            latest = self._by_key.get(key, [])[-PER_KEY:]
            for filed in latest:
                likely[filed.entry.id] += 1 / len(latest)
            found |= {filed.entry.id: filed for filed in latest if _within(asked, filed)}
        chosen = sorted(found.values(), key=lambda filed: (likely[filed.entry.id], filed.key), reverse=True)[: asked.limit]
        return sorted(chosen, key=lambda filed: filed.key, reverse=True)


def _within(asked: Query, filed: Filed) -> bool:
    if filed.day is None:
        return True
    return (asked.since is None or filed.day >= asked.since) and (asked.until is None or filed.day <= asked.until)
