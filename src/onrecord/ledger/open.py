"""Opening a ledger: a SQLite file by its path, or a database by its URL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.ledger import migrate
from onrecord.ledger.errors import LedgerError, NoLedgerError, NotALedgerError
from onrecord.ledger.kept import Kept
from onrecord.ledger.rows import Run
from onrecord.ledger.view import View
from onrecord.ledger.writer import Writer

WAIT = 30_000
"""How long a writer waits for another one, in milliseconds."""

DRIVER = 'for PostgreSQL: pip install "onrecord[postgres]", and a URL that begins with postgresql+psycopg://'


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger. ``place`` is its path or URL; use it as a context manager, or ``close`` it."""

    place: str
    engine: Engine
    kept: Kept = field(default_factory=Kept)

    def writer(self, run: Run) -> Writer:
        """Adds reports and entries in the name of ``run``."""
        return Writer(self.engine, run)

    def view(self, as_of: date | None = None, recorded: datetime | None = None) -> View:
        """What was known on the day ``as_of`` (publication time), and what the ledger had learnt by ``recorded``; all of it by default."""
        return View.of(self.engine, as_of, recorded, self.kept)

    def close(self) -> None:
        """Give back file and connections."""
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open(place: str | Path, create: bool = True) -> Ledger:  # noqa: A001 - the room's verb
    """The ledger at a path or a database URL; an empty place becomes a ledger, an older schema is brought up to date.

    Raises ``NoLedgerError`` where there is none and ``create`` is false, ``NotALedgerError`` where something else is,
    ``NewerLedgerError`` where a later version of the program wrote it, ``LedgerError`` where the place cannot be reached.
    """
    engine = _engine(str(place), create)
    told = engine.url.render_as_string() if "://" in str(place) else str(place)  # a password is not told
    try:
        migrate.bring_up_to_date(engine, told, create)
    except DatabaseError as error:
        engine.dispose()
        raise _explained(told, error) from error
    except LedgerError:
        engine.dispose()
        raise
    return Ledger(str(place), engine)


def _engine(place: str, create: bool) -> Engine:
    if "://" not in place:
        _check_path(Path(place), create)
    try:
        engine = create_engine(make_url(place) if "://" in place else f"sqlite:///{place}")
    except ModuleNotFoundError as error:
        raise LedgerError(f"this URL needs the package {error.name}; {DRIVER}") from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerError(f"no database driver for this URL ({error}); {DRIVER}") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_settings)
        event.listen(engine, "begin", _sqlite_begin)
    return engine


def _check_path(path: Path, create: bool) -> None:
    if not path.exists():
        if not create:
            raise NoLedgerError(f"{path}: there is no ledger here; `onrecord read SOURCE --ledger {path}` makes one")
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: the folder {path.parent} does not exist; make it first")
    elif not path.is_file():
        raise NotALedgerError(f"{path}: this is no file; name a file for the ledger")


def _sqlite_settings(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _sqlite_begin(connection: Any) -> None:
    """Writers take the lock at once, so that two of them wait for each other instead of failing; readers take none."""
    mode = connection.get_execution_options().get("mode", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _explained(place: str, error: DatabaseError) -> LedgerError:
    reason = str(error.orig)
    if "not a database" in reason or "file is encrypted" in reason:
        return NotALedgerError(f"{place}: this file is not a ledger (not a SQLite database); name another file")
    return LedgerError(f"{place}: {reason}")


