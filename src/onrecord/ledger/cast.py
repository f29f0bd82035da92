"""Who is named, over all reports of a view."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Select, Subquery, TextClause, func, select, text

from onrecord.ledger.current import current, is_current
from onrecord.ledger.tables import entries, entry_parties, readings, report_actors, reports

RECENT = 5
"""In so many of the last readings that name an actor its country is looked for: all of them may be very many."""


@lru_cache(256)
def countries_query(count: int) -> TextClause:
    """Name and country of so many actors (``name0`` ...), the country NULL where the last readings tell none."""
    told = "SELECT reading, country FROM report_actors WHERE name = :name{0} ORDER BY reading DESC LIMIT {1}"
    last = f"SELECT country FROM ({told}) AS told{{0}} WHERE country <> '' ORDER BY reading DESC LIMIT 1"
    one = f"SELECT CAST(:name{{0}} AS TEXT) AS name, ({last}) AS country"
    return text(" UNION ALL ".join(one.format(place, RECENT) for place in range(count)))


def cast_query(kind: str, as_of: str, recorded: str) -> Select[Any]:
    """One row an actor's name, with the columns of ``ActorRow``: what differs between reports is as the last reading has it."""
    named, played, last = _named(as_of, recorded), _played(as_of, recorded), report_actors.alias("described")
    columns = [last.c[name] for name in ("name", "kind", "country", "sector", "qid", "office")]
    joined = named.join(last, (last.c.name == named.c.name) & (last.c.reading == named.c.last))
    joined = joined.outerjoin(played, played.c.name == named.c.name)
    found = select(*columns, named.c.reports, func.coalesce(played.c.entries, 0).label("entries")).select_from(joined)
    return (found.where(last.c.kind == kind) if kind else found).order_by(named.c.reports.desc(), named.c.name)


def _named(as_of: str, recorded: str) -> Subquery:
    """In how many reports each name stands, and in which reading last."""
    joined = report_actors.join(readings, readings.c.seq == report_actors.c.reading).join(reports, reports.c.seq == readings.c.report)
    found = select(report_actors.c.name, func.count(reports.c.seq.distinct()).label("reports"), func.max(readings.c.seq).label("last"))
    return found.select_from(joined).where(*is_current(as_of, recorded)).group_by(report_actors.c.name).subquery("named")


def _played(as_of: str, recorded: str) -> Subquery:
    """In how many entries each name takes part."""
    joined = current().join(entry_parties, entry_parties.c.entry == entries.c.seq)
    found = select(entry_parties.c.name, func.count(entries.c.seq.distinct()).label("entries")).select_from(joined)
    found = found.where(*is_current(as_of, recorded), entry_parties.c.role != "place")
    return found.group_by(entry_parties.c.name).subquery("played")
