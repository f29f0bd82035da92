"""The tables of a ledger. Nothing in them is ever changed: what is new is a new row, and what is current is asked for, not stored.

Every comment here is the line of that table or column in the data dictionary (``docs/ledger.md``).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number(comment: str = "Number in the order of arrival.") -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=True, comment=comment)


def _of(name: str, target: str, comment: str, **more: Any) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.seq"), nullable=more.pop("nullable", False), comment=comment, **more)


def _text(name: str, comment: str, default: str | None = "") -> Column[str]:
    return Column(name, Text, nullable=default is None, comment=comment)


def _instant(comment: str = "When the ledger learnt it: ISO 8601, UTC.") -> Column[str]:
    return Column("recorded_at", String(32), nullable=False, comment=comment)


def _bound(name: str, comment: str) -> Column[str]:
    return Column(name, String(40), nullable=True, comment=comment)


def _part(owner: str) -> list[Column[int]]:
    """The key of a table whose rows are parts of an entry or of a reading."""
    table = {"reading": "readings", "entry": "entries"}[owner]
    return [
        Column(owner, Integer, ForeignKey(f"{table}.seq"), primary_key=True, comment="Whose it is."),
        Column("position", Integer, primary_key=True, autoincrement=False, comment="Which one of them, from 0."),
    ]


runs = Table(
    "runs",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True, comment="Made from the other columns."),
    _text("version", "Version of the code."),
    _text("weights", "Hash of the reader's weights."),
    Column("started", String(32), nullable=False, comment="When the run began: ISO 8601, UTC."),
    _text("command", "What was asked for."),
    comment="A run of the program that added something.",
)

reports = Table(
    "reports",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True, comment="Made from text, outlet, URL and time of publication."),
    _text("name", "What its source calls it: an id, a path."),
    _text("title", "Its headline."),
    _text("outlet", "Who published it."),
    _text("url", "Where it was published."),
    Column("published", String(40), nullable=True, comment="Day or instant of publication, ISO 8601; NULL where unknown."),
    Column("precision", String(8), nullable=False, comment="Of the publication time: instant, day or unknown."),
    _text("published_by", "What told us the publication time."),
    _text("language", "Its language, where the source names it."),
    _text("origin", "Where it was read from."),
    Column("sha256", String(64), nullable=False, comment="Hash of the text's UTF-8 bytes."),
    _text("text", "The text, exactly as it was read: all offsets point into it, in Unicode code points."),
    Column("work", String(64), nullable=False, comment="The same for all versions: hash of URL, or else of text, outlet, name."),
    Column("version", Integer, nullable=False, comment="1 for the first text under this work, 2 for the next."),
    _of("replaces", "reports", "The version before this one.", nullable=True),
    Column("known_on", String(10), nullable=False, comment="The day from which it was known: of publication, or else of recording."),
    _of("run", "runs", "The run that added it."),
    _instant(),
    Index(None, "work", "version"),
    Index(None, "replaces"),
    Index(None, "known_on"),
    Index(None, "outlet"),
    comment="A report, each version of it a row.",
)

readings = Table(
    "readings",
    metadata,
    _number(),
    _of("report", "reports", "What was read."),
    Column("reader", String(16), nullable=False, comment="Hash of code version and weights: who read it."),
    _of("run", "runs", "The run that read it."),
    _instant(),
    UniqueConstraint("report", "reader"),
    comment="A report read once by one reader; the last one of a report counts.",
)

entries = Table(
    "entries",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True, comment="Made from the content: words read the same way give the same id."),
    Column("kind", String(8), nullable=False, comment="quote, act, meeting or deadline."),
    _of("report", "reports", "The report it comes from."),
    Column("type", String(12), nullable=False, comment="Of an act: PLOVER event type; of a quote: its act; of a meeting: its format."),
    Column("status", String(16), nullable=False, comment="How the report presents it; empty for quotes."),
    Column("on_day", String(10), nullable=True, comment="The day to sort by: of its time, or of publication; NULL if unknown."),
    _bound("earliest", "Earliest day or instant of its time; NULL where open or unknown."),
    _bound("latest", "Latest day or instant of its time; NULL where open or unknown."),
    _text("words", "The words that name it."),
    _text("sentence", "The sentence that its first words stand in."),
    _text("gist", "All names and words of it: what the full-text search reads."),
    Column("score", Float, nullable=False, comment="How sure the reader was, 0 to 1."),
    _text("rule", "The rule or label that made it."),
    _text("body", "All of it but its evidence, as JSON."),
    _of("run", "runs", "The run that found it first."),
    _instant(),
    Index(None, "kind", "on_day"),
    Index(None, "on_day"),
    Index(None, "report"),
    comment="A line of the ledger.",
)

reading_entries = Table(
    "reading_entries",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True, comment="The reading."),
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True, comment="What it found."),
    Index(None, "entry"),
    comment="Which reading found which entries.",
    sqlite_with_rowid=False,
)

entry_spans = Table(
    "entry_spans",
    metadata,
    *_part("entry"),
    Column("part", String(12), nullable=False, comment="What of the entry the words prove: anchor, actor, place, time, content ..."),
    Column("begins", Integer, nullable=False, comment="First character, from 0."),
    Column("ends", Integer, nullable=False, comment="The character after the last."),
    _text("value", "What the words were read as: a canonical name, an ISO 8601 window."),
    comment="The evidence: the words of the report that prove an entry.",
    sqlite_with_rowid=False,
)

entry_parties = Table(
    "entry_parties",
    metadata,
    *_part("entry"),
    Column("role", String(12), nullable=False, comment="speaker to via actor recipient party mediator excluded setter addressee place."),
    _text("name", "Canonical name; empty where unresolved; ~X for unnamed members of X."),
    _text("words", "The words of the report."),
    Index(None, "name", "role"),
    comment="Who takes part in an entry, and where.",
    sqlite_with_rowid=False,
)

entry_times = Table(
    "entry_times",
    metadata,
    *_part("entry"),
    Column("dates", String(8), nullable=False, comment="What it dates: time, due, said; or length."),
    _text("words", "The words of the report."),
    Column("type", String(8), nullable=False, comment="TIMEX3 type."),
    _text("value", "TIMEX3 value."),
    _bound("earliest", "Earliest day or instant; NULL where open."),
    _bound("latest", "Latest day or instant; NULL where open."),
    Column("grain", String(8), nullable=False, comment="How fine it is: minute, day, week ..."),
    Column("role", String(8), nullable=False, comment="How it bounds: AT BY BEFORE UNTIL SINCE ...; empty if of no known day."),
    Column("basis", String(12), nullable=False, comment="What it was counted from."),
    Column("certainty", Float, nullable=False, comment="How sure its direction is, 0 to 1."),
    comment="The times of an entry.",
    sqlite_with_rowid=False,
)

entry_keys = Table(
    "entry_keys",
    metadata,
    Column("key", Text, primary_key=True, comment="A kind and a name or the stem of a word, as linking has it."),
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True, comment="Whose it is."),
    comment="By what an entry is found when a later one looks for those near it.",
    sqlite_with_rowid=False,
)

chain_links = Table(
    "chain_links",
    metadata,
    *_part("entry"),
    Column("account", Integer, nullable=False, comment="Which account of the entry, from 0; the chain of a quote is account 0."),
    Column("step", Integer, nullable=False, comment="0 for the speaker, then outwards to the report."),
    Column("kind", String(12), nullable=False, comment="person state body office anonymous outlet report unknown."),
    _text("name", "Canonical name, or empty."),
    _text("description", "What is said of an unnamed source."),
    Index(None, "name"),
    comment="Who says so, and through whom.",
    sqlite_with_rowid=False,
)

report_actors = Table(
    "report_actors",
    metadata,
    *_part("reading"),
    _text("name", "Canonical name."),
    Column("kind", String(16), nullable=False, comment="person state body group armed-group outlet office place."),
    Column("country", String(3), nullable=False, comment="ISO 3166 alpha-3, or empty."),
    Column("sector", String(8), nullable=False, comment="PLOVER sector, or empty."),
    Column("qid", String(16), nullable=False, comment="Wikidata id, or empty."),
    _text("office", "Office held on the day of the report, with its body after a comma."),
    _text("source", "Where the name is known from."),
    _text("mentions", "Its mentions as JSON: [start, end, form, member]."),
    Index(None, "name"),
    comment="The actors that a reading found.",
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    _number(),
    _of("a", "entries", "The later entry."),
    _of("b", "entries", "The earlier one."),
    Column("relation", String(12), nullable=False, comment="same, revises, contradicts."),
    Column("score", Float, nullable=False, comment="0 to 1."),
    _text("why", "The features that made it, as JSON."),
    _text("scorer", "Who says so: the scorer and its version."),
    _of("run", "runs", "The run that found it."),
    _instant(),
    UniqueConstraint("a", "b", "relation", "scorer"),
    Index(None, "b"),
    comment="What a machine says two entries are to each other.",
)

judgements = Table(
    "judgements",
    metadata,
    _number(),
    Column("subject", String(8), nullable=False, comment="What is judged: link, entry or actor."),
    _text("this", "An entry's id, or a canonical name."),
    _text("other", "The other one's; empty where one thing is judged."),
    Column("verdict", String(12), nullable=False, comment="accept, reject, merge, split, or undo."),
    Column("relation", String(12), nullable=False, comment="Of a link: same, revises, contradicts; of a split name: state or report."),
    _of("revises", "judgements", "The judgement that this one takes the place of.", nullable=True),
    _text("judge", "Who judges."),
    _text("note", "Why."),
    _instant(),
    Index(None, "this"),
    Index(None, "other"),
    comment="What a person says; it outranks what a machine says, and a later judgement outranks an earlier one.",
)

placements = Table(
    "placements",
    metadata,
    _number(),
    _of("entry", "entries", "Which entry."),
    _of("thread", "entries", "The thread that it is in: the entry that came first in it."),
    _of("run", "runs", "The run that placed it."),
    _instant(),
    Index(None, "entry", "seq"),
    Index(None, "thread", "entry"),
    comment="Which thread an entry is in, as links and judgements had it then; the last row of an entry counts.",
)

groupings = Table(
    "groupings",
    metadata,
    _number(),
    _of("report", "reports", "Which report."),
    _of("story", "reports", "The story that it is in: the report that was put on record first in it."),
    Column("score", Float, nullable=False, comment="How likely it belongs there, 0 to 1; 1 for the first of a story."),
    _of("run", "runs", "The run that put it there."),
    _instant(),
    Index(None, "report", "seq"),
    Index(None, "story", "report"),
    comment="Which story a report is in; the last row of a report counts, a report without one is in none yet.",
)
