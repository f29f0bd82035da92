"""How far the wording of a status is to be trusted: each rule's verdicts beside the annotators'.

    python -m workshop.scoring.wording REPORTS.jsonl... [--own SHARED]

Prints, for each wording rule of events and of deadlines, how often it decided, the share that annotators gave the same status,
that share with add-one smoothing (which is what the rule's ``trust`` should be), and what else they gave. Run it on training reports;
``--own`` adds the texts below SHARED that the project annotated itself.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.events import deadline_status, status
from onrecord.events.scene import scene
from onrecord.events.wording import Wording, framed, worded
from onrecord.nouns import Cast, Reading, Report, Span
from onrecord.reading.bounds import find_paragraphs, find_sentences
from workshop.corpora.example import Example
from workshop.corpora.reports import Reports
from workshop.training.recipe import Recipe

LAYERS: dict[str, tuple[Wording, ...]] = {"event": status.RULES, "deadline": deadline_status.RULES}
TRAITS = {"event": "status", "deadline": "deadline"}
RECIPE = Path(__file__).parents[1] / "training/recipes/reader.toml"
OWN = ("items", "articles", "wikinews", "documents", "sentences")


def counts(examples: Iterable[Example]) -> dict[str, Counter[str]]:
    """For each rule, how often annotators gave which status where it decides."""
    out: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        reading = Reading(sentences=find_sentences(example.text, find_paragraphs(example.text)))
        here = scene(Report(example.text), reading, (), Cast(), ())
        for anchor in example.anchors:
            if given := anchor.traits.get(TRAITS.get(anchor.kind, "")):
                wording = worded(LAYERS[anchor.kind], framed(here, Span(*anchor.span)), anchor.label)
                if wording:
                    out[wording.rule.name][given] += 1
    return out


def own(shared: Path) -> Iterator[Example]:
    """The texts of shared corpora that the project annotated itself."""
    for source in Recipe.read(RECIPE).sources:
        if source.reader in OWN:
            yield from source.open(shared)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--own", type=Path, metavar="SHARED")
    asked = parser.parse_args()
    found = counts(chain((e for path in asked.reports for e in Reports(path)), own(asked.own) if asked.own else ()))
    for wording in (wording for rules in LAYERS.values() for wording in rules):
        _print(wording, found.get(wording.rule.name, Counter()))


def _print(wording: Wording, row: Counter[str]) -> None:
    status, total = wording.verdict.status, row.total()
    others = ", ".join(f"{name} {count}" for name, count in row.most_common(4) if name != status)
    share = f"{row[status] / total:.2f}" if total else "   -"
    smooth = f"{(row[status] + 1) / (total + 2):.2f}  trust {wording.verdict.trust:.2f}"
    print(f"{wording.rule.name:15} {status:15} {total:4}  {share}  {smooth}  {others}")


if __name__ == "__main__":
    main()
