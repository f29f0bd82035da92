"""How the rules of this room are written: a name, the class of what comes out, a pattern over word classes, a production.

``time_rule("weekday", "tday", "{weekday:w}", lambda m: Pick(weekday(number(m, "w"))))``
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from onrecord.grammar import Rule
from onrecord.times.calendar import DAY, SECOND, Unit
from onrecord.times.context import Time
from onrecord.times.lexicon import CLASS, NAME, UNKNOWN, letters
from onrecord.times.words import Line, Word


@dataclass(frozen=True, slots=True)
class Made:
    """What a rule makes of words: an under-specified time, and the class under which later rules see it."""

    kind: str
    time: Time


QUOTES = ('"', "“", "‘", "'", "`")
Production = Callable[[re.Match[str]], "Time | Made | None"]


def time_rule(name: str, kind: str, pattern: str, produce: Production) -> Rule[Made]:
    """A rule whose pattern is written in classes (``lexicon.letters``) and whose product counts as a word of class ``kind``."""

    def made(match: re.Match[str]) -> Made | None:
        time = produce(match)
        return time if time is None or isinstance(time, Made) else Made(CLASS[kind], time)

    return Rule(name, re.compile(letters(pattern)), made)


KINDS = {"day": "tday", "month": "tmonth", "year": "tyear"}


def of_unit(unit: Unit, time: Time) -> Made:
    """The time under the class of its unit: a day, a month, a year or another stretch."""
    return Made(CLASS[KINDS.get(unit.name, "tspan")], time)


def words(match: re.Match[str], label: str) -> tuple[Word, ...]:
    """The words of a group; none where it took no part in the match or the pattern has no such group."""
    if label not in match.re.groupindex or not match.group(label):
        return ()
    return cast("Line", match.string).words[match.start(label) : match.end(label)]


def has(match: re.Match[str], label: str) -> bool:
    """Whether a group took part in the match."""
    return bool(words(match, label))


def word(match: re.Match[str], label: str) -> Word | None:
    """The first word of a group."""
    found = words(match, label)
    return found[0] if found else None


def number(match: re.Match[str], label: str) -> int:
    """The value of a group's first word as a whole number; ``second`` is 2, an absent group 0."""
    found = word(match, label)
    if found is None:
        return 0
    if found.kind == CLASS["second"]:
        return 2
    return int(cast("float", found.value))


def time(match: re.Match[str], label: str) -> Time:
    """The time that an earlier rule made of a group's first word."""
    return cast("Time", words(match, label)[0].value)


def unit(match: re.Match[str], label: str) -> Unit:
    """The unit that a group's first word names."""
    found = words(match, label)[0]
    if found.kind == CLASS["second"]:
        return SECOND
    return cast("Unit", found.value) if found.kind != CLASS["day"] else DAY


def text(match: re.Match[str], label: str) -> str:
    """A group's words in lower case, one blank apart; "" where it took no part."""
    return " ".join(one.text.lower() for one in words(match, label))


def said(match: re.Match[str], label: str) -> str:
    """The classes of a group's words, one blank apart: "the previous" for "the preceding"; "" where it took no part."""
    return " ".join(NAME[one.kind] for one in words(match, label))


def following(match: re.Match[str], lower: bool = True, skip: int = 0) -> str:
    """The word after the match and ``skip`` more, in lower case unless asked otherwise; "" at the end of the line."""
    line, at = cast("Line", match.string), match.end() + skip
    found = line.words[at].text if at < len(line.words) else ""
    return found.lower() if lower else found


def preceding(match: re.Match[str], lower: bool = True) -> str:
    """The word before the match, in lower case unless asked otherwise; "" at the beginning of the line."""
    found = cast("Line", match.string).words[match.start() - 1].text if match.start() else ""
    return found.lower() if lower else found


def in_name(match: re.Match[str]) -> bool:
    """Whether a capitalised match is part of a name, as a capitalised neighbour that means nothing here shows: "High Noon"."""
    line = cast("Line", match.string)
    beside = (*line.words[max(0, match.start() - 1) : match.start()], *line.words[match.end() : match.end() + 1])
    return line.words[match.start()].text[0].isupper() and any(one.kind == UNKNOWN and one.text[0].isupper() for one in beside)


def is_title(match: re.Match[str]) -> bool:
    """Whether a quotation mark and then nothing but capitalised words make the match a title: "This Week"."""
    line = cast("Line", match.string)
    return preceding(match) in QUOTES and all(one.text[0].isupper() for one in line.words[match.start() : match.end()])


AMOUNT = (
    "(?P<n>{NUM}|{a}?{couple}{of}?|{a}{few}|{few}|{SOME}|{half}{a}|{a}?{half}{hyphen}?|{a}|{another}{NUM}?)"
    "((?:{to|or|hyphen}|{hyphen}{to}{hyphen})(?P<m>{NUM}))?"
)


def amount(match: re.Match[str]) -> float | None:
    """The number that ``AMOUNT`` matched; ``None`` where it names none ("several"). A half unit is 0.5, a couple 2."""
    kinds = {one.kind for one in words(match, "n")}
    if CLASS["couple"] in kinds:
        return 2.0
    if kinds & {CLASS["few"], CLASS["several"], CLASS["some"]}:
        return None
    if CLASS["half"] in kinds:
        return 0.5
    found = words(match, "n")[-1]
    return float(cast("float", found.value)) if found.kind in (CLASS["digit"], CLASS["number"]) else 1.0


def most(match: re.Match[str]) -> float | None:
    """The longer number of "10 or 12", or ``None``."""
    found = word(match, "m")
    return float(cast("float", found.value)) if found else None
