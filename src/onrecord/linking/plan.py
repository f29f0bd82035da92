"""What is planned or due as far as reports have told it: days, time of day, places, parties; and what a later report changes about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from onrecord.linking.filed import Filed, apart
from onrecord.linking.words import MOVED, stems
from onrecord.nouns import Deadline, Entry, Meeting, Participant

JOINED = re.compile(
    r"\b(?:join\w*|also|too|as well|take part|taking part|attend\w*|three-way|trilateral|four-way|quadrilateral|add(?:ed|s|ing)?|widen\w*|"
    r"expand\w*|includ\w*|invit\w*|along with|accompan\w*)\b",
    re.I,
)
"""Words for one more who takes part. Without them a longer list of names is likely the same people told more fully."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``days`` first and last day, ``vague`` those among which the end lies, ``clock`` when it begins,
    ``before`` whether its end is told as "before" a day; places as stems."""

    days: tuple[date, date] | None
    ends: date | None
    vague: tuple[date, date] | None
    clock: time | None
    before: bool
    places: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, filed: Filed) -> Plan:
        """What one report tells."""
        before = any(one.when.window.role == "BEFORE" for _, one in filed.entry.timings() if one.when.window)
        return cls(filed.days, filed.ends, filed.vague, filed.clock, before, _places(filed.entry), _parties(filed.entry))

    def after(self, filed: Filed) -> Plan:
        """The plan once a later report is read: what that leaves out is as it was, or moved by what it tells."""
        new = Plan.of(filed)
        kept = self if new.days is None and filed.shift is None else new
        ends = moved(self.ends, filed.shift) if new.ends is None and filed.shift else kept.ends
        return replace(
            new,
            days=kept.days,
            ends=ends,
            vague=kept.vague,
            clock=new.clock or (None if new.days else self.clock),
            before=kept.before,
            places=new.places or self.places,
            names=new.names if len(new.names) >= len(self.names) else self.names,
        )


def moved(day: date | None, by: timedelta) -> date | None:
    """A day moved, at most to where the calendar ends."""
    if day is None:
        return None
    return date.fromordinal(min(max(day.toordinal() + round(by / timedelta(days=1)), 1), date.max.toordinal()))


def changed(new: Filed, old: Plan) -> tuple[str, ...]:
    """Which of ``time``, ``place``, ``parties`` an entry tells otherwise. What it leaves out or tells more exactly is no change."""
    if isinstance(new.entry, Deadline):
        return ("time",) if _end_moved(new, old) else ()
    found, plan, meeting = [], Plan.of(new), isinstance(new.entry, Meeting)
    if apart(new.days, old.days) or (meeting and (new.shift or _clock_moved(new, old))):
        found.append("time")
    if plan.places and old.places and not plan.places & old.places and _elsewhere(new, old):
        found.append("place")
    if isinstance(new.entry, Meeting) and _joined(new, new.entry, old):
        found.append("parties")
    return tuple(found)


def _end_moved(new: Filed, old: Plan) -> bool:
    """Whether the end is another day; of ``before Friday``, which some read as Thursday and some as Friday, the next one is not,
    nor is one of the days among which an end told vaguely lies."""
    if new.ends is None or old.ends is None or _among(old.ends, new.vague) or _among(new.ends, old.vague):
        return False
    slack = int(old.before or Plan.of(new).before)
    return abs((new.ends - old.ends).days) > slack


def _among(day: date, days: tuple[date, date] | None) -> bool:
    return days is not None and days[0] <= day <= days[1]


def _clock_moved(new: Filed, old: Plan) -> bool:
    """Whether it begins at another time of the same day, or at a time that the sentence calls a change."""
    if new.clock is None:
        return False
    return new.clock != old.clock if old.clock else old.days is not None and bool(MOVED.search(new.context))


def _elsewhere(new: Filed, old: Plan) -> bool:
    """Whether a place of another name is another place: its sentence speaks of a change. Else it may be a closer one (Hanoi, Vietnam)."""
    if new.context:
        return bool(MOVED.search(new.context))
    if new.days is None or old.days is None:
        return True
    return not (old.days[0] <= new.days[0] and new.days[1] <= old.days[1] and new.days != old.days)


def _joined(new: Filed, meeting: Meeting, old: Plan) -> bool:
    """Whether somebody new is said to take part, or somebody to stay away."""
    ours = _parties(meeting)
    if _names(meeting.excluded) & old.names:
        return True
    more = len(old.names) > 1 and len(ours) > len(old.names) and old.names < ours
    return more and (not new.context or bool(JOINED.search(new.context)))


def _places(entry: Entry) -> frozenset[str]:
    return stems(one.words for role, one in entry.people() if role == "place")


def _parties(entry: Entry) -> frozenset[str]:
    return _names(entry.parties) if isinstance(entry, Meeting) else frozenset()


def _names(people: Iterable[Participant]) -> frozenset[str]:
    return frozenset(one.name.removeprefix("~") for one in people if one.name)
