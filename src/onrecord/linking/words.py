"""Words of an entry as linking compares them: lower case, without the common ones, cut to a stem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]{2,40}|\d{1,6}")
STEM = 5
"""So many letters of a word count: enough to tell words apart, few enough for "ceasefire" and "cease-fires", "extend" and "extended"."""

COMMON = """
the and for that this with from have has had was were are will would its his her their they them who which not but all any into than
then there when while after before about over under said says say also been being out off one two new did does done may might could
should must can between more most other some such only own same very just now until within upon him she our your you
"""

MOVED = re.compile(
    r"\b(?:postpon|reschedul|re-schedul|mov(?:e|ed|ing)\b|put (?:off|back)|push(?:ed)? back|brought forward|bring forward|extend|"
    r"delay|shift|shorten|cut|instead|rather than|new (?:date|venue|place|time)|switch|transferr|relocat|defer|adjourn|advanced to|"
    r"will now|(?:hours?|days?|weeks?|months?) (?:late|early|sooner)|"
    r"call(?:ed)? off|cancel|scrap|later than|earlier than|sooner than)",
    re.I,
)
"""Words for a planned thing that changes."""

_COMMON = frozenset(COMMON.split())


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all words that say something."""
    return frozenset().union(*map(_stems, texts))


@lru_cache(8192)
def _stems(text: str) -> frozenset[str]:
    """Those of one text: an entry is compared with very many."""
    return frozenset(word[:STEM] for word in WORD.findall(text[:2000].casefold()) if word not in _COMMON)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter list is in the longer one, 0 to 1; 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
