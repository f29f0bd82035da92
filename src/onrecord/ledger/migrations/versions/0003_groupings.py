"""Which story a report is in.

The table begins empty: which reports are of one affair is not the database's to know. ``onrecord story group`` puts the reports of an older
ledger into it, the next ``onrecord read`` those of the last weeks.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "groupings",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"], name=op.f("fk_groupings_report_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_groupings_run_runs")),
        sa.ForeignKeyConstraint(["story"], ["reports.seq"], name=op.f("fk_groupings_story_reports")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_groupings")),
    )
    op.create_index(op.f("ix_groupings_report_seq"), "groupings", ["report", "seq"], unique=False)
    op.create_index(op.f("ix_groupings_story_report"), "groupings", ["story", "report"], unique=False)
