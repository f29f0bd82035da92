"""Who says so: the statements whose content holds a place of the text."""

from __future__ import annotations

from onrecord.nouns import Span, Statement


def carriers(statements: tuple[Statement, ...], anchor: Span) -> tuple[int, ...]:
    """Positions of the statements that carry the words at ``anchor``, outermost first; empty where the report itself speaks."""
    holding = [index for index, statement in enumerate(statements) if any(span.overlaps(anchor) for span in statement.content)]
    return tuple(sorted(holding, key=lambda index: (depth(statements, index), -_size(statements[index]), index)))


def depth(statements: tuple[Statement, ...], index: int) -> int:
    """How many statements carry the one at ``index``."""
    seen = {index}
    carrier = statements[index].carrier
    while carrier is not None and carrier not in seen and 0 <= carrier < len(statements):
        seen.add(carrier)
        carrier = statements[carrier].carrier
    return len(seen) - 1


def _size(statement: Statement) -> int:
    return sum(len(span) for span in statement.content)
