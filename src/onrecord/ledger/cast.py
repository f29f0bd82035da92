"""Who is named, over all reports of a view."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Select, Subquery, TextClause, case, func, select, text

from onrecord.ledger.current import current, is_current
from onrecord.ledger.naming import UNSAID, Naming
from onrecord.ledger.spelled import spelled
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


def cast_query(as_of: str, recorded: str, naming: Naming = UNSAID) -> Select[Any]:
    """One row an actor's name, with the columns of ``ActorRow``: what differs between reports is as the last reading has it that names it
    by the name that it goes by. Where none does, and the last one has it under several names, there are as many rows.
    """
    named, played, last = _named(as_of, recorded, naming), _played(as_of, recorded, naming), report_actors.alias("described")
    columns = [last.c[name] for name in ("kind", "country", "sector", "qid", "office")]
    report = select(readings.c.report).where(readings.c.seq == last.c.reading).scalar_subquery()
    joined = named.join(last, (spelled(naming, last.c.name, report) == named.c.name) & (last.c.reading == named.c.last))
    joined = joined.outerjoin(played, played.c.name == named.c.name)
    found = select(named.c.name, *columns, named.c.reports, func.coalesce(played.c.entries, 0).label("entries")).select_from(joined)
    return found.order_by(named.c.reports.desc(), named.c.name, last.c.name != named.c.name, last.c.position)


def _named(as_of: str, recorded: str, naming: Naming) -> Subquery:
    """In how many reports each name stands, and which reading describes it."""
    read, seq = report_actors.c.name, readings.c.seq
    joined = report_actors.join(readings, seq == report_actors.c.reading).join(reports, reports.c.seq == readings.c.report)
    rows = select(spelled(naming, read, readings.c.report).label("name"), read.label("read"), reports.c.seq.label("report"), seq)
    each = rows.select_from(joined).where(*is_current(as_of, recorded)).subquery("each")
    whole = func.max(each.c.seq)
    last = func.coalesce(func.max(case((each.c.read == each.c.name, each.c.seq))), whole) if naming.touched else whole
    found = select(each.c.name, func.count(each.c.report.distinct()).label("reports"), last.label("last"))
    return found.group_by(each.c.name).subquery("named")


def _played(as_of: str, recorded: str, naming: Naming) -> Subquery:
    """In how many entries each name takes part."""
    joined = current().join(entry_parties, entry_parties.c.entry == entries.c.seq)
    rows = select(spelled(naming, entry_parties.c.name, entries.c.report).label("name"), entries.c.seq).select_from(joined)
    each = rows.where(*is_current(as_of, recorded), entry_parties.c.role != "place").subquery("part")
    return select(each.c.name, func.count(each.c.seq.distinct()).label("entries")).group_by(each.c.name).subquery("played")
