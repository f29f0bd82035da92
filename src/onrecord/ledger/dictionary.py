"""The data dictionary: every table and column of a ledger in words, made from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Table

from onrecord.ledger.named import views
from onrecord.ledger.tables import metadata


def markdown() -> str:
    """The tables in the order of the code, each with its columns, then the columns of the views; ``docs/ledger.md`` holds just this."""
    tables = "\n\n".join("\n".join(_table(table)) for table in metadata.tables.values())
    columns = {name: ", ".join(f"`{column.name}`" for column in query.selected_columns) for name, query in views().items()}
    named = "\n".join(f"- `{name}`: {listed}" for name, listed in columns.items())
    return f"{tables}\n\n### Views\n\n{named}\n"


def _table(table: Table) -> Iterator[str]:
    yield f"### `{table.name}`"
    yield ""
    yield f"{table.comment}"
    yield ""
    yield "| column | type | what it holds |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(column)} | {column.comment} |"


def _type(column: Column[object]) -> str:
    """SQL type, key or reference, and whether it may be missing."""
    parts = [str(column.type).split("(")[0].lower()]
    parts += ["key"] if column.primary_key else []
    parts += [f"→ `{key.column.table.name}`" for key in sorted(column.foreign_keys, key=str)]
    return ", ".join(parts + (["may be NULL"] if column.nullable else []))
