"""Leads: an agency's first paragraph says by office who did it ("Norway's energy minister said"), the next one says the bare name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import heads
from onrecord.actors.stage import Figure
from onrecord.nouns import Span

FIRST = 2
"""Among so many paragraphs the lead is: a headline or dateline may stand before it."""
ANNOUNCING = (heads.OFFICES - heads.SPEAKERS) | frozenset(
    ("adviser", "advisor", "envoy", "negotiator", "colleague", "facilitator", "mediator")
)


class Leads:
    """The paragraphs of a report and its people by where they are named; each name is given away once."""

    def __init__(self, paragraphs: Sequence[Span], people: Sequence[tuple[int, Figure]]) -> None:
        self.paragraphs, self.people = paragraphs, people
        self.given: list[Figure] = []

    def named_next(self, offset: int) -> Figure | None:
        """Whom the paragraph after the lead at ``offset`` names first of all, in full and without a title."""
        at = next((at for at, one in enumerate(self.paragraphs[:FIRST]) if one.start <= offset < one.end), len(self.paragraphs))
        if at + 1 >= len(self.paragraphs):
            return None
        following = self.paragraphs[at + 1]
        seen = {figure.name for start, figure in self.people if start < following.start}
        for start, figure in self.people:
            if following.start <= start < following.end and all(figure is not one for one in self.given):
                if figure.name in seen or not _bare(figure):
                    return None
                self.given.append(figure)
                return figure
        return None


def _bare(figure: Figure) -> bool:
    """Whether nothing but a full name is known of somebody."""
    return figure.row is None and " " in figure.name and not figure.country and not figure.office and figure.titles <= heads.COURTESIES
