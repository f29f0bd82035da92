"""Nouns as plain JSON values and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def plain(value: object, sparse: bool = False) -> Any:
    """``value`` as dicts, lists, strings, numbers and ``None``; days and instants in ISO 8601.

    ``sparse`` leaves out the fields that have their default value: ``restore`` puts them back.
    """
    noun: Any = type(value)
    parts = _parts(noun)
    if parts is not None:
        kept = {name: getattr(value, name) for name, _ in parts}
        if sparse:
            kept = {name: kept[name] for name, default in parts if kept[name] != default}
        return {name: plain(inner, sparse) for name, inner in kept.items()}
    if isinstance(value, list | tuple):
        return [plain(inner, sparse) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def restore(noun: type[Noun], data: Any) -> Noun:
    """The noun of which ``data`` is the plain form; raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is of none."""
    return cast(Noun, _reader(cast(Any, noun))(data))


def digest(value: object, without: frozenset[str] = frozenset()) -> str:
    """16 hexadecimal digits that depend on the sparse plain form alone, the fields named in ``without`` left out at every depth.

    Sparse, so that a field that is added to a noun changes no id of what has nothing to say in it.
    """
    text = json.dumps(_drop(plain(value, sparse=True), without), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _drop(data: Any, without: frozenset[str]) -> Any:
    if isinstance(data, dict):
        return {key: _drop(inner, without) for key, inner in data.items() if key not in without}
    return [_drop(inner, without) for inner in data] if isinstance(data, list) else data


@cache
def _parts(noun: Any) -> tuple[tuple[str, object], ...] | None:
    """The fields of a noun with their defaults: of a dataclass, or of a tuple with names, as spans are; ``None`` for any other type."""
    if is_dataclass(noun):
        made = ((field, field.default_factory) for field in fields(noun))
        return tuple((field.name, factory() if factory is not MISSING else field.default) for field, factory in made)
    return tuple((name, MISSING) for name in noun._fields) if hasattr(noun, "_fields") else None


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of a type from its plain form: looked up once for each type, since ledgers hold very many."""
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, UnionType):
        only = _reader(next(one for one in get_args(hint) if one is not type(None)))  # of ``date | datetime`` the first reads both
        return lambda data: None if data is None else only(data)
    if hint in (date, datetime):
        return lambda data: datetime.fromisoformat(data) if "T" in data else date.fromisoformat(data)
    if (parts := _parts(hint)) is not None:
        hints = get_type_hints(hint)
        readers = {name: _reader(hints[name]) for name, _ in parts}
        return lambda data: hint(**{name: readers[name](inner) for name, inner in data.items()})
    return lambda data: _value(hint, data)


def _tuple(of: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(of) == 2 and of[1] is Ellipsis:
        each = _reader(of[0])
        return lambda data: tuple([each(inner) for inner in data])
    readers = tuple(map(_reader, of))
    return lambda data: tuple([reader(inner) for reader, inner in zip(readers, data, strict=True)])


def _value(hint: Any, data: Any) -> Any:
    if isinstance(data, hint):
        return data
    if hint is float and isinstance(data, int):
        return float(data)
    raise TypeError(f"{data!r} is no {hint.__name__}")
