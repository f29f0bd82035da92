"""Score the times room on annotated reports, as if the reader had been right about every mark and arc.

    python -m workshop.scoring.times_reports GOLD.jsonl... [--scorer FILE] [--errors when|due]

Prints ``when`` (the dates of events) and ``due`` (those of deadlines) of ``findings.py`` for each file, where the arcs are the
annotators' and the times this room's. ``--errors`` lists what is wrong, a line each: the report, its day, the expression, what the
annotators wrote, what was found, and its sentence.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import events
from onrecord.nouns import Findings, Span
from onrecord.times import find
from onrecord.views.findings import to_json
from workshop.corpora.reports import locate
from workshop.scoring.gold import Gold, gold
from workshop.scoring.scorers import load

SCORER = Path("../shared/score/findings.py")
ROLES = {"when": ("events", "time"), "due": ("deadlines", "due")}


def findings(item: Gold) -> Findings:
    """What the rooms make of a faultless reading and of the times that this room finds."""
    times = find(item.report, item.reading)
    given = (item.report, item.reading, times, item.cast, item.statements)
    return Findings(item.report, times, item.cast, item.statements, events.find(*given), events.deadlines(*given))


def figures(path: Path, scorer: Path = SCORER) -> dict[str, tuple[float, int, int]]:
    """For ``when`` and ``due``: F1 in per cent, how many the gold has, how many were found."""
    items = {item.report.name: item for item in gold(path)}
    found = {name: to_json(findings(item)) for name, item in items.items()}
    result, _ = load(scorer).score({name: item.row for name, item in items.items()}, found)
    return {key: (round(100 * result[key]["f1"], 1), result[key]["gold"], result[key]["system"]) for key in ROLES}


def errors(path: Path, figure: str, scorer: Path = SCORER) -> Iterator[str]:
    """The dates that differ, a line each."""
    days = load(scorer).days
    group, role = ROLES[figure]
    for item in gold(path):
        out = to_json(findings(item))[group]
        for row in item.row.get(group, []):
            yield from (f"{item.report.name}\t{item.row['date']}\t{line}" for line in _differing(item, row, role, out, days))


def _differing(item: Gold, row: dict[str, Any], role: str, out: list[dict[str, Any]], days: Any) -> Iterator[str]:
    text = item.report.text
    anchor = locate(text, row["anchor"]) if row.get("anchor") else None
    ours = next((one for one in out if anchor == (one["anchor"]["start"], one["anchor"]["end"])), None)
    given = [pair["value"] for pair in ours[role]] if ours else []
    reached = {days(value) for value in given}
    for phrase, value in row.get(role) or []:
        place = locate(text, phrase)
        if value and place and days(value) not in reached:
            sentence = item.reading.sentence_at(place[0]) if item.reading.sentences else Span(*place)
            yield f"{row.get('status', '')}\t{phrase}\tgold {value}\tfound {' '.join(given) or '-'}\t{sentence.of(text).strip()}"


def main() -> None:
    """Print the table, or the errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--errors", choices=tuple(ROLES))
    given = parser.parse_args()
    for path in given.gold:
        if given.errors:
            print("\n".join(errors(path, given.errors, given.scorer)))
            continue
        row = (f"{key} {f1:.1f} (gold {wanted}, found {got})" for key, (f1, wanted, got) in figures(path, given.scorer).items())
        print(f"{path.parent.name}/{path.name:20} " + "   ".join(row))


if __name__ == "__main__":
    main()
