"""The registry of actors: whom a name means, who held an office on a day, which state a place lies in. Read-only."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.actors.offices import leading, office
from onrecord.actors.rows import Row, Table, parse, read_csv
from onrecord.actors.words import key, skeleton

FILE = "registry.tsv"
SHORTEST = 6
Entry = tuple[Row, str]
WITH_ARTICLE = frozenset(
    [
        "Central African Republic",
        "Comoros",
        "Czech Republic",
        "Democratic Republic of the Congo",
        "Dominican Republic",
        "Maldives",
        "Marshall Islands",
        "Netherlands",
        "Philippines",
        "Republic of the Congo",
        "Republic of Ireland",
        "Seychelles",
        "Solomon Islands",
        "United Arab Emirates",
        "United Kingdom",
        "United States",
        "British Virgin Islands",
        "Cayman Islands",
        "Cook Islands",
        "Faroe Islands",
        "Falkland Islands",
        "Soviet Union",
    ]
)


@dataclass(frozen=True, slots=True)
class Registry:
    """Look-up tables over the rows. All keys are those of ``words.key``; the tables are not to be changed.

    ``names``: key -> (row, form) pairs · ``first``: first word of a key -> words of the longest key that begins so · ``pairs``: the first
    two words of keys that have so many · ``surnames``: key of a surname -> people · ``spelled``: skeleton of a full name -> people ·
    ``nouns``: those that name organs · ``organs``: (noun, state) -> row ·
    ``holders``: (office, body) -> (row, term) pairs · ``roles``: role -> PLOVER sector.
    """

    rows: Mapping[str, Row]
    names: Mapping[str, tuple[Entry, ...]]
    first: Mapping[str, int]
    surnames: Mapping[str, tuple[Row, ...]]
    spelled: Mapping[str, tuple[Row, ...]]
    nouns: frozenset[str]
    organs: Mapping[tuple[str, str], Row]
    holders: Mapping[tuple[str, str], tuple[tuple[Row, int], ...]]
    places: Mapping[str, str]
    given: Mapping[str, str]
    states: Mapping[str, str]
    sources: Mapping[str, str]
    patterns: Mapping[str, tuple[str, str]]
    roles: Mapping[str, str]
    pairs: frozenset[str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Registry:
        """The packaged registry with the users' CSV files on top; raises ``ValueError`` where a file cannot be read."""
        collecting = gc.isenabled()
        gc.disable()  # many small objects and no garbage among them: collecting would double the time
        try:
            with (files(__package__) / FILE).open(encoding="utf-8") as lines:
                table = parse(lines)
            for path in extra:
                _add(table, read_csv(path))
            return cls.of(table)
        finally:
            if collecting:
                gc.enable()

    @classmethod
    def of(cls, table: Table) -> Registry:
        """The look-up tables over the rows of a table."""
        names: dict[str, tuple[Entry, ...]] = {}
        surnames: dict[str, tuple[Row, ...]] = {}
        spelled: dict[str, tuple[Row, ...]] = {}
        organs: dict[tuple[str, str], Row] = {}
        holders: dict[tuple[str, str], tuple[tuple[Row, int], ...]] = {}
        generic = frozenset(noun for row in table.rows for noun, _ in row.organs) | frozenset(table.patterns)
        for row in table.rows:
            plain = row.name.partition(" (")[0]
            if row.organs and plain.lower() in generic:
                plain = row.name  # "Senate" alone is that of the state spoken of, not the one Senate that has its state in brackets
            for alias, form in ((row.name, "name"), (plain, "name"), *row.names):
                found = key(alias)
                if found and all(entry[0] is not row for entry in names.get(found, ())):
                    names[found] = (*names.get(found, ()), (row, form))
            if row.kind == "person":
                for alias in {row.name.partition(" (")[0], *(alias for alias, _ in row.names)}:
                    frame = skeleton(alias) if " " in alias else ""
                    if len(frame) >= SHORTEST and row not in spelled.get(frame, ()):
                        spelled[frame] = (*spelled.get(frame, ()), row)
                last = surname(row.name)
                surnames[last] = (*surnames.get(last, ()), row)
            for noun, state in row.organs:
                organs.setdefault((noun, state), row)
            for index, term in enumerate(row.terms):
                held = (office(term.office), term.body)
                holders[held] = (*holders.get(held, ()), (row, index))
        places = {key(place): state for place, state in table.places.items()}
        first: dict[str, int] = {}
        pairs = set[str]()
        for name in (*names, *places):
            count = name.count(" ") + 1
            head, *others = name.split(" ", 2)
            if first.get(head, 0) < count:
                first[head] = count
            if others:
                pairs.add(f"{head} {others[0]}")
        states = {row.country: row.name for row in table.rows if row.kind == "state" and row.country}
        rows = {row.name: row for row in table.rows}
        return cls(
            rows,
            names,
            first,
            surnames,
            spelled,
            generic,
            organs,
            holders,
            places,
            table.given,
            states,
            table.sources,
            table.patterns,
            table.roles,
            frozenset(pairs),
        )

    def named(self, name: str) -> tuple[Entry, ...]:
        """Those that a name means, with the form of the name."""
        return self.names.get(key(name), ())

    def spelling(self, name: str) -> Row | None:
        """The one person whose full name is spelled much like ``name``: same first letter, same consonants."""
        people = [row for row in self.spelled.get(skeleton(name), ()) if key(row.name)[:1] == key(name)[:1]]
        return people[0] if len(people) == 1 else None

    def organ(self, noun: str, state: str) -> Row | None:
        """The organ of a state that a noun names: ("army", "Israel") -> Israel Defense Forces."""
        found = self.organs.get((noun, state))
        if found is None and noun in self.patterns and state in self.rows and self.rows[state].kind in ("state", "place"):
            form, sector = self.patterns[noun]
            the = f"the {state}" if state in WITH_ARTICLE else state
            name = form.format(the=the, state=state)
            return self.rows.get(name) or Row(name, "body", self.rows[state].country, sector, source="pattern")
        return found

    def holder(self, title: str, body: str, day: str) -> Row | None:
        """Who held an office of a state or body on an ISO day; ``None`` where nobody, or more than one, is known to have."""
        wanted = office(title)
        for name in leading(body) if wanted == "leader" and (wanted, body) not in self.holders else (wanted,):
            found = self._on(name, body, day)
            if found:
                return found
        return None

    def _on(self, title: str, body: str, day: str) -> Row | None:
        held = [(row, row.terms[index]) for row, index in self.holders.get((title, body), ())]
        now = [(row, term) for row, term in held if term.covers(day)]
        sure = [row for row, term in now if not term.attested] or [row for row, _ in now]
        return sure[0] if len({row.name for row in sure}) == 1 else None

    def offices(self, row: Row, day: str) -> Iterable[tuple[str, str]]:
        """The offices, as (title, body), that a person held on an ISO day."""
        return ((term.office, term.body) for term in row.terms if term.covers(day))


def surname(name: str) -> str:
    """The key of the part of a full name that stands for it alone: the last word, with what belongs to it (``von der Leyen``, ``bin
    Salman``).
    """
    words = key(name.partition(" (")[0]).split()
    while len(words) > 1 and words[-1].lower() in ("jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"):
        words.pop()
    return words[-1] if words else ""


def _add(table: Table, rows: Iterable[Row]) -> None:
    known = {row.name: row for row in table.rows}
    for row in rows:
        kept = known.get(row.name)
        if kept is None:
            table.rows.append(row)
            known[row.name] = row
            continue
        kept.names += row.names
        kept.terms += row.terms
        for slot in ("country", "sector", "qid", "gender"):
            if getattr(row, slot):
                setattr(kept, slot, getattr(row, slot))
