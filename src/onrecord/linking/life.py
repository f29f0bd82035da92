"""The life of a thread: its changes in the order of publication, its state as of a day, and what is told in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.linking import courses
from onrecord.linking.filed import Filed
from onrecord.linking.link import within_report
from onrecord.linking.revisions import contradicts

MOST = 200
"""Of a longer thread only so many entries, the latest ones, are searched for contradictions."""

TOGETHER = 3
"""Within so many days, opposite accounts stand against each other; later ones tell of a change."""

OVER = frozenset({"happened", "ongoing", "met", "missed"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two entries of which not both can be so. Neither is preferred: each stands with its own chain."""

    one: Filed
    other: Filed


@dataclass(frozen=True, slots=True)
class Life:
    """``state`` as of the day asked for; the changes that led to it; what stands against each other."""

    state: str
    changes: tuple[courses.Change, ...]
    contradictions: tuple[Contradiction, ...] = ()


def live(members: Sequence[Filed], as_of: date | None = None, today: date | None = None) -> Life:
    """The life of the entries of one thread. Only what was published by ``as_of`` counts (``None``: all); what is planned or due lapses or
    expires when ``today`` (``as_of`` by default; ``None``: never) is past its end.

    A meeting is proposed, invited, planned, confirmed, moved, postponed, cancelled, held or lapsed (its day is past, nobody says that it
    was held); a deadline proposed, set, extended, brought forward, met, missed, withdrawn or expired; a threat or a demand open, carried
    out, met or dropped; any other act has the status last told; a quote is said.
    """
    known = in_order(one for one in members if as_of is None or one.day is None or one.day <= as_of)
    if not known:
        return Life("", ())
    kind = known[0].entry.kind
    changes = tuple(courses.COURSES[kind](known))
    state = next((change.state for change in reversed(changes) if change.state != "restated"), "")
    if changes and (day := today or as_of) is not None:
        state = courses.passed(kind, state, changes, day)
    return Life(state, changes, _contradictions(known))


def in_order(members: Iterable[Filed]) -> list[Filed]:
    """Entries by publication, then by arrival of their reports, then what is over before what is new."""
    listed, arrived = list(members), dict[str, int]()
    for one in listed:
        arrived[one.entry.report] = min(one.order, arrived.get(one.entry.report, one.order))
    return sorted(listed, key=lambda one: (one.day or date.min, arrived[one.entry.report], one.entry.report, within_report(one)))


def _contradictions(known: Sequence[Filed]) -> tuple[Contradiction, ...]:
    recent = known[-MOST:]
    pairs = ((one, other) for place, other in enumerate(recent) for one in recent[:place])
    return tuple(Contradiction(one, other) for one, other in pairs if contradicts(other, one) and _at_odds(one, other))


def _at_odds(one: Filed, other: Filed) -> bool:
    """Whether the later of two opposite accounts is no news of a later change: told within days, or a denial of what is over."""
    if one.day is None or other.day is None or (other.day - one.day).days <= TOGETHER:
        return True
    return one.status in OVER
