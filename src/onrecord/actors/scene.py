"""Goes through a report once, in the order of its text, and resolves one phrase after the other by what stands before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter

from onrecord.actors import bare, heads
from onrecord.actors.grounds import Grounds
from onrecord.actors.leads import ANNOUNCING, Leads
from onrecord.actors.nominals import nominals
from onrecord.actors.offices import plain_office
from onrecord.actors.pairs import MOST, Pairs
from onrecord.actors.parts import Parts
from onrecord.actors.people import Item
from onrecord.actors.phrases import ONE_OF, Meaning, Phrases
from onrecord.actors.pronouns import Sentences, refer
from onrecord.actors.speakers import Speakers
from onrecord.actors.stage import Figure, Stage, Trace
from onrecord.actors.unnamed import counts_as_people
from onrecord.actors.words import Words
from onrecord.nouns import Reading, Span

PARTIES = frozenset(("actor", "recipient", "source", "to", "via", "setter", "addressee"))
RELATIVE = frozenset(("who", "which", "whom"))
LAST = 6
SINGLE = frozenset(("he", "him", "his", "she", "her", "hers", "himself", "herself"))
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(SINGLE))})\b", re.I)


class Scene:
    """Plays a report's mentions in their order; what is said in the first person is settled at the end, when the speakers are known."""

    def __init__(self, text: str, reading: Reading, words: Words, stage: Stage, items: Sequence[Item]) -> None:
        self.text, self.reading, self.words, self.stage, self.items = text, reading, words, stage, items
        self.sentences = Sentences(reading.sentences)
        self.phrases = Phrases(words, items, stage, self._owner)
        self.parts_of, self.equals = _parts(reading)
        self.met = _met(reading)
        self.named = [(words.starts[item.first], figure) for item in items if (figure := self._named(item))]
        self.pairs = Pairs.of(self._places(), self._parties())
        self.tags = dict(zip(map(attrgetter("start"), reading.words), reading.tags, strict=False))
        self.meant: dict[Span, list[Meaning]] = {}
        self.later: list[tuple[Span, str]] = []
        self.last: tuple[Item, Figure] | None = None
        self.speakers = Speakers(reading)
        self.grounds = Grounds(words, items, self.sentences, self.speakers, self.named, stage.registry)
        stage.ground = self.grounds.ground()
        self.known = {at for item in items for at in range(item.first, item.last + 1)}
        self.people_at = {item.last: item.figure for item in items if item.figure and item.figure.kind == "person"}
        self.people = [(words.starts[item.first], item.figure) for item in items if item.figure]
        self.leads = Leads(reading.paragraphs, self.people)

    def _places(self) -> Iterable[tuple[int, Figure]]:
        return ((self.sentences.at(start).start, figure) for start, figure in self.named)

    def _parties(self) -> Iterable[tuple[int, tuple[Figure, ...]]]:
        """The names in the parts of one event, states for the people who act for them."""
        named, starts = self.named, [start for start, _ in self.named]
        by_head: dict[Span, dict[str, Figure]] = {}
        for arc in self.reading.arcs:
            if arc.role in ("actor", "recipient") and arc.head.layer == "event":
                for _, figure in named[bisect_left(starts, arc.tail.start) : bisect_left(starts, arc.tail.end)]:
                    by_head.setdefault(arc.head.span, {})[figure.name] = figure
                    state = self._state(figure)
                    if state:
                        by_head[arc.head.span][state.name] = state
        return [(head.start, tuple(found.values())[:MOST]) for head, found in by_head.items() if len(found) > 1]

    def _named(self, item: Item) -> Figure | None:
        row = self.phrases.chosen(item)[0] if item.figure is None and not self.phrases.bound(item) else None
        return item.figure or (self.stage.of(row) if row else None)

    def _state(self, figure: Figure) -> Figure | None:
        """The state for which somebody in office acts."""
        name = self.stage.registry.states.get(figure.country, "") if figure.kind in ("person", "body") else ""
        return self.stage.of(self.stage.registry.rows[name]) if name and (figure.titles or figure.kind == "body") else None

    def play(self, tails: set[Span], people: set[Span], bodies: set[Span]) -> None:
        """Resolve the participants' phrases, the names outside them, the free pronouns, and the ``people`` and ``bodies`` of the reader."""
        free = set(self._pronouns()) - tails
        steps: dict[Span, Item | None] = {span: None for span in tails | free}  # noqa: C420 (its values become names below)
        for item in self.items:
            steps.setdefault(self.words.span(item.first, item.last), item)
        described = (people | set(nominals(self.words, self.items))) - steps.keys()
        steps.update(dict.fromkeys(described))
        bodies = {span for span in bodies - steps.keys() if self._names_a_body(span)}
        steps.update(dict.fromkeys(bodies))
        for span, named in sorted(steps.items(), key=lambda step: (step[0].start, -step[0].end)):
            if named:
                self._item(span, named)
            elif span in described:
                self._person(span)
            elif span in bodies:
                self._body(span)
            else:
                self._phrase(span)
        for span, word in self.later:
            self._speaker(span, word)

    def _pronouns(self) -> Iterator[Span]:
        """The singular pronouns of the text; only words that are one without diacritics are looked at as they are written."""
        for at, low in enumerate(self.words.lowers):
            if low in SINGLE and (match := PRONOUN.match(self.text, self.words.starts[at])):
                yield Span(*match.span())

    def _item(self, span: Span, item: Item) -> None:
        row, form = self.phrases.chosen(item) if item.hit else (None, "")
        figure = item.figure
        if row and (self.phrases.bound(item) or form == "seat"):
            return
        if row:
            figure = self.stage.of(row)
            self.stage.mention(figure, span, form, 0.9, f"registry: {form}", member=form == "people")
        elif figure:
            self.stage.mention(figure, span, item.form, item.score, item.by)
        if figure:
            self.grounds.settle(figure)
            self._log(span, (figure,), form or item.form, form == "people", form == "people")
            self._coordinate(item, figure)

    def _coordinate(self, item: Item, figure: Figure) -> None:
        """Note "A and B" as one mention of both."""
        if self.last:
            before, other = self.last
            between = self.words.lowers[before.last + 1 : item.first]
            if (
                between
                and between[0] in ("and", "or")
                and all(word in heads.TITLES or word in heads.DETERMINERS for word in between[1:])
                and other.kind == figure.kind
                and other is not figure
            ):
                self._log(self.words.span(before.first, item.last), (other, figure), "plural", False, True)
        self.last = (item, figure)

    def _log(self, span: Span, figures: tuple[Figure, ...], form: str, member: bool, plural: bool, noun: str = "") -> None:
        self.stage.log.append(Trace(span.start, span.end, figures, form, member, plural, subject=self._subject(span), noun=noun))

    def _subject(self, span: Span) -> bool:
        """Whether the mention looks like a subject: a verb right after it, no preposition right before."""
        within, low = self.words.within(span), self.words.lowers
        if not within or within.stop >= len(low):
            return False
        before = low[within.start - 1] if within.start else ""
        after = within.stop
        if low[after] == "s" or before in heads.PREPOSITIONS:
            return False
        tag = self.tags.get(self.words.starts[after], "")
        return (
            tag.startswith(("VERB", "AUX"))
            if self.tags
            else low[after] in heads.VERBS or low[after] in heads.SAYING or (low[after].endswith("ed") and self.words.gap(after - 1) == " ")
        )

    def _phrase(self, span: Span) -> None:
        word = self.text[span.start : span.end].lower().strip("’'\"“” ").removesuffix("'s").removesuffix("’s")
        spoken = word in heads.FIRST or word in heads.FIRST_PLURAL or word in heads.SECOND
        if spoken and not self.text.startswith("US", span.start):  # the state, not the pronoun
            self.later.append((span, word))
        elif word in RELATIVE:
            self._mean(span, self._antecedent(span))
        elif word in heads.THIRD:
            choice = self.speakers.of(word, span, self.stage, self.meant) or refer(
                word, span, self.stage, self.sentences, self._barred(span) | self._named_after(span, word)
            )
            self._mean(
                span,
                [Meaning(one, "pronoun", choice.score, "agreement and nearness", choice.member) for one in choice.figures]
                if choice
                else [],
            )
            known = choice.figures[0] if choice else None
            if known and known.kind == "person" and not known.gender and (word in heads.MALE or word in heads.FEMALE):
                known.gender = "m" if word in heads.MALE else "f"
        else:
            parts = self.phrases.cutter.parts(span)
            noun = self.words.lowers[parts.end] if parts else ""
            self.stage.here = partial(self.grounds.here, span, noun)
            found = self._meant_by(parts) if parts else []
            self.stage.here = str
            self._mean(span, found, noun)
            if parts and not found and counts_as_people(noun):
                self.stage.log.append(Trace(span.start, span.end, (), "nobody", False, True, noun=noun))

    def _partners(self, span: Span) -> Iterator[Span]:
        """Those with another part in the same event or statement, whom a plain pronoun does not mean."""
        for roles, role in self.parts_of.get(span, ()):
            yield from (other for part, others in roles.items() if part != role for other in others if other != span)

    def _barred(self, span: Span) -> set[str]:
        """Those with another part in the same event or statement, by what was said so far and by the names in it; members with ``~``."""
        barred = set[str]()
        for other in self._partners(span):
            barred.update(f"{'~' * meaning.member}{meaning.figure.name}" for meaning in self.meant.get(other, ()))
            if other.start >= span.end:
                barred.update(figure.name for start, figure in self.named if other.start <= start < other.end)
        return barred

    def _meant_by(self, parts: Parts) -> list[Meaning]:
        """What a phrase means by its own words, else by what the report said before."""
        return self._beside(parts) or self._announced(
            parts,
            self.phrases.read(parts)
            or self._described(parts)
            or bare.describe(self.words, parts, self.stage, self.pairs, self._barred(parts.span)),
        )

    def _described(self, parts: Parts) -> list[Meaning]:
        """What belongs to somebody described: "the rebels' headquarters", "the group's fighters"; "its neighbour" is the other of two."""
        words, noun = self.words, self.words.lowers[parts.end]
        if parts.owner == "its" and noun in ("neighbour", "neighbor", "rival", "foe") and not parts.items:
            return self._other(parts)
        ends = [at for at in range(parts.first, parts.end) if words.gap(at).strip() in ("'", "’")]
        owner = self.phrases.cutter.parts(Span(parts.span.start, words.ends[ends[0]])) if ends and not parts.items else None
        if owner is None or parts.owner or (noun in heads.FOLLOWERS | heads.APART and noun != "headquarters"):
            return []
        found = bare.describe(words, owner, self.stage, self.pairs, self._barred(parts.span))
        if len(found) != 1 or found[0].member or found[0].figure.kind == "person":
            return []
        organ = self.phrases.holders.organ([noun], found[0].figure)
        if organ:
            return [Meaning(self.stage.of(organ), "epithet", 0.6, "organ of one described")]
        return [Meaning(found[0].figure, "epithet", 0.6, "what is of one described", member=noun != "headquarters")]

    def _other(self, parts: Parts) -> list[Meaning]:
        """The state named most beside the one that "its" means, where the report has spoken of two."""
        for meaning in self._owner(parts.owner, parts.span):
            name = self.stage.registry.states.get(meaning.figure.country, "")
            pair = self.pairs.best(parts.span.start, frozenset(("state",)), 2)
            if name in {one.name for one in pair}:
                return [Meaning(one, "epithet", 0.6, "the other of two states") for one in pair if one.name != name]
        return []

    def _announced(self, parts: Parts, found: list[Meaning]) -> list[Meaning]:
        """Whom the office in a lead means that the next paragraph names without a title ("Norway's envoy left. // Edla Holm said ...")."""
        words, noun = self.words, self.words.lowers[parts.end]
        known = found and not found[0].member and found[0].figure.kind != "office"
        if (
            len(found) > 1
            or not (parts.items or parts.owner)
            or noun not in ANNOUNCING
            or parts.determiners & ONE_OF
            or (known and any(figure is found[0].figure for figure in self.people_at.values()))
        ):
            return found
        figure = self.leads.named_next(parts.span.start)
        if figure is None:
            return found
        figure.titles.add(plain_office(words.lowers[parts.first : parts.end + 1]))
        figure.country = found[0].figure.country if found else ""
        return [Meaning(figure, "title", 0.6, "named in the next paragraph")]

    def _beside(self, parts: Parts) -> list[Meaning]:
        """The person whom a description stands in apposition to ("X, a writer,") or is said of ("X is a writer")."""
        words = self.words
        at, noun = words.within(parts.span).start, words.lowers[parts.end]
        if parts.owner or noun != words.forms[parts.end] or counts_as_people(noun) or parts.determiners & heads.THOSE:
            return []
        figure = self.people_at.get(at - 1)
        if figure and words.gap(at - 1) in (", ", " (") and words.gap(parts.last).strip()[:1] in (",", ".", ";", ")", ""):
            closes = "," in words.gap(at - 1) or ")" in words.gap(parts.last)
            return [Meaning(figure, "epithet", 0.85, "apposition to a name")] if closes and words.gap(parts.last) != " " else []
        figure = self.people_at.get(at - 2)
        if figure and words.lowers[at - 1] in heads.BEING and words.gap(at - 2) == words.gap(at - 1) == " ":
            return [Meaning(figure, "epithet", 0.85, "said of a name")]
        return []

    def _antecedent(self, span: Span) -> list[Meaning]:
        """Whom the mention right before a relative pronoun means: "the ministry, which said"."""
        for trace in reversed(self.stage.log[-LAST:]):
            if trace.end < span.start and self.text[trace.end : span.start] in (" ", ", "):
                return [Meaning(one, "pronoun", 0.85, "relative pronoun", trace.member) for one in trace.figures]
        return []

    def _named_after(self, span: Span, word: str) -> set[str]:
        """The people named later in a sentence that the pronoun opens, whom it never means (Chomsky's Principle C)."""
        sentence = self.sentences.at(span.start)
        if word not in ("he", "she") or span.start > sentence.start + 1:
            return set()
        return {one.name for start, one in self.people if span.end <= start < sentence.end and not self.speakers.names(start)}

    def _person(self, span: Span) -> None:
        """A description of people: those it means, or somebody without a name whom a pronoun may mean none the less."""
        parts = self.phrases.cutter.parts(span)
        if parts is None or (parts.first == parts.last and self.words.lowers[parts.first] in heads.PRONOUNS):
            return
        found = self._meant_by(parts)
        noun = self.words.lowers[parts.end]
        if found:
            self._mean(span, found, noun)
        elif parts.determiners or noun in heads.TITLES:
            gender = "m" if noun in heads.MALE_TITLES else "f" if noun in heads.FEMALE_TITLES else ""
            self.stage.log.append(Trace(span.start, span.end, (), "nobody", False, counts_as_people(noun), gender, noun=noun))

    def _names_a_body(self, span: Span) -> bool:
        """Whether a phrase ends in a capital that no name of the registry has."""
        within = self.words.within(span)
        return bool(within) and self.words.forms[within.stop - 1][0].isupper() and within.stop - 1 not in self.known

    def _body(self, span: Span) -> None:
        """A body that has no part in anything, which "it" or "the agency" may mean none the less."""
        parts = self.phrases.cutter.parts(span)
        found = self.phrases.read(parts) if parts else []
        if found and all(meaning.figure.kind == "body" and not meaning.member for meaning in found):
            self._mean(span, found)

    def _owner(self, word: str, span: Span) -> list[Meaning]:
        if word not in heads.THIRD:
            return []
        choice = self.speakers.of(word, span, self.stage, self.meant) or refer(word, span, self.stage, self.sentences, set())
        return [Meaning(one, "pronoun", choice.score, "agreement and nearness", choice.member) for one in choice.figures] if choice else []

    def _mean(self, span: Span, meanings: list[Meaning], noun: str = "") -> None:
        self.meant[span] = meanings
        for meaning in meanings:
            self.stage.mention(meaning.figure, span, meaning.form, meaning.score, meaning.by, meaning.member)
        if meanings:
            member = meanings[0].member
            self._log(span, tuple(meaning.figure for meaning in meanings), meanings[0].form, member, member or len(meanings) > 1, noun)
        for group in self.equals.get(span, ()):
            self._together(group)
        for group in self.met.get(span, ()):
            self._together(group, alike=True)

    def _together(self, group: Sequence[Span], alike: bool = False) -> None:
        """Note those of a group, but for members, as one mention of all; ``alike``: only where they are of one kind."""
        found = {one.figure.name: one.figure for span in group for one in self.meant.get(span, ()) if not one.member}
        if len(found) > 1 and not (alike and len({figure.kind for figure in found.values()}) > 1):
            self._log(Span(group[0].start, max(span.end for span in group)), tuple(found.values()), "plural", False, True)

    def _speaker(self, span: Span, word: str) -> None:
        """The first person of a quotation is its speaker, "we" the speaker's state or body; the second person is whom it was told to."""
        role = "to" if word in heads.SECOND else "source"
        for arc in self.reading.arcs:
            if arc.role == "content" and arc.tail.covers(span):
                speakers = [meaning for other in self.reading.arcs_of(arc.head, role) for meaning in self.meant.get(other.tail, ())]
                if speakers:
                    figure = self._side(speakers[0].figure) if word in heads.FIRST_PLURAL else speakers[0].figure
                    self._mean(
                        span,
                        [Meaning(figure, "pronoun", 0.8, "speaker of the quotation", speakers[0].member and word in heads.FIRST)]
                        if figure
                        else [],
                    )
                    return

    def _side(self, speaker: Figure) -> Figure | None:
        if speaker.kind != "person":
            return speaker
        row = self.stage.registry.rows.get(self.stage.registry.states.get(speaker.country, ""))
        row = row or self.stage.registry.rows.get(speaker.home)
        return self.stage.of(row) if row and (speaker.office or speaker.titles) else None


Groups = dict[Span, list[list[Span]]]
Played = dict[Span, list[tuple[dict[str, list[Span]], str]]]


def _parts(reading: Reading) -> tuple[Played, Groups]:
    """By span: the spans in each event or statement that it has a part in, by their parts, with its own part; and the groups that share
    its part.
    """
    by_head: dict[tuple[int, int, str], dict[str, list[Span]]] = {}
    for arc in reading.arcs:
        if arc.role in PARTIES:
            head = arc.head
            by_head.setdefault((head.span.start, head.span.end, head.layer), {}).setdefault(arc.role, []).append(arc.tail)
    played: Played = {}
    for roles in by_head.values():
        for role, spans in roles.items():
            for span in spans:
                played.setdefault(span, []).append((roles, role))
    return played, _by_last(set(spans) for roles in by_head.values() for spans in roles.values() if len(spans) > 1)


def _met(reading: Reading) -> Groups:
    """By the last of them: those who meet one another, whom "they" may mean from then on ("X saw Y in Z, where they ...")."""
    by_head: dict[Span, set[Span]] = {}
    for arc in reading.arcs:
        if arc.head.label == "CONSULT" and arc.role in ("actor", "recipient"):
            by_head.setdefault(arc.head.span, set()).add(arc.tail)
    return _by_last(by_head.values())


def _by_last(groups: Iterable[set[Span]]) -> Groups:
    """Groups by the span that comes last: when it is reached, all are known."""
    out: Groups = {}
    for group in map(sorted, groups):
        out.setdefault(group[-1], []).append(group)
    return out
