"""What a view hands out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.nouns import Entry, Evidence, Span, digest


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the program. ``started`` is an ISO 8601 instant in UTC; ``weights`` the hash of the reader's weights."""

    version: str
    weights: str
    started: str
    command: str = ""

    @property
    def id(self) -> str:
        """16 hexadecimal digits made from all of it."""
        return digest(self)

    @property
    def reader(self) -> str:
        """Who reads: the same code with the same weights has the same one."""
        return digest((self.version, self.weights))


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a listing, without its text. ``published`` is ISO 8601 or "" where unknown."""

    id: str
    name: str
    title: str
    outlet: str
    url: str
    published: str
    published_by: str
    known_on: str
    version: int
    characters: int
    recorded_at: str
    entries: int = 0
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with what a listing says of its report.

    ``number`` is its place in the order of arrival, ``on_day`` the day to sort by ("" where unknown), ``sentence`` the one that its first
    words stand in.
    """

    entry: Entry
    on_day: str
    report: str
    outlet: str
    title: str
    url: str
    published: str
    recorded_at: str
    run: str
    number: int = 0
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread in a listing: ``id`` is that of the entry that came first in it, ``entries`` how many of it fit, ``first`` and ``last`` the
    days (ISO 8601) from which the earliest and the latest report of these were known."""

    id: str
    kind: str
    entries: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a listing: ``id`` is that of the report that was put on record first in it, ``reports`` how many of it are current,
    ``first`` and ``last`` the days (ISO 8601) from which the earliest and the latest of these were known."""

    id: str
    reports: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Told:
    """The beginning of a report, for grouping; ``story`` is the id of the story that it is in, "" where it is in none yet."""

    number: int
    id: str
    known_on: str
    title: str
    text: str
    story: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """Into which story a report goes, by ids; ``score`` is how likely it belongs there."""

    report: str
    story: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of evidence in its sentence: ``text[evidence.start:evidence.end]`` of the report, and the same in ``sentence`` at ``at``."""

    evidence: Evidence
    sentence: str
    at: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: a record, or a report; ``marks`` are the words found, as spans of ``snippet``."""

    snippet: str
    marks: tuple[Span, ...] = ()
    record: Record | None = None
    report: ReportRow | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor over all reports of a view: in how many it is named, and in how many entries it takes part."""

    name: str
    kind: str
    country: str
    sector: str
    qid: str
    office: str
    reports: int
    entries: int


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What a person said: columns of ``judgements``, ``seq`` its number."""

    seq: int
    subject: str
    this: str
    other: str
    verdict: str
    relation: str
    revises: int | None
    judge: str
    note: str
    recorded_at: str
