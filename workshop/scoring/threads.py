"""Score linking on written chains: ``python -m workshop.scoring.threads FILE... [--weights FOLDER] [--gold-only] [--misses]``.

Four figures, each once with the findings of the annotators and once with those of the real pipeline: pairwise F1 of thread links (over all
pairs of annotated mentions in different reports of one file; a mention that the pipeline does not find stands alone), the share of
states that are right as of the day of each report, F1 of the named revisions, and F1 of what a report tells otherwise than an earlier one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord import entries
from onrecord.linking import Contradiction, Filed, Index, Life, Thread, link, live, threads
from onrecord.nouns import Entry, Findings, Link, Span
from workshop.chains import read
from workshop.chains.gold import findings, span
from workshop.scoring.gold import report_of

Row = dict[str, Any]
Reader = Callable[[Row], Findings]


@dataclass(slots=True)
class Ledger:
    """All that was read of one file, in memory."""

    filed: list[Filed] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)
    index: Index = field(init=False)

    def __post_init__(self) -> None:
        self.index = Index(self.country)

    def country(self, name: str) -> str:
        """The country that a report last gave somebody."""
        return self.countries.get(name, "")

    def take(self, found: Findings) -> list[Entry]:
        """Read one report."""
        written = list(entries.write(found))
        new = [Filed.of(one, found.report, len(self.filed)) for one in written]
        self.countries |= {actor.name: actor.country for actor in found.cast.actors if actor.country}
        self.links += link(new, self.index.near, self.country)
        self.index.add(new)
        self.filed += new
        return written


@dataclass(slots=True)
class Score:
    """Counts for the figures, and what went wrong in words."""

    pairs: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    revisions: Counter[str] = field(default_factory=Counter)
    contradictions: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def lines(self, name: str) -> Iterator[str]:
        """The figures as they are printed."""
        yield f"{name}: thread links F1 {_f1(self.pairs):.3f} {_counts(self.pairs)}"
        right, of = self.states["right"], self.states["gold"]
        yield f"{name}: states right {right / max(1, of):.3f} ({right} of {of})"
        yield f"{name}: revisions F1 {_f1(self.revisions):.3f} {_counts(self.revisions)}"
        yield f"{name}: contradictions F1 {_f1(self.contradictions):.3f} {_counts(self.contradictions)}"


def _f1(count: Counter[str]) -> float:
    return 2 * count["right"] / max(1, count["gold"] + count["found"])


def _counts(count: Counter[str]) -> str:
    return f"(gold {count['gold']}, found {count['found']}, right {count['right']})"


def score(rows: Iterable[Row], reader: Reader) -> Score:
    """Read the reports of one file in order, as one ledger, and compare."""
    ledger, total = Ledger(), Score()
    mentions: list[tuple[str, str, str]] = []  # report, gold thread, id of the entry that holds it
    for row in rows:
        written = ledger.take(reader(row))
        for key, anchor in _anchors(row):
            mentions.append((row["id"], f"{row['story']}/{key}", _entry_at(written, anchor)))
        made = threads(ledger.filed, ledger.links)
        _compare_states(total, row, made, mentions)
    _compare_pairs(total, threads(ledger.filed, ledger.links), mentions)
    return total


def _anchors(row: Row) -> Iterator[tuple[str, tuple[str, Span]]]:
    for one in row["events"]:
        yield one["thread"], ("event", span(row["text"], one["anchor"]))
    for one in row["deadlines"]:
        yield one["thread"], ("deadline", span(row["text"], one["anchor"]))


def _entry_at(written: Sequence[Entry], anchor: tuple[str, Span]) -> str:
    """The id of the entry whose anchor is at that place ("" if there is none)."""
    kinds = ("deadline",) if anchor[0] == "deadline" else ("meeting", "act")
    for one in written:
        if one.kind in kinds and any(proof.part == "anchor" and proof.span.overlaps(anchor[1]) for proof in one.evidence):
            return one.id
    return ""


def _compare_pairs(total: Score, made: Sequence[Thread], mentions: Sequence[tuple[str, str, str]]) -> None:
    home = {one.entry.id: thread.id for thread in made for one in thread.members}
    for (report, key, entry), (other_report, other_key, other) in combinations(mentions, 2):
        if report == other_report:
            continue
        same, found = key == other_key, bool(entry and other and home[entry] == home[other])
        total.pairs.update(gold=same, found=found, right=same and found)
        if same != found:
            total.misses.append(f"{'not joined' if same else 'joined'}: {report} {key} - {other_report} {other_key}")


def _compare_states(total: Score, row: Row, made: Sequence[Thread], mentions: Sequence[tuple[str, str, str]]) -> None:
    """States as of the day of the report, and what this report changes."""
    as_of, found_revisions, here = date.fromisoformat(row["date"]), set(), report_of(row).id
    home = {one.entry.id: thread for thread in made for one in thread.members}
    lives: dict[str, Life | None] = {}
    for key in row["states"]:
        thread = _home(home, [entry for _, gold_key, entry in mentions if gold_key == f"{row['story']}/{key}" and entry])
        lives[key] = live(thread.members, as_of) if thread else None
    for key, state in row["states"].items():
        life = lives[key]
        told = life.state if life else ""
        total.states.update(gold=1, right=told == state)
        if told != state:
            total.misses.append(f"state of {row['id']} {key}: {told or 'none'}, not {state}")
    for key, life in lives.items():
        changes = life.changes if life else ()
        if changes and changes[0].filed.entry.report != here:
            news = {change.state for change in changes if change.filed.entry.report == here and change.state != "restated"}
            found_revisions |= {(key, state) for state in news}
    wanted = {(key, name) for key, name in row["revisions"]}
    total.revisions.update(gold=len(wanted), found=len(found_revisions), right=len(wanted & found_revisions))
    at_odds = {key for key, life in lives.items() if life and any(here in _reports(one) for one in life.contradictions)}
    told_apart = set(row["contradicted"])
    total.contradictions.update(gold=len(told_apart), found=len(at_odds), right=len(told_apart & at_odds))
    for key in sorted(told_apart ^ at_odds):
        total.misses.append(f"contradiction of {row['id']} {key}: {'not found' if key in told_apart else 'wrong'}")
    for one in sorted(wanted ^ found_revisions):
        total.misses.append(f"revision of {row['id']} {one}: {'not found' if one in wanted else 'wrong'}")


def _reports(one: Contradiction) -> frozenset[str]:
    return frozenset((one.one.entry.report, one.other.entry.report))


def _home(home: dict[str, Thread], known: Sequence[str]) -> Thread | None:
    """The thread that most mentions of a gold thread are in, the earliest of several."""
    threads_of = Counter(home[entry].id for entry in known)
    best = max(threads_of.values(), default=0)
    return next((home[entry] for entry in known if threads_of[home[entry].id] == best), None)


def main() -> None:
    """Score each file and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--gold-only", action="store_true")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    readers: dict[str, Reader] = {"gold findings": findings}
    if not asked.gold_only:
        from onrecord.pipeline import Pipeline

        pipeline = Pipeline.load(asked.weights)
        readers["real pipeline"] = lambda row: pipeline.findings(report_of(row))
    for path in asked.files:
        for name, reader in readers.items():
            done = score(list(read(path)), reader)
            print(*done.lines(f"{path.name}, {name}"), sep="\n")
            if asked.misses:
                print(*done.misses, sep="\n")


if __name__ == "__main__":
    main()
