"""What entries are to each other: links, threads with their life, stories.

Takes entries filed by the day of their report, and earlier ones near them (``near``: any index will do); gives links with score and
reasons. Threads (one meeting, deadline, act or quotation) and their states are derived from links and a person's judgements, never stored.
It does not read texts, keep anything, or know what day it is: the day is an argument.
"""

from onrecord.linking.candidates import Index, Query, keys, query
from onrecord.linking.courses import Change
from onrecord.linking.filed import Filed
from onrecord.linking.life import Contradiction, Life, in_order, live
from onrecord.linking.link import explain, link
from onrecord.linking.threads import Judgement, Thread, place, placed, thread_id, threads

__all__ = [
    "Change",
    "Contradiction",
    "Filed",
    "Index",
    "Judgement",
    "Life",
    "Query",
    "Thread",
    "explain",
    "in_order",
    "keys",
    "link",
    "live",
    "place",
    "placed",
    "query",
    "thread_id",
    "threads",
]
