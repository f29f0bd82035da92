"""How far the wording of a status is to be trusted: each rule's verdicts beside the annotators'.

    python -m workshop.scoring.wording REPORTS.jsonl...

Prints, for each wording rule of events and of deadlines, how often it decided, the share that annotators gave the same status,
that share with add-one smoothing (which is what the rule's ``trust`` should be), and what else they gave. Run it on training reports.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.events import deadline_status, status
from onrecord.events.scene import scene
from onrecord.events.wording import Wording, framed, worded
from workshop.scoring.gold import Gold, gold

LAYERS: dict[str, tuple[Wording, ...]] = {"event": status.RULES, "deadline": deadline_status.RULES}


def counts(reports: Iterable[Gold]) -> dict[str, Counter[str]]:
    """For each rule, how often annotators gave which status where it decides."""
    out: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in reports:
        here = scene(item.report, item.reading, item.times, item.cast, item.statements)
        for mark in item.reading.marks:
            wording, given = worded(LAYERS[mark.layer], framed(here, mark.span), mark.label), mark.trait("status")
            if wording and given:
                out[wording.rule.name][given.name] += 1
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    found = counts(item for path in parser.parse_args().reports for item in gold(path))
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
