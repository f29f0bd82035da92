"""What the entries that were found have in common: of each facet the values with how many have them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.ledger import Choice
from onrecord.ledger.choose import conditions
from onrecord.ledger.current import current, is_current
from onrecord.ledger.search import holds
from onrecord.ledger.spelled import spelled
from onrecord.ledger.tables import chain_links, entries, entry_parties, reports
from onrecord.views.day import MONTHS
from onrecord.views.stories import names

if TYPE_CHECKING:
    from onrecord.ledger import View

COUNTED, SHOWN = 2_000, 8
"""So many entries are counted; of each facet so many values are shown."""


@dataclass(frozen=True, slots=True)
class Value:
    """``change`` are the parameters that choose it, by name; ``number`` how many of the counted entries have it."""

    label: str
    number: int
    change: dict[str, str]


@dataclass(frozen=True, slots=True)
class Facets:
    """``counted`` of the entries found were looked at (``more``: there are others), ``of`` has the facets by their headings."""

    counted: int
    more: bool
    of: tuple[tuple[str, tuple[Value, ...]], ...]


def facets(view: View, choice: Choice) -> Facets:
    """The facets of a choice whose order and limits do not matter; what is chosen already is none."""
    asked = replace(choice, limit=None, offset=0, order="recorded")
    month = func.substr(entries.c.on_day, 1, 7)
    columns = (entries.c.seq, entries.c.kind, entries.c.status, reports.c.outlet, month.label("month"), reports.c.id.label("report"))
    held = conditions(asked, view.recorded, view.naming)
    found = select(*columns).select_from(current()).where(*is_current(view.as_of, view.recorded), *held)
    if choice.words:
        found = found.where(holds(view.connection, entries, choice.words))
    rows = view.connection.execute(found.order_by(entries.c.seq.desc()).limit(COUNTED + 1)).all()
    counted = rows[:COUNTED]
    numbers = [row.seq for row in counted]
    plain = {
        "Kind": ("kind", "" if choice.kind else "kind"), "Status": ("status", "" if choice.status else "status"),
        "Outlet": ("outlet", "" if choice.outlet else "outlet"),
    }  # fmt: skip
    made = [(title, _values((getattr(row, column) for row in counted), column)) for title, (column, free) in plain.items() if free]
    made += [("Month", _months(row.month for row in counted))] if not (choice.since and choice.until) else []
    made += [("Actor" if not choice.actor else "Together with", _actors(view, choice, numbers))] if not choice.other else []
    made += [("Story", _stories(view, [row.report for row in counted]))] if not choice.story else []
    made += [("Says so first", _values(_origins(view, numbers), "origin"))] if not choice.origin else []
    return Facets(len(counted), len(rows) > COUNTED, tuple((title, values) for title, values in made if len(values) > 1))


def _values(found: Iterable[str], name: str) -> tuple[Value, ...]:
    counted = Counter(value for value in found if value)
    return tuple(Value(value.removeprefix("~"), number, {name: value}) for value, number in _most(counted))


def _months(found: Iterable[str | None]) -> tuple[Value, ...]:
    """The latest months, the latest first."""
    counted = Counter(month for month in found if month)
    latest = sorted(counted, reverse=True)[:SHOWN]
    return tuple(Value(_month(month), counted[month], {"since": f"{month}-01", "until": _last(month)}) for month in latest)


def _actors(view: View, choice: Choice, numbers: list[int]) -> tuple[Value, ...]:
    """Who takes part, each counted once an entry; who is chosen already is left out."""
    name = spelled(view.naming, entry_parties.c.name, entries.c.report)
    joined = entry_parties.join(entries, entries.c.seq == entry_parties.c.entry)
    found = select(name.label("name"), entry_parties.c.entry).select_from(joined)
    found = found.where(entry_parties.c.entry.in_(numbers))
    rows = view.connection.execute(found.where(entry_parties.c.role != "place", entry_parties.c.name != "")).all()
    chosen = view.naming.main(choice.actor)
    counted = Counter(name for name, _ in {(row.name.removeprefix("~"), row.entry) for row in rows} if name != chosen)
    parameter = "with" if choice.actor else "actor"
    return tuple(Value(name, number, {parameter: name}) for name, number in _most(counted))


def _stories(view: View, told: list[str]) -> tuple[Value, ...]:
    """The stories of these reports, one for each entry, that have more than one report."""
    homes = view.stories_of(told)
    several = {row.id for row in view.stories(2, set(homes.values()))}
    most = _most(Counter(home for key in told if (home := homes.get(key, "")) in several))
    called = names(view, [key for key, _ in most])
    return tuple(Value(called[key], number, {"story": key}) for key, number in most)


def _origins(view: View, numbers: list[int]) -> list[str]:
    """At whom each chain begins: a name, or else what is said of somebody unnamed."""
    name = spelled(view.naming, chain_links.c.name, entries.c.report)
    found = select(chain_links.c.entry, name.label("name"), chain_links.c.description, chain_links.c.kind)
    found = found.select_from(chain_links.join(entries, entries.c.seq == chain_links.c.entry))
    rows = view.connection.execute(found.where(chain_links.c.entry.in_(numbers), chain_links.c.step == 0)).all()
    told = {(row.entry, row.name or row.description) for row in rows if row.kind != "report"}
    return [name for _, name in told]


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]


def _month(iso: str) -> str:
    year, month = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def _last(iso: str) -> str:
    year, month = map(int, iso.split("-"))
    return f"{iso}-{monthrange(year, month)[1]}"
