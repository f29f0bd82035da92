"""Which thread an entry is in.

Revision ID: 0002
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

SURE = 0.5
"""The score from which a link joined threads when this was written."""


def upgrade() -> None:
    """Make the table, and place what is on record."""
    table = op.create_table(
        "placements",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name=op.f("fk_placements_entry_entries")),
        sa.ForeignKeyConstraint(["run"], ["runs.seq"], name=op.f("fk_placements_run_runs")),
        sa.ForeignKeyConstraint(["thread"], ["entries.seq"], name=op.f("fk_placements_thread_entries")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_placements")),
    )
    op.create_index(op.f("ix_placements_entry_seq"), "placements", ["entry", "seq"], unique=False)
    op.create_index(op.f("ix_placements_thread_entry"), "placements", ["thread", "entry"], unique=False)
    rows = _rows(op.get_bind())
    if rows:
        op.bulk_insert(table, rows)


def _rows(connection: sa.Connection) -> list[dict[str, Any]]:
    """Every entry in the thread that links lead to when it was recorded; then, when the last judgement was made, those that it moved."""
    found = connection.execute(sa.text("SELECT seq, run, recorded_at FROM entries ORDER BY seq")).all()
    linked = connection.execute(sa.text("SELECT a, b FROM links WHERE score >= :sure ORDER BY score DESC, a, b"), {"sure": SURE})
    links = [(row.a, row.b) for row in linked]
    order = [row.seq for row in found]
    machine = _threads(order, links, [])
    rows = [{"entry": row.seq, "thread": machine[row.seq], "run": row.run, "recorded_at": row.recorded_at} for row in found]
    judged = _judged(connection)
    if judged:
        people, at = _threads(order, links, judged), judged[-1][3]
        run = connection.execute(sa.text("SELECT max(seq) FROM runs")).scalar()
        moved = [seq for seq in order if people[seq] != machine[seq]]
        rows += [{"entry": seq, "thread": people[seq], "run": run, "recorded_at": at} for seq in moved]
    return rows


def _judged(connection: sa.Connection) -> list[tuple[str, int, int, str]]:
    """The judgements of links and wrong entries that stand, with the numbers of their entries (0: none), in their order."""
    last: dict[tuple[str, frozenset[str]], Any] = {}
    for row in connection.execute(sa.text("SELECT subject, this, other, verdict, recorded_at FROM judgements ORDER BY seq")).all():
        key = (row.subject, frozenset((row.this, row.other)))
        last.pop(key, None)
        last[key] = row
    ids = {name for _, pair in last for name in pair if name}
    query = sa.text("SELECT id, seq FROM entries WHERE id = :id")
    numbers = {row.id: row.seq for name in ids for row in connection.execute(query, {"id": name})}
    words = {("entry", "reject"): "wrong", ("link", "accept"): "merge"}
    return [
        (words.get((row.subject, row.verdict), row.verdict), numbers.get(row.this, 0), numbers.get(row.other, 0), row.recorded_at)
        for row in last.values()
        if row.verdict != "undo" and (row.subject == "link" or (row.subject, row.verdict) == ("entry", "reject"))
    ]


def _threads(order: list[int], links: list[tuple[int, int]], judged: list[tuple[str, int, int, str]]) -> dict[int, int]:
    """The thread of each entry: what is judged first, then every entry follows its surest link that nothing forbids."""
    parent: dict[int, int] = {seq: seq for seq in order}
    parted: defaultdict[int, set[int]] = defaultdict(set)
    alone = {this for verdict, this, _, _ in judged if verdict in ("split", "wrong")}
    followed: set[int] = set()

    def root(seq: int) -> int:
        while parent[seq] != seq:
            parent[seq] = seq = parent[parent[seq]]
        return seq

    def join(one: int, other: int) -> bool:
        mine, theirs = root(one), root(other)
        if theirs in parted[mine]:
            return False
        if mine != theirs:
            parent[theirs] = mine
            for enemy in parted.pop(theirs, set()):
                parted[enemy] = parted[enemy] - {theirs} | {mine}
                parted[mine].add(enemy)
        return True

    for verdict, this, other, _ in judged:
        if verdict == "reject" and this and other:
            parted[root(this)].add(root(other))
            parted[root(other)].add(root(this))
    for verdict, this, other, _ in judged:
        if verdict == "merge" and this and other:
            join(this, other)
    for a, b in links:
        if a not in followed and not {a, b} & alone and join(a, b):
            followed.add(a)
    first: dict[int, int] = {}
    for seq in order:
        first.setdefault(root(seq), seq)
    return {seq: first[root(seq)] for seq in order}
