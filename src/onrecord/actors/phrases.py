"""What a noun phrase means: the name at its head, or what its noun makes of the state, body or person beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors import heads
from onrecord.actors.offices import office
from onrecord.actors.people import Item
from onrecord.actors.rows import Row
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words
from onrecord.nouns import Span

OWNING = frozenset(("of", "in", "from", "for", "at", "inside", "within", "to", "with"))
FOLLOWERS = frozenset("supporters supporter opponents opponent critics critic victims relatives family families wife husband son daughter sister brother friend friends fans".split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """One actor that a phrase means."""

    figure: Figure
    form: str
    score: float
    by: str
    member: bool = False


@dataclass(slots=True)
class Phrases:
    """Reads phrases of one report: its words, its names in order, and the stage."""

    words: Words
    items: Sequence[Item]
    stage: Stage
    starts: list[int]

    @classmethod
    def of(cls, words: Words, items: Sequence[Item], stage: Stage) -> Phrases:
        """A reader of phrases over a report's words and names."""
        return cls(words, items, stage, [item.first for item in items])

    def inside(self, first: int, last: int) -> list[Item]:
        """The names that lie within the words."""
        found = []
        for item in self.items[bisect_left(self.starts, first) :]:
            if item.first > last:
                break
            if item.last <= last:
                found.append(item)
        return found

    def read(self, span: Span) -> list[Meaning]:
        """What the phrase at ``span`` means by its own words; empty where only the text before it could tell."""
        within = self.words.within(span)
        first, last = within.start, within.stop - 1
        lowers = self.words.lowers
        if last > first and lowers[last] in ("s", "himself", "itself", "herself", "themselves", "alone"):
            last -= 1
        while first < last and (lowers[first] in heads.DETERMINERS or lowers[first] in heads.NUMBERS or lowers[first].isdigit()) and not self._begins(first, last):
            first += 1
        if first > last:
            return []
        items = self.inside(first, last)
        whole = next((item for item in items if item.first == first and item.last == last), None)
        if whole:
            return list(self._name(whole, span))
        end, cut = self._head(first, last, items)
        person = next((item for item in reversed(items) if item.figure and item.last == end), None)
        if person and person.figure:
            self._entitle(person.figure, first, person.first, items)
            return [Meaning(person.figure, person.form, person.score, f"head of the phrase: {person.by}")]
        named = self._apposition(end, last, items)
        if named and named.figure:
            self._entitle(named.figure, first, end + 1, items)
            return [Meaning(named.figure, named.form, named.score, f"apposition: {named.by}")]
        return self._noun(span, first, end, cut, last, items)

    def _begins(self, first: int, last: int) -> bool:
        return any(item.first == first for item in self.inside(first, last))

    def _head(self, first: int, last: int, items: list[Item]) -> tuple[int, int]:
        """The last word of the head noun phrase, and the preposition or comma after it (or the end)."""
        inside = {index for item in items for index in range(item.first, item.last + 1)}
        lowers = self.words.lowers
        at = first
        while at <= last:
            if at > first and at not in inside and lowers[at] in heads.PREPOSITIONS and not self._office_of(at, last):
                return at - 1, at
            if at < last and "," in self.words.gap(at) and not (at in inside and at + 1 in inside and self._same(items, at)):
                return at, at + 1
            at += 1
        return last, last + 1

    def _office_of(self, at: int, last: int) -> bool:
        """Whether ``of`` belongs to an office ("secretary of state", "minister of foreign affairs", "chief of staff") and a name follows."""
        low = self.words.lowers
        return low[at] == "of" and low[at - 1] in ("secretary", "minister", "chief", "chairman", "head") and at < last and low[at + 1] in (
            "state", "foreign", "defence", "defense", "staff", "war", "finance", "justice", "interior", "health", "energy", "trade", "labor", "commerce", "agriculture", "education", "transportation")

    def _same(self, items: list[Item], at: int) -> bool:
        return any(item.first <= at and at + 1 <= item.last for item in items)

    def _apposition(self, end: int, last: int, items: list[Item]) -> Item | None:
        """The person named after a comma, or right after the owner of an office ("President of Ukraine Volodymyr Zelenskyy")."""
        people = [item for item in items if item.figure and item.first > end and item.last == last]
        if not people:
            return None
        item = people[-1]
        before = self.words.gap(item.first - 1) if item.first else ""
        owner = any(other.last == item.first - 1 and other.hit for other in items)
        head = self.words.lowers[end]
        return item if ("," in before or owner) and (head in heads.OFFICES or head in heads.TITLES) else None

    def _entitle(self, figure: Figure, first: int, stop: int, items: list[Item]) -> None:
        """Note the office and state that the phrase gives to a person."""
        low = self.words.lowers
        titles = [low[at] for at in range(first, stop) if (low[at] in heads.TITLES or low[at] in heads.OFFICES or low[at] in heads.RANKS or low[at] in ("of", "state", "affairs")) and not any(i.first <= at <= i.last for i in items)]
        if titles:
            self.stage.called(figure, " ".join(titles))
        figure.former = figure.former or any(word in heads.NO_LONGER for word in titles)
        for item in items:
            if item.last < stop and item.hit and item.hit.entries:
                row = item.hit.entries[0][0]
                figure.country = figure.country or row.country

    def _name(self, item: Item, span: Span) -> Iterator[Meaning]:
        if item.figure:
            yield Meaning(item.figure, item.form, item.score, item.by)
        elif item.hit and item.hit.entries:
            row, form = item.hit.entries[0]
            definite = self.words.text[span.start : span.start + 4].lower() == "the "
            yield Meaning(self.stage.of(row), form, 0.95, f"registry: {form}", member=form == "people" and not definite)

    def owners(self, items: list[Item]) -> list[Figure]:
        """The states, bodies and groups among names."""
        found = []
        for item in items:
            if item.hit and item.hit.entries:
                found.append(self.stage.of(item.hit.entries[0][0]))
            elif item.hit and item.hit.place in self.stage.registry.rows:
                found.append(self.stage.of(self.stage.registry.rows[item.hit.place]))
        return found

    def _noun(self, span: Span, first: int, end: int, cut: int, last: int, items: list[Item]) -> list[Meaning]:
        low = self.words.lowers
        noun = low[end]
        before = [item for item in items if item.last < end]
        at_end = [item for item in items if item.last == end]
        if at_end and at_end[-1].hit:
            return list(self._name(at_end[-1], self.words.span(first, end)))
        people = [item.figure for item in before if item.figure]
        if people and noun in ("administration", "presidency", "government") and people[-1]:
            state = self.stage.registry.states.get(people[-1].country, "")
            row = self.stage.registry.rows.get(state)
            if row and noun == "government":
                row = self.stage.registry.organ("government", state) or row
            return [Meaning(self.stage.of(row), "epithet", 0.9, "administration of a person")] if row else []
        owners = self.owners(before)
        prepositional = False
        if not owners and cut <= last and low[cut] in OWNING and noun not in FOLLOWERS:
            owners, prepositional = self.owners(self._after(cut, last, items)), True
        if not owners and people and noun in heads.SPEAKERS:
            return [Meaning(one, "epithet", 0.8, "somebody of a person's", member=True) for one in people[-1:] if one]
        if not owners and cut <= last and low[cut] in ("for", "to", "of") and noun in heads.SPEAKERS:
            after = [item.figure for item in items if item.first > cut and item.figure]
            return [Meaning(after[0], "epithet", 0.8, "somebody of a person's", member=True)] if after else []
        if owners:
            return [found for owner in self._distinct(owners, noun) for found in self._owned(owner, first, end, prepositional, before)]
        return self._proper(first, end, last)

    def _after(self, cut: int, last: int, items: list[Item]) -> list[Item]:
        """The names joined by commas and ``and`` that follow the preposition."""
        found: list[Item] = []
        for item in items:
            if item.first > cut and (not found or all(self.words.lowers[at] in ("and", "the", "or") for at in range(found[-1].last + 1, item.first))):
                found.append(item)
        return found

    def _distinct(self, owners: list[Figure], noun: str) -> list[Figure]:
        unique = list(dict.fromkeys(owner.name for owner in owners))
        figures = [self.stage.figures[name] for name in unique]
        return figures if len(figures) == 1 or noun.endswith(("s", "men", "people", "police", "troops", "forces")) else figures[-1:]

    def _owned(self, owner: Figure, first: int, end: int, prepositional: bool, before: list[Item]) -> Iterator[Meaning]:
        low = self.words.lowers
        start = max((item.last + 1 for item in before if item.last < end), default=first)
        if low[start] == "s" and start < end:
            start += 1
        nouns = list(low[start : end + 1])
        if owner.kind in ("state", "place") or owner.row is not None:
            for at in range(len(nouns)):
                organ = self.stage.registry.organ(" ".join(nouns[at:]), owner.name)
                if organ:
                    yield Meaning(self.stage.of(organ), "name", 0.9, "organ of a state")
                    return
        noun = nouns[-1]
        if noun in heads.OFFICES and not prepositional or (noun in heads.OFFICES and prepositional and low[end + 1] == "of"):
            person = self.holder(" ".join(nouns), owner)
            if person:
                yield Meaning(person, "title", 0.9, "office held on the day")
                return
            if noun not in heads.SPEAKERS and noun not in ("ambassador", "envoy", "diplomat", "commander", "general", "judge", "director", "aide", "commissioner", "counterpart"):
                return
        itself = noun in heads.ITSELF or (owner.kind in ("armed-group", "group") and noun in heads.GROUPS)
        if itself and not prepositional:
            yield Meaning(owner, "epithet", 0.85, "the actor by its kind")
            return
        yield Meaning(owner, "epithet", 0.8, "members of an actor", member=True)

    def holder(self, title: str, owner: Figure) -> Figure | None:
        """Who holds an office of ``owner``: the person to whom the report gives it, else the one whom the registry proves for the day."""
        words = title.split()
        former = any(word in heads.NO_LONGER for word in words)
        wanted = office(" ".join(word for word in words if word not in heads.RANKS))
        fit = [
            figure
            for figure in self.stage.figures.values()
            if figure.kind == "person" and wanted in figure.titles and figure.country and figure.country == owner.country and not (former ^ figure.former)
        ]
        if fit:
            return fit[0]
        if former or "deputy" in words or "vice" in words:
            return None
        row = self.stage.registry.holder(wanted, owner.name, self.stage.day)
        return self.stage.of(row) if row else None

    def _proper(self, first: int, end: int, last: int) -> list[Meaning]:
        """A name that nobody knows: all its words capitalised."""
        forms, low = self.words.forms, self.words.lowers
        if end != last or first == end and len(forms[first]) < 3:
            return []
        capital = [form[0].isupper() or form[0].isdigit() for form in forms[first : end + 1]]
        small = [low[at] for at, big in zip(range(first, end + 1), capital, strict=True) if not big]
        if not capital[0] or not capital[-1] or any(word not in heads.PARTICLES | {"and", "for", "the", "on"} for word in small) or low[first] in heads.NOT_NAMES:
            return []
        if first == end and low[first] in heads.TITLES | heads.SIDES | heads.LEADERS | heads.OFFICES | heads.ORG_WORDS | heads.OFFICES_PLURAL:
            return []
        name = " ".join(self.words.text[self.words.starts[first] : self.words.ends[end]].split())
        return [Meaning(self.stage.named(name, "body"), "name", 0.6, "name in the report")]


def known_row(figure: Figure) -> Row | None:
    """The registry's row of a figure."""
    return figure.row
