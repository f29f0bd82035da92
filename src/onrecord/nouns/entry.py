"""Ledger lines: what a report puts on record, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from onrecord.nouns.span import Span
from onrecord.nouns.statement import Source
from onrecord.nouns.when import When


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of the report that prove one part of an entry, and what they were read as (a canonical name, an ISO window) or "".

    ``part`` is a role of ``vocabulary``, or ``anchor``, ``cue``, ``excluded``, ``said``.
    """

    span: Span
    part: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody (or some place) in an entry: canonical name ("" where unresolved, ``~X`` for members of X) and the report's words."""

    name: str
    words: str
    score: float = 1.0

    def __str__(self) -> str:
        return self.name or self.words


@dataclass(frozen=True, slots=True)
class Timing:
    """A time as an entry keeps it: earliest, latest, grain, role, certainty (in ``when``) and the words of the report."""

    when: When
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """Who says so: the chain from the innermost speaker to the report, and the ids of the quotes that hold it (each names its carrier).

    An account whose chain is the report alone is its own word.
    """

    chain: tuple[Source, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One ledger line: a ``Quote``, an ``Act``, a ``Meeting`` or a ``Deadline``.

    ``id`` is made from the content, scores and rule names apart; ``report`` is the id of the report. ``status`` is a key of ``vocabulary``
    (of deadline statuses for a deadline), "" for a quote. ``score`` in [0, 1] is that of the best mention.
    """

    kind: ClassVar[str] = ""
    people_in: ClassVar[tuple[tuple[str, str], ...]] = ()
    times_in: ClassVar[tuple[tuple[str, str], ...]] = ()
    texts_in: ClassVar[tuple[str, ...]] = ()

    report: str
    id: str = ""
    status: str = ""
    words: str = ""
    evidence: tuple[Evidence, ...] = ()
    accounts: tuple[Account, ...] = ()
    score: float = 1.0
    by: str = ""

    def people(self) -> Iterator[tuple[str, Participant]]:
        """Everybody in the entry with the role played, places included (role ``place``)."""
        return ((role, one) for role, field in self.people_in for one in getattr(self, field))

    def timings(self) -> Iterator[tuple[str, Timing]]:
        """Every time in the entry with what it dates (``time``, ``length``, ``due``, ``said``)."""
        return ((role, one) for role, field in self.times_in for one in getattr(self, field))

    def texts(self) -> Iterator[str]:
        """The report's words in the entry that are neither names nor times."""
        yield self.words
        for field in self.texts_in:
            yield from getattr(self, field)

    def timing(self) -> Timing | None:
        """The time that dates the entry: the first that can be placed on a calendar, else the first, a length never."""
        times = [one for role, one in self.timings() if role != "length"]
        placed = [one for one in times if one.when.window is not None]
        return next(iter(placed or times), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """Something said. ``words`` is the content in one piece, ``content`` its spans; ``chain`` goes from the speaker to the report.

    ``act``, ``quote``, ``channel``, ``negated`` and ``anonymous`` are those of ``Statement``; ``carrier`` is the id of the quote that holds
    this one, or "".
    """

    kind: ClassVar[str] = "quote"
    people_in: ClassVar[tuple[tuple[str, str], ...]] = (("speaker", "speakers"), ("to", "to"), ("via", "via"), ("place", "places"))
    times_in: ClassVar[tuple[tuple[str, str], ...]] = (("said", "said"),)

    speakers: tuple[Participant, ...] = ()
    chain: tuple[Source, ...] = ()
    act: str = "say"
    quote: str = "indirect"
    channel: str = ""
    to: tuple[Participant, ...] = ()
    via: tuple[Participant, ...] = ()
    content: tuple[str, ...] = ()
    cue: str = ""
    said: tuple[Timing, ...] = ()
    places: tuple[Participant, ...] = ()
    negated: bool = False
    anonymous: bool = False
    carrier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Entry):
    """Something done, planned, threatened or denied; ``type`` and ``mode`` are keys of ``vocabulary``, ``words`` is the anchor."""

    kind: ClassVar[str] = "act"
    people_in: ClassVar[tuple[tuple[str, str], ...]] = (("actor", "actors"), ("recipient", "recipients"), ("place", "places"))
    times_in: ClassVar[tuple[tuple[str, str], ...]] = (("time", "times"),)
    texts_in: ClassVar[tuple[str, ...]] = ("conditions",)

    type: str = ""
    mode: str = ""
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[Participant, ...] = ()
    times: tuple[Timing, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entry):
    """A meeting, visit, call or round of talks, all its mentions in the report taken together.

    ``format``: ``in person``, ``visit``, ``phone``, ``video``, ``summit``, ``three-way``, ``multilateral``, ``mediated`` or "".
    ``excluded`` are those who, it is said, do not take part. ``length`` holds durations.
    """

    kind: ClassVar[str] = "meeting"
    people_in: ClassVar[tuple[tuple[str, str], ...]] = (
        ("party", "parties"),
        ("mediator", "mediators"),
        ("excluded", "excluded"),
        ("place", "places"),
    )
    times_in: ClassVar[tuple[tuple[str, str], ...]] = (("time", "times"), ("length", "length"))
    texts_in: ClassVar[tuple[str, ...]] = ("conditions",)

    format: str = ""
    parties: tuple[Participant, ...] = ()
    mediators: tuple[Participant, ...] = ()
    excluded: tuple[Participant, ...] = ()
    places: tuple[Participant, ...] = ()
    times: tuple[Timing, ...] = ()
    length: tuple[Timing, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Entry):
    """A point in time by which something is demanded, promised or owed. ``threat`` is the id of the act that says what follows, or ""."""

    kind: ClassVar[str] = "deadline"
    people_in: ClassVar[tuple[tuple[str, str], ...]] = (("setter", "setters"), ("addressee", "addressees"))
    times_in: ClassVar[tuple[tuple[str, str], ...]] = (("due", "due"),)
    texts_in: ClassVar[tuple[str, ...]] = ("demands", "consequences")

    setters: tuple[Participant, ...] = ()
    addressees: tuple[Participant, ...] = ()
    demands: tuple[str, ...] = ()
    due: tuple[Timing, ...] = ()
    consequences: tuple[str, ...] = ()
    threat: str = ""
