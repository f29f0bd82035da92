"""What speaks for and against two entries being of one thing: named features, each a number.

Features are positive where they hold; the weights that say what they are worth are in ``score``.
"""

from __future__ import annotations

import re

from onrecord.linking import parties, words
from onrecord.linking.filed import Filed, apart
from onrecord.linking.parties import Country
from onrecord.nouns import Act, Deadline, Entry, Meeting, Participant, Quote

Features = dict[str, float]

REMOTE = frozenset({"phone", "video"})
PRESENT = frozenset({"in person", "visit", "summit", "three-way", "multilateral"})
OVER = frozenset({"happened", "ongoing", "met", "missed", "withdrawn"})
"""Statuses after which a thing has no future."""

PUT_OFF = frozenset({"postponed", "cancelled"})
MOVING = frozenset({"postponed", "extended", "brought-forward"})
AHEAD = frozenset({"planned", "proposed", "possible", "demanded", "postponed", "cancelled", "threatened", "set", "restated"})

SEQUEL = frozenset({"threatened", "demanded", "planned", "happened", "ongoing", "denied", "cancelled"})
"""What may become of a threat or a demand."""

ANOTHER = re.compile(r"\b(?:second|third|fourth|fifth|another|further|fresh|follow-up|next round|new round|separate)\b", re.I)
"""Words for one more of a kind."""


def compare(new: Filed, old: Filed, country: Country = parties.nowhere) -> Features:
    """The features of a later entry and an earlier one of the same kind; nothing where the kinds differ."""
    a, b = new.entry, old.entry
    if isinstance(a, Meeting) and isinstance(b, Meeting):
        found = _meeting(a, b, country)
    elif isinstance(a, Deadline) and isinstance(b, Deadline):
        found = _deadline(a, b, country)
    elif isinstance(a, Act) and isinstance(b, Act):
        found = _act(a, b, country)
    elif isinstance(a, Quote) and isinstance(b, Quote):
        return _held(_quote(a, b, country))
    else:
        return {}
    found |= _time(new, old) | _course(new, old) | _context(new, old)
    found["place_time"] = found.get("place", 0.0) * found.get("time", 0.0)
    found["one_report_replaced"] = found["one_report"] * found.pop("replaced")
    return _held(found)


def _held(found: Features) -> Features:
    return {name: round(value, 3) for name, value in found.items() if value}


def _meeting(a: Meeting, b: Meeting, country: Country) -> Features:
    ours, theirs = _everybody(a), _everybody(b)
    found = _people(ours, theirs, country)
    sizes = len(parties.named(ours)), len(parties.named(theirs))
    found["party_more"] = float(min(sizes) >= 2 and sizes[0] != sizes[1])
    found["format_apart"] = float(_remote(a) != _remote(b))
    found["another"] = float(bool(ANOTHER.search(_said(a))) != bool(ANOTHER.search(_said(b))))
    return found | _places(a.places, b.places)


def _deadline(a: Deadline, b: Deadline, country: Country) -> Features:
    found: Features = {}
    for role, ours, theirs in (("setter", a.setters, b.setters), ("addressee", a.addressees, b.addressees)):
        if ours and theirs:
            share = parties.matched(ours, theirs, country) / min(len(ours), len(theirs))
            found[role] = share
            found[f"{role}_apart"] = float(share == 0 and bool(parties.named(ours)) and bool(parties.named(theirs)))
    if a.status in OVER and found.get("setter_apart"):  # who let it pass is easily taken for who set it
        found["crossed"] = parties.matched(a.setters, b.addressees, country) / len(a.setters)
    found["unnamed"] = float("setter" not in found and "addressee" not in found)
    mine, other = words.stems((*a.demands, *a.consequences)), words.stems((*b.demands, *b.consequences))
    found["words"] = words.shared(mine, other)
    found["words_apart"] = float(len(mine) > 2 and len(other) > 2 and not mine & other)
    return found


def _act(a: Act, b: Act, country: Country) -> Features:
    found: Features = {"type_apart": float(a.type != b.type), "mode_apart": float(bool(a.mode) and bool(b.mode) and a.mode != b.mode)}
    for role, ours, theirs in (("actor", a.actors, b.actors), ("recipient", a.recipients, b.recipients)):
        if ours and theirs:
            share = parties.matched(ours, theirs, country) / min(len(ours), len(theirs))
            found[role] = share
            found[f"{role}_apart"] = float(share == 0 and bool(parties.named(ours)) and bool(parties.named(theirs)))
    found["unnamed"] = float("actor" not in found and "recipient" not in found)
    found["words"] = words.shared(words.stems([a.words]), words.stems([b.words]))
    found["speech_act"] = float(a.type in SPOKEN)
    return found | _places(a.places, b.places)


SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""Acts of speech: each is done once; saying it again is a new one."""


def _quote(a: Quote, b: Quote, country: Country) -> Features:
    found = _people(a.speakers, b.speakers, country)
    ours, theirs = words.stems(a.content), words.stems(b.content)
    found["words"] = words.shared(ours, theirs)
    found["short"] = float(min(len(ours), len(theirs)) < 4)
    found["negation_apart"] = float(a.negated != b.negated)
    return found


def _people(ours: tuple[Participant, ...], theirs: tuple[Participant, ...], country: Country) -> Features:
    """``party`` is the share of the shorter list that is matched; ``party_apart``: each list names somebody who is not in the other."""
    if not ours or not theirs:
        return {"unnamed": 1.0}
    total, fewer = parties.matched(ours, theirs, country), min(len(ours), len(theirs))
    return {
        "party": total / fewer,
        "party_two": float(total >= 1.4),
        "party_apart": float(total < min(len(parties.named(ours)), len(parties.named(theirs))) * 0.55),
        "unnamed": float(not parties.named(ours) or not parties.named(theirs)),
    }


def _places(ours: tuple[Participant, ...], theirs: tuple[Participant, ...]) -> Features:
    if not ours or not theirs:
        return {}
    mine, other = ({key for one in places for key in (one.name.casefold(), *words.stems([one.words])) if key} for places in (ours, theirs))
    return {"place": float(bool(mine & other)), "place_apart": float(not mine & other)}


def _context(new: Filed, old: Filed) -> Features:
    """Where the later entry names nobody in a role: the share of those in the earlier one whom its sentence speaks of."""
    roles = [role for role in parties.SIDES[old.entry.kind] if not parties.named(parties.people(new.entry, role))]
    missing = [one for role in roles for one in parties.people(old.entry, role)]
    return {"spoken_of": parties.spoken_of(missing, new.context)}


def _time(new: Filed, old: Filed) -> Features:
    """``time`` where both share a day; ``time_apart`` grows with the days between, to 1 at three weeks."""
    gap = apart(new.days, old.days)
    between = (new.day - old.day).days if new.day and old.day else 0
    found = {"one_report": float(new.entry.report == old.entry.report), "days_between": min(abs(between), 120) / 120}
    if gap is None:
        return found | {"undated": 1.0}
    exact = new.days is not None and old.days is not None and new.days == old.days
    return found | {"time": float(gap == 0), "time_exact": float(exact), "time_apart": min(gap, 21) / 21 if gap else 0.0}


def _course(new: Filed, old: Filed) -> Features:
    """Whether the later entry can follow the earlier one in the life of one thing."""
    a, b = new.entry, old.entry
    past = old.ends is not None and new.day is not None and old.ends < new.day
    gap = apart(new.days, old.days)
    disjoint = gap is not None and gap > 0
    return {
        "moved": float(bool(words.MOVED.search(new.context or _said(a))) or a.status in MOVING or b.status in PUT_OFF),
        "anew": float(b.status in OVER and a.status in AHEAD),
        "anew_elsewhen": float(disjoint and past and b.status not in PUT_OFF and a.status in AHEAD),
        "both_over_apart": float(disjoint and a.status in OVER and b.status in OVER),
        "outcome": float(b.status in AHEAD and a.status in OVER),
        "sequel": float(b.status in ("threatened", "demanded") and a.status in SEQUEL),
        "replaced": float((b.status in PUT_OFF) != (a.status in PUT_OFF) and {a.status, b.status} <= AHEAD),
    }


def _everybody(meeting: Meeting) -> tuple[Participant, ...]:
    return (*meeting.parties, *meeting.mediators)


def _remote(meeting: Meeting) -> bool:
    """Whether they meet from afar; who meets at a place does not, whatever words stand around."""
    return meeting.format in REMOTE and not meeting.places


def _said(entry: Entry) -> str:
    """The words of an entry that say what becomes of it: anchor and times."""
    return " ".join((entry.words, *(one.words for _, one in entry.timings())))
