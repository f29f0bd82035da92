"""Who is meant: people, states, bodies and groups, and the words that mention them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.nouns.span import Span


@dataclass(frozen=True, slots=True)
class Office:
    """An office held on the day of a report: ``title`` of ``body`` (a canonical name: a state, a ministry, an organisation)."""

    title: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that means an actor.

    ``member``: the phrase means unnamed members of the actor ("Israeli officials"), written ``~Israel``.
    ``form``: ``name surname title pronoun epithet seat demonym plural``. ``by`` names the rule, ``score`` in [0, 1] says how sure it is.
    """

    span: Span
    form: str = "name"
    member: bool = False
    score: float = 1.0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a report, with all its mentions in the order of the text.

    ``name``: canonical name, the title of the English Wikipedia article; people outside the registry go by their full name.
    ``kind``: person state body group armed-group outlet office place. ``country``: ISO 3166 alpha-3 or "".
    ``sector``: PLOVER sector (GOV, MIL, REB ...) or "".
    ``qid``: Wikidata id or "". ``source``: where the registry has it from, or ``report``.
    """

    name: str
    kind: str = "person"
    country: str = ""
    sector: str = ""
    qid: str = ""
    office: Office | None = None
    source: str = "report"
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Referent:
    """What one phrase means: an actor, or unnamed members of it."""

    actor: Actor
    mention: Mention

    @property
    def name(self) -> str:
        """The canonical name as the corpus writes it: ``~Israel`` for members."""
        return ("~" if self.mention.member else "") + self.actor.name


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of one report. Unresolved phrases are simply not in it: "the ministry" beats a wrong ministry."""

    actors: tuple[Actor, ...] = ()

    def referents(self) -> Iterator[Referent]:
        """Every mention with its actor."""
        return (Referent(actor, mention) for actor in self.actors for mention in actor.mentions)

    def at(self, span: Span) -> tuple[Referent, ...]:
        """What the phrase at ``span`` means: those whose mention is exactly that span, in the order of their actors."""
        return tuple(found for found in self.referents() if found.mention.span == span)

    def named(self, name: str) -> Actor | None:
        """The actor of that canonical name."""
        return next((actor for actor in self.actors if actor.name == name), None)


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: the words, and the canonical name that they mean ("" where unresolved, ``~X`` for members of X)."""

    span: Span
    name: str = ""
    score: float = 1.0
