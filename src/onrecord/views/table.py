"""A listing as a value: what is shown, what a spreadsheet gets, what a program gets; and its plain forms."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.views.printable import harmless, json_text, one_line


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is shown.

    ``style`` is a colour of the terminal's, ``widest`` the width at which it wraps (0: all that is left); ``whole`` never wraps.
    """

    header: str
    style: str = ""
    widest: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` for people, one cell a column; ``flat`` for spreadsheets, one value a field; ``full`` for programs; all in one order."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    flat: tuple[Mapping[str, str], ...] = ()
    full: tuple[Mapping[str, Any], ...] = ()
    fields: tuple[str, ...] = ()


def tsv(table: Table) -> str:
    """Header and rows, cells separated by tabs, one entry a line."""
    rows = [tuple(column.header for column in table.columns), *table.rows]
    return "".join("\t".join(one_line(cell) for cell in row) + "\n" for row in rows)


def csv_text(table: Table) -> str:
    """RFC 4180 with a header, LF line ends; cells that a spreadsheet would run are made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.fields)
    writer.writerows([harmless(row.get(field, "")) for field in table.fields] for row in table.flat)
    return out.getvalue()


def json_array(table: Table) -> str:
    """One JSON array, an object an entry."""
    return json_text(list(table.full), indent=1) + "\n"


def aligned(rows: Sequence[Sequence[str]], gap: int = 2) -> Iterable[str]:
    """Rows as lines whose columns stand under each other; trailing blanks are cut."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        padded = (cell + " " * (wide - width(cell) + gap) for cell, wide in zip(row, widths, strict=True))
        yield "".join(padded).rstrip()


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: two for wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
