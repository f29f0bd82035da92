"""Reading: what the learned reader says of a report.

Takes a ``Report``; gives a ``Reading``: words, sentences, tags, marks (events, deadlines, speech, mentions) and arcs, with
probabilities. One encoder pass a window; windows overlap, each word is answered for once. A statement without a cue hangs on
the mark that opens its quotation, else on its first word. Does not resolve names or times, and knows no rules.
"""

from onrecord.reading.reader import Reader
from onrecord.reading.settings import WrongWeights

__all__ = ["Reader", "WrongWeights"]
