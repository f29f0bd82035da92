"""An entry for programs: all of it as JSON, the most telling of it as one flat row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.nouns import Act, Bound, Deadline, Entry, Meeting, Participant, Quote, Timing, plain
from onrecord.views.chain import says
from onrecord.views.phrase import phrase

if TYPE_CHECKING:
    from onrecord.ledger import Record

KINDS: dict[str, type[Entry]] = {kind.kind: kind for kind in (Quote, Act, Meeting, Deadline)}
OWN = {
    "quote": ("act", "quote", "channel", "negated", "anonymous", "cue"),
    "act": ("type", "mode"),
    "meeting": ("format",),
    "deadline": (),
}
FIRST = ("id", "kind", "status", "on_day", "earliest", "latest", "when")
LAST = ("words", "says", "outlet", "published", "title", "url", "report", "score", "by", "recorded_at")


def full(record: Record) -> dict[str, Any]:
    """The entry with every field it has, spans, scores and rules included, its ``line`` for people, and what is known of its report."""
    entry = record.entry
    return {
        "kind": entry.kind,
        **plain(entry),
        "line": phrase(entry),
        "says": says(record),
        "on_day": record.on_day,
        "report": {
            "id": record.report,
            "outlet": record.outlet,
            "title": record.title,
            "url": record.url,
            "published": record.published,
        },
        "recorded_at": record.recorded_at,
        "run": record.run,
    }


def fields(kind: str = "") -> tuple[str, ...]:
    """The columns of the flat row: of one kind, or (``kind`` empty) those that all kinds share."""
    if not kind:
        return (*FIRST, "line", *LAST)
    roles = tuple(role for role, _ in KINDS[kind].people_in)
    return (*FIRST, *OWN[kind], *roles, *KINDS[kind].texts_in, *LAST)


def flat(record: Record) -> dict[str, str]:
    """One value a field, several joined by "; "; every field of ``fields`` of the entry's kind and of all kinds is there."""
    entry = record.entry
    time = entry.timing()
    row = {role: "; ".join(map(_name, getattr(entry, field))) for role, field in entry.people_in}
    row |= {field: "; ".join(getattr(entry, field)) for field in entry.texts_in}
    row |= {field: _word(getattr(entry, field)) for field in OWN[entry.kind]}
    return row | {
        "id": entry.id,
        "kind": entry.kind,
        "status": entry.status,
        "on_day": record.on_day,
        "earliest": _bound(time, "earliest"),
        "latest": _bound(time, "latest"),
        "when": time.words if time else "",
        "line": phrase(entry),
        "words": entry.words,
        "says": says(record),
        "outlet": record.outlet,
        "published": record.published,
        "title": record.title,
        "url": record.url,
        "report": record.report,
        "score": f"{entry.score:.3f}",
        "by": entry.by,
        "recorded_at": record.recorded_at,
    }


def _name(one: Participant) -> str:
    return one.name or one.words


def _word(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _bound(time: Timing | None, end: str) -> str:
    bound: Bound | None = getattr(time.when.window, end) if time and time.when.window else None
    return bound.isoformat() if bound else ""
