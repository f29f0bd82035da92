"""Whether two entries are about the same people: by name, by country, or by the words that name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.linking.words import stems
from onrecord.nouns import Entry, Participant

Country = Callable[[str], str]
"""The country (any code) of a canonical name, "" where unknown."""

SIDES = {"meeting": ("party",), "deadline": ("setter", "addressee"), "act": ("actor", "recipient"), "quote": ("speaker",)}
"""The roles by which an entry of each kind is known, the telling one first."""

FULL, MEMBER, SIDE, NAMED = 1.0, 0.8, 0.7, 0.6
"""What a match is worth: the same name, members of it, the same country, a name within the other's words."""


def nowhere(_: str) -> str:
    """The country of nobody: for when no registry is at hand."""
    return ""


def people(entry: Entry, role: str = "") -> tuple[Participant, ...]:
    """Those who play ``role``, or any role by which the entry is known."""
    wanted = (role,) if role else SIDES[entry.kind]
    return tuple(one for key, one in entry.people() if key in wanted)


def named(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those with a canonical name."""
    return tuple(one for one in people if one.name)


def match(one: Participant, other: Participant, country: Country) -> float:
    """How sure two participants are the same side, 0 to 1."""
    if not one.name or not other.name:
        return _by_words(one, other)
    mine, theirs = one.name.removeprefix("~"), other.name.removeprefix("~")
    if mine == theirs:
        return FULL if one.name == other.name else MEMBER
    code = country(mine)
    if code and code == country(theirs):
        return SIDE
    return NAMED if _within(mine, other.words) or _within(theirs, one.words) else 0.0


def matched(ours: Sequence[Participant], theirs: Sequence[Participant], country: Country) -> float:
    """The sum of the best one-to-one matches between two lists, found greedily."""
    pairs = sorted(((match(a, b, country), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)), reverse=True)
    left, right, total = set(range(len(ours))), set(range(len(theirs))), 0.0
    for value, i, j in pairs:
        if value > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            total += value
    return total


def spoken_of(people: Iterable[Participant], words: str) -> float:
    """The share of ``people`` whose last name stands in ``words``; of unnamed ones half counts where a word of theirs does."""
    listed = list(people)
    if not listed or not words:
        return 0.0
    known = stems([words])
    found = (_within(one.name.removeprefix("~").split()[-1], words) if one.name else bool(stems([one.words]) & known) / 2 for one in listed)
    return sum(found) / len(listed)


def _by_words(one: Participant, other: Participant) -> float:
    """Unnamed people ("two sources", "the crew of the trawler") match by a word, or by the other's name within the words."""
    if one.name or other.name:
        name, words = (one.name, other.words) if one.name else (other.name, one.words)
        return NAMED if _within(name.removeprefix("~"), words) else 0.0
    return MEMBER if stems([one.words]) & stems([other.words]) else 0.0


def _within(name: str, words: str) -> bool:
    """Whether words speak of a name of one word: "the Belmarkian premier" of Belmark."""
    if " " in name or len(name) < 4:
        return name in words.split()
    stem = name[:-1] if name[-1] in "aeiouy" and len(name) > 4 else name
    return any(word.startswith(stem) for word in words.split())
