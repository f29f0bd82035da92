"""Earlier entries near a new one, found by their keys at a cost that does not grow with the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, TextClause, bindparam, func, select, text

from onrecord.ledger.current import current, is_current
from onrecord.ledger.tables import entries, reports

PER_KEY, MOST_KEYS = 40, 100
"""So many entries of one key, the latest ones, and so many keys are looked at."""

OVER = 3
"""So many times more entries are asked for than are wanted: some are of another time, or no longer current."""

FOREVER = "9999-12-31"


def near(
    connection: Connection, keys: Iterable[str], since: date | None, until: date | None, known: tuple[str, str], limit: int
) -> list[int]:
    """The numbers of at most ``limit`` current entries that have one of the keys: those with the most and rarest ones, the latest first.

    ``known``: as of which day, recorded by when ("" for now).
    """
    ranked = _ranked(connection, sorted(set(keys))[:MOST_KEYS])[: OVER * limit]
    bounds = {"since": since.isoformat() if since else "", "until": until.isoformat() if until else FOREVER}
    standing = set(connection.execute(_standing(*known), {"numbers": ranked, **bounds}).scalars()) if ranked else set()
    return sorted([number for number in ranked if number in standing][:limit], reverse=True)


def _ranked(connection: Connection, keys: Sequence[str]) -> list[int]:
    """Numbers of entries, the likeliest first: a key that few have counts more, and none less than one that 40 have."""
    if not keys:
        return []
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    found = connection.execute(_latest(len(keys)), {f"key{place}": key for place, key in enumerate(keys)})
    for place, number in found:
        by_key[place].append(number)
    likely: defaultdict[int, float] = defaultdict(float)
    for numbers in by_key.values():
        for number in numbers:
            likely[number] += 1 / len(numbers)
    return sorted(likely, key=lambda number: (likely[number], number), reverse=True)


@lru_cache(MOST_KEYS)
def _latest(count: int) -> TextClause:
    """The latest entries of each of so many keys in one query: the place of the key, and the number of the entry."""
    one = "SELECT * FROM (SELECT {0} AS place, entry FROM entry_keys WHERE key = :key{0} ORDER BY entry DESC LIMIT {1}) AS of{0}"
    return text(" UNION ALL ".join(one.format(place, PER_KEY) for place in range(count)))


@lru_cache(8)
def _standing(as_of: str, recorded: str) -> Select[Any]:
    """Those of ``numbers`` that are current, and published from ``since`` to ``until`` or on an unknown day."""
    day = func.substr(reports.c.published, 1, 10)
    within = reports.c.published.is_(None) | day.between(bindparam("since"), bindparam("until"))
    wanted = entries.c.seq.in_(bindparam("numbers", expanding=True))
    return select(entries.c.seq).select_from(current()).where(wanted, within, *is_current(as_of, recorded))
