"""In which story each report is, as it was put there last."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, exists, func, not_, select

from onrecord.ledger.current import current, is_current
from onrecord.ledger.last import is_last
from onrecord.ledger.naming import UNSAID, Naming
from onrecord.ledger.spelled import spelled
from onrecord.ledger.tables import entries, entry_parties, groupings, reports

HOME = reports.alias("home")
"""The report that a story is named by."""

NAMED_BY = 20
"""Of a story so many reports, the latest, say who it is about."""

READ = 1200
"""So many characters of a title, and of a text, are read to tell what a report is about: ``linking`` looks at no more."""


def is_home(recorded: str = "") -> ColumnElement[bool]:
    """What holds of the last grouping of a report, as recorded by ``recorded`` ("": now)."""
    return is_last(groupings, "report", recorded)


def with_stories(joined: FromClause) -> FromClause:
    """``joined``, which has reports, with the groupings of each and the reports that name the stories; ``is_home`` chooses among them."""
    return joined.join(groupings, groupings.c.report == reports.c.seq).join(HOME, HOME.c.seq == groupings.c.story)


def in_story(story: str, recorded: str = "") -> ColumnElement[bool]:
    """Whether a report is in the story of that id; asked so that the story's reports are looked up, not all reports tried."""
    home = reports.alias("named")
    number = select(home.c.seq).where(home.c.id == story).scalar_subquery()
    return reports.c.seq.in_(select(groupings.c.report).where(groupings.c.story == number, is_home(recorded)))


def stories_query(readable: Collection[Any], recorded: str, at_least: int, ids: Collection[str] | None) -> Select[Any]:
    """One row a story that has so many readable reports, the one told last first, with the columns of ``StoryRow``."""
    days = (func.min(reports.c.known_on).label("first"), func.max(reports.c.known_on).label("last"))
    found = select(HOME.c.id, func.count(reports.c.seq.distinct()).label("reports"), *days).select_from(with_stories(reports))
    found = found.where(is_home(recorded), *readable)
    found = found.where(HOME.c.id.in_(ids)) if ids is not None else found
    found = found.group_by(HOME.c.seq, HOME.c.id).having(func.count(reports.c.seq.distinct()) >= at_least)
    return found.order_by(func.max(reports.c.known_on).desc(), HOME.c.seq.desc())


def homes_query(keys: Collection[str], recorded: str) -> Select[Any]:
    """The story of each of these reports: ``id``, ``story``."""
    found = select(reports.c.id, HOME.c.id.label("story")).select_from(with_stories(reports))
    return found.where(reports.c.id.in_(keys), is_home(recorded))


def names_query(
    stories: Collection[str], readable: Collection[Any], as_of: str, recorded: str, naming: Naming = UNSAID
) -> Select[Any]:
    """Who is named in the latest reports of each of these stories: ``story``, ``name`` (no ~ before it), ``reports``."""
    latest = func.row_number().over(partition_by=groupings.c.story, order_by=(reports.c.known_on.desc(), reports.c.seq.desc()))
    ranked = select(HOME.c.id.label("story"), reports.c.seq.label("report"), latest.label("place")).select_from(with_stories(reports))
    ranked_ = ranked.where(HOME.c.id.in_(stories), is_home(recorded), *readable).subquery()
    name = func.ltrim(spelled(naming, entry_parties.c.name, entries.c.report), "~")
    joined = current().join(ranked_, ranked_.c.report == reports.c.seq).join(entry_parties, entry_parties.c.entry == entries.c.seq)
    found = select(ranked_.c.story, name.label("name"), func.count(reports.c.seq.distinct()).label("reports")).select_from(joined)
    found = found.where(ranked_.c.place <= NAMED_BY, *is_current(as_of, recorded))
    found = found.where(entry_parties.c.role != "via", entry_parties.c.name != "")
    return found.group_by(ranked_.c.story, name)


def told_query(since: str, until: str, most: int | None) -> Select[Any]:
    """The reports known on the days from ``since`` to ``until``, the latest first, with the columns of ``Told``; at most ``most``. All
    versions are there, grouped or not."""
    found = _told().where(reports.c.known_on >= since, reports.c.known_on <= until)
    return found.order_by(reports.c.known_on.desc(), reports.c.seq.desc()).limit(most)


def told_after_query(number: int, most: int | None) -> Select[Any]:
    """The reports that were recorded after the one of that number, the last first, at most ``most``."""
    return _told().where(reports.c.seq > number).order_by(reports.c.seq.desc()).limit(most)


def _told() -> Select[Any]:
    latest = groupings.alias("latest")
    last = select(latest.c.story).where(latest.c.report == reports.c.seq).order_by(latest.c.seq.desc()).limit(1).scalar_subquery()
    beginning = (func.substr(reports.c.title, 1, READ).label("title"), func.substr(reports.c.text, 1, READ).label("text"))
    found = select(reports.c.seq.label("number"), reports.c.id, reports.c.known_on, *beginning, func.coalesce(HOME.c.id, "").label("story"))
    return found.select_from(reports.outerjoin(HOME, HOME.c.seq == last))


def ungrouped_query() -> Select[Any]:
    """The days of reports that are in no story, with how many there are: ``known_on``, ``reports``."""
    without = not_(exists().where(groupings.c.report == reports.c.seq))
    found = select(reports.c.known_on, func.count().label("reports")).where(without)
    return found.group_by(reports.c.known_on).order_by(reports.c.known_on)
