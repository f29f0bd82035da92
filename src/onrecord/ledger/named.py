"""Views for people who open the file with other tools, from ``statements`` to ``calendar``.

They show what is current: of each report its last version, of that its last reading. They hold nothing and are made anew at migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    case,
    cast,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.sql.elements import quoted_name

from onrecord.ledger.current import current, is_current, is_last_version
from onrecord.ledger.grouped import HOME, stories_query
from onrecord.ledger.tables import chain_links, entries, entry_parties, entry_times, reports

Column = ColumnElement[str]


def install(connection: Connection) -> None:
    """Make the views, those that are there anew."""
    quote = connection.dialect.identifier_preparer.quote
    for name, query in views().items():
        body = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        connection.execute(text(f"DROP VIEW IF EXISTS {quote(quoted_name(name, None))}"))
        connection.execute(text(f"CREATE VIEW {name} AS {str(body).replace(':', chr(92) + ':')}"))


def views() -> dict[str, Select[tuple[object, ...]]]:
    """Each view's query, by its name."""
    return {
        "statements": _lines("quote", entries.c.type.label("act"), _who("speaker"), _who("to"), _who("via"), _chain()),
        "acts": _lines("act", entries.c.type, entries.c.status, _who("actor"), _who("recipient"), _who("place"), _chain(), _when()),
        "meetings": _lines(
            "meeting",
            entries.c.type.label("format"),
            entries.c.status,
            _who("party"),
            _who("mediator"),
            _who("excluded"),
            _who("place"),
            _chain(),
            _when(),
        ),
        "deadlines": _lines("deadline", entries.c.status, _who("setter"), _who("addressee"), _chain(), _when()),
        "timeline": _lines("", entries.c.kind, entries.c.type, entries.c.status, _everybody(), _when()),
        "stories": _stories(),
        "calendar": _calendar(),
    }


def _lines(kind: str, *columns: Column) -> Select[tuple[object, ...]]:
    """The current entries of one kind (all where ``kind`` is empty), the columns that all share around the kind's own."""
    shared = (reports.c.outlet, reports.c.title, reports.c.url, reports.c.published, reports.c.id.label("report"))
    query = select(entries.c.id, entries.c.on_day, *columns, entries.c.words, *shared, entries.c.recorded_at).select_from(current())
    return (query.where(entries.c.kind == kind) if kind else query).where(*is_current()).order_by(entries.c.on_day, entries.c.seq)


def _stories() -> Select[tuple[object, ...]]:
    """Each story by its first report, with its days and how many reports it has, the one told last first."""
    query = stories_query([is_last_version()], "", 1, None)
    has = query.selected_columns
    return query.with_only_columns(has["id"], HOME.c.title, has["first"], has["last"], has["reports"]).group_by(HOME.c.title)


def _calendar() -> Select[tuple[object, ...]]:
    """Meetings and deadlines as datasette-ics expects its rows."""
    due = entries.c.kind == "deadline"
    day = case((due, func.coalesce(entries.c.latest, entries.c.earliest)), else_=func.coalesce(entries.c.earliest, entries.c.latest))
    end = case((due, day), else_=func.coalesce(entries.c.latest, entries.c.earliest))
    name = cast(case((due, literal("Deadline: ")), else_=literal("")), String) + _everybody()
    query = select(
        entries.c.id.label("event_uid"),
        (name + literal(" (") + entries.c.status + literal(")")).label("event_name"),
        day.label("event_dtstart"),
        end.label("event_dtend"),
        (entries.c.words + literal(" - ") + reports.c.outlet + literal(" ") + reports.c.url).label("event_description"),
    ).select_from(current())
    return query.where(entries.c.kind.in_(("meeting", "deadline")), day.is_not(None), *is_current()).order_by(day, entries.c.seq)


def _who(role: str) -> Column:
    """Those who play ``role`` in an entry, joined by semicolons."""
    return _names(entry_parties.c.role == role).label(role)


def _everybody() -> Column:
    return _names(entry_parties.c.role.not_in(("excluded", "place", "to", "via"))).label("who")


def _names(which: ColumnElement[bool]) -> ColumnElement[str]:
    shown = case((entry_parties.c.name != "", entry_parties.c.name), else_=entry_parties.c.words)
    inner = select(shown.label("name")).where(entry_parties.c.entry == entries.c.seq, which).order_by(entry_parties.c.position)
    listed = inner.correlate(entries).subquery("listed")
    return func.coalesce(select(func.aggregate_strings(listed.c.name, "; ")).scalar_subquery(), "")


def _chain() -> Column:
    """The first account's chain, from the speaker outwards."""
    name, described = chain_links.c.name, chain_links.c.description
    shown = case((name != "", name), (described != "", described), else_=chain_links.c.kind)
    mine = (chain_links.c.entry == entries.c.seq, chain_links.c.account == 0)
    listed = select(shown.label("name")).where(*mine).order_by(chain_links.c.step).correlate(entries).subquery("steps")
    return func.coalesce(select(func.aggregate_strings(listed.c.name, " > ")).scalar_subquery(), "").label("according_to")


def _when() -> Column:
    """The words of the times of an entry."""
    mine = entry_times.c.entry == entries.c.seq
    listed = select(entry_times.c.words).where(mine).order_by(entry_times.c.position).correlate(entries).subquery("times")
    return func.coalesce(select(func.aggregate_strings(listed.c.words, "; ")).scalar_subquery(), "").label("time_words")
