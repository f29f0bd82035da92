"""What is kept: reports, entries, links. Nothing is ever overwritten.

Takes reports with their entries and links, and the time at which it is told of them; gives a read-only ``View`` of what was known on a day.
``open`` opens a file (made on the spot where there is none) or a database by URL; ``Ledger.writer`` adds, one transaction a report;
``Ledger.view`` reads. It does not read texts, link entries, or know what time it is.
"""

from onrecord.ledger.choose import Choice
from onrecord.ledger.errors import LedgerError, NewerLedgerError, NoLedgerError, NotALedgerError
from onrecord.ledger.open import Ledger, open  # noqa: A004 - the room's verb
from onrecord.ledger.rows import ActorRow, Excerpt, Grouped, Hit, JudgementRow, Record, ReportRow, Run, StoryRow, ThreadRow, Told
from onrecord.ledger.view import View
from onrecord.ledger.writer import Writer

__all__ = [
    "ActorRow",
    "Choice",
    "Excerpt",
    "Grouped",
    "Hit",
    "JudgementRow",
    "Ledger",
    "LedgerError",
    "NewerLedgerError",
    "NoLedgerError",
    "NotALedgerError",
    "Record",
    "ReportRow",
    "Run",
    "StoryRow",
    "ThreadRow",
    "Told",
    "View",
    "Writer",
    "open",
]
