"""Whom a report speaks of: names, offices, descriptions and pronouns, each led back to an actor or left alone."""

from __future__ import annotations

import re

from onrecord.actors import bare, heads
from onrecord.actors.describe import describe
from onrecord.actors.people import Item, Names
from onrecord.actors.phrases import Meaning, Phrases
from onrecord.actors.pronouns import refer
from onrecord.actors.registry import Registry
from onrecord.actors.scan import scan
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words
from onrecord.nouns import Cast, Reading, Report, Span

PARTIES = frozenset(("actor", "recipient", "source", "to", "via", "setter", "addressee"))
PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers|himself|herself)\b", re.I)


def find(report: Report, reading: Reading, registry: Registry) -> Cast:
    """The cast of a report: every participant of the reading that can be resolved, and every name and pronoun that was found besides."""
    words = Words.of(report.text)
    stage = Stage(registry, report.published.day.isoformat() if report.published.day else "")
    tails = {arc.tail for arc in reading.arcs if arc.role in PARTIES}
    hinted = {index for span in tails for index in words.within(span)}
    hinted |= {index for mark in reading.layer("mention") if mark.label == "person" for index in words.within(mark.span)}
    items = Names(words, stage, hinted).collect(scan(words, registry))
    describe(words, items, stage)
    Scene(report.text, reading, words, stage, items).play(tails)
    return stage.cast()


class Scene:
    """Goes through a report once, in the order of its text; what is said in the first person is settled at the end, when the speakers are known."""

    def __init__(self, text: str, reading: Reading, words: Words, stage: Stage, items: list[Item]) -> None:
        self.text, self.reading, self.words, self.stage, self.items = text, reading, words, stage, items
        self.phrases = Phrases(words, items, stage, self._owner)
        self.partners = _partners(reading)
        self.meant: dict[Span, list[Figure]] = {}
        self.later: list[tuple[Span, str]] = []

    def play(self, tails: set[Span]) -> None:
        """Resolve the participants' phrases, the names outside them and the free pronouns."""
        steps: list[tuple[int, int, Item | None]] = [(span.start, -span.end, None) for span in tails]
        for item in self.items:
            span = self.words.span(item.first, item.last)
            if span not in tails:
                steps.append((span.start, -span.end, item))
        steps += [(at.start(), -at.end(), None) for at in PRONOUN.finditer(self.text) if Span(*at.span()) not in tails]
        for start, end, item in sorted(steps, key=lambda step: step[:2]):
            span = Span(start, -end)
            if item is None:
                self._phrase(span)
            elif item.figure:
                self.stage.mention(item.figure, span, item.form, item.score, item.by)
            else:
                self._hit(span, item)
        for span, word in self.later:
            self._speaker(span, word)

    def _hit(self, span: Span, item: Item) -> None:
        row, form = self.phrases.chosen(item)
        if row and form != "seat" and not self.phrases.bound(item):
            self.stage.mention(self.stage.of(row), span, form, 0.9, f"registry: {form}", member=form == "people")

    def _phrase(self, span: Span) -> None:
        word = self.text[span.start : span.end].lower().strip("’'\"“” ").removesuffix("'s").removesuffix("’s")
        if word in heads.FIRST or word in heads.FIRST_PLURAL or word in heads.SECOND:
            self.later.append((span, word))
        elif word in heads.THIRD:
            barred = {figure.name for other in self.partners.get(span, ()) for figure in self.meant.get(other, ())}
            choice = refer(word, span, self.stage, self.reading, barred)
            if choice:
                self._mean(span, [Meaning(choice.figure, "pronoun", choice.score, "agreement and nearness")])
        else:
            found = self.phrases.read(span)
            parts = None if found else self.phrases.parts(span)
            self._mean(span, bare.describe(self.words, parts, self.stage) if parts else found)

    def _owner(self, word: str, span: Span) -> list[Figure]:
        if word not in heads.THIRD:
            return []
        choice = refer(word, span, self.stage, self.reading, set())
        return [choice.figure] if choice else []

    def _mean(self, span: Span, meanings: list[Meaning]) -> None:
        self.meant[span] = [meaning.figure for meaning in meanings]
        for meaning in meanings:
            self.stage.mention(meaning.figure, span, meaning.form, meaning.score, meaning.by, meaning.member)

    def _speaker(self, span: Span, word: str) -> None:
        """The first person of a quotation is its speaker, "we" the speaker's state or body; the second person is whom it was told to."""
        role = "to" if word in heads.SECOND else "source"
        for arc in self.reading.arcs:
            if arc.role == "content" and arc.tail.covers(span):
                speakers = [figure for other in self.reading.arcs_of(arc.head, role) for figure in self.meant.get(other.tail, ())]
                if speakers:
                    figure = self._side(speakers[0]) if word in heads.FIRST_PLURAL else speakers[0]
                    self._mean(span, [Meaning(figure, "pronoun", 0.8, "speaker of the quotation")] if figure else [])
                    return

    def _side(self, speaker: Figure) -> Figure | None:
        if speaker.kind != "person":
            return speaker
        row = self.stage.registry.rows.get(self.stage.registry.states.get(speaker.country, ""))
        return self.stage.of(row) if row and (speaker.office or speaker.titles) else None


def _partners(reading: Reading) -> dict[Span, list[Span]]:
    """Participants of the same event or statement: a plain pronoun among them means none of the others."""
    by_head: dict[Span, list[tuple[str, Span]]] = {}
    for arc in reading.arcs:
        if arc.role in PARTIES:
            by_head.setdefault(arc.head.span, []).append((arc.role, arc.tail))
    found: dict[Span, list[Span]] = {}
    for tails in by_head.values():
        for role, span in tails:
            found.setdefault(span, []).extend(other for part, other in tails if part != role and other != span)
    return found
