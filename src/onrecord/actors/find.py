"""Whom a report speaks of: names, offices, descriptions and pronouns, each led back to an actor or left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.actors import heads
from onrecord.actors.people import Item, names
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
    day = report.published.day.isoformat() if report.published.day else ""
    stage = Stage(registry, day)
    tails = sorted({arc.tail for arc in reading.arcs if arc.role in PARTIES}, key=lambda span: (span.start, -span.end))
    hinted = {index for span in tails for index in words.within(span)}
    hinted |= {index for mark in reading.layer("mention") if mark.label == "person" for index in words.within(mark.span)}
    items = names(words, scan(words, registry), stage, hinted)
    phrases = Phrases.of(words, items, stage)
    scene = Scene(report.text, reading, words, stage, phrases)
    scene.play(tails, items)
    return stage.cast()


class Scene:
    """Goes through a report once, in the order of its text; what is said in the first person is settled at the end, when the speakers are known."""

    def __init__(self, text: str, reading: Reading, words: Words, stage: Stage, phrases: Phrases) -> None:
        self.text, self.reading, self.words, self.stage, self.phrases = text, reading, words, stage, phrases
        self.later: list[tuple[Span, str]] = []
        self.partners = _partners(reading)
        self.meant: dict[Span, list[Figure]] = {}

    def play(self, tails: list[Span], items: Iterable[Item]) -> None:
        """Resolve the participants' phrases, the names outside them and the free pronouns."""
        taken = set(tails)
        steps: list[tuple[int, int, str, Span, Item | None]] = [(span.start, -span.end, "phrase", span, None) for span in tails]
        for item in items:
            span = self.words.span(item.first, item.last)
            if span not in taken:
                steps.append((span.start, -span.end, "name", span, item))
        for match in PRONOUN.finditer(self.text):
            span = Span(*match.span())
            if span not in taken:
                steps.append((span.start, -span.end, "phrase", span, None))
        for _, _, what, span, item in sorted(steps, key=lambda step: step[:2]):
            if what == "phrase":
                self._phrase(span)
            elif item:
                self._item(span, item)
        for span, word in self.later:
            self._first_person(span, word)

    def _item(self, span: Span, item: Item) -> None:
        if item.figure:
            self.stage.mention(item.figure, span, item.form, item.score, item.by)
        elif item.hit and item.hit.entries:
            row, form = item.hit.entries[0]
            if form != "seat":
                self.stage.mention(self.stage.of(row), span, form, 0.9, f"registry: {form}", member=form == "people")

    def _phrase(self, span: Span) -> None:
        low = self.text[span.start : span.end].lower().strip("’'\"“” ")
        word = low.removesuffix("'s").removesuffix("’s")
        if word in heads.FIRST or word in heads.FIRST_PLURAL or word in heads.SECOND:
            self.later.append((span, word))
            return
        if word in heads.THIRD:
            barred = {figure.name for other in self.partners.get(span, ()) for figure in self.meant.get(other, ())}
            choice = refer(word, span, self.stage, self.reading, barred)
            if choice:
                self._mean(span, [Meaning(choice.figure, "pronoun", choice.score, "agreement and nearness")])
            return
        self._mean(span, self.phrases.read(span))

    def _mean(self, span: Span, meanings: list[Meaning]) -> None:
        self.meant[span] = [meaning.figure for meaning in meanings]
        for meaning in meanings:
            self.stage.mention(meaning.figure, span, meaning.form, meaning.score, meaning.by, meaning.member)

    def _first_person(self, span: Span, word: str) -> None:
        role = "to" if word in heads.SECOND else "source"
        for arc in self.reading.arcs:
            if arc.role == "content" and arc.tail.covers(span):
                speakers = [figure for other in self.reading.arcs_of(arc.head, role) for figure in self.meant.get(other.tail, ())]
                if speakers:
                    self._mean(span, [Meaning(figure, "pronoun", 0.85, "speaker of the quotation") for figure in speakers[:1]])
                    return


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
