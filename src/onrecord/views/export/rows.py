"""CSV: an entry a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from onrecord.views.export.material import Material
from onrecord.views.printable import harmless
from onrecord.views.records import FIRST, KINDS, LAST, OWN, flat

FIELDS = tuple(
    dict.fromkeys(
        (
            *FIRST,
            "line",
            *(field for kind in OWN for field in OWN[kind]),
            *(role for kind in KINDS.values() for role, _ in kind.people_in),
            *(field for kind in KINDS.values() for field in kind.texts_in),
            *LAST,
        )
    )
)
"""The columns of all kinds, each once."""


def write(material: Material) -> Iterator[bytes]:
    """RFC 4180 in UTF-8; cells that a spreadsheet would run get an apostrophe in front."""
    yield row(FIELDS)
    for record in material.records:
        cells = flat(record)
        yield row([cells.get(field, "") for field in FIELDS])


CELL = 32_000
"""Characters of a cell: a spreadsheet takes no more."""


def row(cells: Sequence[str], separator: str = ",") -> bytes:
    """One row with its line end."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow([harmless(cell[:CELL]) for cell in cells])
    return out.getvalue().encode()
