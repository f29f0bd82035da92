"""The schema's versions: what a place holds, and how it is brought up to date."""

from __future__ import annotations

from contextlib import closing
from importlib.resources import files

from sqlalchemy import Connection, Engine, inspect, text

from onrecord.ledger import guards, named
from onrecord.ledger.errors import NewerLedgerError, NoLedgerError, NotALedgerError

HEAD = "0004"
"""The schema that this code writes: the last file of ``migrations/versions``."""

APPLICATION = 0x6F6E7263
"""SQLite's application id of a ledger ("onrc"): by it, ``file`` and others know one."""


def bring_up_to_date(engine: Engine, place: str, create: bool = True) -> None:
    """Make the tables where there are none, run the migrations that are missing, and refuse what is no ledger or a newer one."""
    with engine.connect() as connection:
        found = revision(connection, place)
    if found == HEAD:
        return
    if not found and not create:
        raise NoLedgerError(f"{place}: there is no ledger here; `onrecord read SOURCE --ledger {place}` makes one")
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    with engine.connect().execution_options(mode="IMMEDIATE") as connection, connection.begin():
        if revision(connection, place) != HEAD:
            _upgrade(connection)


def _write_ahead(engine: Engine) -> None:
    """Readers and a writer do not wait for each other; the file keeps this setting, which cannot be made inside a transaction."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def revision(connection: Connection, place: str) -> str:
    """The schema's version at ``place``, "" where it is empty; raises ``NotALedgerError`` and ``NewerLedgerError``."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return ""
    if "alembic_version" not in tables or not _ours(connection, tables):
        raise NotALedgerError(f"{place}: this database is not a ledger (it has tables of something else); name another one")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if found > HEAD:
        raise NewerLedgerError(f"{place}: this ledger has schema {found}, this version knows up to {HEAD}; update onrecord to open it")
    return found


def _ours(connection: Connection, tables: set[str]) -> bool:
    if connection.dialect.name == "sqlite":
        return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION
    return {"runs", "reports", "entries"} <= tables


def _upgrade(connection: Connection) -> None:
    """Run the migrations inside the connection's transaction; triggers and views are made anew from today's code."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("onrecord.ledger") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    guards.install(connection)
    named.install(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
