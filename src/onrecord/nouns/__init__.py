"""What things are: frozen, slotted values without I/O and without a clock.

Takes nothing and gives the names that every room speaks in. A noun knows facts about itself (a span its length, a window its ISO form);
it does not read, resolve, link or store anything.
"""

from onrecord.nouns.actor import Actor, Cast, Mention, Office, Party, Referent
from onrecord.nouns.event import DeadlineMention, Event
from onrecord.nouns.findings import Findings
from onrecord.nouns.reading import Arc, Label, Mark, Reading
from onrecord.nouns.report import Published, Report
from onrecord.nouns.span import Span
from onrecord.nouns.statement import Source, Statement
from onrecord.nouns.when import Bound, When, Window

__all__ = [
    "Actor",
    "Arc",
    "Bound",
    "Cast",
    "DeadlineMention",
    "Event",
    "Findings",
    "Label",
    "Mark",
    "Mention",
    "Office",
    "Party",
    "Published",
    "Reading",
    "Referent",
    "Report",
    "Source",
    "Span",
    "Statement",
    "When",
    "Window",
]
