"""Score the naming of participants against gold spans: ``python -m workshop.scoring.actors FILE.jsonl [--errors CLASS]``.

The gold arcs are given as the reading, so that naming is measured apart from finding. A pair counts once a span and report. Classes by
the gold
words: pronoun, plural (one span, several actors), member, name (the words say the title), surname, title (an office or description),
government.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.actors import Registry, find
from onrecord.actors.heads import FIRST, FIRST_PLURAL, OFFICES, SECOND, THIRD
from onrecord.nouns import Arc, Mark, Published, Reading, Report, Span

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”’')]*|\n|$)\s*")
GROUPS = (
    ("events", "event", ("actor", "recipient")),
    ("statements", "speech", ("source", "to", "via")),
    ("deadlines", "deadline", ("setter", "addressee")),
)


def locate(text: str, span: str) -> Span | None:
    """A gold span's place: exact words, ``#n`` for the n-th occurrence."""
    match = re.match(r"^(.*)#(\d+)$", span, re.S)
    words, count = (match.group(1), int(match.group(2))) if match else (span, 1)
    whole = (r"(?<!\w)" if words[:1].isalnum() else "") + re.escape(words) + (r"(?!\w)" if words[-1:].isalnum() else "")
    hits = [hit.start() for hit in re.finditer(whole, text)] or [hit.start() for hit in re.finditer(re.escape(words), text)]
    return Span(hits[count - 1], hits[count - 1] + len(words)) if len(hits) >= count else None


def gold_reading(row: dict[str, Any]) -> tuple[Report, Reading, dict[Span, set[str]]]:
    """The report, a reading that has the gold arcs, and the gold names by span."""
    text = row["text"]
    arcs: list[Arc] = []
    names: dict[Span, set[str]] = defaultdict(set)
    for key, layer, roles in GROUPS:
        for item in row.get(key, []):
            anchor = locate(text, item.get("cue") or item.get("anchor") or "") or Span(0, 0)
            head = Mark(layer, item.get("type", "cue"), anchor, 1.0)
            for role in roles:
                for words, name in item.get(role) or []:
                    span = locate(text, words)
                    if span:
                        arcs.append(Arc(head, role, span, 1.0))
                        names[span].add(name)
            for words in item.get("content") or []:
                span = locate(text, words)
                if span:
                    arcs.append(Arc(head, "content", span, 1.0))
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    report = Report(text=text, name=row.get("id", ""), published=Published(day=day, by="gold"))
    sentences = tuple(Span(*match.span()).trim(text) for match in SENTENCE.finditer(text) if match.group().strip())
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return report, Reading(sentences=sentences, paragraphs=paragraphs, arcs=tuple(arcs)), names


def kind(words: str, names: set[str]) -> str:
    """The class of a gold pair."""
    low = words.lower().split()
    name = next(iter(names))
    if len(low) == 1 and low[0] in THIRD | FIRST | FIRST_PLURAL | SECOND | {"who"}:
        return "pronoun"
    if len(names) > 1:
        return "plural"
    if not name:
        return "nobody"
    if name.startswith("~"):
        return "member"
    plain = name.split(" (")[0]
    if plain.lower() in words.lower():
        return "name"
    if name.lower().startswith(("government of", "federal government")):
        return "government"
    if plain.split()[-1].lower() in words.lower() and words[-1:].islower() and words.split()[-1][:1].isupper():
        return "surname"
    return "title" if set(low) & OFFICES else "other"


def judge(row: dict[str, Any], registry: Registry) -> Iterator[tuple[str, str, str, set[str], set[str]]]:
    """(class, verdict, words, gold, found) for every gold span; verdict: right, wrong, silent."""
    report, reading, names = gold_reading(row)
    cast = find(report, reading, registry)
    for span, gold in names.items():
        found = {referent.name for referent in cast.at(span)}
        want = {_canonical(name, registry) for name in gold if name}
        have = {_canonical(name, registry) for name in found}
        verdict = "right" if want == have else "silent" if not have else "part" if want & have else "wrong"
        yield kind(span.of(report.text), gold), verdict, span.of(report.text), gold, found


def _canonical(name: str, registry: Registry) -> str:
    mark, plain = ("~", name[1:]) if name.startswith("~") else ("", name)
    entries = registry.named(plain) if plain not in registry.rows else ()
    return mark + (entries[0][0].name if entries else plain)


def main() -> None:
    """Print the table of classes, and the errors of a class if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--errors", default="", help="show the errors of this class (train files only, please)")
    asked = parser.parse_args()
    registry = Registry.load()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in asked.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for group, verdict, words, gold, found in judge(row, registry):
                counts[group][verdict] += 1
                if asked.errors == group and verdict != "right":
                    print(f"{row['id']}\t{verdict}\t{words}\tgold {sorted(gold)}\tfound {sorted(found)}")
    _print(counts)


def _print(counts: dict[str, Counter[str]]) -> None:
    named = Counter[str]()
    print(f"{'class':12}{'all':>6}{'right':>7}{'part':>6}{'wrong':>7}{'silent':>8}{'accuracy':>10}")
    for group, row in sorted(counts.items(), key=lambda item: -sum(item[1].values())):
        total = sum(row.values())
        print(f"{group:12}{total:6}{row['right']:7}{row['part']:6}{row['wrong']:7}{row['silent']:8}{row['right'] / total:10.3f}")
        if group not in ("nobody", "member"):
            named += row
    total = sum(named.values())
    accuracy = named["right"] / max(total, 1)
    print(f"{'named':12}{total:6}{named['right']:7}{named['part']:6}{named['wrong']:7}{named['silent']:8}{accuracy:10.3f}")


if __name__ == "__main__":
    main()
