"""A small affair made by hand: one report of 12 April 2027, its entries, and their records as a view hands them out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from onrecord.ledger import Record
from onrecord.nouns import (
    Account,
    Act,
    Deadline,
    Entry,
    Evidence,
    Meeting,
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

Line = TypeVar("Line", bound=Entry)
TEXT = (
    "OSLO - Norway gave Iceland until Friday to recall a patrol ship or lose port rights.\n"
    "Foreign Minister Ingrid Solvang will meet Kristjan Hallgrimsson in Helsinki on Thursday, her ministry said.\n"
    '"The Hrafn cut no nets," Hallgrimsson told the daily Fjardarbladid. Two boats were chased.'
)
REPORT = Report(
    TEXT, "herring-1", "Ultimatum over herring", "Nordic Wire", "https://nordicwire.example/1", Published(date(2027, 4, 12), by="jsonl")
)
STAMP = datetime(2027, 4, 13, 8, 30, tzinfo=UTC)
SOLVANG = Participant("Ingrid Solvang", "Foreign Minister Ingrid Solvang")
HALLGRIMSSON = Participant("Kristjan Hallgrimsson", "Kristjan Hallgrimsson")
THIS = Source("report")


def span(words: str) -> Span:
    """Where ``words`` stand first in ``TEXT``."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def proof(part: str, words: str, value: str = "") -> Evidence:
    """Evidence by its words."""
    return Evidence(span(words), part, value)


def time(words: str, earliest: date | None, latest: date | None, role: str = "AT", grain: str = "day") -> Timing:
    """A time with a window."""
    when = When(Span(0, 1), Span(0, 1), "DATE", "", window=Window(earliest, latest, grain, role, "publication"), by="test")
    return Timing(when, words)


def named(entry: Line) -> Line:
    """The entry with an id made from its content."""
    return replace(entry, id=digest(entry))


MEETING = named(
    Meeting(
        report=REPORT.id,
        status="planned",
        words="meet",
        format="in person",
        parties=(SOLVANG, HALLGRIMSSON),
        places=(Participant("Helsinki", "Helsinki"),),
        times=(time("on Thursday", date(2027, 4, 15), date(2027, 4, 15)),),
        accounts=(Account((Source("office", "", "her ministry", span("her ministry")), THIS)),),
        evidence=(
            proof("anchor", "meet"),
            proof("party", "Foreign Minister Ingrid Solvang", "Ingrid Solvang"),
            proof("party", "Kristjan Hallgrimsson", "Kristjan Hallgrimsson"),
            proof("place", "Helsinki"),
            proof("time", "on Thursday", "2027-04-15"),
        ),
        score=0.93,
        by="CONSULT:planned",
    )
)
DEADLINE = named(
    Deadline(
        report=REPORT.id,
        status="set",
        words="until Friday",
        setters=(Participant("Norway", "Norway"),),
        addressees=(Participant("Iceland", "Iceland"),),
        demands=("to recall a patrol ship",),
        due=(time("until Friday", None, date(2027, 4, 16), "UNTIL"),),
        consequences=("lose port rights",),
        evidence=(proof("anchor", "until Friday"), proof("demand", "to recall a patrol ship"), proof("setter", "Norway", "Norway")),
        score=0.61,
        by="DEADLINE:set",
    )
)
QUOTE = named(
    Quote(
        report=REPORT.id,
        words="The Hrafn cut no nets",
        content=("The Hrafn cut no nets",),
        act="deny",
        quote="direct",
        cue="told",
        speakers=(HALLGRIMSSON,),
        chain=(Source("person", "Kristjan Hallgrimsson"), Source("outlet", "Fjardarbladid"), THIS),
        to=(Participant("", "the daily Fjardarbladid"),),
        evidence=(proof("content", "The Hrafn cut no nets"), proof("cue", "told")),
        by="cue",
    )
)
ACT = named(
    Act(
        report=REPORT.id,
        status="happened",
        words="chased",
        type="COERCE",
        mode="restrict",
        recipients=(Participant("", "Two boats"),),
        evidence=(proof("anchor", "chased"), proof("recipient", "Two boats")),
        score=0.4,
        by="COERCE:happened",
    )
)
ENTRIES: tuple[Entry, ...] = (DEADLINE, MEETING, QUOTE, ACT)


def record(entry: Entry, report: Report = REPORT) -> Record:
    """The record of an entry, as a view hands it out."""
    published = str(report.published)
    return Record(entry, published[:10], report.id, report.outlet, report.title, report.url, published, STAMP.isoformat(), "run")
