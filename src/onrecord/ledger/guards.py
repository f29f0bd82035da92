"""What the database itself sees to: nothing on record is changed or deleted, and the full-text index follows the record."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, text

from onrecord.ledger.tables import metadata

WORDS = {"reports": ("title", "text"), "entries": ("gist",)}
"""The columns that the full-text search reads, by table."""


def install(connection: Connection) -> None:
    """Put triggers and full-text index in place; those that are there are put in place anew."""
    made = _sqlite if connection.dialect.name == "sqlite" else _postgresql
    for statement in made():
        connection.execute(text(statement))


def _sqlite() -> Iterator[str]:
    for table in metadata.tables.values():
        for verb in ("update", "delete"):
            name = f"no_{verb}_of_{table.name}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, 'the record is append-only: no {verb} of {table.name}'); END"
            )
    for name, columns in WORDS.items():
        yield from _fts5(metadata.tables[name], columns)


def _fts5(table: Table, columns: tuple[str, ...]) -> Iterator[str]:
    index, listed = f"{table.name}_words", ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    yield (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({listed}, content='{table.name}', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    yield f"DROP TRIGGER IF EXISTS {index}_follow"
    yield (
        f"CREATE TRIGGER {index}_follow AFTER INSERT ON {table.name} "
        f"BEGIN INSERT INTO {index}(rowid, {listed}) VALUES (new.seq, {new}); END"
    )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION onrecord_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the record is append-only: no % of %', TG_OP, TG_TABLE_NAME; END $$"
    )
    for table in metadata.tables.values():
        yield f"DROP TRIGGER IF EXISTS no_change_of_{table.name} ON {table.name}"
        yield (
            f"CREATE TRIGGER no_change_of_{table.name} BEFORE UPDATE OR DELETE ON {table.name} "
            "FOR EACH ROW EXECUTE FUNCTION onrecord_append_only()"
        )
    for name, columns in WORDS.items():
        yield (
            f"CREATE INDEX IF NOT EXISTS {name}_words ON {name} USING gin (to_tsvector('english', {_joined(columns)}))"
        )


def _joined(columns: tuple[str, ...]) -> str:
    return " || ' ' || ".join(columns)
