"""Other names for the same report, so that the reader learns what is done and not who usually does it.

Within one text a country becomes another everywhere (name, demonym and capital alike), and a person's names become
another person's. Which names stand where comes from the corpus's canonical names and the World Factbook.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from workshop.corpora.example import Anchor, Example, Place

_CAPITALISED = re.compile(r"[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Country:
    """The forms by which a country is swapped: name, capital, demonym."""

    name: str
    capital: str
    demonym: str


class Swapper:
    """Draws new names. ``countries`` and ``people`` (first name, surname) are what it draws from."""

    def __init__(self, countries: list[Country], people: list[tuple[str, str]], rng: random.Random) -> None:
        self.countries, self.people, self.rng = countries, people, rng
        self._forms = {form: (c, kind) for c in countries for kind in ("name", "capital", "demonym") if len(form := getattr(c, kind)) > 3}
        known = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, known)) + r")\b")

    @classmethod
    def read(cls, shared: Path, rng: random.Random) -> Swapper:
        """The swapper over the Factbook's states and their leaders."""
        rows = (shared / "corpora" / "actors" / "factbook-executives-2026.jsonl").read_text(encoding="utf-8").splitlines()
        countries: list[Country] = []
        people: set[tuple[str, str]] = set()
        for row in map(json.loads, rows):
            name, capital, demonym = row["country"], row["capital"] or "", row["demonym"] or ""
            if re.fullmatch(r"[A-Z][\w ]+", name) and re.fullmatch(r"[A-Z]\w+", demonym) and re.fullmatch(r"[A-Z][\w' ]+", capital):
                countries.append(Country(name, capital, demonym))
        leaders = json.loads((shared / "corpora" / "actors" / "world-leaders-2026-08-22.json").read_text(encoding="utf-8"))
        for country in leaders["countries"].values():
            for office in country["positions"].values():
                words = ((office or {}).get("current_holder") or {}).get("name_en", "").split()
                if len(words) in (2, 3) and all(word.isalpha() and word.istitle() for word in words):
                    people.add((words[0], words[-1]))
        return cls(countries, sorted(people), rng)

    def swap(self, example: Example) -> Example:
        """``example`` with other countries and people; all its spans moved along."""
        changes = self._changes(example)
        text, moves, at = [], [], 0
        grown = 0
        for start, end, form in changes:
            text += [example.text[at:start], form]
            moves.append((start, end, start + grown, start + grown + len(form)))
            grown += len(form) - (end - start)
            at = end
        text.append(example.text[at:])
        return _moved(example, "".join(text), moves)

    def _changes(self, example: Example) -> list[tuple[int, int, str]]:
        found = [(m.start(), m.end(), m.group()) for m in self._pattern.finditer(example.text)]
        targets: dict[str, Country] = {}
        changes: dict[int, tuple[int, str]] = {}
        for start, end, form in found:
            country, kind = self._forms[form]
            if self.rng.random() < 0.15 and country.name not in targets:
                targets[country.name] = country
            if country.name not in targets:
                free = [c for c in self.countries if c not in targets.values()]
                targets[country.name] = self.rng.choice(free or self.countries)
            target = targets[country.name]
            changes[start] = (end, getattr(target, kind))
        for start, end, form in self._people(example):
            if not any(s < end and start < e for s, (e, _) in changes.items()):
                changes[start] = (end, form)
        return [(start, end, form) for start, (end, form) in sorted(changes.items())]

    def _people(self, example: Example) -> Iterable[tuple[int, int, str]]:
        """Changes of the words that a canonical personal name shares with its mentions."""
        names = {name for _, name in example.names if re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}", name)}
        new: dict[str, str] = {}
        for name in sorted(names):
            parts = name.split()
            if any(part in new or len(part) < 4 for part in (parts[0], parts[-1])):
                continue
            said = {w for (a, b), n in example.names if n == name for w in _CAPITALISED.findall(example.text[a:b])}
            if parts[-1] in said and not _country(name, self._pattern):
                new[parts[0]], new[parts[-1]] = self.rng.choice(self.people)
        return [(m.start(), m.end(), new[m.group()]) for m in _CAPITALISED.finditer(example.text) if m.group() in new]


_BODY = re.compile(
    r"\b(?:United|Union|State|States|Army|Party|Council|House|Republic|Nations|News|Times|Post|Ministry|Department|Court|Forces"
    r"|Foundation|Horn|Islamic|Bank|Sea|City|War|Agency|Group|Movement|Attorney|Air|National)\b"
)


def _country(name: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(name) or _BODY.search(name))


def _moved(example: Example, text: str, moves: list[tuple[int, int, int, int]]) -> Example:
    starts = [m[0] for m in moves]

    def offset(old: int, last: bool) -> int:
        from bisect import bisect_right

        at = bisect_right(starts, old - 1 if last else old) - 1
        if at < 0:
            return old
        start, end, new_start, new_end = moves[at]
        if old >= end:
            return old - end + new_end
        return (new_end if last else new_start) if start <= old else old

    def place(old: Place) -> Place:
        return offset(old[0], False), offset(old[1], True)

    def anchor(old: Anchor) -> Anchor:
        roles = {name: [place(p) for p in places] for name, places in old.roles.items()}
        return replace(old, span=place(old.span), roles=roles)

    return replace(
        example,
        text=text,
        anchors=[anchor(a) for a in example.anchors],
        names=[(place(p), name) for p, name in example.names],
    )
