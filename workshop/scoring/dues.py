"""Score the times room on the dates that our own corpus gives to events and deadlines.

    python -m workshop.scoring.dues FILE... [--bare] [--errors]

FILE is annotated in the format of the corpus. For every time of an event and every due of a deadline: does the time that was found there
(by overlap, the longest shared) name the same first and last day? The reading is the annotator's own; with ``--bare`` it is empty, so
that the direction comes from the text alone. Relative times whose gold value is empty are not counted.
"""

from __future__ import annotations

import argparse
import calendar
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.nouns import Reading, Span, When
from onrecord.times import find
from workshop.corpora.reports import locate
from workshop.scoring.gold import Gold, gold

ANCHORS = (("events", "time"), ("deadlines", "due"))


def main() -> None:
    """Print the shares, and with ``--errors`` each miss: status, gold phrase and value, what was found there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for path in options.files:
        for report in gold(path):
            counts.update(_score(report, options.bare, options.errors))
    for kind in ("time", "due"):
        total, found, right = (counts[kind, key] for key in ("gold", "found", "right"))
        print(f"{kind}: gold {total}   found {found}   equal days {right}   {100 * right / max(total, 1):.1f} %")


def _score(report: Gold, bare: bool, errors: bool) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    whens = find(report.report, Reading() if bare else report.reading)
    for place, value, kind, status in _wanted(report):
        when = at(whens, place)
        right = when is not None and days(when.iso) == days(value)
        counts.update({(kind, "gold"): 1, (kind, "found"): int(when is not None), (kind, "right"): int(right)})
        if errors and not right:
            text, day = report.report.text, report.report.published.day
            found = f"{when.phrase.of(text)} = {when.iso} {when.value} [{when.by}]" if when else "-"
            print(f"{kind}\t{day}\t{status}\t{place.of(text)} = {value}\t{found}")
    return counts


def _wanted(report: Gold) -> list[tuple[Span, str, str, str]]:
    rows: list[tuple[Span, str, str, str]] = []
    for items, role in ANCHORS:
        for item in report.row.get(items, []):
            rows += [(place, value, role, item.get("status", "")) for place, value in _pairs(report.report.text, item.get(role))]
    return rows


def _pairs(text: str, items: Any) -> list[tuple[Span, str]]:
    found = [(locate(text, phrase), value) for phrase, value in items or [] if value]
    return [(Span(*place), value) for place, value in found if place]


def at(whens: tuple[When, ...], place: Span) -> When | None:
    """The time that shares the most characters with ``place``; of two, the one whose phrase does."""
    near = [when for when in whens if when.phrase.overlaps(place)]
    return max(near, key=lambda when: (when.phrase.shared(place), when.span.shared(place)), default=None)


def days(value: str) -> tuple[str, str] | str:
    """First and last day of a value of the codebook, "" at an open side; a duration as it stands."""
    if value.startswith("P"):
        return value
    first, _, last = value.partition("/") if "/" in value else (value, "", value)
    return _day(first, False), _day(last, True)


def _day(value: str, last: bool) -> str:
    day = value.split("T")[0]
    parts = [int(part) for part in day.split("-") if part]
    if len(parts) == 1:
        return f"{day}-12-31" if last else f"{day}-01-01"
    if len(parts) == 2:
        return f"{day}-{calendar.monthrange(*parts)[1]:02}" if last else f"{day}-01"
    return day


if __name__ == "__main__":
    main()
