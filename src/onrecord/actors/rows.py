"""The registry's file: one fact a line, fields apart by tabs, the first field saying what the line is.

``=`` an actor: title, kind, country, sector, Wikidata id, gender, source; the lines below it belong to it until the next ``=``:
``+`` a name: alias, form (name demonym people seat), source · ``*`` a noun that names it beside a state: noun, state, source
``@`` a term: office, body, since, until, source. Elsewhere ``^`` the usual form of a title for an organ of a state: form, nouns, sector,
source · ``~`` a place: name, state, source · ``%`` a given name: name, gender ·
``&`` a role of people: role, sector, source · ``!`` a source: code, description · ``#`` a comment.

Users' rows are CSV with a header, of which ``name`` alone is needed:
``name,kind,country,sector,qid,gender,aliases,office,body,since,until``;
``aliases`` are apart by ``;``, days are ISO. Several rows of one name add up.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

KINDS = frozenset(["person", "state", "body", "group", "armed-group", "outlet", "office", "place"])


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: days are ISO, ``until`` empty where no end is known. ``attested``: the days are those on which a source names it."""

    office: str
    body: str
    since: str
    until: str
    source: str

    @property
    def attested(self) -> bool:
        """Whether the term is known only from the days on which somebody was called so."""
        return self.source in ("ce", "fm")

    def covers(self, day: str) -> bool:
        """Whether the office was held on the ISO day; on the day of a change it is the successor's."""
        return bool(day) and self.since <= day and (not self.until or day < self.until or (self.attested and day == self.until))


@dataclass(slots=True)
class Row:
    """An actor as its file tells of it; ``names`` are (alias, form)."""

    name: str
    kind: str
    country: str = ""
    sector: str = ""
    qid: str = ""
    gender: str = ""
    source: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    organs: list[tuple[str, str]] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """All rows of a file, with its patterns (noun -> form of the title, sector), places (name -> state), given names (name -> ``m`` or
    ``f``), roles (role -> sector) and sources (code -> description).
    """

    rows: list[Row] = field(default_factory=list)
    patterns: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)


def parse(lines: Iterable[str]) -> Table:
    """Read the packaged format; raises ``ValueError`` with the line's number where a line is not of it."""
    table = Table()
    row = Row("", "")
    for number, line in enumerate(lines, 1):
        mark, *fields = line.rstrip("\n").split("\t")
        try:
            if mark == "+":
                row.names.append((fields[0], fields[1]))
            elif mark == "=":
                title, kind, country, sector, qid, gender, source = fields
                row = Row(title, kind, country, sector, qid, gender, source)
                table.rows.append(row)
            elif mark == "*":
                row.organs.append((fields[0], fields[1]))
            elif mark == "@":
                row.terms.append(Term(*fields))
            elif mark == "~":
                table.places[fields[0]] = fields[1]
            elif mark == "^":
                table.patterns.update(dict.fromkeys(fields[1].split(";"), (fields[0], fields[2])))
            elif mark in ("%", "&", "!"):
                {"%": table.given, "&": table.roles, "!": table.sources}[mark][fields[0]] = fields[1]
            elif not mark.startswith("#"):
                raise ValueError("unknown mark")
        except (IndexError, TypeError, ValueError) as wrong:
            raise ValueError(f"line {number} of the registry: {line[:80]!r}: {wrong}") from wrong
    return table


def read_csv(path: Path) -> Iterator[Row]:
    """Users' rows from a CSV file; raises ``ValueError`` naming file and line where a row cannot be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if "name" not in (reader.fieldnames or ()):
            raise ValueError(f"{path}: no column 'name' in the header")
        for fields in reader:
            try:
                yield _user_row({key: (value or "").strip() for key, value in fields.items() if isinstance(key, str)}, path)
            except ValueError as wrong:
                raise ValueError(f"{path}, line {reader.line_num}: {wrong}") from wrong


def _user_row(fields: dict[str, str], path: Path) -> Row:
    get = fields.get
    name, kind = " ".join(get("name", "").split()), get("kind") or "person"
    if not name:
        raise ValueError("the name is empty")
    if kind not in KINDS:
        raise ValueError(f"no such kind: {kind!r} (one of {', '.join(sorted(KINDS))})")
    since, until = (date.fromisoformat(get(slot, "")).isoformat() if get(slot) else "" for slot in ("since", "until"))
    row = Row(
        name,
        kind,
        get("country", "").upper(),
        get("sector", "").upper(),
        get("qid", ""),
        get("gender", "")[:1].lower(),
        f"user:{path.name}",
    )
    row.names = [(alias.strip(), "name") for alias in get("aliases", "").split(";") if alias.strip()]
    if get("office"):
        row.terms = [Term(get("office", ""), get("body", ""), since, until, row.source)]
    return row
