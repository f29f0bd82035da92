"""Parties that a report names together: what "both sides" and "the two men" fall back on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from onrecord.actors.stage import Figure

FADE = 0.25
PARTY = 4.0
"""What parts in one event weigh against names in one sentence (found on the training reports)."""
MOST = 8


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which figures stand in one sentence, sentence by sentence: ``together`` is (offset of the sentence, figures);
    ``parties`` the same for those with parts in one event."""

    together: tuple[tuple[int, tuple[Figure, ...]], ...]
    parties: tuple[tuple[int, tuple[Figure, ...]], ...] = ()

    @classmethod
    def of(cls, places: Iterable[tuple[int, Figure]], parties: Iterable[tuple[int, tuple[Figure, ...]]] = ()) -> Pairs:
        """From (offset of the sentence, figure) for every name in the text, and (offset, figures) for what is done or said together."""
        by_sentence: dict[int, dict[str, Figure]] = defaultdict(dict)
        for offset, figure in places:
            by_sentence[offset][figure.name] = figure
        together = tuple((offset, tuple(found.values())[:MOST]) for offset, found in sorted(by_sentence.items()))
        return cls(together, tuple(sorted(parties, key=lambda group: group[0])))

    def best(self, at: int, kinds: frozenset[str], number: int, barred: Collection[str] = ()) -> tuple[Figure, ...]:
        """The ``number`` figures of these kinds that sentences up to the offset ``at`` name together most, the nearer ones counting
        more; else empty. ``barred``: names of those who are none of them.
        """
        weights: dict[tuple[str, ...], float] = defaultdict(float)
        figures: dict[str, Figure] = {}
        near = [offset for offset, _ in self.together if offset <= at]
        for entries, share in ((self.together, 1.0), (self.parties, PARTY)):
            for offset, found in entries:
                fit = {figure.name: figure for figure in found if figure.kind in kinds and offset <= at and figure.name not in barred}
                figures.update(fit)
                age = len(near) - bisect_right(near, offset)
                for group in combinations(sorted(fit), number):
                    weights[group] += share / (1.0 + FADE * age) / max(1, len(fit) - number + 1)
        best = max(weights, key=lambda group: weights[group], default=())
        return tuple(figures[name] for name in best)
