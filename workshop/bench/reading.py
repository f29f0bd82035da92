"""How much of the bare encoder's speed reading keeps: ``python -m workshop.bench.reading FILE.jsonl [--weights FOLDER]``.

The encoder alone runs the same texts' word pieces, laid out in windows without overlap, in the same process; rates are texts' words
a second. Everything around it (tokenising, overlap, decoding) is what reading adds.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.nouns.report import Report
from onrecord.reading import Reader
from onrecord.reading.encoder import Encoder, Input, lay_out
from onrecord.reading.pieces import Pieces
from onrecord.reading.reader import PACKAGED
from onrecord.reading.words import find_words

MOST = 318


def bare_inputs(texts: list[str], pieces: Pieces) -> list[Input]:
    """The texts' word pieces in windows side by side."""
    inputs = []
    for text in texts:
        window: list[tuple[int, ...]] = []
        size = 0
        for word in find_words(text):
            parts = pieces.of(text[word.start : word.end])
            if size + len(parts) > MOST:
                inputs.append(lay_out(window, [0] * len(window), [False] * len(window)))
                window, size = [], 0
            window.append(parts)
            size += len(parts)
        if window:
            inputs.append(lay_out(window, [0] * len(window), [False] * len(window)))
    return inputs


def best(work: Callable[[], object], times: int = 2) -> float:
    """Seconds of the fastest of ``times`` runs."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def main() -> None:
    """Prints both rates, their ratio and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--weights", type=Path, default=PACKAGED)
    parser.add_argument("--words", type=int, default=15_000, help="about how many words to read, by repeating the texts")
    asked = parser.parse_args()
    texts = [json.loads(line)["text"] for line in asked.texts.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts *= max(1, asked.words // sum(len(t.split()) for t in texts))
    count = sum(len(find_words(text)) for text in texts)
    reader, encoder = Reader.load(asked.weights), Encoder(asked.weights / "model.onnx")
    inputs = bare_inputs(texts, Pieces(asked.weights / "tokenizer.json"))
    pieces = sum(len(item.ids) for item in inputs)
    alone = best(lambda: encoder.run(inputs))
    whole = best(lambda: sum(1 for _ in reader.read_all(Report(text) for text in texts)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"encoder {count / alone:.0f} words/s ({pieces / alone:.0f} pieces/s)  reading {count / whole:.0f} words/s")
    print(f"ratio {alone / whole:.2f}  peak {peak:.0f} MB  ({len(texts)} texts, {count} words)")


if __name__ == "__main__":
    main()
