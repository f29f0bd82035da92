"""Names that nobody knows: where in a phrase a proper name stands that is in no registry."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import heads
from onrecord.actors.parts import Parts
from onrecord.actors.people import Item
from onrecord.actors.words import Words

FIRMS = frozenset(("inc", "llc", "ltd", "plc"))
SUBJECTED = frozenset(("commission", "committee", "council", "conference", "convention", "panel", "forum", "office"))
GENERIC = heads.FAITHS | heads.TITLES | heads.RANKS | heads.NOT_NAMES | heads.DOMAINS | heads.SIDES | heads.LEADERS | {*heads.ONE_OFFICE}


def proper(words: Words, parts: Parts, before: Sequence[Item], tied: Sequence[Item]) -> tuple[int, int] | None:
    """First and last word of the name at the end of the phrase's head: "the | Freedom Party of Austria", "the activist group | Mosul Eye".

    ``before``: the names before the head's last word; ``tied``: those that a hyphen ties to another word. ``None`` where there is no name.
    """
    forms = words.forms
    first, last = _bounds(words, parts, before)
    if not forms[last][0].isupper() and not any(item.first <= last <= item.last for item in parts.items):
        return None
    start = last
    while start > first and (forms[start - 1][0].isupper() or _links(words, start - 1, first)):
        start -= 1
    known = {index for item in parts.items for index in range(item.first, item.last + 1)}
    own = [at for at in range(start, last + 1) if at not in known and forms[at][0].isupper()]
    start = max([start, *(item.last + 1 for item in tied if start <= item.first < last)])
    if not own or _generic(words, start, last, own, parts):
        return None
    return start, last - (last > start + 1 and words.lowers[last] in FIRMS)


def _links(words: Words, at: int, first: int) -> bool:
    return words.lowers[at] in heads.LINKING and at > first and words.forms[at - 1][0].isupper()


def _bounds(words: Words, parts: Parts, before: Sequence[Item]) -> tuple[int, int]:
    """Where the name may begin (after a possessive) and where it ends, "of" and "for" and what they bring included."""
    low, forms = words.lowers, words.forms
    first, last = parts.first, parts.end
    possessive = [item.last for item in before if low[item.last + 1] == "s" and item.last + 1 < last]
    if possessive:
        first = possessive[-1] + 2
    while last < parts.last and _goes_on(words, last) and words.gap(last) == " ":
        if not any(not form[0].islower() for form in forms[last + 2 : last + 4]):
            break
        last += 2 if low[last + 2] != "the" else 3
        while last < parts.last and forms[last][0].isupper() and forms[last + 1][0].isupper() and words.gap(last) == " ":
            last += 1
        last = max((item.last for item in parts.items if item.first <= last <= item.last), default=last)
    return first, min(last, parts.last)


def _goes_on(words: Words, last: int) -> bool:
    """Whether a name may go on after its word ``last``: "Bank of", and "Commission on" where the body is one that has a subject."""
    after = words.lowers[last + 1]
    return after in ("of", "for", "and") or (after == "on" and words.lowers[last] in SUBJECTED)


def _generic(words: Words, start: int, last: int, own: Sequence[int], parts: Parts) -> bool:
    """Whether the capitalised words are no name after all: titles, a sentence's first word, a number."""
    low = words.lowers
    if words.model(own[0]) or all(low[at] in GENERIC for at in own):
        return True
    if low[last] in heads.TITLES - heads.DOMAINS or low[last] in heads.ONE_OFFICE:
        return True
    if start < last:
        headed = own == [start] and words.opens(start) and low[start].endswith("s")  # "Residents of Kyiv"
        return headed or any(words.forms[at].isdigit() for at in own)
    alone = words.forms[start]
    if low[start] in heads.ORG_WORDS or not alone[0].isalpha() or len(alone) < 3 or low[start].endswith("ists"):
        return True
    common = (low[start].endswith("s") and alone.isalpha()) or low[start] in heads.CROWD or parts.last > last
    return common and parts.first == start and (words.opens(start) or low[start] in heads.CROWD)
