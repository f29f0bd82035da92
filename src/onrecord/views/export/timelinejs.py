"""JSON for TimelineJS 3 (knightlab.com): a slide an entry that has a day. Its words are HTML there, so all of them are escaped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from onrecord.views.chain import says
from onrecord.views.export.material import Material, first_day, last_day
from onrecord.views.phrase import phrase, status, when
from onrecord.views.printable import one_line

if TYPE_CHECKING:
    from onrecord.ledger import Record

LONGEST = 300


def write(material: Material) -> Iterator[bytes]:
    """One object: ``title`` and ``events``, in the order of time."""
    yield (json.dumps({"title": {"text": {"headline": _shown(material.title)}}})[:-1] + ', "events": [').encode()
    separator = b"\n"
    for record in material.records:
        if record.entry.kind != "quote" and (first_day(record.entry) or record.published):
            yield separator + json.dumps(_slide(record)).encode()
            separator = b",\n"
    yield b"\n]}\n"


def _slide(record: Record) -> dict[str, Any]:
    entry = record.entry
    begin = first_day(entry) or record.published[:10]
    end = last_day(entry) or begin
    words, chain = f"“{record.sentence or entry.words}”", f"{when(entry)} {says(record)}"
    slide = {
        "unique_id": entry.id,
        "start_date": _day(begin),
        "text": {"headline": _shown(phrase(entry)), "text": f"<p>{_shown(words)}</p><p>{_shown(chain)}</p>"},
        "group": _shown(status(entry).partition(" ")[2]),
    }
    return slide | ({"end_date": _day(end)} if end > begin else {})


def _day(iso: str) -> dict[str, int]:
    day = date.fromisoformat(iso)
    return {"year": day.year, "month": day.month, "day": day.day}


def _shown(text: str) -> str:
    return escape(one_line(text)[:LONGEST])
