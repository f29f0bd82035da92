"""The first schema.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, in the order of their foreign keys."""
    _judgements()
    _runs()
    _reports()
    _entries()
    _readings()
    _chain_links()
    _entry_keys()
    _entry_parties()
    _entry_spans()
    _entry_times()
    _links()
    _reading_entries()
    _report_actors()


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(length=8), nullable=False),
        sa.Column("this", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("relation", sa.String(length=12), nullable=False),
        sa.Column("revises", sa.Integer(), nullable=True),
        sa.Column("judge", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["revises"], ["judgements.seq"], name=op.f("fk_judgements_revises_judgements")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_index(op.f("ix_judgements_this"), "judgements", ["this"], unique=False)


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("started", sa.String(length=32), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_runs")),
        sa.UniqueConstraint("id", name=op.f("uq_runs_id")),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.Column("precision", sa.String(length=8), nullable=False),
        sa.Column("published_by", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("work", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("known_on", sa.String(length=10), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["replaces"], ["reports.seq"], name=op.f("fk_reports_replaces_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_reports_run_runs")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
    )
    op.create_index(op.f("ix_reports_known_on"), "reports", ["known_on"], unique=False)
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_index(op.f("ix_reports_replaces"), "reports", ["replaces"], unique=False)
    op.create_index(op.f("ix_reports_work_version"), "reports", ["work", "version"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("on_day", sa.String(length=10), nullable=True),
        sa.Column("earliest", sa.String(length=40), nullable=True),
        sa.Column("latest", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("gist", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_entries_report_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_entries_run_runs")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_entries")),
        sa.UniqueConstraint("id", name=op.f("uq_entries_id")),
    )
    op.create_index(op.f("ix_entries_kind_on_day"), "entries", ["kind", "on_day"], unique=False)
    op.create_index(op.f("ix_entries_on_day"), "entries", ["on_day"], unique=False)
    op.create_index(op.f("ix_entries_report"), "entries", ["report"], unique=False)


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(length=16), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_readings_report_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_readings_run_runs")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_readings")),
        sa.UniqueConstraint("report", "reader", name=op.f("uq_readings_report_reader")),
    )


def _chain_links() -> None:
    op.create_table(
        "chain_links",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_chain_links_entry_entries")),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_chain_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_chain_links_name"), "chain_links", ["name"], unique=False)


def _entry_keys() -> None:
    op.create_table(
        "entry_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_entry_keys_entry_entries")),
        sa.PrimaryKeyConstraint("key", "entry", name=op.f("pk_entry_keys")),
        sqlite_with_rowid=False,
    )


def _entry_parties() -> None:
    op.create_table(
        "entry_parties",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_entry_parties_entry_entries")),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_parties")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_parties_name_role"), "entry_parties", ["name", "role"], unique=False)


def _entry_spans() -> None:
    op.create_table(
        "entry_spans",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.String(length=12), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_entry_spans_entry_entries")),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_spans")),
        sqlite_with_rowid=False,
    )


def _entry_times() -> None:
    op.create_table(
        "entry_times",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dates", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=40), nullable=True),
        sa.Column("latest", sa.String(length=40), nullable=True),
        sa.Column("grain", sa.String(length=8), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("basis", sa.String(length=12), nullable=False),
        sa.Column("certainty", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_entry_times_entry_entries")),
        sa.PrimaryKeyConstraint("entry", "position", name=op.f("pk_entry_times")),
        sqlite_with_rowid=False,
    )


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=12), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("scorer", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["entries.seq"], name=op.f("fk_links_a_entries")),
        sa.ForeignKeyConstraint(["b"], ["entries.seq"], name=op.f("fk_links_b_entries")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_links_run_runs")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_links")),
        sa.UniqueConstraint("a", "b", "relation", "scorer", name=op.f("uq_links_a_b_relation_scorer")),
    )
    op.create_index(op.f("ix_links_b"), "links", ["b"], unique=False)


def _reading_entries() -> None:
    op.create_table(
        "reading_entries",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_reading_entries_entry_entries")),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"], name=op.f("fk_reading_entries_reading_readings")),
        sa.PrimaryKeyConstraint("reading", "entry", name=op.f("pk_reading_entries")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_reading_entries_entry"), "reading_entries", ["entry"], unique=False)


def _report_actors() -> None:
    op.create_table(
        "report_actors",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=False),
        sa.Column("sector", sa.String(length=8), nullable=False),
        sa.Column("qid", sa.String(length=16), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"], name=op.f("fk_report_actors_reading_readings")),
        sa.PrimaryKeyConstraint("reading", "position", name=op.f("pk_report_actors")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_report_actors_name"), "report_actors", ["name"], unique=False)
