"""People's names in a text: those of the registry, full names that the report itself gives, and surnames that lead back to either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.actors import heads
from onrecord.actors.heads import RANKS, TITLES
from onrecord.actors.rows import Row
from onrecord.actors.scan import Hit
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words, skeleton

JOINS = (" ", "-", "'", "’", "\xa0", "‑")
ABBREVIATED = frozenset(
    [
        "jr",
        "sr",
        "st",
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "sen",
        "rep",
        "gov",
        "sens",
        "reps",
        "pres",
        "prof",
    ]
)
MAX_WORDS = 6
FRAME, SPELLED_APART = 4, 2
"""Two spellings of a surname have so many consonants in common at least, and so many letters more at most."""


class Item(NamedTuple):
    """A name in the text, at the words ``first`` to ``last``: a person on the stage, or what the registry says that it may mean."""

    first: int
    last: int
    figure: Figure | None = None
    hit: Hit | None = None
    form: str = "name"
    score: float = 1.0
    by: str = "registry"


@dataclass(slots=True)
class Names:
    """Collects the names of one text; ``hinted`` are words that the reader takes for a participant or a person, ``persons`` the latter."""

    words: Words
    stage: Stage
    hinted: set[int]
    persons: set[int]
    at: dict[int, Item] = field(default_factory=dict)

    def collect(self, hits: Iterable[Hit]) -> list[Item]:
        """All names of the text in its order."""
        for hit in hits:
            person = self._person(hit)
            self._put(Item(hit.first, hit.last, self.stage.of(person)) if person else Item(hit.first, hit.last, hit=hit))
            if person and hit.last > hit.first:
                self.stage.spelled(self.stage.of(person), self.words.forms[hit.last])
        for start, first, last in list(self._runs(weak=True)):
            if last > first and any(index in self.at for index in range(first, last + 1)):
                self._full(start, first, last)
        left = [run for run in list(self._runs(weak=False)) if run[1] == run[2] or not self._full(*run)]
        for item in list(self.at.values()):
            if item.figure and item.by == "registry":
                self._titled(item.figure, self.title(item.first, item.first))
        for item in list(self.at.values()):
            if self._is_surname(item):
                self._short(item.first, item.first, item.first)
        for start, first, last in left:
            self._short(start, first, last)
        self._first_names(left)
        return sorted({item.first: item for item in self.at.values()}.values(), key=lambda item: item.first)

    def _is_surname(self, item: Item) -> bool:
        """Whether the name of a place is that of somebody in the report ("Paris said")."""
        if item.figure or item.last > item.first or not item.hit or self.words.forms[item.first] not in self.stage.shorts:
            return False
        before = self.words.lowers[item.first - 1] if item.first else ""
        place = not item.hit.entries or item.hit.entries[0][1] == "seat"
        return place and before not in heads.PREPOSITIONS

    def _put(self, item: Item) -> None:
        for index in range(item.first, item.last + 1):
            self.at.pop(index, None)
            self.at[index] = item

    def _person(self, hit: Hit) -> Row | None:
        people = [row for row, _ in hit.entries if row.kind == "person"]
        if len(people) > 1:
            people = [row for row in people if any(term.covers(self.stage.day) for term in row.terms)] or people
        return people[0] if (people and len(people) == len(hit.entries)) or len(people) == 1 == len(hit.entries) else None

    def _runs(self, weak: bool) -> Iterator[tuple[int, int, int]]:
        """(start, first, last): capitalised words in a row; the titles before the name are at ``start``, the name begins at ``first``."""
        words, ended = self.words, -1
        for at, form in enumerate(words.forms):
            known = at <= ended or not form[0].isupper() or words.lowers[at] in heads.NOT_NAMES
            if not known and self._free(at, weak, at) and not words.model(at):
                ended = at
                while (step := self._next(ended, weak, at)) > 0:
                    ended = step
                yield at, self._past_titles(at, ended), ended

    def _past_titles(self, first: int, last: int) -> int:
        """Where the name begins: after the last title or domain ("Greek Shipping Minister | Manolis Vrettakos", "Economic Affairs |
        Robert Habeck"). Behind an office a noble title is a given name ("spokesperson | Prince Epenge").
        """
        low, given = self.words.lowers, self.stage.registry.given
        for at in range(last - 1, first - 1, -1):
            if (low[at] in TITLES or low[at] in RANKS or low[at] in heads.DOMAINS) and (self.words.forms[at] not in given or at == first):
                noble = low[at] in heads.NOBLE_NAMES and at + 1 == last and at and low[at - 1] in heads.OFFICES
                return at if noble else at + 1
        return first

    def _free(self, at: int, weak: bool, start: int) -> bool:
        """Whether a word may stand in a person's name: no name of the registry, or a place or adjective beside a given name (``Enrique
        Paris``).
        """
        item = self.at.get(at)
        if item is None:
            return True
        if not weak or item.figure or item.last > item.first or not item.hit:
            return False
        given = self.stage.registry.given
        if at > start:
            before = start - (start > 0 and self.words.gap(start - 1) in (" ", ", "))
            after_title = not item.hit.entries and any(low in TITLES for low in self.words.lowers[before:at])
            return (
                after_title
                or (at in self.persons and start in self.persons)
                or any(self.words.forms[index] in given for index in range(start, at))
            )
        if self.words.forms[at] in given:
            return True
        return not item.hit.entries and not (at and self.words.lowers[at - 1] in heads.PREPOSITIONS)

    def _next(self, last: int, weak: bool, start: int) -> int:
        """The next word of the run, past particles; -1 where it ends."""
        words, at = self.words, last
        while at + 1 < len(words.forms) and at - start < MAX_WORDS:
            gap = words.gap(at)
            short = len(words.forms[at]) == 1 or words.lowers[at] in ABBREVIATED
            if gap not in JOINS and not (short and gap in (". ", ".")):
                return -1
            at += 1
            if at - last > 3 or not self._free(at, weak, start):
                return -1
            if words.forms[at][0].isupper():
                return -1 if words.lowers[at] == "s" or (gap == "-" and self._pair(last, at)) else at
            if gap == "-" and 1 < len(words.forms[at]) < 6 and words.lowers[at] not in heads.HYPHENED:
                return at
            if words.lowers[at] not in heads.PARTICLES:
                return -1
        return -1

    def _pair(self, first: int, last: int) -> bool:
        """Whether a hyphen stands between the surnames of two people ("the Trump-Putin talks")."""
        forms, surnames = self.words.forms, self.stage.registry.surnames
        return any(row.terms for row in surnames.get(forms[first], ())) and (
            any(row.terms for row in surnames.get(forms[last], ())) or forms[last] in self.stage.shorts or forms[last] in self.stage.firsts
        )

    def title(self, start: int, first: int) -> list[str]:
        """The title words before a name, those before the capitalised run included; "former" among them."""
        words = self.words
        title = list(words.lowers[start:first])
        at = start - 1
        while at >= 0 and len(title) < 6 and words.gap(at) in (" ", "-", ". ", ", " if heads.ADDRESSES.issuperset(title) else " "):
            low = words.lowers[at]
            if (low not in TITLES and low not in RANKS and not (low in heads.DOMAINS or low == "of")) or (
                at in self.at and not self.at[at].hit
            ):
                break
            title.insert(0, low)
            at -= 1
        while title and (title[0] == "of" or (title[0] in heads.DOMAINS and title[0] not in TITLES and len(title) == 1)):
            title.pop(0)
        return title

    def _titled(self, figure: Figure, title: list[str]) -> None:
        if title:
            self.stage.called(figure, title)

    def _full(self, start: int, first: int, last: int) -> bool:
        """Put the person of a full name on the stage, if it is one."""
        words = self.words
        lowers = words.lowers[first : last + 1]
        if (
            first > last
            or last - first > 4
            or any(word in heads.ORG_WORDS for word in lowers)
            or lowers[-1] in heads.DOMAINS
            or (start and words.lowers[start - 1] in heads.FIRMS and words.gap(start - 1) == " ")
            or any(word in TITLES - heads.NOBLE_NAMES for word in lowers[:-1] if word.capitalize() not in self.stage.registry.given)
        ):
            return False
        name = self._spelled(first, last)
        row = self._row(first, last)
        title = self.title(start, first)
        if row:
            figure = self.stage.of(row)
        elif title or self._looks_a_person(first, last):
            same = self.stage.short(" ".join(words.forms[first : last + 1]))
            after_the = start == first and start and words.lowers[start - 1] == "the" and words.gap(start - 1) == " "
            figure = same[0] if same else self.stage.named(name, "body" if after_the else "person")
        else:
            return False
        self._titled(figure, title)
        self._put(Item(first, last, figure, by="full name in the report"))
        return True

    def _spelled(self, first: int, last: int) -> str:
        words = self.words
        end = words.ends[last]
        if words.lowers[last] in ("jr", "sr") and words.text[end : end + 1] == ".":
            end += 1
        return " ".join(words.text[words.starts[first] : end].split())

    def _row(self, first: int, last: int) -> Row | None:
        """The registry's person of a name that is written with initials or a suffix which the registry leaves out."""
        forms = [form for form in self.words.forms[first : last + 1] if len(form) > 1 and form.lower() not in ("jr", "sr", "iii")]
        rows = [row for row, _ in self.stage.registry.names.get(" ".join(forms), ()) if row.kind == "person"] if len(forms) > 1 else []
        return rows[0] if rows else self.stage.registry.spelling(" ".join(forms)) if len(forms) > 1 else None

    def _looks_a_person(self, first: int, last: int) -> bool:
        words = self.words
        if any(form.isupper() and len(form) > 3 for form in words.forms[first : last + 1]) or any(
            form.isdigit() for form in words.forms[first : last + 1]
        ):
            return False
        after = words.lowers[last + 1] if last + 1 < len(words.lowers) else ""
        hinted = first in self.hinted and last in self.hinted
        if words.forms[first] in self.stage.registry.given or hinted or (after in heads.SAYING and words.gap(last) == " "):
            return True
        return words.gap(last) == ", " and self._described(last + 1)

    def _described(self, at: int) -> bool:
        """Whether a title stands in apposition here: "the Norwegian foreign minister", "a lawyer"."""
        low = self.words.lowers[at : at + 6]
        return bool(low) and low[0] in ("the", "a", "an", "his", "her", "their") and any(word in TITLES for word in low)

    def _short(self, start: int, first: int, last: int) -> None:
        """A surname, a first name or the end of a full name of somebody in the report; else of the one such person in the registry."""
        words, stage = self.words, self.stage
        short = " ".join(words.forms[first : last + 1])
        if (words.lowers[last] in TITLES or words.lowers[last] in RANKS) and short not in stage.shorts:
            return
        title = self.title(start, first)
        known = stage.short(short) or stage.firsts.get(short) or (self._respelled(short) if first == last else ())
        if known:
            figure = _fitting(known, title)
            self._titled(figure, title)
            self._put(
                Item(first, last, figure, form="surname", score=0.95 if len(known) == 1 else 0.7, by="short name of a person in the report")
            )
            return
        if last > first:
            for at in range(first, last + 1):
                self._short(at if at > first else start, at, at)
            return
        row = self._by_surname(short, bool(title))
        if row:
            self._titled(stage.of(row), title)
            self._put(Item(first, last, stage.of(row), form="surname", score=0.8, by="surname in the registry"))
        elif title and title[-1] in heads.ADDRESSES and len(short) > 2 and short.lower() not in heads.ORG_WORDS:
            figure = stage.named(words.text[words.starts[first] : words.ends[last]], "person")
            self._titled(figure, title)
            self._put(Item(first, last, figure, form="surname", score=0.6, by="title and surname"))

    def _respelled(self, short: str) -> list[Figure]:
        """The person in the report whose surname is another spelling of a word ("Zelensky" where it said "Volodymyr Zelenskiy")."""
        near = {
            figure.name: figure
            for name, figures in self.stage.shorts.items()
            if name[0] == short[0] and abs(len(name) - len(short)) <= SPELLED_APART and " " not in name and _same_frame(name, short)
            for figure in figures
        }
        return list(near.values()) if len(near) == 1 else []

    def _first_names(self, left: list[tuple[int, int, int]]) -> None:
        """People whom the report calls by nothing but a given name, more than once."""
        alone: dict[str, list[int]] = {}
        for _, first, last in left:
            if first == last and first not in self.at and self.words.forms[first] in self.stage.registry.given:
                alone.setdefault(self.words.forms[first], []).append(first)
        for places in alone.values():
            if len(places) > 1:
                name = self.words.text[self.words.starts[places[0]] : self.words.ends[places[0]]]
                for at in places:
                    self._put(Item(at, at, self.stage.named(name, "person"), score=0.5, by="given name, again and again"))

    def _by_surname(self, short: str, titled: bool) -> Row | None:
        rows = [row for row in self.stage.registry.surnames.get(short, ()) if row.terms]
        if not rows or (not titled and (short.lower() in heads.COMMON_SURNAMES or len(short) < 4)):
            return None
        now = [row for row in rows if any(term.covers(self.stage.day) and not term.attested for term in row.terms)]
        if len(now) == 1 and self.stage.day:
            return now[0]
        sure = [row for row in rows if row.terms[0].source in ("own", "user")]
        return sure[0] if len(sure) == 1 and len(now) == 0 else None


def _same_frame(one: str, other: str) -> bool:
    frame = skeleton(one)
    return len(frame) >= FRAME and frame == skeleton(other)


def _fitting(known: Iterable[Figure], title: list[str]) -> Figure:
    female, male = bool({"mrs", "ms", "miss"} & set(title)), "mr" in title
    people = list(dict.fromkeys(figure.name for figure in known))
    figures = {figure.name: figure for figure in known}
    fit = [figures[name] for name in people if not (female and figures[name].gender == "m") and not (male and figures[name].gender == "f")]
    return (fit or list(figures.values()))[0]
