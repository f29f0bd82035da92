"""Minimal pairs through the whole pipeline.

    python -m workshop.scoring.pairs [FILE.toml] [--weights FOLDER] [--wrong]

Each sentence of ``tests/conformance/pairs.toml`` is a report of its own. It is right where every event that it marks is found with its
type, status, actors, recipients and carrier, and every deadline with its status, setter, addressee and due. Prints the share that is
right, for each part by itself too; ``--wrong`` prints the sentences that are not, with what was found.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.nouns import DeadlineMention, Event, Findings, Mark, Party, Report, Span
from tests.marked import Marked, marked

PAIRS = Path(__file__).parents[2] / "tests/conformance/pairs.toml"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a family: what is marked in it, and what is asked beyond the marks."""

    family: str
    marked: Marked
    due: str = ""
    no_deadline: bool = False


def sentences(path: Path = PAIRS) -> Iterator[Sentence]:
    """The sentences of a file, in its order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for family in data["family"]:
        for row in family["sentences"]:
            fields: dict[str, Any] = {"text": row} if isinstance(row, str) else dict(row)
            yield Sentence(family["name"], marked(fields.pop("text"), data["day"]), **fields)


def verdicts(sentence: Sentence, found: Findings) -> Iterator[tuple[str, bool]]:
    """Each thing that is asked of a sentence, and whether it is right."""
    for mark in sentence.marked.reading.layer("event"):
        yield from _of_event(sentence, mark, found)
    for mark in sentence.marked.reading.layer("deadline"):
        yield from _of_deadline(sentence, mark, found)
    if sentence.no_deadline:
        yield "no deadline", not found.deadlines


def _of_event(sentence: Sentence, mark: Mark, found: Findings) -> Iterator[tuple[str, bool]]:
    near = [event for event in found.events if event.anchor.overlaps(mark.span)]
    event = next((event for event in near if event.type == mark.label), None)
    yield "event", event is not None
    yield "status", event is not None and event.status == _trait(mark)
    yield "participants", event is not None and _participants(sentence, mark, event)
    yield "carrier", event is not None and _carrier(event, found) == _says(sentence, mark)


def _participants(sentence: Sentence, mark: Mark, event: Event) -> bool:
    return all(_same(_wanted(sentence, mark, role), getattr(event, role)) for role in ("actor", "recipient"))


def _of_deadline(sentence: Sentence, mark: Mark, found: Findings) -> Iterator[tuple[str, bool]]:
    deadline = next((one for one in found.deadlines if _hangs(sentence, mark, one)), None)
    yield "deadline", deadline is not None
    yield "deadline status", deadline is not None and deadline.status == _trait(mark)
    for role in ("setter", "addressee"):
        yield "deadline who", deadline is not None and _same(_wanted(sentence, mark, role), getattr(deadline, role))
    if sentence.due:
        yield "due", deadline is not None and sentence.due in {when.iso for when in deadline.due}


def _hangs(sentence: Sentence, mark: Mark, deadline: DeadlineMention) -> bool:
    ours = (mark.span, *_wanted(sentence, mark, "due"))
    theirs = (deadline.anchor, *(when.phrase for when in deadline.due))
    return any(one.overlaps(other) for one in ours for other in theirs)


def _trait(mark: Mark) -> str:
    status = mark.trait("status")
    return status.name if status else ""


def _wanted(sentence: Sentence, mark: Mark, role: str) -> tuple[Span, ...]:
    return tuple(arc.tail for arc in sentence.marked.reading.arcs_of(mark, role))


def _same(wanted: tuple[Span, ...], found: tuple[Party, ...]) -> bool:
    """One phrase for one phrase, each sharing at least half of the shorter one's characters."""
    spans = {party.span for party in found}
    return len(wanted) == len(spans) and all(any(_half(one, other) for other in spans) for one in wanted)


def _half(one: Span, other: Span) -> bool:
    return 2 * one.shared(other) >= min(len(one), len(other)) > 0


def _says(sentence: Sentence, mark: Mark) -> frozenset[str]:
    """The words of the source of the statement that holds the mark."""
    reading, text = sentence.marked.reading, sentence.marked.report.text
    cues = {arc.head for arc in reading.arcs if arc.role == "content" and arc.tail.covers(mark.span)}
    return frozenset(_bare(arc.tail.of(text)) for cue in cues for arc in reading.arcs_of(cue, "source"))


def _carrier(event: Event, found: Findings) -> frozenset[str]:
    """The words of the sources of the innermost carrier with a named or described source; empty where there is none."""
    for index in reversed(event.carriers):
        statement = found.statements[index]
        if statement.source:
            return frozenset(_bare(party.span.of(found.report.text)) for party in statement.source)
    return frozenset()


def _bare(words: str) -> str:
    return words.lower().removeprefix("the ").removeprefix("a ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--wrong", action="store_true")
    given = parser.parse_args()
    from onrecord.pipeline import Pipeline

    report(sentences(given.pairs), Pipeline.load(given.weights).findings, given.wrong)


def report(asked: Iterator[Sentence], find: Callable[[Report], Findings], wrong: bool) -> None:
    """Print the shares, and with ``wrong`` what is not right."""
    right, total = Counter[str](), Counter[str]()
    for sentence in asked:
        found = find(sentence.marked.report)
        seen = list(verdicts(sentence, found))
        faults = sorted({key for key, good in seen if not good})
        for key, good in (*seen, ("sentence", not faults)):
            total[key] += 1
            right[key] += good
        if wrong and faults:
            print(f"{sentence.marked.report.text}\n    {', '.join(faults)}\n{_shown(found)}")
    for key, count in sorted(total.items(), key=lambda item: item[0] == "sentence"):
        print(f"{key:16} {right[key]:4} of {count:4}  {right[key] / count:.3f}")


def _shown(found: Findings) -> str:
    text = found.report.text
    lines = [
        f"    {event.anchor.of(text)} {event.type} {event.status} actor={_words(event.actor, text)}"
        f" recipient={_words(event.recipient, text)} carriers={_carriers(event, found)} by={event.by}"
        for event in found.events
    ]
    lines += [
        f"    {one.anchor.of(text)} DEADLINE {one.status} setter={_words(one.setter, text)} addressee={_words(one.addressee, text)}"
        f" due={[when.iso for when in one.due]} by={one.by}"
        for one in found.deadlines
    ]
    return "\n".join(lines)


def _carriers(event: Event, found: Findings) -> list[list[str]]:
    return [_words(found.statements[index].source, found.report.text) for index in event.carriers]


def _words(parties: tuple[Party, ...], text: str) -> list[str]:
    return [party.span.of(text) for party in parties]


if __name__ == "__main__":
    main()
