"""An entry in one line, as a person would say it."""

from __future__ import annotations

from functools import singledispatch

from onrecord.nouns import Act, Deadline, Entry, Meeting, Participant, Quote, Timing
from onrecord.views.chain import everybody, who
from onrecord.views.day import due, timing
from onrecord.views.printable import one_line
from onrecord.vocabulary import acts, deadline_statuses, event_types, statuses

FORMATS = {
    "": "talks",
    "in person": "meeting",
    "visit": "visit",
    "phone": "telephone call",
    "video": "video call",
    "summit": "summit",
    "three-way": "three-way meeting",
    "multilateral": "meeting of several sides",
    "mediated": "mediated talks",
}
DENYING = {"deny", "refuse", "silence"}
DASH = " – "
NOMINAL = {"the", "a", "an", "his", "her", "its", "their", "no"}
INFLECTED = ("ing", "ed", "es", "ds", "ts", "ns", "ws", "ks", "ls", "ps")


def status(entry: Entry) -> str:
    """Sign and word: ``○ planned``. Deadlines and quotes have no signs in the vocabulary and get ``⧖`` and ``❝``."""
    if isinstance(entry, Quote):
        return "❝ said"
    known = deadline_statuses() if isinstance(entry, Deadline) else statuses()
    term = known.get(entry.status)
    sign = "⧖" if isinstance(entry, Deadline) else term.sign if term else "?"
    return f"{sign} {term.label if term else entry.status or 'unknown'}"


@singledispatch
def phrase(entry: Entry, snippet: str = "") -> str:
    """What the entry puts on record, without its time, its status and who says so; ``snippet`` is its word with those that follow it."""
    return one_line(entry.words or snippet)


@phrase.register
def _meeting(entry: Meeting, snippet: str = "") -> str:  # noqa: ARG001 - a meeting needs no words of the report
    sides = everybody(entry.parties, DASH) or "unnamed sides"
    parts = [f"{sides}: {FORMATS.get(entry.format, entry.format)}", _places(entry.places)]
    if entry.mediators:
        parts.append(f"through {everybody(entry.mediators)}")
    if entry.excluded:
        parts.append(f"without {everybody(entry.excluded)}")
    parts.append(_length(entry.length))
    return _joined(parts, entry.conditions)


@phrase.register
def _deadline(entry: Deadline, snippet: str = "") -> str:
    setter, addressee = everybody(entry.setters), everybody(entry.addressees)
    demands = _fullest([one_line(demand).removeprefix("to ") for demand in entry.demands])
    joint = " to " if demands and all(map(_infinitive, demands)) else ": "
    head = f"{addressee}{joint}" if addressee else ""
    what = head + ("; ".join(demands) or one_line(snippet or entry.words))
    parts = [what, f"(set by {setter})" if setter else ""]
    text = " ".join(filter(None, parts))
    return f"{text}; or else {'; '.join(map(one_line, entry.consequences))}" if entry.consequences else text


@phrase.register
def _act(entry: Act, snippet: str = "") -> str:
    told = _to_whom(entry, kind(entry, snippet))
    return told if snippet else _joined([told, _places(entry.places)], entry.conditions)


@phrase.register
def _quote(entry: Quote, snippet: str = "") -> str:  # noqa: ARG001 - a quote is words
    return f"{speaker(entry)} {said(entry)}"


def short(entry: Entry) -> str:
    """The same where there is little room: of an act without what it is in the vocabulary, its places and conditions."""
    return _to_whom(entry, one_line(entry.words)) if isinstance(entry, Act) else phrase(entry)


def said(entry: Quote) -> str:
    """Verb and content, direct speech in quotation marks: ``denies: that it cut nets (to reporters, in Bern)``."""
    words = one_line(entry.words or " … ".join(entry.content))
    text = f"“{words}”" if entry.quote == "direct" else words
    whom, where = (f"{word} {everybody(people)}" if people else "" for word, people in (("to", entry.to), ("in", entry.places)))
    told = f" ({', '.join(filter(None, (whom, where)))})" if whom or where else ""
    return f"{act(entry)}: {'not: ' if entry.negated and entry.act not in DENYING else ''}{text}{told}"


def kind(entry: Act, snippet: str = "") -> str:
    """The report's words with what they are in the vocabulary: ``ban (sanction)``, ``struck the quay before dawn (assault, drone)``."""
    label = event_types()[entry.type].label if entry.type in event_types() else entry.type.lower()
    inside = ", ".join(filter(None, (label, entry.mode)))
    word = one_line(snippet or entry.words)
    return word if word.lower() == inside else f"{word} ({inside})"


def act(entry: Quote) -> str:
    """What the statement does, as a verb: ``says``, ``denies``."""
    return acts()[entry.act].label if entry.act in acts() else entry.act


def speaker(entry: Quote) -> str:
    """Who speaks: the speakers, else the innermost link of the chain that names or describes somebody."""
    if entry.speakers:
        return everybody(entry.speakers)
    link = next((link for link in entry.chain if link.kind != "report"), None)
    return one_line(link.name.lstrip("~") or link.description) if link else "this report"


def when(entry: Entry) -> str:
    """The time that dates the entry, for people; of a deadline the day by which."""
    time = entry.timing()
    if time is None:
        return ""
    return due(time) if isinstance(entry, Deadline) else timing(time)


def _to_whom(entry: Act, what: str) -> str:
    doers, targets = everybody(entry.actors), everybody(entry.recipients)
    head = f"{doers} → {targets}" if doers and targets else doers or (f"→ {targets}" if targets else "")
    return f"{head}: {what}" if head else what


def _infinitive(demand: str) -> bool:
    """Whether a demand reads well after "to": it begins with no article, no possessive and no inflected verb."""
    first = demand.partition(" ")[0].lower()
    return first not in NOMINAL and not first.endswith(INFLECTED)


def _fullest(demands: list[str]) -> list[str]:
    """Without those whose words another one has as well: a headline repeats its story."""
    words = [set(demand.lower().split()) for demand in demands]
    return [one for place, one in enumerate(demands) if not any(words[place] < other for other in words)]


def _places(places: tuple[Participant, ...]) -> str:
    where = [("in " if place.name or who(place)[:1].isupper() else "at ") + who(place) for place in places]
    return ", ".join(dict.fromkeys(where))


def _length(length: tuple[Timing, ...]) -> str:
    return f"for {timing(length[0])}" if length else ""


def _joined(parts: list[str], conditions: tuple[str, ...]) -> str:
    if conditions:
        parts = [*parts, f"[{'; '.join(map(one_line, conditions))}]"]
    return " ".join(filter(None, parts))
