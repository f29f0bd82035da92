"""Who says so: the statements whose content holds a place of the text."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.nouns import Span, Statement

ACTS = frozenset({"request", "demand", "promise", "plan", "wish", "agree", "refuse"})
"""Acts whose content is what shall be done, not what is so: "Norland offered to host talks" is the report's own word."""


def carriers(here: Scene, anchor: Span) -> tuple[int, ...]:
    """Positions of the statements that carry the words at ``anchor``, outermost first; empty where the report itself speaks.

    Whoever demands, offers or refuses in the report's words claims nothing and carries nothing; nor does a threat "to" do something.
    """
    statements = here.statements
    holding = {index for index in here.contents.over(anchor) if _claims(statements[index])}
    return tuple(sorted(holding, key=lambda index: (depth(statements, index), -_size(statements[index]), index)))


def _claims(statement: Statement) -> bool:
    infinitive = statement.cue is not None and statement.content[0].start - statement.cue.end <= 4
    return statement.quote != "indirect" or not (statement.act in ACTS or (statement.act == "threaten" and infinitive))


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
