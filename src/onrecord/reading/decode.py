"""From a window's scores to marks and arcs, in words of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from onrecord.nouns.reading import Label
from onrecord.reading.encoder import Output
from onrecord.reading.heads import AnchorHeads, sigmoid, softmax
from onrecord.reading.labels import Labels
from onrecord.reading.settings import Settings
from onrecord.reading.windows import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

MOST_SPANS = 12
"""Spans that a role of one anchor may have."""
_NEEDED = ("source", "content")


@dataclass(slots=True)
class Found:
    """An anchor or a mention in words of the report (both ends inclusive), with its arcs (role, first, last, score)."""

    layer: str
    label: str
    first: int
    last: int
    score: float
    kind: int = -1
    traits: list[tuple[str, Label]] = field(default_factory=list)
    arcs: list[tuple[str, int, int, float]] = field(default_factory=list)


class Decoder:
    """Reads scores by the thresholds of ``settings``."""

    def __init__(self, labels: Labels, settings: Settings, heads: AnchorHeads) -> None:
        self.labels, self.settings, self.heads = labels, settings, heads
        self.columns, self.layers = labels.columns, labels.layers
        self.kinds = {label: at for at, label in enumerate(labels.anchor_labels)}
        every = labels.all_modes
        self.allowed = [[every.index(mode) for mode in modes] for modes in labels.modes]
        self.slices = {layer: self._roles(layer) for layer in ("event", "deadline", "cue", "attribution")}

    def _roles(self, kind: str) -> slice:
        names = self.labels.roles_of(kind)
        first = self.labels.roles.index(names[0])
        return slice(first, first + len(names))

    def tags(self, output: Output, window: Window) -> list[str]:
        """The tag of each core word."""
        core = output.scores[window.first - window.lo : window.last - window.lo, self.columns["tags"]]
        return [self.labels.tags[at] for at in core.argmax(1).tolist()]

    def found(self, answers: Sequence[tuple[Output, Window]]) -> list[list[Found]]:
        """What stands in the core of each window, in order; spans and arcs may reach into its context."""
        found = [self._marks(output, window) for output, window in answers]
        anchored = [[m for m in marks if m.layer != "mention"] for marks in found]
        self._ask(anchored, [output for output, _ in answers])
        for marks, (_, window) in zip(found, answers, strict=True):
            for mark in marks:
                mark.first, mark.last = mark.first + window.lo, mark.last + window.lo
                mark.arcs = [(role, a + window.lo, b + window.lo, score) for role, a, b, score in mark.arcs]
        return found

    def _marks(self, output: Output, window: Window) -> list[Found]:
        core = (window.first - window.lo, window.last - window.lo)
        marks = [m for layer in ("event", "deadline", "mention") for m in self._spans(layer, output.scores, core)]
        return sorted(marks + self._cues(output.scores, core), key=lambda m: (m.first, m.last))

    def _spans(self, layer: str, scores: Floats, core: tuple[int, int]) -> Iterator[Found]:
        chances = softmax(scores[:, self.columns[layer]] / self.settings.temperature(layer))
        opens, goes_on = chances[:, 1::2].max(1), chances[:, 2::2].sum(1)
        threshold = self.settings.threshold(layer)
        after = 0
        for first in (opens[core[0] : core[1]] >= threshold).nonzero()[0] + core[0]:
            if first < after:
                continue
            last = int(first)
            while last + 1 < len(opens) and goes_on[last + 1] > 0.5:
                last += 1
            after = last + 1
            number = int(chances[first, 1::2].argmax())
            label = self.layers[layer][number]
            kind = self.kinds.get(label, self.kinds.get(layer, -1))
            score = self.settings.worth(layer, float(chances[first, 1 + 2 * number]))
            yield Found(layer, label, int(first), last, score, kind)

    def _cues(self, scores: Floats, core: tuple[int, int]) -> list[Found]:
        """Cues of our codebook, then those that attribution corpora alone would mark; the trait tells them apart."""
        cues = list(self._spans("cue", scores, core))
        taken = {at for cue in cues for at in range(cue.first, cue.last + 1)}
        others = [m for m in self._spans("attribution", scores, core) if taken.isdisjoint(range(m.first, m.last + 1))]
        chances = softmax(scores[:, self.columns["cue"]] / self.settings.temperature("cue"))[:, 1]
        for cue in cues + others:
            score = float(chances[cue.first : cue.last + 1].max())
            cue.traits = [("codebook", Label("yes" if cue.layer == "cue" else "no", score))]
        return cues + others

    def _ask(self, anchored: Sequence[list[Found]], outputs: Sequence[Output]) -> None:
        """Traits and arcs of all windows' anchors."""
        import numpy as np

        every = [anchor for anchors in anchored for anchor in anchors]
        if not every:
            return
        pairs = list(zip(anchored, outputs, strict=True))
        vectors = np.stack([output.words[a.first : a.last + 1].mean(0) for anchors, output in pairs for a in anchors])
        kinds = np.array([anchor.kind for anchor in every])
        bounds = np.cumsum([0, *(len(anchors) for anchors in anchored)]).tolist()
        parts = [slice(a, b) for a, b in pairwise(bounds)]
        glances = self.heads.glances(vectors)
        seen = [self.heads.look(glances[p], o.keys["look"], o.words) for p, o in zip(parts, outputs, strict=True)]
        traits = self.heads.traits(vectors, np.concatenate(seen), kinds)
        for at, anchor in enumerate(every):
            self._traits(anchor, {name: row[at] for name, row in traits.items()})
        hidden = self.heads.hidden(vectors, kinds)
        queries = self.heads.queries(hidden)
        for part, (anchors, output) in zip(parts, pairs, strict=True):
            self._arcs(anchors, hidden[part], queries[part], output)

    def _arcs(self, anchors: list[Found], hidden: Floats, queries: Floats, output: Output) -> None:
        import numpy as np

        firsts = np.array([anchor.first for anchor in anchors])
        for layer, roles in self.slices.items():
            rows = [at for at, anchor in enumerate(anchors) if anchor.layer == layer]
            if not rows:
                continue
            scores = self.heads.begins(queries[rows], firsts[rows], roles, output.keys["begin"])
            for at, chances in zip(rows, sigmoid(scores / self.settings.temperature("role")), strict=True):
                for number, name in enumerate(self.labels.roles_of(layer)):
                    spans = self._role(name, chances[number], hidden[at], roles.start + number, output)
                    anchors[at].arcs += [(name, *span) for span in spans]

    def _traits(self, anchor: Found, scores: dict[str, Floats]) -> None:
        if anchor.layer == "event":
            anchor.traits.append(("status", self._best("status", scores["status"], self.labels.statuses)))
            allowed = self.allowed[anchor.kind]
            anchor.traits.append(("mode", self._best("mode", scores["mode"][allowed], self.labels.modes[anchor.kind])))
        elif anchor.layer == "deadline":
            anchor.traits.append(("status", self._best("deadline_status", scores["deadline"], self.labels.deadline_statuses)))

    def _best(self, head: str, scores: Floats, names: tuple[str, ...]) -> Label:
        chances = softmax(scores / self.settings.temperature(head))
        best = int(chances.argmax())
        return Label(names[best], self.settings.worth(head, float(chances[best])))

    def _role(self, name: str, chances: Floats, hidden: Floats, role: int, output: Output) -> Iterable[tuple[int, int, float]]:
        begins = (chances >= self.settings.threshold(f"role:{name}")).nonzero()[0].tolist()
        if not begins and name in _NEEDED and chances.max() >= self.settings.threshold("least"):
            begins = [int(chances.argmax())]
        spans: list[tuple[int, int, float]] = []
        for begin in sorted(begins, key=lambda at: -chances[at])[:MOST_SPANS]:
            end = begin + int(self.heads.ends(hidden, role, output.keys, begin).argmax())
            if all(end < a or begin > b for a, b, _ in spans):
                spans.append((begin, end, self.settings.worth(f"role:{name}", float(chances[begin]))))
        return sorted(spans)
