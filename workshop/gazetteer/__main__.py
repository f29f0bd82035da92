"""Build the registry: ``python -m workshop.gazetteer --corpora ../shared/corpora [--dev FILE ...]``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pycountry

from workshop.gazetteer.attested import add_attested, add_mentioned
from workshop.gazetteer.bodies import add_bodies, add_ids
from workshop.gazetteer.people import add_factbook, add_foreign_ministers, add_linked, add_own, add_world_leaders, given_names
from workshop.gazetteer.places import places
from workshop.gazetteer.roles import roles
from workshop.gazetteer.rows import Book, write
from workshop.gazetteer.states import PATTERNS, add_states

TARGET = Path(__file__).parents[2] / "src" / "onrecord" / "actors" / "registry.tsv"


def build(corpora: Path, left_out: set[str]) -> tuple[Book, list[tuple[str, str, str]]]:
    """The whole registry; ``left_out``: texts that no fact may come from (they are kept for measuring)."""
    book = Book()
    titles = add_states(book, corpora)
    add_bodies(book, corpora)
    add_own(book)
    iso2 = {country.alpha_2: titles[country.alpha_3] for country in pycountry.countries if country.alpha_3 in titles}
    add_world_leaders(book, corpora, iso2)
    add_foreign_ministers(book, corpora, {entry.qid: entry.title for entry in book.values() if entry.kind == "state" and entry.qid})
    add_attested(book, corpora, left_out)
    add_factbook(book, corpora)
    add_linked(book)
    add_mentioned(book, corpora, left_out)
    add_ids(book, corpora)
    taken = {alias for entry in book.values() for alias in (entry.title, *entry.names)}
    return book, list(places(titles, taken))


def main() -> None:
    """Write the registry and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="files whose texts no fact may come from")
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args()
    left_out = {json.loads(line)["text"] for path in asked.dev for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    book, found = build(asked.corpora, left_out)
    write(book, PATTERNS, found, given_names(), roles(asked.corpora), asked.out)
    print(f"{len(book)} actors, {len(found)} places, {asked.out.stat().st_size} bytes -> {asked.out}")


if __name__ == "__main__":
    main()
