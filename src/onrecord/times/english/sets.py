"""Sets: "daily", "every Friday", "each year", "Sundays", "every other week", "per day"."""

from __future__ import annotations

import re

from onrecord.times import timex
from onrecord.times.context import Time
from onrecord.times.lexicon import TABLES
from onrecord.times.rules import has, number, text, time_rule, unit, word
from onrecord.times.stretches import Often


def _code(match: re.Match[str], label: str) -> str:
    found = word(match, label)
    return str(found.value) if found else ""


def _weekday(match: re.Match[str]) -> Time:
    return Often(f"XXXX-WXX-{number(match, 'w') + 1}" + (f"T{_code(match, 'p')}" if has(match, "p") else ""))


def _unit(match: re.Match[str]) -> Time:
    return Often(timex.duration(float(number(match, "n") or (2 if has(match, "o") else 1)), unit(match, "u")))


ATOMS = (
    time_rule("every weekday", "tset", "{every}{other}?{weekday:w}{part:p}?", _weekday),
    time_rule("every month", "tset", "{every}{MONTH:m}", lambda m: Often(f"XXXX-{number(m, 'm'):02}")),
    time_rule("every season", "tset", "{every}{season:s}", lambda m: Often(f"XXXX-{_code(m, 's')}")),
    time_rule("every part of the day", "tset", "{every}{part:p}", lambda m: Often(f"XXXX-XX-XXT{_code(m, 'p')}")),
    time_rule("every unit", "tset", "{every}(?:{NUM:n}|{other:o}|{full})?{UNIT|units|weekend:u}", _unit),
    time_rule("per unit", "tset", "{per}{UNIT:u}", _unit),
    time_rule("so long per unit", "tset", "{NUM}{UNIT|units}{a|per}{UNIT:u}", _unit),
    time_rule("adverb", "tset", "{adverb:a}", lambda m: Often(TABLES["adverbs"][text(m, "a")])),
    time_rule("weekdays", "tset", "{weekdays:w}", _weekday),
    time_rule("weekday nights", "tset", "{weekday:w}{parts:p}", _weekday),
)
