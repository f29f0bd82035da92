"""The room's verb: what new entries are to earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.linking.candidates import Ask, query
from onrecord.linking.compare import AHEAD, OVER, compare
from onrecord.linking.filed import Filed
from onrecord.linking.parties import Country, nowhere
from onrecord.linking.revisions import relation
from onrecord.linking.score import SCORER, THRESHOLD, score
from onrecord.nouns import Link

SURE = 0.8
MOST = 3
"""At most so many links of one entry are kept, the surest."""


def link(new: Sequence[Filed], near: Ask, country: Country = nowhere) -> tuple[Link, ...]:
    """Links from the entries of one report to earlier ones, and to each other, surest first for each.

    ``near`` answers a ``Query`` with earlier entries (of other reports: those of this one are looked at anyway); ``country`` gives the
    country of a canonical name. The result depends on the arguments alone.
    """
    found: list[Link] = []
    ordered = sorted(new, key=within_report)
    for place, filed in enumerate(ordered):
        here = (one for one in ordered[:place] if one.entry.kind == filed.entry.kind)
        mine = {one.entry.id for one in ordered}
        there = (one for one in near(query(filed, country)) if one.entry.id not in mine and one.entry.report != filed.entry.report)
        candidates = (*here, *there)
        made = [(explain(filed, old, country), old) for old in candidates]
        likely = [(one, old) for one, old in made if one.score >= THRESHOLD]
        checked = (explain(filed, old, country, superseded=_superseded(filed, old, candidates, country)) for _, old in likely)
        sure = sorted((one for one in checked if one.score >= THRESHOLD), key=lambda one: (-one.score, one.b))
        found.extend(sure[:MOST])
    return tuple(found)


def _superseded(new: Filed, old: Filed, candidates: Sequence[Filed], country: Country) -> bool:
    """Whether what a later entry plans, puts off or calls off cannot be the earlier plan, since a report between has told its outcome."""
    if new.status not in AHEAD or old.status not in AHEAD:
        return False
    outcomes = (one for one in candidates if one.status in OVER and old.key < one.key < new.key)
    return any(explain(one, old, country).score >= SURE for one in outcomes)


def explain(new: Filed, old: Filed, country: Country = nowhere, superseded: bool = False) -> Link:
    """The link between two entries as the scorer sees it, whatever its score; ``why`` holds every feature that is not zero.

    ``superseded``: a report between the two has told what came of the earlier one.
    """
    features = compare(new, old, country)
    if features and superseded:
        features["superseded"] = 1.0
    sure = score(new.entry.kind, features) if features else 0.0
    return Link(new.entry.id, old.entry.id, relation(new, old) if features else "none", sure, tuple(features.items()), SCORER)


FIRST = ("happened", "ongoing", "postponed", "cancelled", "withdrawn", "missed", "met")
"""In one report, what became of the old comes before what is new."""


def within_report(filed: Filed) -> tuple[bool, int, str]:
    """What sorts the entries of one report: what is over or put off first, then in the order of the text."""
    start = min((proof.span.start for proof in filed.entry.evidence), default=0)
    return (filed.status not in FIRST, start, filed.entry.id)


def links_of(found: Iterable[Link], key: str) -> tuple[Link, ...]:
    """The links that an entry has, to either side."""
    return tuple(one for one in found if key in (one.a, one.b))
