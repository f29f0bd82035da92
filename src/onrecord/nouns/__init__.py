"""What things are: frozen, slotted values without I/O and without a clock.

Takes nothing and gives the names that every room speaks in. A noun knows facts about itself (a span its length, a window its ISO form);
it does not read, resolve, link or store anything.
"""

from onrecord.nouns.actor import Actor, Cast, Mention, Office, Party, Referent
from onrecord.nouns.entry import Account, Act, Deadline, Entry, Evidence, Meeting, Participant, Quote, Timing
from onrecord.nouns.event import DeadlineMention, Event
from onrecord.nouns.findings import Findings
from onrecord.nouns.link import Link
from onrecord.nouns.plain import digest, plain, restore
from onrecord.nouns.reading import Arc, Label, Mark, Reading
from onrecord.nouns.report import Published, Report
from onrecord.nouns.span import Span
from onrecord.nouns.statement import Source, Statement
from onrecord.nouns.when import Bound, When, Window

__all__ = [
    "Account",
    "Act",
    "Actor",
    "Arc",
    "Bound",
    "Cast",
    "Deadline",
    "DeadlineMention",
    "Entry",
    "Event",
    "Evidence",
    "Findings",
    "Label",
    "Link",
    "Mark",
    "Meeting",
    "Mention",
    "Office",
    "Participant",
    "Party",
    "Published",
    "Quote",
    "Reading",
    "Referent",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Timing",
    "When",
    "Window",
    "digest",
    "plain",
    "restore",
]
