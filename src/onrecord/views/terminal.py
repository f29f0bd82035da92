"""Tables, timelines and marked sentences on a terminal, through rich. Text is never read as markup, and never obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from onrecord.nouns import Findings, Report
from onrecord.views import explain
from onrecord.views.listings import NONE, entries
from onrecord.views.markup import Piece, passages, pieces
from onrecord.views.printable import one_line, printable
from onrecord.views.sheet import facts, heading
from onrecord.views.table import Column, Table
from onrecord.views.timeline import Timeline

if TYPE_CHECKING:
    from onrecord.ledger import Record, Run

NARROW = 110
"""Below this width the chain stands under its entry instead of beside it."""
ROOMY = 72
"""From this width on, days and names keep the width they ask for."""
SIGN_STYLES = {"●": "green", "◐": "green", "○": "cyan", "◌": "cyan", "◇": "magenta", "△": "red", "⊘": "red", "✕": "red", "∴": "dim"}
PART_STYLES = {
    "anchor": "bold yellow",
    "cue": "bold yellow",
    "time": "cyan",
    "due": "cyan",
    "length": "cyan",
    "said": "cyan",
    "content": "italic",
    "demand": "italic",
    "consequence": "red",
    "condition": "magenta",
    "place": "blue",
}


def grid(table: Table, wide: int, header: bool = True, like: Table | None = None) -> RenderableType:
    """A table for a terminal ``wide`` columns wide; its columns are as wide as those of the longer table ``like``."""
    columns, rows = _laid_out(table, wide)
    model = _laid_out(like, wide)[1] if like else rows
    shown = Grid(box=box.SIMPLE_HEAD if header else None, show_header=header, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for place, column in enumerate(columns):
        limit = (column.widest * 3 // 2 if wide >= NARROW and not column.whole else column.widest) or None
        least = min(limit, _widest(model, place)) if limit and (column.whole or wide >= ROOMY) else None
        shown.add_column(column.header, max_width=limit, min_width=least, overflow="fold", no_wrap=column.whole, ratio=None if limit else 1)
    for row in _once(rows):
        shown.add_row(*row)
    return shown


def sections(found: Timeline, wide: int, snippets: Mapping[str, str] = NONE) -> RenderableType:
    """A timeline, section under section, their columns under each other."""
    parts: list[RenderableType] = []
    whole = entries([record for _, records in found.sections() for record in records], "", snippets)
    for title, records in found.sections():
        parts += [Text(title, style="bold underline"), Padding(grid(entries(records, "", snippets), wide, False, whole), (0, 0, 1, 0))]
    return Group(*parts)


def explained(findings: Findings, wide: int) -> RenderableType:
    """All that was found in one report, a table a kind."""
    parts: list[RenderableType] = [Text(explain.heading(findings), style="bold")]
    for title, table in explain.sections(findings):
        parts += [Text(f"\n{title}", style="bold underline"), grid(table, wide)]
    return Group(*parts)


def sheet(record: Record, report: Report | None, run: Run | None = None, origins: str = "") -> RenderableType:
    """One entry: heading, facts, and the sentences with their evidence."""
    shown = Grid(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    shown.add_column(style="dim", no_wrap=True)
    shown.add_column(overflow="fold")
    for name, line in facts(record, report, run, origins):
        shown.add_row(name, Text(line))
    found = passages(report.text, record.entry.evidence) if report else ()
    sentences = [Padding(marked(pieces(report.text, one, record.entry.evidence)), (1, 0, 0, 2)) for one in found if report]
    return Group(Text(heading(record), "bold"), Padding(shown, (1, 0, 0, 2)), *sentences)


def marked(found: Iterable[Piece]) -> Text:
    """A sentence with its evidence in colour, the part that each stretch proves after it in small brackets."""
    text = Text()
    for piece in found:
        style = next((PART_STYLES[part] for part in reversed(piece.parts) if part in PART_STYLES), "bold" if piece.parts else "")
        text.append("[" * len(piece.opens), "dim")
        text.append(printable(" ".join(piece.text.split("\n"))), style)
        for part in piece.closes:
            text.append(f"|{part}]", "dim")
    return text


def show(what: RenderableType, wide: int | None = None) -> None:
    """Print on standard output; ``wide`` overrides the terminal's own width."""
    Console(width=wide, highlight=False, markup=False, emoji=False, soft_wrap=False).print(what)


def terminal_width() -> int:
    """Columns of the terminal on standard output."""
    return Console().width


def _cell(column: Column, text: str) -> Text:
    style = SIGN_STYLES.get(text[:1], "yellow") if column.style == "status" else column.style
    return Text(one_line(text), style=style)


def _laid_out(table: Table, wide: int) -> tuple[tuple[Column, ...], list[tuple[Text, ...]]]:
    """Columns and cells; on a narrow terminal the column that tells who says so is folded under the one before it."""
    headers = [column.header for column in table.columns] if wide < NARROW else []
    place = headers.index("Says") if "Says" in headers else headers.index("Through") if "Through" in headers else 0
    if not place:
        return table.columns, [tuple(map(_cell, table.columns, row)) for row in table.rows]
    columns = table.columns[:place] + table.columns[place + 1 :]
    rows = []
    for row in table.rows:
        cells = list(map(_cell, table.columns, row))
        below = cells.pop(place)
        cells[place - 1] = Text.assemble(cells[place - 1], "\n", ("says " if headers[place] == "Says" else "through ", "dim"), below)
        rows.append(tuple(cells))
    return columns, rows


def _widest(rows: Sequence[Sequence[Text]], place: int) -> int:
    return max((row[place].cell_len for row in rows), default=0)


def _once(rows: Iterable[tuple[Text, ...]]) -> Iterable[tuple[Text, ...]]:
    """The rows with a first cell only where it differs from the one above."""
    above = ""
    for row in rows:
        yield (Text() if row[0].plain == above else row[0], *row[1:])
        above = row[0].plain
