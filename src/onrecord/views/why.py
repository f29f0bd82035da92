"""Why two entries are linked, or not: each feature with its weight and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.linking import Filed, explain
from onrecord.linking.score import THRESHOLD, WEIGHTS
from onrecord.nouns import Link
from onrecord.views.phrase import phrase, when
from onrecord.views.table import aligned
from onrecord.views.threads import filed, judgement

if TYPE_CHECKING:
    from onrecord.ledger import Record, View


def explained(view: View, one: Record, other: Record) -> tuple[Link, tuple[str, ...]]:
    """The link as the scorer sees it today, from the later entry to the earlier, and the lines that account for its score."""
    old, new = sorted((filed(one), filed(other)), key=lambda told: told.key)
    made = explain(new, old, view.country)
    lines = [_told(new), _told(old), ""]
    if not made.why:
        return made, (*lines, "entries of different kinds are never linked")
    weights = WEIGHTS[new.entry.kind]
    rows = [("feature", "value", "weight", "comes to"), ("", "", "", f"{weights['bias']:+.2f}")]
    rows += [(name, f"{value:g}", f"{weights.get(name, 0):+g}", f"{value * weights.get(name, 0):+.2f}") for name, value in made.why]
    verdict = f"{made.relation}: score {made.score:.2f}" if made.score >= THRESHOLD else f"no link: score {made.score:.2f} < {THRESHOLD}"
    ids = {one.entry.id, other.entry.id}
    said = [f"judged: {row.verdict} by {row.judge} {row.note}".strip() for row in view.judgements("link") if judgement(row).pair == ids]
    return made, (*lines, *aligned(rows), "", f"{verdict} ({made.by})", *said)


def _told(told: Filed) -> str:
    day = told.day.isoformat() if told.day else "day unknown"
    return f"{told.entry.id[:8]}  {day}  {told.entry.status}  {phrase(told.entry)}  {when(told.entry)}".rstrip()
