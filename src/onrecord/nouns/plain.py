"""Nouns as plain JSON values and back."""

from __future__ import annotations

import hashlib
import json
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
    if is_dataclass(value) and not isinstance(value, type):
        kept = {name: getattr(value, name) for name, _ in _defaults(type(value))}
        if sparse:
            kept = {name: kept[name] for name, default in _defaults(type(value)) if kept[name] != default}
        return {name: plain(inner, sparse) for name, inner in kept.items()}
    if isinstance(value, list | tuple):
        return [plain(inner, sparse) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def restore(noun: type[Noun], data: Any) -> Noun:
    """The noun of which ``data`` is the plain form; raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is of none."""
    return cast(Noun, _restore(noun, data))


def digest(value: object, without: frozenset[str] = frozenset()) -> str:
    """16 hexadecimal digits that depend on the plain form alone, the fields named in ``without`` left out at every depth."""
    text = json.dumps(_drop(plain(value), without), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _drop(data: Any, without: frozenset[str]) -> Any:
    if isinstance(data, dict):
        return {key: _drop(inner, without) for key, inner in data.items() if key not in without}
    return [_drop(inner, without) for inner in data] if isinstance(data, list) else data


@cache
def _defaults(noun: type[Any]) -> tuple[tuple[str, object], ...]:
    made = ((field, field.default_factory) for field in fields(noun))
    return tuple((field.name, factory() if factory is not MISSING else field.default) for field, factory in made)


@cache
def _hints(noun: type[Any]) -> dict[str, Any]:
    return get_type_hints(noun)


def _restore(hint: Any, data: Any) -> Any:
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), data)
    if isinstance(hint, UnionType):
        return None if data is None else _restore(_only(hint), data)
    if hint in (date, datetime):
        return datetime.fromisoformat(data) if "T" in data else date.fromisoformat(data)
    if hasattr(hint, "__dataclass_fields__"):
        hints = _hints(hint)
        return hint(**{name: _restore(hints[name], inner) for name, inner in data.items()})
    if hint is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, hint):
        raise TypeError(f"{data!r} is no {hint.__name__}")
    return data


def _tuple(of: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if len(of) == 2 and of[1] is Ellipsis:
        return tuple(_restore(of[0], inner) for inner in data)
    return tuple(_restore(hint, inner) for hint, inner in zip(of, data, strict=True))


def _only(hint: UnionType) -> Any:
    """The member of a union that is not ``None``; of ``date | datetime`` the first, which reads both."""
    return next(one for one in get_args(hint) if one is not type(None))
