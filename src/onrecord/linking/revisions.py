"""What a later entry changes about an earlier one of the same thing."""

from __future__ import annotations

from onrecord.linking.filed import Filed
from onrecord.linking.plan import Plan, changed
from onrecord.nouns import Meeting, Quote

OPPOSED = frozenset(frozenset(pair) for pair in (("happened", "denied"), ("ongoing", "denied"), ("met", "missed"), ("planned", "denied")))
"""Statuses of which not both can be so, if they speak of the same day."""


def relation(new: Filed, old: Filed) -> str:
    """``contradicts`` where both cannot be so, ``revises`` where the later says something else, ``same`` where it says the same."""
    if isinstance(new.entry, Quote):
        return "same"
    if contradicts(new, old):
        return "contradicts"
    return "revises" if new.status != old.status or changed(new, Plan.of(old)) else "same"


def contradicts(new: Filed, old: Filed) -> bool:
    """Whether two entries tell opposite things: one that it happened, the other that it did not; or lengths that differ."""
    a, b = new.entry, old.entry
    if frozenset((new.status, old.status)) in OPPOSED or (old.status, new.status) == ("happened", "cancelled"):
        return True
    return isinstance(a, Meeting) and isinstance(b, Meeting) and _lengths_apart(a, b)


def _lengths_apart(a: Meeting, b: Meeting) -> bool:
    ours, theirs = ({one.when.value for one in meeting.length if one.when.value} for meeting in (a, b))
    return bool(ours and theirs and not ours & theirs)
