"""The classes of words that rules speak of, and what each word means: read from ``english/words.toml``.

A class is one letter, so that a line of words is a string and a rule's pattern an ordinary regular expression over it.
"""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from onrecord.times import calendar as cal

TABLES: dict[str, Any] = tomllib.loads((files("onrecord.times") / "english" / "words.toml").read_text("utf-8"))
LETTERS = string.ascii_letters + string.digits + "".join(map(chr, range(0x100, 0x180)))
WRITTEN = (
    "dot comma hyphen slash apostrophe_s quote open close money break unknown digit number fraction year decade short_year ordinal second "
    "month may_month short_month weekday short_weekday weekdays part parts unit units weekend weekends season seasons feast adverb "
    "clock point_clock ampm zone isodate numdate bc "
)
MADE = "tday tmonth tyear tspan ttime tclock tdur tset tref "
CLASS = dict(zip((WRITTEN + MADE + " ".join(TABLES["plain"])).split(), LETTERS, strict=False))
NAME = {letter: name for name, letter in CLASS.items()}
MACROS = {
    "UNIT": "unit|day|second",
    "NUM": "digit|number",
    "MONTH": "month|may_month|short_month",
    "DAYNUM": "digit|ordinal|second",
    "T": "tday|tmonth|tyear|tspan|ttime",
    "STRETCH": "tmonth|tyear|tspan",
    "SOME": "several|some",
    "ABOUT": "approx|exact",
}
UNKNOWN, BREAK = CLASS["unknown"], CLASS["break"]
UNIT_WORDS = {unit.name: unit for unit in (*cal.UNITS, cal.FORTNIGHT) if unit not in (cal.SEASON, cal.HALF)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word means to the rules: the letter of its class and its value."""

    kind: str
    value: object = None


def letters(spec: str) -> str:
    """A pattern over classes as a pattern over their letters: ``{the}?{unit|units}`` gives ``a?[bc]``. Blanks are dropped.

    ``{name:label}`` names the group; a name in capitals stands for several classes. Raises ``KeyError`` where there is no such class.
    """

    def one(match: re.Match[str]) -> str:
        names, _, label = match[1].partition(":")
        plain = "|".join(MACROS.get(name, name) for name in names.split("|"))
        chars = "".join(CLASS[name] for name in plain.split("|"))
        body = f"[{chars}]" if len(chars) > 1 else chars
        return f"(?P<{label}>{body})" if label else body

    return re.sub(r"\{([A-Za-z][^{}]*)\}", one, re.sub(r"\s+", "", spec))


def entries() -> dict[str, Entry]:
    """Every word of the lexicon, in lower case, with its entry."""
    out = {word: Entry(CLASS[name], word) for name, words in TABLES["plain"].items() for word in words.split()}
    out |= _numbers() | _units() | _calendar()
    out |= {word: Entry(CLASS["adverb"], code) for word, code in TABLES["adverbs"].items()}
    out |= {word.lower(): Entry(CLASS["zone"], offset) for word, offset in TABLES["zones"].items()}
    return out | {word.lower(): out[same] for word, same in TABLES["variants"].items()}


def _numbers() -> dict[str, Entry]:
    tables = TABLES["numbers"]
    out = {word: Entry(CLASS["number"], float(index)) for index, word in enumerate(tables["cardinals"].split())}
    out |= {word: Entry(CLASS["number"], 20.0 + 10 * index) for index, word in enumerate(tables["tens"].split())}
    out |= {word: Entry(CLASS["number"], float(number)) for word, number in TABLES["scales"].items()}
    out |= {word: Entry(CLASS["decade"], 20.0 + 10 * index) for index, word in enumerate(tables["decades"].split())}
    out |= {word: Entry(CLASS["ordinal"], index + 1) for index, word in enumerate(tables["ordinals"].split()) if word != "second"}
    return out | {"final": Entry(CLASS["ordinal"], -1), "latter": Entry(CLASS["ordinal"], 2)}


def _units() -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for name, unit in UNIT_WORDS.items():
        one, many = ("weekend", "weekends") if name == "weekend" else (name if name in ("day", "second") else "unit", "units")
        out[name] = Entry(CLASS[one], unit)
        out["centuries" if name == "century" else name + "s"] = Entry(CLASS[many], unit)
    return out | {word: Entry(CLASS["units"], UNIT_WORDS[name]) for word, name in TABLES["units"].items()}


def _calendar() -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for index, word in enumerate(TABLES["months"]["full"].lower().split()):
        out[word] = Entry(CLASS["may_month" if word in ("may", "march") else "month"], index + 1)
    out |= {word: Entry(CLASS["short_month"], index + 1) for index, word in enumerate(TABLES["months"]["short"].lower().split())}
    out |= {word: Entry(CLASS["short_weekday"], index) for index, word in enumerate(TABLES["weekdays"]["short"].lower().split())}
    for index, word in enumerate(TABLES["weekdays"]["full"].lower().split()):
        out |= {word: Entry(CLASS["weekday"], index), word + "s": Entry(CLASS["weekdays"], index)}
    for name in ("part", "season"):
        for word, code in TABLES[name + "s"].items():
            out |= {word: Entry(CLASS[name], code), word + "s": Entry(CLASS[name + "s"], code)}
    return out
