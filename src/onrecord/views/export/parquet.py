"""Parquet: the rows of the CSV export, typed. Needs the package pyarrow (extra ``parquet``)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from onrecord.views.export.material import Material
from onrecord.views.export.rows import FIELDS
from onrecord.views.printable import printable
from onrecord.views.records import flat

GROUP = 5_000


class MissingLibraryError(Exception):
    """A format needs a package that is not installed; the message names the extra."""


def write(material: Material) -> Iterator[bytes]:
    """One file; ``score`` is a number, all else a string. Raises ``MissingLibraryError`` without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise MissingLibraryError('Parquet needs the package pyarrow: pip install "onrecord[parquet]"') from error
    schema = pa.schema([(field, pa.float64() if field == "score" else pa.string()) for field in FIELDS])
    out = io.BytesIO()
    with pq.ParquetWriter(out, schema) as writer:
        records = iter(material.records)
        while some := list(islice(records, GROUP)):
            rows = [flat(record) for record in some]
            writer.write_table(pa.table({field: [_value(field, row) for row in rows] for field in FIELDS}, schema))
    yield out.getvalue()


def _value(field: str, row: dict[str, str]) -> Any:
    value = row.get(field, "")
    return float(value) if field == "score" else printable(value)
