"""What a later entry changes about an earlier one of the same thing."""

from __future__ import annotations

from onrecord.linking.filed import Filed, apart
from onrecord.linking.words import MOVED, stems
from onrecord.nouns import Deadline, Entry, Meeting, Participant, Quote

OPPOSED = frozenset(
    frozenset(pair)
    for pair in (("happened", "denied"), ("ongoing", "denied"), ("met", "missed"), ("planned", "denied"), ("held", "cancelled"))
)
"""Statuses of which not both can be so, if they speak of the same day."""


def relation(new: Filed, old: Filed) -> str:
    """``contradicts`` where both cannot be so, ``revises`` where the later says something else, ``same`` where it says the same."""
    if isinstance(new.entry, Quote):
        return "same"
    if contradicts(new, old):
        return "contradicts"
    return "revises" if new.entry.status != old.entry.status or changed(new, old) else "same"


def contradicts(new: Filed, old: Filed) -> bool:
    """Whether two entries tell opposite things: one that it happened, the other that it did not; or lengths that differ."""
    a, b = new.entry, old.entry
    if frozenset((a.status, b.status)) in OPPOSED:
        return True
    return isinstance(a, Meeting) and isinstance(b, Meeting) and _lengths_apart(a, b)


def changed(new: Filed, old: Filed) -> tuple[str, ...]:
    """Which of ``time``, ``place``, ``parties`` the later entry tells otherwise. What it leaves out or tells more exactly is no change."""
    a, b = new.entry, old.entry
    found = []
    if isinstance(a, Deadline) and isinstance(b, Deadline):
        return ("time",) if new.ends and old.ends and abs((new.ends - old.ends).days) > _slack(new, old) else ()
    if apart(new.days, old.days):
        found.append("time")
    if _other(_places(a), _places(b)) and not _closer(new, old):
        found.append("place")
    if isinstance(a, Meeting) and isinstance(b, Meeting) and _joined(a, b):
        found.append("parties")
    return tuple(found)


def _slack(new: Filed, old: Filed) -> int:
    """A day where one of two ends is that of ``before Friday``, which some read as Thursday and some as Friday."""
    roles = {one.when.window.role for filed in (new, old) for _, one in filed.entry.timings() if one.when.window}
    return int("BEFORE" in roles)


def _closer(new: Filed, old: Filed) -> bool:
    """Whether the later entry tells the time more exactly: then a place of another name is likely a closer one too (Hanoi for Vietnam)."""
    if new.days is None or old.days is None or MOVED.search(new.context):
        return False
    return old.days[0] <= new.days[0] and new.days[1] <= old.days[1] and new.days != old.days


def _joined(a: Meeting, b: Meeting) -> bool:
    """Whether somebody new takes part, or somebody is now said to stay away."""
    ours, theirs = _names(a.parties), _names(b.parties)
    away = _names(a.excluded) & theirs
    return bool(away) or (len(theirs) > 1 and len(ours) > len(theirs) and theirs < ours)


def _lengths_apart(a: Meeting, b: Meeting) -> bool:
    ours, theirs = ({one.when.value for one in meeting.length if one.when.value} for meeting in (a, b))
    return bool(ours and theirs and not ours & theirs)


def _places(entry: Entry) -> frozenset[str]:
    return stems(one.words for role, one in entry.people() if role == "place")


def _names(people: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(one.name.removeprefix("~") for one in people if one.name)


def _other(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs and not ours & theirs)
