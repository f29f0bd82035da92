"""Events and deadlines: who does what to whom, whether it happened, and what is due by when.

Takes a report, its reading, its times, its cast and its statements; gives every event and every deadline that the report mentions,
in the order of the text, each with its participants, times, condition and the statements that carry it. The reader's marks and arcs
are the base; rules correct a status or add a deadline where the language is clear, and leave their name in ``by``.
It does not say which mentions are the same event (that is linking), nor what enters the ledger (that is entries).
"""

from onrecord.events.deadlines import deadlines
from onrecord.events.find import find

__all__ = ["deadlines", "find"]
