"""Where a given source proves a body with its state: ``python -m workshop.gazetteer.proofs --corpora CORPORA [--dev FILE ...]``.

Prints the rows of ``facts/organs.psv`` whose last column names a source that does not prove them, or that lack one that would, with the
words that prove it, and exits with 1 where there are any. Sources: ``cl`` the title of a link whose name or item names the state; ``wt`` a
listed title that does; ``ce`` an item that names both side by side ("Chad's National Assembly"), or two items at least, and most of those
that have a name of no other state's, that name both. Links and items of December 2025 and texts kept for measuring prove nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from onrecord.actors import Registry
from workshop.gazetteer.attested import LAST_DAY
from workshop.gazetteer.rows import facts, listed

MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Given:
    """The sources: items, titles of links with the texts that have them, listed titles."""

    items: list[str]
    linked: dict[str, list[str]]
    titles: frozenset[str]

    @classmethod
    def read(cls, corpora: Path, left_out: set[str]) -> Given:
        """All that may prove something."""
        linked: dict[str, list[str]] = defaultdict(list)
        for row in _rows(corpora / "entities" / "current-events-linked-2025.jsonl.gz", left_out):
            for _, title in row["links"]:
                linked[unquote(title).replace("_", " ").split("#")[0]].append(row["text"])
        items = [row["text"] for row in _rows(corpora / "stories" / "current-events-2002-2025.jsonl.gz", left_out)]
        listing = (corpora / "actors" / "wikipedia-titles-to-qids.tab").read_text(encoding="utf-8").splitlines()
        return cls(items, linked, frozenset(line.split("\t")[0].replace("_", " ") for line in listing if line[:1] != "#"))


def proof(title: str, names: list[str], state: str, own: set[str], given: Given) -> tuple[str, str]:
    """The code of the source that proves it, and its words; two times "" where none does. ``own``: names that only this state's has."""
    says = re.compile(rf"\b{state}\b")
    if title in given.linked and (says.search(title) or any(map(says.search, given.linked[title]))):
        return "cl", given.linked[title][0]
    if title in given.titles and says.search(title):
        return "wt", title
    for name in (re.sub(r"\s*\([^)]*\)$", "", title), *names):
        word, those = re.escape(name), [text for text in given.items if name in text]
        beside = rf"{state}(?:['’]s?)? (?:the )?{word}|{word} (?:of|in) (?:the )?{state}|{word}, {state}"
        whole = re.compile(rf"\b{word}\b" if says.search(name) else rf"\b(?:{beside})\b")
        if told := next(filter(whole.search, those), ""):
            return "ce", told
        both = [text for text in those if says.search(text)]
        if name in own and len(name) > 4 and len(both) > 1 and len(both) >= MOSTLY * len(those):
            return "ce", both[0]
    return "", ""


def states() -> dict[str, str]:
    """A pattern of the names and adjectives of each state, by its title."""
    rows = (row for row in Registry.load().rows.values() if row.kind == "state")
    named = ((row.name, [name for name, form in row.names if form in ("name", "demonym")]) for row in rows)
    return {title: "(?:" + "|".join(map(re.escape, sorted({title, *names}, key=len, reverse=True))) + ")" for title, names in named}


def main() -> None:
    """Compare each row's source with what proves it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="files whose texts prove nothing")
    asked = parser.parse_args()
    left_out = {json.loads(line)["text"] for path in asked.dev for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    given, patterns, owners = Given.read(asked.corpora, left_out), states(), defaultdict(set)
    rows = [(title, state, _plain(names), source[0] if source else "") for title, state, _, _, names, *source in facts("organs.psv")]
    for title, state, names, _ in rows:
        for name in (re.sub(r"\s*\([^)]*\)$", "", title), *names):
            owners[name].add(state)
    wrong = 0
    for title, state, names, source in rows:
        own = {name for name, those in owners.items() if those == {state}}
        found, words = proof(title, names, patterns.get(state, re.escape(state)), own, given)
        if found != source:
            wrong += 1
            print("\t".join((title, state, source or "own", found or "own", words[:120])))
    print(f"{len(rows)} rows, {sum(not row[3] for row in rows)} of our own research, {wrong} whose source is another", file=sys.stderr)
    sys.exit(wrong > 0)


def _plain(names: str) -> list[str]:
    return [name for name in listed(names) if name[0] not in "~^"]


def _rows(path: Path, left_out: set[str]) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if row["date"] <= LAST_DAY and row["text"] not in left_out]


if __name__ == "__main__":
    main()
