"""How far the wording of a status is to be trusted: each rule's verdicts beside the annotators'.

    python -m workshop.scoring.wording REPORTS.jsonl...

Prints, for each rule of ``onrecord.events.wording``, how often it decided, the share that annotators gave the same status, that share with
add-one smoothing (which is what the rule's ``trust`` should be), and what else they gave. Run it on training reports.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.events.scene import scene
from onrecord.events.status import framed, worded
from onrecord.events.wording import RULES
from workshop.scoring.gold import Gold, gold


def counts(reports: Iterable[Gold]) -> dict[str, Counter[str]]:
    """For each rule, how often annotators gave which status where it decides."""
    out: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in reports:
        here = scene(item.report, item.reading, item.times, item.cast, item.statements)
        for mark in item.reading.layer("event"):
            ruled, given = worded(framed(here, mark), mark.label), mark.trait("status")
            if ruled and given:
                out[ruled[0]][given.name] += 1
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    found = counts(item for path in parser.parse_args().reports for item in gold(path))
    for wording in RULES:
        row, status = found.get(wording.rule.name, Counter()), wording.verdict.status
        total, right = row.total(), row[status]
        others = ", ".join(f"{name} {count}" for name, count in row.most_common(4) if name != status)
        share = f"{right / total:.2f}" if total else "   -"
        print(
            f"{wording.rule.name:15} {status:12} {total:4}  {share}  {(right + 1) / (total + 2):.2f}  trust {wording.verdict.trust:.2f}  {others}"
        )


if __name__ == "__main__":
    main()
