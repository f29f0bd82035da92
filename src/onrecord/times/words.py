"""Text to lines of classed words: what the rules' patterns run over.

A line is a string with one letter a word (its class, see ``lexicon``) and the words beside it; ``match.string`` in a rule is the
line, so a rule gets from a letter to its word. Only paragraphs that hold a trigger (a digit, a month, a unit, "today" ...) are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.nouns import Span
from onrecord.times import lexicon, numerals
from onrecord.times.feast_days import FEASTS
from onrecord.times.lexicon import BREAK, CLASS, UNKNOWN, Entry


def feast_names() -> str:
    """A pattern, to be read with blanks ignored, for the names of the feasts; the longest first."""
    names = sorted(FEASTS, key=len, reverse=True)
    return "|".join(re.escape(name).replace("\\ ", r"\s").replace("'", "['’]") for name in names)


TOKEN = re.compile(
    r"""(?P<feast>(?<!\w)(?:FEASTS)(?!\w))
      | (?P<isodate>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?(?![\d-]))
      | (?P<numdate>\d{1,2}/\d{1,2}/\d{2,4}\b)
      | (?P<fraction>\d{1,2}/\d{1,2}(?![\d/])|[½¼¾])
      | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
      | (?P<figures>\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+(?!\w)|\d{1,2}\.\d\d(?=[ap]\.?m\b)
        |\d+(?=[½¼¾])|\d+(?:st|nd|rd|th|s)?(?![^\W_a-zA-Z])(?=[ap]\.?m\b|[^\w]|$))
      | (?P<ampm>[ap]\.\s?m\.|[ap]\.?m\b)
      | (?P<bc>(?:B\.C\.E?\.?|BCE?|A\.D\.|AD)(?!\w))
      | (?P<dotted>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.(?=[\s,\d])|[Oo]['’]clock)
      | (?P<short_year>['’‘]\d\ds?(?!\w))
      | (?P<apostrophe_s>['’]s\b|(?<=s)['’](?=\s))
      | (?P<word>[^\W\d_]+)
      | (?P<break>[ \t\r]*\n[ \t\r]*\n\s*)
      | (?P<mark>[^\w\s])
      | (?P<junk>\w+)""".replace("FEASTS", feast_names()),
    re.X | re.I,
)
MARKS = {".": "dot", ",": "comma", "-": "hyphen", "‐": "hyphen", "–": "hyphen", "—": "other", "/": "slash", "(": "open", ")": "close"}
MARKS |= dict.fromkeys("$£€%", "money")
MARKS |= dict.fromkeys('"“”‘’', "quote")
TRIGGER = re.compile(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:to|yester|mid|every|week)day|(?:jan|febr)uary|march|april|may|june|july|august|"
    r"(?:septem|octo|novem|decem)ber|(?:day|week|weekend|month|quarter|year|decade|hour|minute|second|fortnight|night|morning|afternoon|evening|"
    r"spring|summer|winter)s?|centur(?:y|ies)|autumn|fall|tomorrow|tonight|overnight|noon|midnight|dawn|dusk|now|nowadays|current(?:ly)?|"
    r"recent(?:ly)?|previously|formerly|former|soon|shortly|future|past|then|already|once|yet|immediately|"
    r"daily|nightly|hourly|weekly|monthly|quarterly|yearly|annual(?:ly)?|"
    r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|ninety|eighty|seventy|sixty|"
    r"christmas|easter|thanksgiving|ramadan|eid|nowruz|new year|halloween|pentecost|epiphany|ashura|bc|bce|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thurs|fri|sat|sun)\b)\b",
    re.I,
)
NAMED = frozenset(CLASS[name] for name in ("month", "may_month", "short_month", "weekday", "short_weekday"))
DOTTED = {CLASS["short_month"]: CLASS["month"], CLASS["short_weekday"]: CLASS["weekday"]}
LOWER = frozenset(lexicon.TABLES["lower"]["words"].split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: where it stands, how it is written, and what the lexicon has for it."""

    start: int
    end: int
    text: str
    kind: str
    value: object = None
    by: str = ""


class Line(str):
    """The classes of a stretch of text, one letter a word; ``words`` has one entry a letter."""

    words: tuple[Word, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to the one before ``last``."""
        return Span(self.words[first].start, self.words[last - 1].end)


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that may hold a time: one a paragraph with a trigger."""
    start = 0
    for match in re.finditer(r"\n[ \t\r]*\n\s*|$", text):
        if match.start() > start and TRIGGER.search(text, start, match.start()):
            yield line(text, start, match.start())
        start = match.end()


def line(text: str, start: int = 0, end: int | None = None) -> Line:
    """One stretch of a text as a line."""
    words = numerals.merge([_word(match) for match in TOKEN.finditer(text, start, len(text) if end is None else end)], text)
    made = Line("".join(word.kind for word in words))
    made.words = tuple(words)
    return made


@cache
def _lexicon() -> dict[str, Entry]:
    return lexicon.entries()


def _word(match: re.Match[str]) -> Word:
    group, text = str(match.lastgroup), match.group()
    make = _ENTRY.get(group)
    entry = make(text) if make else Entry(CLASS[group], text)
    return Word(match.start(), match.end(), text, entry.kind, entry.value)


def _plain(text: str) -> Entry:
    entry = _lexicon().get(text.lower())
    if entry is None or (entry.kind in NAMED and text[0].islower() and text.lower() in LOWER):
        return Entry(UNKNOWN)
    return entry


def _dotted(text: str) -> Entry:
    entry = _lexicon().get(text.rstrip(".").lower())
    if entry is None or not (text[0].isupper() or "clock" in text):
        return Entry(UNKNOWN)
    return Entry(DOTTED.get(entry.kind, entry.kind), entry.value)


def _figures(text: str) -> Entry:
    digits = text.rstrip("sthndrSTHNDR")
    tail = text[len(digits) :].lower()
    number = float(digits.replace(",", ""))
    if tail == "s":
        return Entry(CLASS["decade"], number) if len(digits) in (2, 3, 4) and number % 10 == 0 else Entry(UNKNOWN)
    if tail:
        return Entry(CLASS["ordinal"], int(number))
    if len(digits) == 4 and digits.isdigit() and 1000 <= number <= 2999:
        return Entry(CLASS["year"], number)
    if "." in digits and len(digits.split(".")[1]) == 2 and number < 24 and number * 100 % 100 < 60:
        return Entry(CLASS["point_clock"], digits)
    return Entry(CLASS["digit" if digits.isdigit() and len(digits) <= 2 else "number"], number)


_ENTRY: dict[str, Callable[[str], Entry]] = {
    "word": _plain,
    "dotted": _dotted,
    "figures": _figures,
    "mark": lambda text: Entry(CLASS[MARKS.get(text, "other")], text),
    "junk": lambda _: Entry(UNKNOWN),
    "break": lambda _: Entry(BREAK),
    "fraction": lambda text: Entry(CLASS["fraction"], text),
}
