"""Names of the registry in a text: the longest at each place, left to right."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.actors import heads
from onrecord.actors.registry import Entry, Registry
from onrecord.actors.words import Words


class Hit(NamedTuple):
    """A name of the registry at the words ``first`` to ``last``: those it may mean, and the state of a place (else "")."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    place: str = ""


def scan(words: Words, registry: Registry) -> list[Hit]:
    """All names, none overlapping another; a word in lower case begins a name only where the registry writes it so (``al-Shabaab``)."""
    hits: list[Hit] = []
    covered = -1
    for at, longest in enumerate(map(registry.first.get, words.forms)):
        if longest and at > covered:
            hit = _longest(words, registry, at, longest)
            if hit and not _other(words, hit, covered):
                if other := _sharing(words, registry, hit):
                    hits = [one for one in hits if one.last < other.first]
                    hits.append(other)
                hits.append(hit)
                covered = hit.last
    return hits


def _sharing(words: Words, registry: Registry, hit: Hit) -> Hit | None:
    """The name before an "and" that shares its last words with the next: "North | and South Korea"."""
    first, last = hit.first, hit.last
    if first == last or first < 2 or words.lowers[first - 1] not in ("and", "or") or not words.joined(first - 2, first):
        return None
    entries = registry.names.get(" ".join((words.forms[first - 2], *words.forms[first + 1 : last + 1])), ())
    return Hit(first - 2, first - 2, entries) if entries and words.forms[first - 2][0].isupper() else None


def _longest(words: Words, registry: Registry, at: int, longest: int) -> Hit | None:
    """The longest name at a word, of so many words at most."""
    forms, names, places = words.forms, registry.names, registry.places
    if longest > 1 and " ".join(forms[at : at + 2]) not in registry.pairs:
        longest = 1
    for size in range(min(longest, len(forms) - at), 0, -1):
        name = " ".join(forms[at : at + size]) if size > 1 else forms[at]
        entries = names.get(name, ())
        if (entries or name in places) and (size == 1 or words.joined(at, at + size - 1)):
            return Hit(at, at + size - 1, entries, places.get(name, "") if not entries else "")
    return None


def _other(words: Words, hit: Hit, covered: int) -> bool:
    """Whether the words mean something else: one letter of an abbreviation, an adjective whose diacritics make it a name (``Germán``),
    the end of a longer name (``Chin | National Front``). ``covered``: the last word of the name before.
    """
    first = hit.first
    if first == hit.last:
        text = words.text[words.starts[first] : words.ends[first]]
        form = hit.entries[0][1] if hit.entries else ""
        if form == "demonym" and hit.entries[0][0].kind == "body":  # "Republican lawmakers", but no "Islamic Republican Party"
            after, before = words.forms[first + 1 : first + 2], words.forms[first - 1] if first and not words.opens(first) else ""
            return not after or after[0][0].isupper() or words.gap(first) != " " or before[:1].isupper()
        return len(text) == 1 or (not text.isascii() and form in ("demonym", "people"))
    if not hit.entries or hit.entries[0][0].kind not in ("body", "armed-group") or first - 1 <= covered or words.gap(first - 1) != " ":
        return False
    before = words.lowers[first - 1]
    known = before in heads.NOT_NAMES or before in heads.TITLES or before in heads.RANKS or before in heads.DOMAINS
    return words.forms[first - 1][0].isupper() and not known and not words.opens(first - 1)
