"""A desk on a ledger with a calm affair and a hostile one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from onrecord import ledger
from onrecord.ledger import Grouped, Ledger
from onrecord.nouns import Actor, Entry, Meeting, Participant, Published, Quote, Report
from tests.views.made import DEADLINE, ENTRIES, MEETING, QUOTE, REPORT, STAMP, named

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
TURNED = "safe\u202egnp.exe\u2066\u200f"
LONG = "A" * 1_000_000
FORMULA = "=HYPERLINK(\"http://evil.example\";\"x\")"
LINK = "javascript:alert(1)"
BREAK = "x\r\nATTENDEE:mailto:evil@evil.example\r\nBEGIN:VEVENT"

PEOPLE = (
    Actor("Ingrid Solvang"), Actor("Kristjan Hallgrimsson"), Actor("Norway", "state", "NOR", "GOV"), Actor("Iceland", "state", "ISL"),
    Actor(f"{SCRIPT}{TURNED}"),
)  # fmt: skip


def hostile() -> tuple[Report, tuple[Entry, ...]]:
    """A report whose every field is an attack, with a meeting and a quote of the same kind."""
    text = f"{SCRIPT} {TURNED} will meet on Thursday. {FORMULA} {BREAK} {SCRIPT}"
    report = Report(text, f"{SCRIPT}name", f"{FORMULA}{SCRIPT}{LONG}", f"{FORMULA}{TURNED}", LINK, Published(date(2027, 4, 13), by="jsonl"))
    bad = Participant(f"{SCRIPT}{TURNED}", BREAK)
    meeting = named(replace(MEETING, report=report.id, id="", words=FORMULA, parties=(bad, Participant("", BREAK)), places=(bad,)))
    quote = named(replace(QUOTE, report=report.id, id="", words=SCRIPT, content=(SCRIPT,), speakers=(bad,), chain=(), to=()))
    assert isinstance(meeting, Meeting) and isinstance(quote, Quote)
    return report, (meeting, quote)


def moved() -> tuple[Report, tuple[Entry, ...]]:
    """A second report on the deadline, a day later."""
    text, url = f"{REPORT.text} Again.", "https://second.example/1"
    report = replace(REPORT, text=text, title="Again", outlet="Second Wire", url=url, published=Published(date(2027, 4, 13)))
    return report, (named(replace(DEADLINE, report=report.id, id="", status="extended")),)


def filled(path: Path) -> Ledger:
    """A ledger with the affair, its sequel in the same story, and the attack in one of its own."""
    opened = ledger.open(path)
    writer = opened.writer(ledger.Run("0.1.0", "weights", STAMP.isoformat(), "test"))
    for number, (report, entries) in enumerate(((REPORT, ENTRIES), moved(), hostile())):
        story = Grouped(report.id, REPORT.id if number == 1 else report.id)
        assert writer.add(report, entries, actors=PEOPLE, stories=(story,), recorded_at=STAMP + timedelta(minutes=number))
    return opened
