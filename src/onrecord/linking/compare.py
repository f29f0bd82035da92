"""What speaks for and against two entries being of one thing: named features, each a number.

Features are positive where they hold; the weights that say what they are worth are in ``score``.
"""

from __future__ import annotations

import re

from onrecord.linking import parties, words
from onrecord.linking.filed import Filed, apart
from onrecord.linking.parties import Country
from onrecord.linking.shifts import shift
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
        found = _deadline(a, b, country) | _crossed(new, a, b, country)
    elif isinstance(a, Act) and isinstance(b, Act):
        found = _act(a, b, country)
    elif isinstance(a, Quote) and isinstance(b, Quote):
        return _held(_quote(a, b, country))
    else:
        return {}
    found |= _time(new, old) | _course(new, old) | _context(new, old) | _one_report(new, old)
    found["visit_to_meet"] = found.get("visit_to_meet", 0.0) * found.get("place", 0.0) * float(found.get("party", 0.0) > 0)
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
    found["unnamed"] = float("setter" not in found and "addressee" not in found)
    mine, other = words.stems((*a.demands, *a.consequences)), words.stems((*b.demands, *b.consequences))
    found["words"] = words.shared(mine, other)
    found["words_apart"] = float(len(mine) > 2 and len(other) > 2 and not mine & other)
    return found


def _crossed(new: Filed, a: Deadline, b: Deadline, country: Country) -> Features:
    """Of a deadline that is over, how far its parties are those of the other role: who let it pass is easily taken for who set it."""
    if new.status not in OVER:
        return {}
    pairs = ((a.setters, b.setters, b.addressees), (a.addressees, b.addressees, b.setters))
    shares = [
        parties.matched(ours, others, country) / len(ours)
        for ours, theirs, others in pairs
        if parties.named(ours) and parties.named(theirs) and not parties.matched(ours, theirs, country)
    ]
    return {"crossed": max(shares, default=0.0)}


def _act(a: Act, b: Act, country: Country) -> Features:
    alike = words.shared(words.stems([a.words]), words.stems([b.words]))
    kind = float(a.type != b.type)
    found: Features = {"type_apart": kind * (1 - alike), "type_apart_words": kind * alike}
    found["mode_apart"] = float(bool(a.mode) and bool(b.mode) and a.mode != b.mode)
    for role, ours, theirs in (("actor", a.actors, b.actors), ("recipient", _done_to(a), _done_to(b))):
        if ours and theirs:
            share = parties.matched(ours, theirs, country) / min(len(ours), len(theirs))
            found[role] = share
            found[f"{role}_apart"] = float(share == 0 and bool(parties.named(ours)) and bool(parties.named(theirs)))
    found["unnamed"] = float("actor" not in found and "recipient" not in found)
    found["words"] = alike
    found["speech_act"] = float(a.type in SPOKEN)
    return found | _places(a.places, b.places)


def _done_to(act: Act) -> tuple[Participant, ...]:
    """The recipients but for those who act themselves: "close its airspace" is done to nobody that tells two acts apart."""
    acting = {one.name.removeprefix("~") for one in act.actors if one.name}
    return tuple(one for one in act.recipients if one.name.removeprefix("~") not in acting)


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
    fewer = parties.people(new.entry) if old.entry.kind == "meeting" and not roles else ()
    others = [one for one in parties.people(old.entry) if fewer and one.name and not parties.matched([one], fewer, parties.nowhere)]
    return {
        "spoken_of": parties.spoken_of(missing, new.context),
        "other_spoken_of": parties.spoken_of(others, new.context),
        "dropped": float(new.told == "cancelled" and old.status in ("threatened", "demanded", "planned") and old.entry.kind == "act"),
    }


def _one_report(new: Filed, old: Filed) -> Features:
    """Two entries of one report that are likely one thing: a visit and the meeting that it is for; two mentions of one end."""
    a, b = new.entry, old.entry
    if a.report != b.report:
        return {}
    found: Features = {}
    if isinstance(a, Meeting) and isinstance(b, Meeting) and "visit" in (a.format, b.format):
        together = a.words != b.words and new.context == old.context and (new.status in PUT_OFF) == (old.status in PUT_OFF)
        found["visit_to_meet"] = float(together and not _remote(a) and not _remote(b) and not apart(new.days, old.days))
    if isinstance(a, Deadline) and isinstance(b, Deadline):
        found["one_end"] = float(new.ends is not None and new.ends == old.ends and not OVER & {new.status, old.status})
    return found


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
    mine, other, said = new.status, old.status, new.context or _said(new.entry)
    past = old.ends is not None and new.day is not None and old.ends < new.day
    gap = apart(new.days, old.days)
    disjoint = gap is not None and gap > 0
    return {
        "moved": float(bool(words.MOVED.search(said) or shift(said)) or mine in MOVING or other in PUT_OFF),
        "anew": float(other in OVER and mine in AHEAD),
        "anew_elsewhen": float(disjoint and past and other not in PUT_OFF and mine in AHEAD),
        "both_over_apart": float(disjoint and mine in OVER and other in OVER),
        "outcome": float(other in AHEAD and mine in OVER),
        "sequel": float(other in ("threatened", "demanded") and mine in SEQUEL),
        "replaced": float((other in PUT_OFF) != (mine in PUT_OFF) and {mine, other} <= AHEAD),
    }


def _everybody(meeting: Meeting) -> tuple[Participant, ...]:
    return (*meeting.parties, *meeting.mediators)


def _remote(meeting: Meeting) -> bool:
    """Whether they meet from afar; who meets at a place does not, whatever words stand around."""
    return meeting.format in REMOTE and not meeting.places


def _said(entry: Entry) -> str:
    """The words of an entry that say what becomes of it: anchor and times."""
    return " ".join((entry.words, *(one.words for _, one in entry.timings())))
