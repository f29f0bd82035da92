"""Which entries a listing shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select

from onrecord.ledger.current import current, is_current
from onrecord.ledger.grouped import in_story
from onrecord.ledger.naming import UNSAID, Naming
from onrecord.ledger.spelled import means, spelled
from onrecord.ledger.tables import chain_links, entries, entry_parties, readings, reports, runs

ORDERS = ("time", "-time", "text", "recorded")
"""By the day that an entry is about (``-time``: latest first), as the texts have them, or as they were recorded."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; whatever is empty does not choose.

    ``kind`` quote act meeting deadline; ``type`` a PLOVER type, a quote's act, or a meeting's format; ``actor`` a canonical name, with
    its unnamed members and with all names that people said to be the same actor's, in one of ``roles`` (any part but a place by default);
    ``since`` and ``until`` inclusive days that the entry's time must touch; ``report`` the id of a report; ``other`` a second canonical
    name that takes part; ``words`` are those that the entry must hold, as ``View.search`` takes them; ``origin`` the name, or the words
    for somebody unnamed, at which one of its chains begins; ``story`` the id of a story that the report is in; ``but`` a kind that is
    left out; ``order`` one of ``ORDERS``.
    """

    kind: str = ""
    type: str = ""
    status: str = ""
    actor: str = ""
    roles: tuple[str, ...] = ()
    outlet: str = ""
    report: str = ""
    since: date | None = None
    until: date | None = None
    order: str = "time"
    limit: int | None = None
    offset: int = 0
    other: str = ""
    words: str = ""
    origin: str = ""
    story: str = ""
    but: str = ""


COLUMNS = (
    entries.c.seq,
    entries.c.id,
    entries.c.kind,
    entries.c.body,
    entries.c.on_day,
    entries.c.sentence,
    entries.c.recorded_at,
    reports.c.id.label("report_id"),
    reports.c.outlet,
    reports.c.title,
    reports.c.url,
    reports.c.published,
    runs.c.id.label("run_id"),
)


def chosen(choice: Choice, as_of: str, recorded: str, naming: Naming = UNSAID) -> Select[Any]:
    """The query for a choice, as known on a day and recorded by an instant ("" for now); raises ``ValueError`` for an unknown order."""
    found = select(*COLUMNS).select_from(current().join(runs, runs.c.seq == entries.c.run))
    found = found.where(*is_current(as_of, recorded), *conditions(choice, recorded, naming)).order_by(*_order(choice.order))
    return found.limit(choice.limit).offset(choice.offset) if choice.limit is not None or choice.offset else found


def conditions(choice: Choice, recorded: str = "", naming: Naming = UNSAID) -> list[ColumnElement[bool]]:
    """What must hold of an entry and its report, as recorded by an instant ("" for now); ``naming``: what people said of names."""
    plain = ((entries.c.kind, choice.kind), (entries.c.type, choice.type), (entries.c.status, choice.status))
    found = [column == value for column, value in (*plain, (reports.c.outlet, choice.outlet), (reports.c.id, choice.report)) if value]
    if choice.actor:
        found.append(_takes_part(naming, choice.actor, choice.roles))
    if choice.other:
        found.append(_takes_part(naming, choice.other, ()))
    if choice.origin:
        found.append(_begins_at(naming, choice.origin))
    if choice.but:
        found.append(entries.c.kind != choice.but)
    if choice.story:
        found.append(in_story(choice.story, recorded))
    if choice.since:
        found.append(func.coalesce(entries.c.latest, _open_end(), entries.c.on_day) >= choice.since.isoformat())
    if choice.until:
        found.append(func.substr(func.coalesce(entries.c.earliest, entries.c.on_day), 1, 10) <= choice.until.isoformat())
    return found


def _open_end() -> ColumnElement[str | None]:
    """A window that is open towards the future reaches every day after its beginning."""
    return case((and_(entries.c.earliest.is_not(None), entries.c.latest.is_(None)), "9999"), else_=None)


def _takes_part(naming: Naming, actor: str, roles: tuple[str, ...]) -> ColumnElement[bool]:
    named = means(naming, actor, entry_parties.c.name, entries.c.report)
    role = entry_parties.c.role.in_(roles) if roles else entry_parties.c.role != "place"
    return exists().where(entry_parties.c.entry == entries.c.seq, named, role)


def _begins_at(naming: Naming, origin: str) -> ColumnElement[bool]:
    speaker = func.coalesce(func.nullif(spelled(naming, chain_links.c.name, entries.c.report), ""), chain_links.c.description)
    return exists().where(chain_links.c.entry == entries.c.seq, chain_links.c.step == 0, speaker == origin)


def _order(order: str) -> tuple[ColumnElement[Any], ...]:
    day = entries.c.on_day
    orders: dict[str, tuple[ColumnElement[Any], ...]] = {
        "time": (day.asc().nulls_last(), entries.c.seq.asc()),
        "-time": (day.desc().nulls_last(), entries.c.seq.desc()),
        "text": (readings.c.report.asc(), entries.c.seq.asc()),
        "recorded": (entries.c.seq.asc(),),
    }
    if order not in orders:
        raise ValueError(f"no such order: {order} (one of {', '.join(ORDERS)})")
    return orders[order]


def matches(left: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Whether a column of ids (hexadecimal digits) is, or begins with, ``value``; asked so that an index answers it."""
    return and_(left >= value, left < f"{value}g")
