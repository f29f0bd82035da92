"""A report's text cut where evidence begins and ends, each piece with the entry that it proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.views.web.paper import Whole

if TYPE_CHECKING:
    from onrecord.nouns import Entry


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. ``entry`` is the id of the entry that its narrowest evidence proves, "" where none; ``part`` what of it;
    ``first`` whether it is the first piece of that entry, ``others`` how many more entries lean on it."""

    text: Whole
    entry: str = ""
    kind: str = ""
    part: str = ""
    first: bool = False
    others: int = 0


def marked(text: str, entries: Iterable[Entry]) -> Iterator[Piece]:
    """The pieces of a text, which joined together give it again."""
    proofs = [(one.span.start, one.span.end, one.part, entry.kind, entry.id) for entry in entries for one in set(entry.evidence)]
    proofs = sorted(proof for proof in proofs if proof[0] < proof[1] <= len(text))
    edges = sorted({0, len(text), *(edge for proof in proofs for edge in proof[:2])})
    seen: set[str] = set()
    open_now: list[tuple[int, int, str, str, str]] = []
    at = 0
    for start, end in pairwise(edges):
        open_now = [proof for proof in open_now if proof[1] > start]
        while at < len(proofs) and proofs[at][0] == start:
            open_now.append(proofs[at])
            at += 1
        if not open_now:
            yield Piece(Whole(text[start:end]))
            continue
        _, _, part, kind, key = min(open_now, key=lambda proof: (proof[1] - proof[0], proof))
        others = len({proof[4] for proof in open_now}) - 1
        yield Piece(Whole(text[start:end]), key, kind, part, key not in seen, others)
        seen.add(key)
