"""Acts and meetings as event data has them: dyads with type, root, codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product
from typing import TYPE_CHECKING

from onrecord.nouns import Act, Entry, Meeting, Participant
from onrecord.vocabulary import Root, event_types, root

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow, Record

FORMATS = {"visit": "visit", "phone": "phone", "video": "phone", "summit": "multilateral", "multilateral": "multilateral",
           "three-way": "multilateral", "mediated": "third-party"}
"""The PLOVER mode of a meeting's format; ``meet`` for the rest."""

MOST = 40
"""Dyads of one entry: a meeting of many sides has no end of them."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """One event with one actor and one recipient ("" where there is none)."""

    record: Record
    type: str
    mode: str
    root: Root
    actor: str
    recipient: str
    number: int

    @property
    def id(self) -> str:
        """The entry's id and the number of the dyad."""
        return f"{self.record.entry.id}-{self.number}"


def dyads(records: Iterable[Record]) -> Iterator[Dyad]:
    """Every act and meeting, once for each pair of actor and recipient; the parties of a meeting are both."""
    for record in records:
        kind = _kind(record.entry)
        if kind is None or kind[0] not in event_types():
            continue
        made = root(kind[0], record.entry.status, kind[1])
        for number, (one, other) in enumerate(_pairs(record.entry)[:MOST]):
            yield Dyad(record, *kind, made, one, other, number)


def named(one: Participant) -> str:
    """The canonical name without the sign of unnamed members, else the report's words."""
    return one.name.removeprefix("~") or one.words


def known(actors: Iterable[ActorRow]) -> dict[str, ActorRow]:
    """What is known of a name."""
    return {row.name: row for row in actors}


def _kind(entry: Entry) -> tuple[str, str] | None:
    if isinstance(entry, Act):
        return entry.type, entry.mode
    return ("CONSULT", FORMATS.get(entry.format, "meet")) if isinstance(entry, Meeting) else None


def _pairs(entry: Entry) -> list[tuple[str, str]]:
    if isinstance(entry, Meeting):
        parties = list(dict.fromkeys(map(named, entry.parties)))
        return list(permutations(parties, 2)) or [(one, "") for one in parties] or [("", "")]
    doers = [named(one) for one in getattr(entry, "actors", ())] or [""]
    targets = [named(one) for one in getattr(entry, "recipients", ())] or [""]
    return list(product(dict.fromkeys(doers), dict.fromkeys(targets)))
