"""Sets: "daily", "every Friday", "each year", "Sundays", "every other week", "a day" after a rate."""

from __future__ import annotations

import re

from onrecord.times import timex
from onrecord.times.context import Time
from onrecord.times.lexicon import ADVERBS
from onrecord.times.rules import has, number, text, time_rule, unit, word
from onrecord.times.stretches import Often


def _every(match: re.Match[str]) -> Time:
    if has(match, "w"):
        return Often(f"XXXX-WXX-{number(match, 'w') + 1}" + (f"T{_part(match)}" if has(match, "p") else ""))
    if has(match, "m"):
        return Often(f"XXXX-{number(match, 'm'):02}")
    if has(match, "s"):
        found = word(match, "s")
        return Often(f"XXXX-{found.value if found else 'SX'}")
    if has(match, "d"):
        return Often(f"XXXX-XX-XXT{_part(match)}")
    return Often(timex.duration(float(number(match, "n") or (2 if has(match, "o") else 1)), unit(match, "u")))


def _part(match: re.Match[str]) -> str:
    found = word(match, "p") or word(match, "d")
    return str(found.value) if found else ""


def _weekdays(match: re.Match[str]) -> Time:
    return Often(f"XXXX-WXX-{number(match, 'w') + 1}")


ATOMS = (
    time_rule(
        "every",
        "tset",
        "{every}(?:(?P<o>{other})?{weekday:w}{part:p}?|{MONTH:m}|{season:s}|{part:d}|(?:{NUM:n}|(?P<o2>{other}))?{UNIT|units|weekend:u})",
        lambda m: _every(m),
    ),
    time_rule("per unit", "tset", "{per}{UNIT:u}", lambda m: Often(timex.duration(1.0, unit(m, "u")))),
    time_rule("adverb", "tset", "{adverb:a}", lambda m: Often(ADVERBS[text(m, "a")])),
    time_rule("weekdays", "tset", "{weekdays:w}", _weekdays),
    time_rule("weekday nights", "tset", "{weekday:w}{parts:p}", lambda m: Often(f"XXXX-WXX-{number(m, 'w') + 1}T{_part_of(m)}")),
)


def _part_of(match: re.Match[str]) -> str:
    found = word(match, "p")
    return str(found.value) if found else ""
