"""Who says so, through whom.

Takes a report, its reading, its cast and its times. Gives statements: what is said, by which act, by whom, to whom, through which
channel and chain of sources, and which statement carries which. It combines what the reader found with rules for quotation marks,
"according to", transcripts and the like. It decides no truth: "A said B attacked C" is a statement of A's, and events look up their
carriers here. It resolves no names (the cast does) and dates nothing (the times do).
"""

from onrecord.speech.find import find

__all__ = ["find"]
"""The room's one verb."""
