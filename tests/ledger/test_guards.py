"""What the database itself sees to, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from onrecord.ledger.tables import metadata
from onrecord.nouns import Link
from tests.ledger.made import NOW, RUN, filled, made


@pytest.fixture
def record(place: str) -> Iterator[Connection]:
    """A ledger's database with a row in every table, opened by another program."""
    with filled(place) as opened:
        writer, (_, entries) = opened.writer(RUN), made()
        writer.link([Link(entries[0].id, entries[1].id, "same")], recorded_at=NOW)
        writer.judge("link", entries[0].id, entries[1].id, verdict="reject", by="A. Reader", recorded_at=NOW)
        with opened.engine.connect() as connection:
            yield connection


@pytest.mark.parametrize("name", metadata.tables)
def test_nothing_on_record_is_changed_or_deleted(record: Connection, name: str) -> None:
    before = record.execute(text(f"SELECT * FROM {name}")).fetchall()
    record.rollback()
    assert before
    column = list(metadata.tables[name].columns)[-1].name
    for statement in (f'UPDATE {name} SET "{column}" = "{column}"', f"DELETE FROM {name}"):
        with pytest.raises(DBAPIError, match="append-only"):
            record.execute(text(statement))
        record.rollback()
    assert record.execute(text(f"SELECT * FROM {name}")).fetchall() == before


def test_the_full_text_index_is_whole(record: Connection) -> None:
    if record.dialect.name != "sqlite":
        pytest.skip("PostgreSQL keeps an index of its own")
    for index in ("entries_words", "reports_words"):
        record.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))


def test_foreign_keys_hold(record: Connection) -> None:
    if record.dialect.name != "sqlite":
        pytest.skip("PostgreSQL holds them always")
    assert record.execute(text("PRAGMA foreign_key_check")).fetchall() == []
