"""Names in queries as people said that they go (see ``naming``): read from the judgements, asked for, and given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, literal, select

from onrecord.ledger.current import is_current
from onrecord.ledger.naming import MEMBER, STATE, Naming
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.tables import judgements, readings, report_actors, reports


def naming(connection: Connection, as_of: str, recorded: str) -> Naming:
    """What is said of names by the day ``as_of``, and was recorded by ``recorded`` ("": now)."""
    found = select(*(judgements.c[name] for name in JudgementRow.__dataclass_fields__)).where(judgements.c.subject == "actor")
    found = found.where(judgements.c.recorded_at <= recorded) if recorded else found
    made = Naming.of([JudgementRow(**row._mapping) for row in connection.execute(found)], as_of)
    known = (as_of, recorded)
    apart = [replace(one, reports=frozenset(scope(connection, one.name, one.scope, known))) for one in made.apart]
    return replace(made, apart=tuple(apart), known=known)


def scope(connection: Connection, name: str, within: str, known: tuple[str, str] = ("", "")) -> list[str]:
    """The ids of the reports that name ``name`` and are of a scope: a state that it is of there, or the beginning of a report's id."""
    return list(connection.execute(_scope(reports.c.id, name, within, known)).scalars())


def means(naming: Naming, actor: str, name: ColumnElement[str], report: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a row's ``name``, in the report of that number, is the actor's or one of its unnamed members'."""
    main, names = naming.main(actor), naming.same(actor)
    split = [one for one in naming.apart if one.name in names or naming.main(one.called) == main]
    written = name.in_(_both((*names, *(one.name for one in split))))
    return and_(written, spelled(naming, name, report).in_(_both([main]))) if split else written


def spelled(naming: Naming, name: ColumnElement[str], report: ColumnElement[int]) -> ColumnElement[str]:
    """The column with each name as the actor goes by it; the column itself where nothing is said of anybody."""
    whens: list[tuple[ColumnElement[bool], ColumnElement[str]]] = []
    for one in naming.apart:
        here = report.in_(_scope(reports.c.seq, one.name, one.scope, naming.known))
        whens += [(and_(name == mark + one.name, here), literal(mark + naming.main(one.called))) for mark in ("", MEMBER)]
    for main, names in naming.groups.items():
        whens += [(name.in_([mark + one for one in names]), literal(mark + main)) for mark in ("", MEMBER)]
    return case((name.not_in(_both(sorted(naming.touched))), name), *whens, else_=name) if whens else name


def _scope(column: ColumnElement[Any], name: str, within: str, known: tuple[str, str]) -> Select[Any]:
    joined = report_actors.join(readings, readings.c.seq == report_actors.c.reading).join(reports, reports.c.seq == readings.c.report)
    one = and_(reports.c.id >= within, reports.c.id < f"{within}g")
    here = report_actors.c.country == within if STATE.fullmatch(within) else one
    return select(column).distinct().select_from(joined).where(report_actors.c.name == name, here, *is_current(*known))


def _both(names: Iterable[str]) -> list[str]:
    return [mark + name for name in dict.fromkeys(names) for mark in ("", MEMBER)]
