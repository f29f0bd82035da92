"""The tables, read once and kept."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the vocabulary; fields that a table does not have are empty.

    ``quad`` is PLOVER's quad class 1..4, 0 where there is none.
    """

    id: str
    definition: str
    label: str = ""
    example: str = ""
    of: str = ""
    sign: str = ""
    quad: int = 0
    cameo: str = ""
    root2018: str = ""
    directive: bool = False
    modes: Mapping[str, Term] = field(default_factory=dict)


Table = Mapping[str, Term]


@cache
def _table(name: str) -> Table:
    raw = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return MappingProxyType({key: _term(key, row) for key, row in raw.items()})


def _term(key: str, row: dict[str, Any]) -> Term:
    modes = MappingProxyType({mode: _term(mode, fields) for mode, fields in row.pop("modes", {}).items()})
    root2018 = row.pop("yield", "")
    return Term(id=key, modes=modes, root2018=root2018, **{"label": key, **row})


def event_types() -> Table:
    """The 16 event types, PLOVER 2021."""
    return _table("event_types")


def modes_of(event_type: str) -> tuple[str, ...]:
    """The modes of one event type; raises ``KeyError`` for an unknown type."""
    return tuple(event_types()[event_type].modes)


def modes() -> tuple[str, ...]:
    """Every mode of every type, each once, in the order of the table."""
    return tuple(dict.fromkeys(mode for term in event_types().values() for mode in term.modes))


def statuses() -> Table:
    """The 11 statuses of an event."""
    return _table("statuses")


def deadline_statuses() -> Table:
    """The 8 statuses of a deadline."""
    return _table("deadline_statuses")


def roles() -> Table:
    """All roles; ``of`` says what each hangs on."""
    return _table("roles")


def roles_of(head: str) -> tuple[str, ...]:
    """The roles of an ``event``, a ``statement`` or a ``deadline``."""
    return tuple(key for key, term in roles().items() if term.of == head)


def acts() -> Table:
    """What a statement does."""
    return _table("acts")
