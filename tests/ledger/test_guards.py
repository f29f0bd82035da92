import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.ledger.tables import metadata
from onrecord.nouns import Link
from tests.ledger.made import NOW, RUN, filled, made


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A ledger's file with a row in every table, opened by another program."""
    with filled(tmp_path / "a.db") as opened:
        writer, (_, entries) = opened.writer(RUN), made()
        writer.link([Link(entries[0].id, entries[1].id, "same")], recorded_at=NOW)
        writer.judge("link", entries[0].id, entries[1].id, verdict="reject", by="A. Reader", recorded_at=NOW)
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        yield connection


@pytest.mark.parametrize("name", metadata.tables)
def test_nothing_on_record_is_changed_or_deleted(record: sqlite3.Connection, name: str) -> None:
    before = record.execute(f"SELECT * FROM {name}").fetchall()
    assert before
    column = list(metadata.tables[name].columns)[-1].name
    for statement in (f'UPDATE {name} SET "{column}" = "{column}"', f"DELETE FROM {name}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            record.execute(statement)
    assert record.execute(f"SELECT * FROM {name}").fetchall() == before


def test_the_full_text_index_is_whole(record: sqlite3.Connection) -> None:
    for index in ("entries_words", "reports_words"):
        record.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")


def test_foreign_keys_hold(record: sqlite3.Connection) -> None:
    assert record.execute("PRAGMA foreign_key_check").fetchall() == []
