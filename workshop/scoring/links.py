"""Score linking against Wikipedia's own links: ``python -m workshop.scoring.links FILE.jsonl.gz [--month 12] [--errors]``.

Each linked surface is given as a participant's span; its title is to be found. Counted are links whose title the registry has (by its own
title or by
a name that it knows for it) as a person, state, body, group or outlet. ``wrong`` is another actor than the title's, ``silent`` is no
answer.
Coverage: the share of links that look like actors (by the registry, or by a name's shape) whose title the registry has.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from onrecord.actors import Registry, find
from onrecord.nouns import Arc, Mark, Published, Reading, Report, Span
from workshop.scoring.actors import SENTENCE

ACTORS = frozenset(["person", "state", "body", "group", "armed-group", "outlet"])
HEAD = Mark("event", "CONSULT", Span(0, 0), 1.0)


def linked(row: dict[str, Any]) -> tuple[Report, Reading, list[tuple[Span, str]]]:
    """The report, a reading whose participants are the linked surfaces, and (surface, title) pairs."""
    text, at = row["text"], 0
    pairs: list[tuple[Span, str]] = []
    for surface, title in row["links"]:
        start = text.find(surface, at)
        start = start if start >= 0 else text.find(surface)
        if start >= 0:
            span = Span(start, start + len(surface)).trim(text)
            pairs.append((span, unquote(title).replace("_", " ").split("#")[0]))
            at = start + len(surface)
    sentences = tuple(Span(*match.span()).trim(text) for match in SENTENCE.finditer(text) if match.group().strip())
    arcs = tuple(Arc(HEAD, "source", span, 1.0) for span, _ in sorted(pairs))
    report = Report(text=text, published=Published(day=date.fromisoformat(row["date"]), by="gold"))
    return report, Reading(sentences=sentences, paragraphs=(Span(0, len(text)),), arcs=arcs), pairs


def judge(row: dict[str, Any], registry: Registry) -> Iterator[tuple[str, str, str, str, str]]:
    """(kind, verdict, surface, title, found) of each link; kind is ``""`` where the registry has no such title."""
    report, reading, pairs = linked(row)
    cast = find(report, reading, registry)
    for span, title in pairs:
        entries = registry.named(title)
        rows = [registry.rows[title]] if title in registry.rows else [entry for entry, _ in entries] if len(entries) == 1 else []
        want, kind = (rows[0].name, rows[0].kind) if rows else (title, "")
        have = {referent.actor.name for referent in cast.at(span)}
        verdict = "right" if have == {want} or have == {want.split(" (")[0]} else "silent" if not have else "wrong"
        yield kind, verdict, span.of(report.text), title, "; ".join(sorted(have))


def looks_like_a_name(surface: str, title: str) -> bool:
    """Whether a link that the registry lacks seems to name a person or body: capitalised words, much like the title."""
    words = re.findall(r"\w+", surface)
    return len(words) > 1 and all(word[0].isupper() or len(word) < 4 for word in words) and surface.lower() in title.lower()


def main() -> None:
    """Print the table by kind, the coverage, and the errors if asked (not of December, please)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--month", default="", help="01..12: this month alone; default: all before December")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    registry = Registry.load()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    lacking = 0
    with gzip.open(asked.file, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            month = row["date"][5:7]
            if month != asked.month if asked.month else month == "12":
                continue
            for kind, verdict, surface, title, found in judge(row, registry):
                if kind in ACTORS:
                    counts[kind][verdict] += 1
                    if asked.errors and verdict != "right":
                        print(f"{verdict}\t{surface}\t{title}\t{found}")
                elif not kind and looks_like_a_name(surface, title):
                    lacking += 1
    _print(counts, lacking)


def _print(counts: dict[str, Counter[str]], lacking: int) -> None:
    total = sum(counts.values(), Counter[str]())
    print(f"{'kind':14}{'all':>6}{'right':>7}{'wrong':>7}{'silent':>8}{'accuracy':>10}{'wrong %':>9}")
    for kind, row in [*sorted(counts.items(), key=lambda item: -sum(item[1].values())), ("all", total)]:
        size = sum(row.values()) or 1
        print(
            f"{kind:14}{size:6}{row['right']:7}{row['wrong']:7}{row['silent']:8}{row['right'] / size:10.3f}{100 * row['wrong'] / size:9.1f}"
        )
    known = sum(total.values())
    print(f"coverage of the registry: {known / (known + lacking):.3f}")
    print(f"{lacking} links that look like names are not in it, places and things among them")


if __name__ == "__main__":
    main()
