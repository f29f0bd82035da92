"""How many independent origins stand behind several reports of one thing.

A wire copy, shortened, reordered or retitled, is no second witness: reports whose texts are near-duplicates, and statements whose chains
begin at the same root, count once. Near-duplicates are found by MinHash over word shingles (Broder 1997), with containment for the
shortened copies that Jaccard's coefficient alone would miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from onrecord.nouns import Report, Source, Statement

SHINGLE = 3
"""Words in a shingle."""
KEPT = 160
"""Smallest hashes that a sketch keeps (bottom-k MinHash): the error of a coefficient is about 1 / sqrt(KEPT)."""
COPY = 0.3
"""Share of the shorter text's shingles from which on it is a copy.

Chosen on rewritten examples of our own (``workshop.scoring.origins``).
"""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest shingle hashes of a text, and how many shingles it has."""

    hashes: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: its root, the positions of the reports that go back to it, and what it is called for people."""

    root: str
    reports: tuple[int, ...]
    label: str = ""


def sketch(text: str) -> Sketch:
    """The sketch of a text; an empty one where it has fewer words than a shingle."""
    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    hashes = sorted(int.from_bytes(blake2b(one.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") for one in shingles)
    return Sketch(tuple(hashes[:KEPT]), len(shingles))


def likeness(a: Sketch, b: Sketch) -> float:
    """Estimated share of the smaller text's shingles that the other has too, in [0, 1]."""
    if not a.size or not b.size:
        return 0.0
    union = sorted({*a.hashes, *b.hashes})[:KEPT]
    both = set(a.hashes) & set(b.hashes)
    jaccard = sum(one in both for one in union) / len(union)
    shared = jaccard * (a.size + b.size) / (1 + jaccard)
    return min(1.0, shared / min(a.size, b.size))


def copies(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Groups of near-duplicates, each with its positions in order; a text like no other is a group of its own."""
    sketches = [sketch(text) for text in texts]
    leader = list(range(len(texts)))
    for a, b in combinations(range(len(texts)), 2):
        if likeness(sketches[a], sketches[b]) >= COPY:
            old, new = max(leader[a], leader[b]), min(leader[a], leader[b])
            leader = [new if one == old else one for one in leader]
    groups: dict[int, list[int]] = {}
    for position, one in enumerate(leader):
        groups.setdefault(one, []).append(position)
    return tuple(tuple(group) for group in groups.values())


def origins(told: Sequence[tuple[Report, Statement | None]]) -> tuple[Origin, ...]:
    """The distinct origins of one thing told by several reports.

    ``told``: each report with the statement that carries the thing, or ``None`` where it is the report's own word. Reports whose texts are
    copies, and those whose chains begin at the same root, are one origin. In the order of the first report of each.
    """
    leader = _leaders(copies([report.text for report, _ in told]), len(told))
    first: dict[str, int] = {}
    for position, (report, statement) in enumerate(told):
        root = root_of(report, statement)
        if root and root in first:
            old, new = max(leader[first[root]], leader[position]), min(leader[first[root]], leader[position])
            leader = [new if one == old else one for one in leader]
        first.setdefault(root, position)
    groups: dict[int, list[int]] = {}
    for position, one in enumerate(leader):
        groups.setdefault(one, []).append(position)
    return tuple(Origin(root_of(*told[group[0]]), tuple(group), label_of(*told[group[0]])) for group in groups.values())


def summary(told: Sequence[tuple[Report, Statement | None]], most: int = 3) -> str:
    """What several reports of one thing come to: "5 reports, 1 origin (The New York Times, two sources)"; at most ``most`` are named."""
    found = origins(told)
    named = [one.label for one in found[:most] if one.label] + ([f"{len(found) - most} more"] if len(found) > most else [])
    behind = f" ({'; '.join(named)})" if named else ""
    return f"{_count(len(told), 'report')}, {_count(len(found), 'origin')}{behind}"


def _count(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"


def label_of(report: Report, statement: Statement | None) -> str:
    """What the root of a chain is called: the speaker's name, "The New York Times, two sources" for unnamed ones, else the outlet."""
    chain = statement.chain if statement else ()
    if len(chain) < 2:
        return report.outlet or report.title or report.url
    speaker = chain[0]
    if speaker.kind not in ("anonymous", "unknown") and speaker.name:
        return speaker.name.removeprefix("~")
    heard = next((link for link in chain[1:] if link.kind in ("outlet", "person")), None)
    through = _label(heard) if heard else report.outlet
    return ", ".join(filter(None, (through, speaker.description or speaker.name or ("" if through else "unknown"))))


def _leaders(groups: Iterable[Sequence[int]], count: int) -> list[int]:
    leader = list(range(count))
    for group in groups:
        for position in group:
            leader[position] = group[0]
    return leader


def root_of(report: Report, statement: Statement | None) -> str:
    """What a chain goes back to: the named speaker; for unnamed ones the outlet that spoke to them with their description; else the outlet.

    Two unnamed officials are the same origin only where the same outlet heard them and describes them alike: nobody can know more.
    """
    chain = statement.chain if statement else ()
    if not chain:
        return _named(report.outlet or report.url)
    speaker = chain[0]
    if speaker.kind not in ("anonymous", "unknown") and speaker.name:
        return _named(speaker.name)
    heard = next((link for link in chain[1:] if link.kind in ("outlet", "person")), None)
    if heard is not None:
        return _named(f"{_label(speaker)} via {_label(heard)}")
    return _named(f"{_label(speaker)} to {report.outlet or report.id}")


def _label(link: Source) -> str:
    return link.name or link.description or link.kind


def _named(label: str) -> str:
    return re.sub(r"^the\s+|\s+via the\s+", lambda m: " via " if "via" in m.group() else "", label.casefold()).strip()
