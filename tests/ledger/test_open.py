import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord import ledger
from onrecord.ledger import LedgerError, NewerLedgerError, NoLedgerError, NotALedgerError
from onrecord.ledger.migrate import APPLICATION, HEAD
from onrecord.ledger.tables import metadata
from tests.ledger.made import filled


def test_an_empty_place_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("new.db", "empty.db"):
        with ledger.open(tmp_path / name) as opened, opened.view() as view:
            assert view.counts()["reports"] == 0


def test_the_migrations_make_the_tables_that_the_code_speaks_of(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "a.db") as opened, opened.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, metadata) == []


def ours(name: str | None, kind: str, _: object) -> bool:
    """Everything but the full-text index's own tables."""
    return kind != "table" or name in metadata.tables


def test_versions_of_the_schema_are_in_order() -> None:
    names = sorted(path.stem for path in (Path(ledger.__file__).parent / "migrations" / "versions").glob("0*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert names[-1][:4] == HEAD


def test_no_ledger_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("none.db", "empty.db"):
        with pytest.raises(NoLedgerError, match="onrecord read"):
            ledger.open(tmp_path / name, create=False)
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Shopping list: bread, milk, and a good deal more to make this long enough.\n" * 20)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE entries (id)")
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(NotALedgerError, match=r"not a ledger"):
            ledger.open(path)
        assert path.read_bytes() == before
    with pytest.raises(NotALedgerError, match="no file"):
        ledger.open(tmp_path)


def test_another_programs_migrations_do_not_make_a_ledger(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    with pytest.raises(NotALedgerError):
        ledger.open(tmp_path / "a.db")


def test_a_ledger_of_a_later_version_is_refused(tmp_path: Path) -> None:
    filled(tmp_path / "a.db").close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedgerError, match="update onrecord"):
        ledger.open(tmp_path / "a.db")


def test_a_place_that_cannot_be_reached(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        ledger.open(tmp_path / "no" / "a.db")
    with pytest.raises(LedgerError, match=r"no database driver.*onrecord\[postgres\]"):
        ledger.open("klingon://somewhere/else")


def test_a_driver_that_is_absent_is_named_and_a_password_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("psycopg", "psycopg2"):
        monkeypatch.setitem(sys.modules, package, None)
    for url in ("postgresql+psycopg://ada:secret@localhost/x", "postgresql://ada:secret@localhost/x"):
        with pytest.raises(LedgerError, match=r"psycopg.*pip install \"onrecord\[postgres\]\"") as told:
            ledger.open(url)
        assert "secret" not in str(told.value)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="no PostgreSQL driver: install the extra onrecord[postgres]")
    with pytest.raises(LedgerError, match=r"ada:\*\*\*@127\.0\.0\.1") as told:
        ledger.open("postgresql+psycopg://ada:secret@127.0.0.1:1/x")
    assert "secret" not in str(told.value)


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    filled(tmp_path / "a.db").close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection, connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
