"""Names of the registry in a text: the longest at each place, left to right."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.registry import Entry, Registry
from onrecord.actors.words import Words


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the registry at the words ``first`` to ``last``: those it may mean, and the state of a place (else "")."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    place: str = ""


def scan(words: Words, registry: Registry) -> list[Hit]:
    """All names, none overlapping another; a word in lower case begins a name only where the registry writes it so (``al-Shabaab``)."""
    hits: list[Hit] = []
    forms, first, names, places = words.forms, registry.first, registry.names, registry.places
    at, count = 0, len(forms)
    while at < count:
        longest = first.get(forms[at])
        hit = None
        if longest:
            for size in range(min(longest, count - at), 0, -1):
                name = " ".join(forms[at : at + size]) if size > 1 else forms[at]
                entries = names.get(name, ())
                if (entries or name in places) and (size == 1 or words.joined(at, at + size - 1)):
                    hit = Hit(at, at + size - 1, entries, places.get(name, "") if not entries else "")
                    break
        if hit and not _longer(words, hit):
            hits.append(hit)
            at = hit.last + 1
        else:
            at += 1
    return hits


def _longer(words: Words, hit: Hit) -> bool:
    """Whether a one-letter name is part of a longer abbreviation, or a short name of a hyphenated word that is no name (``US-style``
    stays).
    """
    return hit.first == hit.last and len(words.forms[hit.first]) == 1
