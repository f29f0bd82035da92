"""Parties that a report names together: what "both sides" and "the two men" fall back on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from onrecord.actors.stage import Figure

FADE = 0.25
MOST = 8


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which figures stand in one sentence, sentence by sentence: ``together`` is (offset of the sentence, figures)."""

    together: tuple[tuple[int, tuple[Figure, ...]], ...]

    @classmethod
    def of(cls, places: Iterable[tuple[int, Figure]]) -> Pairs:
        """From (offset of the sentence, figure) for every name in the text."""
        by_sentence: dict[int, dict[str, Figure]] = defaultdict(dict)
        for offset, figure in places:
            by_sentence[offset][figure.name] = figure
        return cls(tuple((offset, tuple(found.values())[:MOST]) for offset, found in sorted(by_sentence.items())))

    def best(self, at: int, kinds: frozenset[str], number: int) -> tuple[Figure, ...]:
        """The ``number`` figures of these kinds that sentences up to the offset ``at`` name together most, the nearer ones counting
        more; else empty.
        """
        weights: dict[tuple[str, ...], float] = defaultdict(float)
        figures: dict[str, Figure] = {}
        near = [entry for entry in self.together if entry[0] <= at]
        for age, (_, found) in enumerate(reversed(near)):
            fit = [figure for figure in found if figure.kind in kinds]
            figures.update({figure.name: figure for figure in fit})
            for group in combinations(sorted(figure.name for figure in fit), number):
                weights[group] += 1.0 / (1.0 + FADE * age) / max(1, len(fit) - number + 1)
        best = max(weights, key=lambda group: weights[group], default=())
        return tuple(figures[name] for name in best)
