"""Rules as values: a name, a pattern, and what a match produces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Product = TypeVar("Product")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Product]):
    """``produce`` turns a match of ``pattern`` into a value, or into ``None`` where the match does not hold."""

    name: str
    pattern: re.Pattern[str]
    produce: Callable[[re.Match[str]], Product | None]


@dataclass(frozen=True, slots=True)
class Hit(Generic[Product]):
    """What a rule made of a stretch of text, with the name of the rule."""

    start: int
    end: int
    value: Product
    by: str


def scan(rules: Iterable[Rule[Product]], text: str) -> Iterator[Hit[Product]]:
    """Every match of every rule, rule by rule; overlaps are the caller's to settle."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value = rule.produce(match)
            if value is not None:
                yield Hit(match.start(), match.end(), value, rule.name)
