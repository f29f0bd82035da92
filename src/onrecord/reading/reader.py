"""The reader: reports in, readings out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.nouns.reading import Arc, Mark, Reading
from onrecord.nouns.report import Report
from onrecord.nouns.span import Span
from onrecord.reading.bounds import find_paragraphs, find_sentences
from onrecord.reading.pieces import Pieces
from onrecord.reading.settings import SHORT, Settings, WrongWeights, read_settings
from onrecord.reading.windows import Window, find_windows
from onrecord.reading.words import find_words, shapes_of

if TYPE_CHECKING:
    from onrecord.reading.decode import Decoder, Found
    from onrecord.reading.encoder import Encoder, Input

PACKAGED = Path(__file__).parent / "weights"
TOGETHER = 12_000
"""Words that ``read_all`` takes in before it answers: enough to batch by length, little enough to stay small."""
_FILES = ("model.onnx", "heads.npz", "labels.json", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A report's words and windows, before anything was read."""

    words: tuple[Span, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    windows: list[Window]
    inputs: list[Input]


class Reader:
    """Weights and what is needed to run them. ``weights_hash`` names them in a ledger."""

    def __init__(self, encoder: Encoder, decoder: Decoder, pieces: Pieces, weights_hash: str) -> None:
        self._encoder, self._decoder, self._pieces = encoder, decoder, pieces
        self.weights_hash = weights_hash

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 2, thresholds: Mapping[str, float] | None = None) -> Reader:
        """The reader whose weights lie in ``folder``; ``None`` for those of the package. ``thresholds`` replace its own.

        Raises ``WrongWeights`` where files are missing or were made for another label inventory than this code's.
        """
        folder = PACKAGED if folder is None else folder
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise WrongWeights(f"{folder}: weights are incomplete, missing {', '.join(missing)}")
        labels, settings = read_settings(folder / "labels.json")
        if thresholds is not None:
            settings = Settings(thresholds, settings.temperatures, settings.worths)
        import numpy as np

        from onrecord.reading.decode import Decoder
        from onrecord.reading.encoder import Encoder
        from onrecord.reading.heads import AnchorHeads

        with np.load(folder / "heads.npz") as arrays:
            heads = AnchorHeads(dict(arrays))
        encoder = Encoder(folder / "model.onnx", threads)
        return cls(encoder, Decoder(labels, settings, heads), Pieces(folder / "tokenizer.json"), _hash(folder))

    def read(self, report: Report) -> Reading:
        """What the model says of ``report``."""
        return next(self.read_all((report,)))

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A reading for each report, in order. Lazy; takes in about ``TOGETHER`` words at a time, to run like lengths together."""
        waiting: list[_Prepared] = []
        size = 0
        for report in reports:
            waiting.append(self._prepare(report.text))
            size += len(waiting[-1].words)
            if size >= TOGETHER:
                yield from self._answer(waiting)
                waiting, size = [], 0
        yield from self._answer(waiting)

    def _prepare(self, text: str) -> _Prepared:
        words = find_words(text)
        paragraphs = find_paragraphs(text)
        sentences = find_sentences(text, paragraphs)
        opens, starts = _openings(words, paragraphs), _openings(words, sentences)
        pieces = [self._pieces.of(text[word.start : word.end]) for word in words]
        shapes = shapes_of(text, words, opens)
        windows = find_windows([len(p) + o for p, o in zip(pieces, opens, strict=True)], starts)
        return _Prepared(words, sentences, paragraphs, windows, [_input(pieces, shapes, opens, w) for w in windows])

    def _answer(self, waiting: Sequence[_Prepared]) -> Iterator[Reading]:
        outputs = self._encoder.run([one for item in waiting for one in item.inputs])
        answers = list(zip(outputs, (window for item in waiting for window in item.windows), strict=True))
        tags = iter([self._decoder.tags(output, window) for output, window in answers])
        found = iter(self._decoder.found(answers))
        for item in waiting:
            count = len(item.windows)
            yield self._reading(item, chain.from_iterable(islice(tags, count)), chain.from_iterable(islice(found, count)))

    def _reading(self, item: _Prepared, tags: Iterable[str], found: Iterable[Found]) -> Reading:
        if len(item.words) <= SHORT:
            least = self._decoder.settings.threshold("event:short")
            found = (one for one in found if one.layer != "event" or one.score >= least)
        marks, arcs = _assemble(found, item.words)
        return Reading(item.words, item.sentences, item.paragraphs, tuple(tags), marks, arcs)


def _openings(words: Sequence[Span], spans: Iterable[Span]) -> list[bool]:
    starts = {span.start for span in spans}
    return [word.start in starts for word in words]


def _input(pieces: Sequence[tuple[int, ...]], shapes: Sequence[int], opens: Sequence[bool], window: Window) -> Input:
    from onrecord.reading.encoder import lay_out

    part = slice(window.lo, window.hi)
    return lay_out(pieces[part], shapes[part], opens[part])


def _assemble(found: Iterable[Found], words: Sequence[Span]) -> tuple[tuple[Mark, ...], tuple[Arc, ...]]:
    marks: set[Mark] = set()
    arcs: list[Arc] = []
    for one in found:
        layer, label = ("speech", "cue") if one.layer in ("cue", "attribution") else (one.layer, one.label)
        head = Mark(layer, label, _span(words, one.first, one.last), one.score, tuple(one.traits))
        marks.add(head)
        spans = [Arc(head, role, _span(words, a, b), score) for role, a, b, score in one.arcs]
        arcs += spans
        if layer == "speech":
            marks |= {Mark("speech", arc.role, arc.tail, arc.score) for arc in spans if arc.role in ("source", "content")}
    order = sorted(marks, key=lambda m: (m.span, m.layer, m.label, -m.score))
    return tuple(order), tuple(sorted(arcs, key=lambda a: (a.head.span, a.head.layer, a.tail)))


def _span(words: Sequence[Span], first: int, last: int) -> Span:
    return Span(words[first].start, words[last].end)


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in _FILES:
        with (folder / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
