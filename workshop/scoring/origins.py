"""Whether wire copies are recognised: our example reports, rewritten as newsrooms rewrite.

    python -m workshop.scoring.origins [FILE.jsonl...] [--shared ../shared] [--seed 7]

Each report is shortened, reordered, retitled, reworded, tightened and given another credit; other reports of the same story are no copies.
Prints precision and recall over pairs. Without files: the written reports of the corpus.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from onrecord.speech.origins import COPY, likeness, sketch

Rewrite = Callable[[list[str], random.Random], list[str]]
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+")
_SWAPS = {
    "said": "stated",
    "told": "informed",
    "announced": "declared",
    "on Monday": "Monday",
    "however": "though",
    "also": "too",
    "would": "will",
    "officials": "authorities",
    "talks": "negotiations",
    "but": "yet",
    "after": "following",
    "near": "close to",
    "several": "a number of",
    "killed": "left dead",
    "according to": "as per",
    "begin": "start",
    "large": "big",
    "between": "among",
    "because": "since",
}


def shortened(sentences: list[str], chance: random.Random) -> list[str]:
    """The opening, between half and four fifths of it."""
    return sentences[: max(3, int(len(sentences) * chance.uniform(0.5, 0.8)))]


def reordered(sentences: list[str], chance: random.Random) -> list[str]:
    """All sentences but the first in another order."""
    rest = sentences[1:]
    chance.shuffle(rest)
    return sentences[:1] + rest


def retitled(sentences: list[str], chance: random.Random) -> list[str]:
    """Another headline, dateline and credit."""
    place = chance.choice(("GENEVA", "CAIRO", "NAIROBI", "VIENNA"))
    return [f"What we know so far\n\n{place} (Agency) -", *sentences, "Additional reporting by our staff."]


def reworded(sentences: list[str], chance: random.Random) -> list[str]:
    """Some words replaced by others of the same meaning."""
    return [_reworded(sentence, chance) for sentence in sentences]


def _reworded(sentence: str, chance: random.Random) -> str:
    for word, other in _SWAPS.items():
        if chance.random() < 0.7:
            sentence = re.sub(rf"\b{word}\b", other, sentence)
    return sentence


def tightened(sentences: list[str], chance: random.Random) -> list[str]:
    """One word in eight gone: what an editor short of space does."""
    return [" ".join(word for word in sentence.split() if chance.random() > 0.125) for sentence in sentences]


def mixed(sentences: list[str], chance: random.Random) -> list[str]:
    """Shortened, reordered, reworded, tightened and retitled."""
    return retitled(tightened(reworded(reordered(shortened(sentences, chance), chance), chance), chance), chance)


REWRITES: dict[str, Rewrite] = {
    "shortened": shortened,
    "reordered": reordered,
    "retitled": retitled,
    "reworded": reworded,
    "tightened": tightened,
    "all of it": mixed,
}


def texts(paths: list[Path]) -> Iterator[str]:
    """The texts of report files."""
    for path in paths:
        yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def main() -> None:
    """Rewrite, compare every pair, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    originals = list(texts(args.files or sorted((args.shared / "corpus/train").glob("written-*.jsonl"))))
    family = [(number, name, text) for number, text in enumerate(originals) for name, text in _versions(text, chance)]
    sketches = [sketch(text) for _, _, text in family]
    right = dict.fromkeys(REWRITES, 0)
    hits = wrong = pairs = 0
    for a, b in combinations(range(len(family)), 2):
        same, found = family[a][0] == family[b][0], likeness(sketches[a], sketches[b]) >= COPY
        pairs, hits, wrong = pairs + same, hits + (same and found), wrong + (found and not same)
        if same and found and family[a][1] == "original":
            right[family[b][1]] += 1
    print(f"{len(originals)} reports, {len(family)} versions, {pairs} pairs of one origin")
    print(f"precision {hits / (hits + wrong):.3f}   recall {hits / pairs:.3f}")
    for name, count in right.items():
        print(f"  original and {name:12}{count / len(originals):.3f}")


def _versions(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "original", text
    sentences = [one for one in _SENTENCE.split(text) if one.strip()]
    for name, rewrite in REWRITES.items():
        yield name, " ".join(rewrite(list(sentences), chance))


if __name__ == "__main__":
    main()
