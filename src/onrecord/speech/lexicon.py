"""Which words attribute something to somebody, and which act they name: the tables of ``cues.toml`` with their inflected forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``verbs``, ``phrases`` and ``nouns``: lower-case form -> act. ``lemmas``: inflected form -> base form."""

    verbs: Mapping[str, str]
    phrases: Mapping[str, str]
    nouns: Mapping[str, str]
    lemmas: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    raw = tomllib.loads((files(__package__) / "cues.toml").read_text(encoding="utf-8"))
    verbs: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    for act, entries in raw["verbs"].items():
        for entry in entries.split():
            base, *_ = entry.split("|")
            for form in forms(entry):
                verbs.setdefault(form, act)
                lemmas.setdefault(form, base)
    phrases = {phrase: act for act, row in raw["phrases"].items() for phrase in row.split("|")}
    nouns = {noun: act for act, row in raw["nouns"].items() for noun in row.split()}
    return Lexicon(verbs, phrases, nouns, lemmas)


def forms(entry: str) -> Iterator[str]:
    """Base, third person, past and -ing form of an entry: those written out after ``|``, the rest by the regular rules."""
    base, *given = entry.split("|")
    yield base
    yield from given
    if not given:
        yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s") if not _ends_in_y(base) else base[:-1] + "ies"
        yield base + "d" if base.endswith("e") else base[:-1] + "ied" if _ends_in_y(base) else base + "ed"
        yield base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS


def word_set(words: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(words.split())


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def forms_of(*bases: str) -> tuple[str, ...]:
    """All inflected forms of the given verbs."""
    return tuple(form for form, base in lexicon().lemmas.items() if base in bases)
