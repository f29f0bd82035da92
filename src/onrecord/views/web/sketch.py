"""What a drawing needs of a thread, whatever days it shows: its days, who takes part, its words, its shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.linking.filed import days_of
from onrecord.nouns import Window
from onrecord.views.phrase import phrase, short, when
from onrecord.views.threads import Affair
from onrecord.views.timeline import reported
from onrecord.views.web.paper import clip, status, tone_of

LABEL = 56
SHAPES = {"deadline": "flag", "meeting": "disc", "act": "square", "quote": "disc"}
PRECISE = frozenset({"day", "minute", "hour", "daypart"})
PLAIN = frozenset({"happened", "held", "set", "said"})

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A thread as it will be drawn. ``days`` are those of the window told last, ``before`` of the windows that it had earlier; ``vague``
    where that window is open or wider than a day is exact, ``by`` where only its end is known."""

    thread: str
    days: Days
    before: tuple[Days, ...]
    vague: bool
    parties: frozenset[str]
    label: str
    title: str
    tone: str
    shape: str
    hypothetical: bool
    reports: frozenset[str] = frozenset()
    by: bool = False


def sketch(one: Affair) -> Sketch | None:
    """The sketch of a thread; ``None`` where nothing tells a day."""
    days = place(one)
    if days is None:
        return None
    entry, last = one.telling.entry, one.last.entry
    windows = moves(one)
    window = windows[-1] if windows else None
    vague = bool(window and (window.earliest is None or window.latest is None or window.grain not in PRECISE))
    told, word = phrase(entry), one.life.state or status(last).partition(" ")[2]
    label = _cut(short(entry))
    title = clip(f"{one.life.state or status(last)}: {told}. {when(last)}", 300)
    before = [found for old in windows[:-1] if (found := days_of(old))] if one.thread.kind in ("meeting", "deadline") else []
    return Sketch(
        one.thread.id, days, tuple(before), vague, parties(one), label if word in PLAIN else f"{label} · {word}", title,
        tone_of(one.life.state or last.status), SHAPES[entry.kind], last.status == "hypothetical",
        frozenset(record.report for record in one.records.values()), bool(window and window.earliest is None and window.latest),
    )  # fmt: skip


def _cut(text: str) -> str:
    """A label: the whole, or as many whole words as there is room for."""
    if len(text) <= LABEL:
        return text
    words = text[:LABEL].rpartition(" ")[0]
    return f"{(words if len(words) > LABEL // 2 else text[: LABEL - 1]).rstrip(' ,;:([–→')}…"


def place(one: Affair) -> Days | None:
    """First and last day of a thread: of the window told last, else the day on which it was last reported."""
    for member in reversed(one.current):
        if member.days:
            return member.days
    told = [day for day in map(reported, one.records.values()) if day]
    return (max(told), max(told)) if told else None


def moves(one: Affair) -> tuple[Window, ...]:
    """The windows that a thread had, one after the other, each only where it differs from the one before; of a deadline those that its
    changes gave it."""
    changed = tuple(change.filed for change in one.life.changes if change.state != "restated")
    kept: list[Window] = []
    for member in changed if one.thread.kind == "deadline" else one.thread.members:
        timing = member.entry.timing()
        window = timing.when.window if timing else None
        if window and (not kept or days_of(window) != days_of(kept[-1])):
            kept.append(window)
    return tuple(kept)


def parties(one: Affair) -> frozenset[str]:
    """Everybody with a name who takes part in a thread."""
    people = (person for record in one.records.values() for role, person in record.entry.people() if role not in ("place", "via", "to"))
    return frozenset(person.name.removeprefix("~") for person in people if person.name)
