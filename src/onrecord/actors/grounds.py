"""Which state a report stands on: its ground, that of a sentence, and that of somebody in office whose state it does not say."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import heads
from onrecord.actors.people import Item
from onrecord.actors.pronouns import Sentences
from onrecord.actors.registry import Registry
from onrecord.actors.speakers import Speakers
from onrecord.actors.stage import Figure
from onrecord.actors.words import Words
from onrecord.nouns import Span

IN_OFFICE = ("minister", "president", "spokesman", "secretary", "chancellor")


class Grounds:
    """The grounds of one report; ``named`` are its names by where they stand. ``first`` is the state that it speaks of first."""

    def __init__(
        self,
        words: Words,
        items: Sequence[Item],
        sentences: Sentences,
        speakers: Speakers,
        named: Sequence[tuple[int, Figure]],
        registry: Registry,
    ) -> None:
        self.words, self.items, self.sentences, self.speakers, self.named = words, items, sentences, speakers, named
        self.registry = registry
        self.before_comma = {item.first: _state(item) for item in items if item.hit and "," in words.gap(item.last)}
        self.first = next((state for item in items if (state := _state(item))), "")

    def ground(self) -> str:
        """The one state that all names and places of the report are of; "" where there are several or none."""
        states = self.registry.states
        found = {item.hit.place for item in self.items if item.hit and item.hit.place}
        found |= {states[figure.country] for _, figure in self.named if figure.country in states}
        return found.pop() if len(found) == 1 else ""

    def here(self, span: Span, noun: str) -> str:
        """The state whose organ a phrase means because of its sentence; "" where that does not tell."""
        return self._sentence(span) or ("" if noun in heads.COUNTRY else self._said(span) or self._told(span))

    def settle(self, figure: Figure) -> None:
        """Note a likely state for somebody in an office of state whose state the report does not say: the one that it speaks of first."""
        if figure.kind == "person" and not (figure.country or figure.home or figure.office) and any(map(_of_state, figure.titles)):
            figure.home = self.first

    def _sentence(self, span: Span) -> str:
        """Where a sentence says first of all that it plays: "In Athens, the opposition demanded that the government resign"."""
        at = self.words.within(self.sentences.at(span.start)).start
        return self.before_comma.get(at + 1, "") if self.words.lowers[at : at + 1] == ["in"] else ""

    def _said(self, span: Span) -> str:
        """The state for which the one speaks in whose words a phrase stands: "Foreign Minister X said the army had fired"."""
        return next((self._home(people[-1]) for source in self.speakers.around(span) if (people := self._people(source))), "")

    def _told(self, span: Span) -> str:
        """The state of somebody who tells its organs something: "Foreign Minister X told parliament"."""
        at = self.words.within(span).start - 1
        if at < 0 or self.words.lowers[at] not in ("told", "tells"):
            return ""
        people = self._people(Span(self.sentences.at(span.start).start, span.start))
        return self._home(people[-1]) if people else ""

    def _people(self, span: Span) -> list[Figure]:
        return [figure for start, figure in self.named if span.start <= start < span.end and figure.kind == "person"]

    def _home(self, figure: Figure) -> str:
        state = self.registry.states.get(figure.country, "") or figure.home
        return state if figure.titles else ""


def _state(item: Item) -> str:
    """The state that a name is, that a seat of government stands for or that a place lies in."""
    entries = item.hit.entries if item.hit else ()
    row = entries[0][0] if entries else None
    return row.name if row and row.kind == "state" else item.hit.place if item.hit and not row else ""


def _of_state(title: str) -> bool:
    return title.endswith(IN_OFFICE) and not title.startswith("vice")
