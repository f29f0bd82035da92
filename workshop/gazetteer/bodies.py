"""Organs of states, international bodies, movements, armed groups and outlets."""

from __future__ import annotations

import csv
from pathlib import Path

from workshop.gazetteer.rows import Book, Entry, facts, listed

RENAMED = {
    "League of Arab States": "Arab League",
    "World Bank Group": "World Bank",
    "UN Office for the Coordination of Humanitarian Affairs": "United Nations Office for the Coordination of Humanitarian Affairs",
    "Office of the High Commissioner for Human Rights": "Office of the United Nations High Commissioner for Human Rights",
    "United Nations Relief and Works Agency": "UNRWA",
    "Organisation of African": "",
    "General Agreement on Tariffs and Trade": "",
}


def add_bodies(book: Book, corpora: Path) -> None:
    """Add what our tables name, then the international bodies with their Wikidata ids."""
    iso = {entry.title: entry.country for entry in book.values() if entry.kind == "state"}
    for title, state, nouns, sector, names, *proof in facts("organs.psv"):
        source = proof[0] if proof else "own"
        entry = book.add(Entry(title, "body", iso.get(state, ""), sector, source=source))
        entry.organs.update(dict.fromkeys(((noun, state) for noun in listed(nouns)), source))
        _name(entry, names)
    for title, kind, country, sector, names in facts("groups.psv"):
        _name(book.add(Entry(title, kind, country, sector)), names)
    book["European Union"].name("Brussels", "seat", "own")
    for title, people, names in facts("regions.psv"):
        entry = book.add(Entry(title, "place"))
        for form, items in (("demonym", people), ("name", names)):
            for name in listed(items):
                entry.name(name, form, "own")
    for title, country, names in facts("outlets.psv"):
        entry = book.add(Entry(title, "outlet", country, "MED"))
        for name in listed(names):
            entry.name(name, "name", "own")
    with (corpora / "actors" / "international-bodies.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            title = RENAMED.get(row["name"], row["name"])
            if title:
                book.add(Entry(title, "body", "", "IGO", row["qid"], source="ib"))


def _name(entry: Entry, names: str) -> None:
    """Further names; those of people stand after ``~``, adjectives after ``^``."""
    for name in listed(names):
        entry.name(name.lstrip("~^"), {"~": "people", "^": "demonym"}.get(name[0], "name"), "own")


def add_ids(book: Book, corpora: Path) -> None:
    """Wikidata ids for titles that have none yet."""
    for line in (corpora / "actors" / "wikipedia-titles-to-qids.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            title, _, qid, _ = line.split("\t")
            entry = book.get(title.replace("_", " "))
            if entry and not entry.qid:
                entry.qid = qid
