"""Full-text search over the words of entries and the texts of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Table, TextClause, column, false, text

from onrecord.nouns import Span

TERM = re.compile(r'"([^"]*)"|(\S+)')
OPENED, CLOSED = "\x02", "\x03"
MOST_TERMS = 32


def find(connection: Connection, table: str, query: str, limit: int) -> Iterator[tuple[int, str, tuple[Span, ...]]]:
    """Numbers of the rows of ``reports`` or ``entries`` that hold every term, best first, with a snippet and where in it the terms stand.

    Terms are words (a trailing ``*`` makes one the beginning of a word) and phrases in double quotes. No query can be wrong;
    an empty one finds nothing.
    """
    sqlite = connection.dialect.name == "sqlite"
    terms = list(_terms(query))
    if not terms:
        return
    statement = _on_sqlite(table) if sqlite else _on_postgresql(table, terms)
    wanted = {"query": " ".join(map(_fts5, terms))} if sqlite else _given(terms)
    for row in connection.execute(statement, {**wanted, "limit": limit}):
        yield row.seq, *_marked(row.snippet)


def holds(connection: Connection, table: Table, query: str) -> ColumnElement[bool]:
    """The condition that a row of ``reports`` or ``entries`` holds every term of ``query``; no row holds an empty one."""
    terms = list(_terms(query))
    if not terms:
        return false()
    if connection.dialect.name == "sqlite":
        found = text(f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH :wanted")
        wanted = {"wanted": " ".join(map(_fts5, terms))}
    else:
        words = "title || ' ' || text" if table.name == "reports" else "gist"
        found = text(f"SELECT seq AS rowid FROM {table.name} WHERE to_tsvector('english', {words}) @@ {_tsquery(terms)}")
        wanted = _given(terms)
    return table.c.seq.in_(found.bindparams(**wanted).columns(column("rowid")))


def _terms(query: str) -> Iterator[tuple[str, bool]]:
    """Each term, and whether it is only a beginning."""
    for match in list(TERM.finditer(query[:1000]))[:MOST_TERMS]:
        phrase, word = match.groups()
        kept = (phrase if phrase is not None else word.rstrip("*")).replace('"', " ").replace("\0", " ")
        if re.search(r"\w", kept):
            yield kept, bool(word and word.endswith("*"))


def _fts5(term: tuple[str, bool]) -> str:
    return f'"{term[0]}"' + ("*" if term[1] else "")


def _on_sqlite(table: str) -> TextClause:
    column = 1 if table == "reports" else 0
    return text(
        f"SELECT rowid AS seq, snippet({table}_words, {column}, char(2), char(3), '…', 24) AS snippet "
        f"FROM {table}_words WHERE {table}_words MATCH :query ORDER BY rank LIMIT :limit"
    )


def _tsquery(terms: Sequence[tuple[str, bool]]) -> str:
    """All terms as a query of PostgreSQL, over the parameters of ``_given``."""
    each = ("to_tsquery('english', quote_literal(:term{0}) || ':*')", "phraseto_tsquery('english', :term{0})")
    return "(" + " && ".join(each[not begins].format(place) for place, (_, begins) in enumerate(terms)) + ")"


def _given(terms: Sequence[tuple[str, bool]]) -> dict[str, str]:
    return {f"term{place}": term for place, (term, _) in enumerate(terms)}


def _on_postgresql(table: str, terms: Sequence[tuple[str, bool]]) -> TextClause:
    column = "title || ' ' || text" if table == "reports" else "gist"
    shown = "StartSel=\x02, StopSel=\x03, MaxWords=24, MinWords=8"
    words, query = f"to_tsvector('english', {column})", _tsquery(terms)
    return text(
        f"SELECT seq, ts_headline('english', {column}, {query}, '{shown}') AS snippet "
        f"FROM {table} WHERE {words} @@ {query} ORDER BY ts_rank({words}, {query}) DESC LIMIT :limit"
    )


def _marked(snippet: str) -> tuple[str, tuple[Span, ...]]:
    """The snippet without the signs around what was found, and the spans that they stood around."""
    shown: list[str] = []
    marks: list[Span] = []
    at = opened = 0
    for piece in re.split(f"([{OPENED}{CLOSED}])", snippet):
        if piece == OPENED:
            opened = at
        elif piece == CLOSED:
            marks.append(Span(opened, at))
        else:
            shown.append(piece)
            at += len(piece)
    return "".join(shown), tuple(marks)
