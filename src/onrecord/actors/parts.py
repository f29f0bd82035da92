"""A noun phrase taken apart: determiners, head, what follows it, and the names within."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.actors import heads
from onrecord.actors.people import Item
from onrecord.actors.words import Words
from onrecord.nouns import Span

HOLDING = frozenset(("secretary", "minister", "ministry", "department", "chief", "chiefs", "ministers"))


class Parts(NamedTuple):
    """A phrase taken apart, all by word index.

    ``first``: past determiners; ``end``: the last word of its head; ``cut``: the preposition or comma after it; ``last``: its last word.
    ``owner`` is a possessive pronoun among the determiners.
    """

    span: Span
    first: int
    end: int
    cut: int
    last: int
    items: list[Item]
    determiners: frozenset[str] = frozenset()
    owner: str = ""

    @property
    def indefinite(self) -> bool:
        """Whether the determiners count or pick: "an American", "four Israelis"."""
        return bool(self.determiners - {"the", "this", "that"})


class Cutter:
    """Takes the phrases of one report apart."""

    def __init__(self, words: Words, items: Sequence[Item]) -> None:
        self.words, self.items = words, items
        self.starts = [item.first for item in items]

    def inside(self, first: int, last: int) -> list[Item]:
        """The names that lie within the words."""
        found = []
        for item in self.items[bisect_left(self.starts, first) :]:
            if item.first > last:
                break
            if item.last <= last:
                found.append(item)
        return found

    def parts(self, span: Span) -> Parts | None:
        """Take a phrase apart; ``None`` where it has no words."""
        within, low = self.words.within(span), self.words.lowers
        first, last = within.start, within.stop - 1
        while last > first and (low[last] in heads.SELVES or (low[last] == "s" and self.words.gap(last - 1) in ("'", "’"))):
            last -= 1
        last = self._whole(first, last)
        items = self.inside(first, last)
        begins = {item.first for item in items}
        determiners, owner = set[str](), ""
        while (
            first < last
            and first not in begins
            and (low[first] in heads.DETERMINERS or low[first] in heads.NUMBERS or low[first].isdigit())
            and not (low[first] in heads.NUMBERS and self._named(first))
        ):
            owner = low[first] if low[first] in heads.POSSESSIVE else owner
            determiners.add(low[first])
            first += 1
        if first > last:
            return None
        end, cut = self._head(first, last, items)
        return Parts(span, first, end, cut, last, items, frozenset(determiners), owner)

    def _whole(self, first: int, last: int) -> int:
        """The last word, moved to the end of a name of the registry that the phrase cuts in two: "the Organization | for Security"."""
        at = bisect_right(self.starts, last) - 1
        cut = at >= 0 and self.items[at].hit and first <= self.items[at].first and last < self.items[at].last
        return self.items[at].last if cut and self.words.forms[last + 1].islower() else last

    def _named(self, at: int) -> bool:
        """Whether a number begins a name: a capital inside a sentence ("the | Three Seas Initiative")."""
        forms = self.words.forms
        return at + 1 < len(forms) and forms[at][0].isupper() and forms[at + 1][0].isupper() and not self.words.opens(at)

    def _head(self, first: int, last: int, items: list[Item]) -> tuple[int, int]:
        low, gap = self.words.lowers, self.words.gap
        for at in range(first, last + 1):
            if at > first and low[at] in heads.PREPOSITIONS:
                named = any(item.first <= at <= item.last for item in items)
                if not named and "-" not in (gap(at - 1), gap(at)) and not self._in_office(at, last):
                    return at - 1, at
            inside = any(item.first <= at < item.last for item in items)
            if at < last and ("," in (after := gap(at)) or "(" in after) and not inside and not self._row(at, last, items):
                return at, at + 1
        return last, last + 1

    def _row(self, at: int, last: int, items: list[Item]) -> bool:
        """Whether the comma after a word parts names in a row before their noun: "the U.S. | , Italian and Greek governments"."""
        ends = [item for item in items if item.last >= at]
        if len(ends) < 2 or ends[0].last != at or ends[1].first != at + 1 or ends[-1].last >= last:
            return False
        return self.words.lowers[ends[-1].first - 1] == "and" and all(one.last + 2 >= other.first for one, other in pairwise(ends))

    def _in_office(self, at: int, last: int) -> bool:
        """Whether ``of`` belongs to an office ("secretary of state", "minister of foreign affairs", "chief of staff")."""
        low = self.words.lowers
        return low[at] == "of" and low[at - 1] in HOLDING and at < last and low[at + 1] in heads.DOMAINS
