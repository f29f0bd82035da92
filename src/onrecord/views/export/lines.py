"""JSON Lines: an entry a line."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.views.export.material import Material
from onrecord.views.printable import json_text
from onrecord.views.records import full


def write(material: Material) -> Iterator[bytes]:
    """UTF-8, an object a line: what ``records.full`` gives."""
    for record in material.records:
        yield (json_text(full(record)) + "\n").encode()
