"""What a noun phrase means: the name at its head, or what its noun makes of the state, body or person beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from onrecord.actors import heads
from onrecord.actors.holders import Holders
from onrecord.actors.offices import plain_office
from onrecord.actors.parts import Cutter, Parts
from onrecord.actors.people import Item
from onrecord.actors.proper import proper
from onrecord.actors.registry import WITH_ARTICLE
from onrecord.actors.rows import Row
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words
from onrecord.nouns import Span

OWNING = frozenset(("of", "in", "from", "for", "at", "inside", "within", "to", "with", "on"))
MINISTRIES = frozenset(("ministry", "department"))
SAME = {("opposite", "number"): ["counterpart"], ("governments",): ["government"]}
ONE_OF = frozenset(("a", "an", "another", "one", "every"))
BODIES = frozenset(("body", "outlet", "armed-group", "group"))
COMPASS = frozenset(("north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"))
Refer = Callable[[str, Span], "list[Meaning]"]


def _shortened(short: str, name: str) -> bool:
    words = name.partition(" (")[0].split()
    return short in (words[0], words[-1]) or (short.isupper() and short == "".join(word[0] for word in words if word[0].isupper()))


class Meaning(NamedTuple):
    """One actor that a phrase means."""

    figure: Figure
    form: str
    score: float
    by: str
    member: bool = False


class Phrases:
    """Reads phrases of one report: its words, its names in order, the stage, and ``refer``, which resolves a possessive pronoun."""

    def __init__(self, words: Words, items: Sequence[Item], stage: Stage, refer: Refer) -> None:
        self.words, self.stage, self.refer = words, stage, refer
        self.cutter = Cutter(words, items)
        self.holders = Holders(stage)

    def read(self, parts: Parts) -> list[Meaning]:
        """What a phrase means by its own words and the owner that a possessive pronoun gives it; empty where only the report could
        tell.
        """
        whole = next((item for item in parts.items if item.first == parts.first and item.last == parts.last), None)
        if whole:
            return self._name(whole, parts)
        return self._row(parts) or self._person(parts) or self._body(parts) or self._noun(parts)

    def _row(self, parts: Parts) -> list[Meaning]:
        """All of a row of names that is one phrase: "North and South Korea", "France, Spain and Norway"."""
        items, low = parts.items, self.words.lowers
        if len(items) < 2 or (items[0].first, items[-1].last) != (parts.first, parts.last):
            return []
        between = ((low[one.last + 1 : other.first], self.words.gap(one.last)) for one, other in pairwise(items))
        joined = all(words in (["and"], ["and", "the"]) or (not words and gap == ", ") for words, gap in between)
        if not joined or "and" not in low[items[-2].last + 1 : items[-1].first]:
            return []
        found = [self._name(item, parts) for item in items]
        return [meaning for one in found for meaning in one] if all(found) else []

    def _person(self, parts: Parts) -> list[Meaning]:
        """The person at the head of the phrase, or the one in apposition to it."""
        for item in reversed(parts.items):
            if item.figure and item.last == parts.end:
                return [Meaning(one.figure, one.form, one.score, one.by) for one in self._row_of_people(item, parts) if one.figure]
        last = parts.items[-1] if parts.items else None
        if last is None or last.figure is None or last.last != parts.last or last.first <= parts.end:
            return []
        if self._after_comma(last, parts) or self._after_office(last, parts):
            return [Meaning(last.figure, last.form, last.score * 0.95, f"apposition: {last.by}")]
        return []

    def _row_of_people(self, last: Item, parts: Parts) -> list[Item]:
        """All people of a row that ends with this one: "ministers | Edla Holm and Otto Berg"."""
        found = [last]
        for item in reversed(parts.items):
            if item.figure and item.last == found[0].first - 2 and self.words.lowers[item.last + 1] == "and":
                found.insert(0, item)
        return found

    def _after_comma(self, item: Item, parts: Parts) -> bool:
        """Whether nothing but titles stands between a comma and the name ("his envoy, former minister X")."""
        at = item.first
        while at - 1 > parts.end and "," not in self.words.gap(at - 1) and self._entitles(at - 1, parts):
            at -= 1
        return "," in self.words.gap(at - 1)

    def _after_office(self, item: Item, parts: Parts) -> bool:
        """Whether the name follows an office and what it is of ("Defence Minister of Israel X", "head of the army General X")."""
        low, at = self.words.lowers, item.first
        while at - 1 > parts.end and (low[at - 1] in heads.TITLES or low[at - 1] in heads.RANKS):
            at -= 1
        head = low[parts.end]
        if low[at - 1] in heads.PREPOSITIONS:
            return False
        if "(" in self.words.gap(parts.end):  # "Kurdistan Workers' Party (PKK) founder X"
            return at < item.first and low[item.first - 1] in heads.TITLES
        office = (head in heads.OFFICES and head not in heads.SPEAKERS) or head in heads.DOMAINS
        office = office or (head in heads.TITLES and self._in_a_name(at - 1, parts))
        return office and low[parts.cut] in ("of", "for", "to") and parts.cut < at - 1

    def _in_a_name(self, at: int, parts: Parts) -> bool:
        """Whether a word ends a name that is no demonym ("Representative for Foreign and Security | Policy"; not "lawyer of American")."""
        hits = [item.hit for item in parts.items if item.hit and item.last == at]
        demonym = any(form in ("demonym", "people") for hit in hits for _, form in hit.entries)
        return self.words.forms[at][0].isupper() and not demonym

    def _entitles(self, at: int, parts: Parts) -> bool:
        """Whether a word may stand among the titles before a name: "former Botswanan president", "Undersecretary of State"."""
        low = self.words.lowers[at]
        titled = low in heads.TITLES or low in heads.RANKS or low in heads.DOMAINS or low in ("of", "the", "a", "his", "her")
        return titled or any(item.hit and item.first <= at <= item.last for item in parts.items)

    def _body(self, parts: Parts) -> list[Meaning]:
        """The state, body or group whose name ends the head, or stands in apposition after a comma."""
        for item in parts.items:
            if item.hit and item.hit.entries and item.last == parts.end and not self.bound(item):
                found = self._name(item, parts)
                self._described(found, item.first, parts)
                return found
        after = [item for item in parts.items if item.first == parts.cut and item.last == parts.last]
        if after and after[0].hit and "," in self.words.gap(parts.end):
            return self._name(after[0], parts)
        return []

    def _described(self, found: Sequence[Meaning], first: int, parts: Parts) -> None:
        """Note the noun before a body's name, by which the report may call it again: "the news agency | Dune Watch"."""
        if first > parts.first and self.words.forms[first - 1].islower() and self.words.gap(first - 1) == " ":
            for meaning in found:
                if meaning.figure.kind not in ("state", "place", "person"):
                    self.stage.tails.setdefault(self.words.lowers[first - 1], []).append(meaning.figure)

    def bound(self, item: Item) -> bool:
        """Whether a hyphen ties the name to another word ("US-backed", "pro-Russian")."""
        words = self.words
        behind = words.gap(item.last) == "-" and words.lowers[item.last + 1] in heads.BOUND
        return behind or (
            item.first > 0 and words.gap(item.first - 1) == "-" and words.lowers[item.first - 1] in ("pro", "anti", "non", "ex", "mid")
        )

    def _name(self, item: Item, parts: Parts) -> list[Meaning]:
        if item.figure:
            return [Meaning(item.figure, item.form, item.score, item.by)]
        row, form = self.chosen(item)
        local = self._local(item.first, item.last) if row is None or row.kind == "body" else None
        row = local or row
        if row is None:
            return self._place(item, parts)
        people = form == "people" or (form == "demonym" and bool(parts.determiners))
        counted = row.name == "Palestinians" and bool(parts.determiners)
        if counted:
            row = self.stage.registry.rows.get("Palestine", row)
        return [Meaning(self.stage.of(row), form, 0.95, f"registry: {form}", member=people or counted)]

    def _place(self, item: Item, parts: Parts) -> list[Meaning]:
        """A city or region that has a part of its own: "shelled | Sittwe" (a seat of government stands for its state instead)."""
        low = self.words.lowers
        state = self.stage.registry.rows.get(item.hit.place) if item.hit and not item.hit.entries else None
        if state is None or item.first != parts.first or item.last != parts.last or parts.determiners or low[item.first] in COMPASS:
            return []
        figure = self.stage.named(self.words.span(item.first, item.last).of(self.words.text), "place")
        figure.country = state.country
        return [Meaning(figure, "name", 0.6, "place in the report")]

    def _local(self, first: int, last: int) -> Row | None:
        """What an organ's name without its state ("Congress", "Supreme Court") means where the report speaks of one state."""
        noun = " ".join(self.words.lowers[first : last + 1])
        return self.stage.organ(noun) if noun in self.stage.registry.nouns else None

    def chosen(self, item: Item) -> tuple[Row | None, str]:
        """Which of those that a name may mean it does mean: the only one, or the one whose state the report speaks of."""
        entries = item.hit.entries if item.hit else ()
        if len(entries) == 1 or (entries and entries[0][0].kind == "state"):
            return entries[0]
        spoken = {figure.country for figure in self.stage.figures.values() if figure.country and figure.mentions}
        fit = [entry for entry in entries if entry[0].country in spoken]
        return fit[0] if len(fit) == 1 else (None, "")

    def owners(self, items: Sequence[Item]) -> list[Figure]:
        """The states, bodies and groups among names, places standing for their states; "European officials" are not the union's."""
        found: dict[str, Figure] = {}
        for item in items:
            if not item.hit or self.bound(item):
                continue
            row, form = self.chosen(item) if item.hit.entries else (self.stage.registry.rows.get(item.hit.place), "")
            if row and (row.country or row.kind not in ("place", "group")) and not (form == "demonym" and row.sector == "IGO"):
                found[row.name] = self.stage.of(row)
        return list(found.values())

    def _noun(self, parts: Parts) -> list[Meaning]:
        low = self.words.lowers
        noun = low[parts.end]
        before = [item for item in parts.items if item.last < parts.end]
        person = next((item.figure for item in reversed(before) if item.figure), None)
        if person and noun in heads.ADMINISTRATION:
            return self._administration(person, noun)
        owners, prepositional = self.owners(before), False
        named = self._proper(parts, before)
        if not owners and parts.cut <= parts.last and low[parts.cut] in OWNING and noun not in heads.FOLLOWERS and not named:
            after = self._after(parts)
            named_state = noun not in heads.COUNTRY or any(item.hit and item.hit.entries for item in after)  # not "the state of New York"
            owners, prepositional = self.owners(after) if named_state else [], True
        if not owners and not named:
            person = person or next(
                (item.figure for item in parts.items if item.figure and item.first > parts.cut and low[parts.cut] in ("for", "to", "of")),
                None,
            )
            if person and noun == "office":
                return [Meaning(person, "epithet", 0.8, "office of a person")]
            if person and noun in heads.SPEAKERS:
                return [Meaning(person, "epithet", 0.8, "somebody of a person's", member=True)]
            if person and noun in heads.ADMINISTRATION and before == []:
                return self._administration(person, noun)
        if not owners and parts.owner:
            return self._possessed(parts)
        if owners and noun in heads.APART and all(owner.kind in ("state", "place") for owner in owners):
            return named
        if prepositional and noun in heads.SENT and low[parts.cut] in ("in", "to", "with", "at"):
            return self._possessed(parts) if parts.owner else named
        if owners:
            each = (self._owned(owner, parts, before, prepositional) for owner in self._distinct(owners, noun))
            found = self._holders(owners, parts, before) or list(chain.from_iterable(each))
            if not named or (found and found[0].by == "organ of a state"):
                return found
        return named

    def _administration(self, person: Figure, noun: str) -> list[Meaning]:
        registry = self.stage.registry
        row = registry.rows.get(registry.states.get(person.country, ""))
        if row and noun in ("government", "cabinet"):
            row = registry.organ(noun, row.name) or row
        return [Meaning(self.stage.of(row), "epithet", 0.85, "administration of a person")] if row else []

    def _possessed(self, parts: Parts) -> list[Meaning]:
        """ "its foreign minister", "his spokesman": what belongs to whom the pronoun means."""
        noun = self.words.lowers[parts.end]
        found: list[Meaning] = []
        start = self.words.within(parts.span).start
        owners = self.refer(parts.owner, self.words.span(start, start))
        if noun in heads.FOLLOWERS:
            return found
        if each := self._holders([meaning.figure for meaning in owners], parts, ()):
            return each
        for meaning in owners:
            owner = meaning.figure
            state = self.stage.registry.rows.get(self.stage.registry.states.get(owner.country, ""))
            if owner.kind != "person":
                organ = state and (owner.row or owner.kind == "body") and self.holders.organ([noun], self.stage.of(state))
                found += self._owned(self.stage.of(state) if state and organ else owner, parts, [], False)
                continue
            if noun == "office":
                found.append(Meaning(owner, "epithet", 0.7, "office of a person"))
            elif noun in heads.SPEAKERS:
                found.append(Meaning(owner, "epithet", 0.7, "somebody of a person's", member=True))
            elif state and noun in heads.COUNTRY:
                found.append(Meaning(self.stage.of(state), "epithet", 0.7, "state of a person"))
            elif state and noun in heads.ADMINISTRATION:
                found += self._administration(owner, noun)
        return found

    def _after(self, parts: Parts) -> list[Item]:
        """The names that follow the preposition, joined by commas and ``and``."""
        found: list[Item] = []
        for item in parts.items:
            if item.first > parts.cut and not item.figure:
                between = range(found[-1].last + 1, item.first) if found else range(0)
                if all(self.words.lowers[at] in ("and", "the", "or") for at in between):
                    found.append(item)
        return found

    def _holders(self, owners: Sequence[Figure], parts: Parts, before: Sequence[Item]) -> list[Meaning]:
        """Those who hold an office in several states: "the Greek and Turkish foreign ministers".

        Whom the report gives it, and of the other states somebody; where it names nobody, those of the registry, if it knows all.
        """
        start = max((item.last + 1 for item in before), default=parts.first)
        nouns = list(self.words.lowers[start : parts.end + 1])
        if len(owners) < 2 or not nouns or nouns[-1] not in heads.ONE_OFFICE:
            return []
        title, states = [*nouns[:-1], heads.ONE_OFFICE[nouns[-1]]], [owner for owner in owners if owner.kind == "state"]
        proved = title[-1] in heads.SOLE and bool(before) and not parts.indefinite and len(states) == len(owners)
        held = self.holders.in_each(title, states, proved)
        return [Meaning(person or state, "title", 0.8, "office held in each", member=person is None) for state, person in held]

    def _distinct(self, owners: list[Figure], noun: str) -> list[Figure]:
        """All owners where the noun is plural ("Armenian and Azerbaijani soldiers"), else the nearest one."""
        return owners if len(owners) == 1 or noun.endswith("s") or noun in heads.MANY else owners[-1:]

    def _owned(self, owner: Figure, parts: Parts, before: Sequence[Item], prepositional: bool) -> Iterator[Meaning]:
        low = self.words.lowers
        start = max((item.last + 1 for item in before), default=parts.first)
        start += low[start] == "s" and start < parts.end
        nouns = list(low[start : parts.end + 1])
        nouns = SAME.get(tuple(nouns), nouns)
        noun = nouns[nouns.index("of") - 1] if "of" in nouns[1:] else nouns[-1]
        if noun in ("counterpart", "colleague", "counterparts") and not prepositional:
            other = self.holders.counterpart(owner)
            if other:
                yield Meaning(other, "title", 0.75, "same office in another state")
                return
        if owner.kind == "armed-group" and noun in heads.ADMINISTRATION and not prepositional:
            yield Meaning(owner, "epithet", 0.85, "the actor by its kind")
            return
        organ = self.holders.organ(nouns, owner) if nouns[-2:] != ["military", "government"] else None
        if organ:
            yield Meaning(self.stage.of(organ), "name", 0.9, "organ of a state")
            return
        organ = self.holders.organ(nouns[:-1], owner) if noun in heads.CARRIERS and len(nouns) > 1 and nouns[-2] in MINISTRIES else None
        if organ:
            yield Meaning(self.stage.of(organ), "epithet", 0.8, "members of an organ of a state", member=True)
            return
        if noun in heads.OFFICES and (not prepositional or low[parts.cut] in ("of", "for")):
            ranks = [low[at] for at in range(parts.first, start) if low[at] in heads.NO_LONGER]
            person = self.holders.holder(ranks + nouns, owner) if not parts.determiners & ONE_OF else None
            if person:
                yield Meaning(person, "title", 0.9, "office held on the day")
                return
            if noun not in heads.MEMBER_OFFICES:
                if owner.kind == "state" and noun in heads.SOLE and not ranks and not parts.indefinite:
                    yield Meaning(self._office(nouns, owner), "title", 0.5, "office whose holder is unknown")
                return
        kinds = heads.KIND_OF.get(noun) if owner.kind == "state" and not parts.indefinite else None
        if kinds:
            like = [one for one in self.stage.figures.values() if one.kind in kinds and one.country == owner.country and one.mentions]
            if len(like) == 1:
                yield Meaning(like[0], "epithet", 0.7, "the one of its kind and state")
                return
        own_kind = heads.OF_STATES if owner.kind in ("state", "place") else heads.ITSELF
        if noun in own_kind and (not prepositional or noun in heads.COUNTRY) and not parts.indefinite:
            yield Meaning(owner, "epithet", 0.85, "the actor by its kind")
            return
        if owner.kind == "armed-group" and noun in heads.GROUPS and not parts.indefinite and not prepositional:
            yield Meaning(owner, "epithet", 0.85, "the group by its kind")
            return
        yield Meaning(owner, "epithet", 0.8, "members of an actor", member=True)

    def _office(self, nouns: Sequence[str], owner: Figure) -> Figure:
        """The office itself, where nobody is known to hold it: "Fisheries Minister of Norway"."""
        title = plain_office(nouns)
        if title == "minister":
            title = " ".join(word for word in nouns if word not in heads.RANKS)
        the = "the " if owner.name in WITH_ARTICLE else ""
        figure = self.stage.named(f"{title.title()} of {the}{owner.name}", "office")
        figure.country = owner.country
        figure.titles.add(title)
        return figure

    def _adjective(self, name: str) -> Row | None:
        """The state of an adjective that stands in a longer name: "| Polish | Air Force"."""
        entries = self.stage.registry.named(name) if " " not in name else ()
        return entries[0][0] if entries and entries[0][0].kind == "state" else None

    def _longer(self, name: str) -> Figure | None:
        """The one body of the report whose name begins or ends with a shorter one, or has such initials: "the Inquirer", "the BRN"."""
        if " " in name or name in self.stage.figures or self.stage.registry.named(name):
            return None
        like = [one for one in self.stage.figures.values() if one.kind in BODIES and " " in one.name and _shortened(name, one.name)]
        return like[0] if len(like) == 1 else None

    def _proper(self, parts: Parts, before: Sequence[Item]) -> list[Meaning]:
        """Somebody by a name that the registry does not have, or an organ named without its state."""
        found = proper(self.words, parts, before, [item for item in parts.items if item.hit and self.bound(item)])
        if found is None:
            return []
        start, last = found
        low = self.words.lowers
        owner = next((figure.name for figure in self.owners(before) if figure.kind == "state"), "")
        local = None if owner else self._local(start, last)
        if local:
            return [Meaning(self.stage.of(local), "name", 0.7, "organ of the state spoken of")]
        ministries = [at for at in range(start, last) if low[at] == "ministry" and low[at + 1] in ("of", "for")]
        ministry = ministries[0] if ministries and owner else start
        name = " ".join(self.words.text[self.words.starts[ministry] : self.words.ends[last]].split())
        if ministries and owner:
            name = f"{name} ({owner})"
        elif start == parts.first and " of " not in name and re.search(rf"[\w,;] The {re.escape(name)}\b", self.words.text):
            name = f"The {name}"
        state = self._adjective(name)
        if state:
            return [Meaning(self.stage.of(state), "demonym", 0.9, "registry: demonym")]
        figure = self._longer(name) or self.stage.named(name, "body")
        figure.country = figure.country or (self.stage.registry.rows[owner].country if owner else "")
        named = [Meaning(figure, "name", 0.6, "name in the report")]
        self._described(named, start, parts)
        return named
