"""W3C Web Annotations as JSON-LD: an annotation an entry, pointing at the words that prove it.

Positions are Unicode code points of the report's text (Web Annotation Data Model, TextPositionSelector); the quoted words go with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.views.chain import says
from onrecord.views.export.material import Material
from onrecord.views.phrase import phrase
from onrecord.views.printable import json_text

if TYPE_CHECKING:
    from onrecord.ledger import Record

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "onrecord": "urn:onrecord:"}]
AROUND = 24


def write(material: Material) -> Iterator[bytes]:
    """One JSON-LD document, an AnnotationCollection whose items lie in one page."""
    yield f'{{"@context": {json_text(CONTEXT)}, "id": "urn:onrecord:ledger", "type": "AnnotationCollection", '.encode()
    yield b'"first": {"id": "urn:onrecord:ledger:1", "type": "AnnotationPage", "items": ['
    key, text, separator = "", "", b"\n"
    for record in material.records:
        if record.report != key:
            key, text = record.report, material.text(record.report)
        yield separator + json_text(_annotation(record, text)).encode()
        separator = b",\n"
    yield b"\n]}}\n"


def _annotation(record: Record, text: str) -> dict[str, Any]:
    entry = record.entry
    source = record.url if record.url.startswith(("http://", "https://")) else f"urn:onrecord:report:{record.report}"
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": phrase(entry)},
        {"type": "TextualBody", "purpose": "tagging", "value": entry.kind},
    ]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": entry.status}] if entry.status else []
    return {
        "id": f"urn:onrecord:entry:{entry.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": record.recorded_at,
        "body": bodies,
        "schema:citation": says(record),
        "target": [_target(source, text, one.span.start, one.span.end, one.part) for one in sorted(set(entry.evidence))],
    }


def _target(source: str, text: str, start: int, end: int, part: str) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if text:
        around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        selectors.append({"type": "TextQuoteSelector", "exact": text[start:end], **around})
    return {"source": source, "onrecord:part": part, "selector": selectors}
