"""Score the times room on TimeML gold, with the scorer that every figure is made with.

    python -m workshop.scoring.times [GOLD...] [--shared ../shared] [--errors CLASS] [--out SYS.jsonl]
    python -m workshop.scoring.times --floors       print the figures as the floors that tests/times/test_corpora.py holds them to

GOLD is any .tml files or folders of them (by default the three corpora under ``SHARED/corpora/times``). Prints, a corpus a line, strict,
relaxed and value F1; the values right by class of expression; the bare weekdays by the direction that the gold gives them; and how many
articles a second one core reads (the reader's share is not in it: the Reading is empty).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.nouns import Published, Reading, Report
from onrecord.times import find
from workshop.scoring import scorers

CORPORA = ("TimeBank", "AQUAINT", "WikiWars")
UNIT = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
CLASSES = (
    ("weekday", WEEKDAY),
    ("weekday with part of day", rf".*{WEEKDAY}.*(?:morning|afternoon|evening|night|noon|midnight|\d).*"),
    ("N units ago, earlier, later", rf".*{UNIT}.*\b(?:ago|earlier|later|before|after)|.*year-(?:ago|earlier).*"),
    ("quarter", r".*quarters?.*"),
    ("this, last, next", r".*\b(?:this|last|next|past|coming|previous|following|current|that)\b.*"),
    ("bare month", MONTH),
    ("date", rf".*{MONTH}\W.*|.*\d{{4}}-\d\d.*|.*\bday, .*"),
    ("year, decade", r"(?:\d{4}|.*\b\d{2,4}s|.*\d{4}|nineteen.*)"),
    ("today, yesterday, tomorrow", r"today|yesterday|tomorrow|tonight"),
    ("vague", r"now|recent.*|current.*|future|the future|.*past|soon|previously|.*former.*|once|already"),
    ("set", r"daily|weekly|monthly|annual.*|.*(?:every|each|per)\b.*|.*days"),
    ("duration", rf".*{UNIT}.*"),
)


def main() -> None:
    """Print the table."""
    options = _options()
    scorer = _scorer(options.shared)
    if options.floors:
        print(floors_of(options.shared), end="")
        return
    golds = [[path] for path in options.gold] or [[options.shared / "corpora" / "times" / name] for name in CORPORA]
    weekdays: Counter[tuple[str, bool]] = Counter()
    for paths in golds:
        _corpus(scorer, paths, options, weekdays)
    print("bare weekdays  " + "   ".join(_share(weekdays, way) for way in ("past", "same day", "future")))


def read(docs: list[Any]) -> tuple[dict[str, list[dict[str, Any]]], float]:
    """The system's answers by document, and the seconds that they took."""
    out: dict[str, list[dict[str, Any]]] = {}
    begin = time.process_time()
    for name, dct, text, _ in docs:
        report = Report(text=text, name=name, published=Published(day=_day(dct)))
        out[name] = [
            {"doc": name, "start": when.span.start, "end": when.span.end, "type": when.type, "value": when.value}
            for when in find(report, Reading())
        ]
    return out, time.process_time() - begin


def figures(shared: Path, name: str) -> dict[str, float]:
    """Of a corpus under ``SHARED/corpora/times``: the three F1, and the right values by class."""
    scorer = _scorer(shared)
    docs = scorer.read_gold([shared / "corpora" / "times" / name])
    system, _ = read(docs)
    result = scorer.score(docs, system)
    out = {key: round(100 * result[key]["f1"], 1) for key in ("strict", "relaxed", "value")}
    return out | {kind: float(right) for kind, (_, _, right) in _by_class(scorer, docs, system).items()}


def floors_of(shared: Path) -> str:
    """The figures of the three corpora as TOML."""
    parts: list[str] = []
    for name in CORPORA:
        parts += [f"[{name}]", *(f'"{key}" = {value:g}' for key, value in figures(shared, name).items()), ""]
    return "\n".join(parts)


def _corpus(scorer: ModuleType, paths: list[Path], options: argparse.Namespace, weekdays: Counter[tuple[str, bool]]) -> None:
    docs = scorer.read_gold(paths)
    system, seconds = read(docs)
    errors: list[Any] = []
    result = scorer.score(docs, system, errors)
    figures = "   ".join(f"{key} {100 * result[key]['f1']:.1f}" for key in ("strict", "relaxed", "value", "type"))
    precision = f"P {100 * result['relaxed']['p']:.1f} R {100 * result['relaxed']['r']:.1f}"
    print(f"{paths[0].name}: {len(docs)} articles   {figures}   relaxed {precision}   {len(docs) / seconds:.0f} articles/s")
    for name, (gold, found, right) in _by_class(scorer, docs, system).items():
        print(f"    {name:30} gold {gold:4}   found {found:4}   value right {right:4}   {100 * right / gold:.0f} %")
    _weekdays(scorer, docs, system, weekdays)
    if options.errors:
        _print_errors(errors, options.errors)
    if options.out:
        rows = (json.dumps(row) for rows in system.values() for row in rows)
        options.out.write_text("\n".join(rows) + "\n", "utf-8")


def class_of(text: str) -> str:
    """The class of an expression, by its words."""
    plain = re.sub(r"\s+", " ", text.lower()).strip()
    return next((name for name, pattern in CLASSES if re.fullmatch(pattern, plain)), "other")


def _by_class(scorer: ModuleType, docs: list[Any], system: dict[str, list[dict[str, Any]]]) -> dict[str, tuple[int, int, int]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, _, _, gold in docs:
        pairs = dict(scorer.pair(gold, system[name]))
        for index, row in enumerate(gold):
            count = counts[class_of(row["text"])]
            count[0] += 1
            count[1] += index in pairs
            count[2] += index in pairs and system[name][pairs[index]]["value"] == row["value"]
    return {name: (a, b, c) for name, (a, b, c) in sorted(counts.items(), key=lambda item: -item[1][0])}


def _weekdays(scorer: ModuleType, docs: list[Any], system: dict[str, list[dict[str, Any]]], counts: Counter[tuple[str, bool]]) -> None:
    for name, dct, _, gold in docs:
        pairs = dict(scorer.pair(gold, system[name]))
        published = _day(dct)
        for index, row in enumerate(gold):
            day = _day(row["value"] or "")
            if published and day and re.fullmatch(WEEKDAY, row["text"].lower()) and abs((day - published).days) < 15:
                way = "same day" if day == published else "past" if day < published else "future"
                right = index in pairs and system[name][pairs[index]]["value"] == row["value"]
                counts[way, right] += 1


def _share(counts: Counter[tuple[str, bool]], way: str) -> str:
    right, wrong = counts[way, True], counts[way, False]
    return f"{way} {right}/{right + wrong}"


def _print_errors(errors: list[Any], wanted: str) -> None:
    for error in sorted(errors, key=str):
        row = "\t".join("" if part is None else str(part).replace("\n", " ") for part in error)
        if wanted == "all" or class_of(error[2] or error[5]).startswith(wanted) or error[0] == wanted:
            print("    " + row)


def _day(value: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", value or "")
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


def _scorer(shared: Path) -> ModuleType:
    try:
        return scorers.scorer(shared, "times")
    except FileNotFoundError as error:
        sys.exit(str(error))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--errors", default="", help="'all', a kind (MISS EXTRA VALUE SPAN TYPE) or the beginning of a class")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--floors", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
