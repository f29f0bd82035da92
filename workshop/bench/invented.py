"""Ledgers of any size, invented: reports of two dozen entries each, told again and moved as affairs are.

The proportions are those of the example reports: of 25 entries of a report 9 quotes, 11 acts, 3 meetings and 2 deadlines. Nothing is read:
the entries are made with the words that prove them, so that every page shows what it would show of a real one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from onrecord import ledger, linking
from onrecord.ledger import Grouped
from onrecord.nouns import (
    Account,
    Act,
    Actor,
    Deadline,
    Entry,
    Evidence,
    Link,
    Meeting,
    Office,
    Participant,
    Published,
    Quote,
    Report,
    Source,
    Span,
    Timing,
    When,
    Window,
    digest,
)

FIRST, DAYS = date(2026, 1, 1), 700
STAMP = datetime(2028, 1, 1, tzinfo=UTC)
PER_REPORT = (*("quote",) * 9, *("act",) * 11, *("meeting",) * 3, *("deadline",) * 2)
TOWNS = ("Oslo", "Helsinki", "Geneva", "Cairo", "Nairobi", "Vienna", "Quito", "Doha", "Hanoi", "Lisbon", "Tallinn", "Amman")
ACTS = (("COERCE", "seized"), ("ASSAULT", "shelled"), ("AID", "sent grain to"), ("SANCTION", "barred"), ("PROTEST", "marched against"))
THIS = Source("report")


@dataclass(slots=True)
class Affair:
    """What is told again and again: two sides, and the entry told last."""

    kind: str
    sides: tuple[Actor, Actor]
    words: str
    status: str
    type: str = ""
    place: str = ""
    first: str = ""
    last: str = ""
    moved: int = 0
    told: int = 0


@dataclass(slots=True)
class Press:
    """Makes reports, one after the other, of the affairs that run."""

    chance: random.Random
    people: list[Actor]
    states: list[Actor]
    running: dict[str, list[Affair]] = field(default_factory=lambda: {kind: [] for kind in ("act", "meeting", "deadline")})

    def report(self, number: int, day: date) -> tuple[Report, list[Entry], list[Link], dict[str, str], list[Actor]]:
        """A report with its entries, their links to earlier ones, the threads that they go into, and its cast."""
        told = [self.told(kind) for kind in PER_REPORT]
        sentences = [self.sentence(affair) for affair in told]
        text = "\n".join(sentences)
        outlet = f"Outlet {self.chance.randrange(60)}"
        report = Report(text, f"report-{number}", f"Report {number}: {sentences[0][:60]}", outlet, f"https://press.example/{number}",
                        Published(day, by="jsonl"))  # fmt: skip
        entries: list[Entry] = []
        links: list[Link] = []
        threads: dict[str, str] = {}
        at = 0
        for affair, sentence in zip(told, sentences, strict=True):
            made = self.entry(affair, report, day, Span(at, at + len(sentence)))
            at += len(sentence) + 1
            entries.append(made)
            if affair.last and affair.last != made.id:
                links.append(Link(made.id, affair.last, "revises", 0.9, (("same_pair", 1.0),), "bench"))
            affair.first, affair.last = affair.first or made.id, made.id
            threads[made.id] = affair.first
        cast = {one.name: one for affair in told for one in affair.sides}
        return report, list({one.id: one for one in entries}.values()), links, threads, list(cast.values())

    def told(self, kind: str) -> Affair:
        """An affair that goes on, or a new one."""
        known = self.running.get(kind, [])
        if known and self.chance.random() < 0.6:
            affair = self.chance.choice(known[-200:])
            affair.told += 1
            return affair
        sides = self.chance.choices(self.people if kind in ("quote", "meeting") else self.states, k=2)
        statuses = {"meeting": "planned", "deadline": "set", "quote": ""}
        type_, verb = self.chance.choice(ACTS)
        status = statuses.get(kind, self.chance.choice(("happened", "planned", "threatened")))
        affair = Affair(kind, (sides[0], sides[1]), verb, status, type_, self.chance.choice(TOWNS))
        known.append(affair)
        return affair

    def sentence(self, affair: Affair) -> str:
        """What a report says of an affair."""
        one, other = (side.name for side in affair.sides)
        number = self.chance.randrange(10_000)
        return {
            "quote": f"{one} told {other} that the talks over pier {number} would not fail.",
            "act": f"{one} {affair.words} {other} near {affair.place}, officials in district {number} said.",
            "meeting": f"{one} will meet {other} in {affair.place} on Thursday, an aide said at gate {number}.",
            "deadline": f"{one} gave {other} until Friday to withdraw from sector {number} or face sanctions.",
        }[affair.kind]

    def entry(self, affair: Affair, report: Report, day: date, where: Span) -> Entry:
        """The entry of one sentence."""
        one, other = (Participant(side.name, side.name) for side in affair.sides)
        proofs = tuple(Evidence(_found(report, where, side.words), "party", side.name) for side in (one, other))
        if affair.told and self.chance.random() < 0.2:
            affair.moved += self.chance.choice((-1, 1, 2, 7))
        due = day + timedelta(3 + affair.moved % 40)
        made: Entry
        match affair.kind:
            case "quote":
                words = f"the talks over {where.of(report.text).partition(' over ')[2]}".rstrip(".")
                made = Quote(report=report.id, words=words, content=(words,), quote="direct", cue="told", speakers=(one,), to=(other,),
                             chain=(Source("person", one.name), THIS))  # fmt: skip
            case "act":
                made = Act(report=report.id, words=affair.words, type=affair.type, status=affair.status, actors=(one,), recipients=(other,),
                           times=(_timing(day, day, "that day"),))  # fmt: skip
            case "meeting":
                status = self.chance.choice((*("planned",) * 6, "postponed", "cancelled", "happened"))
                made = Meeting(report=report.id, words="meet", status=status, parties=(one, other),
                               places=(Participant(affair.place, affair.place),), times=(_timing(due, due, "on Thursday"),))  # fmt: skip
            case _:
                made = Deadline(report=report.id, words="until Friday", status=affair.status, setters=(one,), addressees=(other,),
                                demands=("to withdraw",), due=(_timing(None, due, "until Friday"),),
                                consequences=("face sanctions",))  # fmt: skip
        proofs = (*proofs, Evidence(_found(report, where, made.words), "anchor"))
        accounts = () if affair.kind == "quote" else (Account((Source("office", "", "an aide"), THIS)),)
        made = replace(made, evidence=proofs, accounts=accounts, score=round(self.chance.uniform(0.4, 1), 3), by="bench")
        return replace(made, id=digest(made))


@dataclass(slots=True)
class Stories:
    """Puts reports into stories: half of them go on with one of those that run, so that there are small ones and big ones."""

    chance: random.Random
    running: list[str] = field(default_factory=list)

    def next(self, report: str) -> Grouped:
        """The story of the next report."""
        goes_on = self.running and self.chance.random() < 0.5
        home = self.chance.choice(self.running[-200:]) if goes_on else report
        self.running += [] if goes_on else [home]
        return Grouped(report, home)


def build(place: Path, entries: int, seed: int = 7) -> None:
    """A ledger of about so many entries, over two years, at ``place``."""
    chance = random.Random(seed)
    people = [Actor(f"Person {number}", "person", office=Office("minister", f"State {number % 90}")) for number in range(900)]
    states = [Actor(f"State {number}", "state", "NOR", "GOV") for number in range(90)]
    press = Press(chance, people, states)
    told_in, number = Stories(random.Random(seed)), max(1, entries // len(PER_REPORT))
    with ledger.open(place) as opened:
        writer = opened.writer(ledger.Run("0", "bench", STAMP.isoformat(), "bench"))
        for place_in, day in enumerate(_days(number)):
            report, found, links, threads, cast = press.report(place_in, day)
            now = STAMP + timedelta(seconds=place_in)
            story = (told_in.next(report.id),)
            writer.add(report, found, links, actors=cast, keys=linking.keys, threads=threads, stories=story, recorded_at=now)


def _days(number: int) -> Iterator[date]:
    return (FIRST + timedelta(place * DAYS // number) for place in range(number))


def _timing(first: date | None, last: date, words: str) -> Timing:
    window = Window(first, last, "day", "AT" if first else "UNTIL")
    return Timing(When(Span(0, 1), Span(0, 1), "DATE", "", window=window, by="bench"), words)


def _found(report: Report, where: Span, words: str) -> Span:
    start = report.text.index(words, where.start)
    return Span(start, start + len(words))
