"""A brief in Markdown: what lies ahead, what happened, who said what, each line with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.nouns import Quote
from onrecord.views.chain import says
from onrecord.views.day import day
from onrecord.views.export.material import Material, last_day
from onrecord.views.phrase import phrase, status, when
from onrecord.views.printable import one_line
from onrecord.views.timeline import timeline, without

if TYPE_CHECKING:
    from onrecord.ledger import Record

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
"""What Markdown, or HTML in it, would take for itself."""

MOST, SAID, LONGEST = 60, 15, 400


def write(material: Material) -> Iterator[bytes]:
    """UTF-8 Markdown: at most 60 lines a part, the latest of what is past, the next of what lies ahead; numbers lead to the sources."""
    records = list(material.records)
    acts = without((one for one in records if one.entry.kind != "quote"), "hypothetical")
    found = timeline(acts, material.today)
    quotes = [one for one in records if isinstance(one.entry, Quote) and one.entry.quote == "direct" and one.entry.speakers][-SAID:]
    sources: dict[str, int] = {}
    yield f"# {_plain(material.title)}\n\n".encode()
    if found.today:
        yield f"{day(found.today)}\n\n".encode()
    parts: Sequence[tuple[str, Sequence[Record]]] = (
        ("What lies ahead", [one for one in found.ahead if last_day(one.entry) >= str(found.today)][:MOST]),
        ("What is on record", found.past[-MOST:][::-1]),
        ("Who said what", quotes[::-1]),
    )
    for title, shown in parts:
        yield f"## {title}\n\n".encode()
        yield ("".join(_line(one, sources) for one in shown) or "Nothing.\n").encode() + b"\n"
    yield b"## Sources\n\n"
    told = {record.report: record for record in records}
    for key, number in sources.items():
        yield f"{number}. {_source(told[key])}\n".encode()


def _line(record: Record, sources: dict[str, int]) -> str:
    number = sources.setdefault(record.report, len(sources) + 1)
    time, state = when(record.entry), status(record.entry)
    head = f"**{_plain(time)}** " if time else ""
    state = "" if record.entry.kind == "quote" else f"{state}: "
    return f"- {head}{state}{_plain(phrase(record.entry))} ({_plain(says(record))}) [{number}]\n"


def _source(record: Record) -> str:
    parts = [record.outlet, record.title, record.published[:10]]
    told = ", ".join(_plain(part) for part in parts if part) or "unnamed report"
    url = one_line(record.url)
    safe = url.lower().startswith(("http://", "https://")) and not re.search(r"[\s<>()]", url)
    return f"{told} <{url}>" if safe else told


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", one_line(text)[:LONGEST])
