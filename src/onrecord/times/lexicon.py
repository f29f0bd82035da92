"""The words that a time expression is made of: each with its class and its value.

A rule speaks of classes (``{number} {unit} {ago}``); a word is in one class. What a class means is said beside it.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from onrecord.times import calendar as cal

LETTERS = string.ascii_letters + string.digits + "".join(map(chr, range(0x100, 0x180)))

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
DAY_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
CARDINALS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = {w: 20 + 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]
HOURS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT", "lunchtime": "AF", "midday": "MI"}
PLAIN = {
    "the": ("the",),
    "a": ("a", "an"),
    "of": ("of",),
    "in": ("in",),
    "on": ("on",),
    "at": ("at",),
    "to": ("to",),
    "and": ("and", "&"),
    "or": ("or",),
    "from": ("from",),
    "for": ("for",),
    "by": ("by",),
    "as": ("as",),
    "than": ("than",),
    "more": ("more", "additional"),
    "less": ("less", "fewer"),
    "over": ("over",),
    "within": ("within",),
    "between": ("between",),
    "until": ("until", "till", "til"),
    "before": ("before",),
    "after": ("after", "following"),
    "since": ("since",),
    "through": ("through", "throughout"),
    "during": ("during",),
    "this": ("this",),
    "these": ("these",),
    "that": ("that", "those"),
    "same": ("same",),
    "last": ("last",),
    "past": ("past",),
    "previous": ("previous", "preceding"),
    "prior": ("prior",),
    "next": ("next",),
    "coming": ("coming", "upcoming"),
    "current": ("current",),
    "latest": ("latest",),
    "ago": ("ago",),
    "earlier": ("earlier",),
    "later": ("later",),
    "hence": ("hence",),
    "now": ("now",),
    "then": ("then",),
    "early": ("early",),
    "late": ("late",),
    "mid": ("mid", "middle"),
    "end": ("end", "close"),
    "start": ("start",),
    "half": ("half",),
    "long": ("long",),
    "old": ("old",),
    "age": ("age",),
    "every": ("every", "each"),
    "per": ("per",),
    "other": ("other",),
    "another": ("another",),
    "few": ("few",),
    "couple": ("couple",),
    "several": ("several", "some", "many", "numerous"),
    "approx": ("about", "around", "nearly", "almost", "approximately", "roughly", "exactly", "just"),
    "least": ("least",),
    "most": ("most",),
    "up": ("up",),
    "so": ("so",),
    "recent": ("recent",),
    "fiscal": ("fiscal", "financial"),
    "full": ("full", "entire", "whole", "straight", "consecutive", "successive", "solid"),
    "working": ("working", "business", "trading", "calendar"),
    "time": ("time",),
    "period": ("period",),
    "soon": ("soon",),
    "day": ("day",),
    "eve": ("eve",),
    "rest": ("rest", "remainder"),
    "date": ("date",),
    "hours_word": ("o'clock", "o’clock"),
    "today": ("today",),
    "tomorrow": ("tomorrow",),
    "yesterday": ("yesterday",),
    "tonight": ("tonight",),
    "overnight": ("overnight",),
    "noon": ("noon",),
    "midnight": ("midnight",),
    "dawn": ("dawn", "daybreak", "sunrise"),
    "dusk": ("dusk", "sunset", "nightfall"),
    "ad": ("ad", "ce"),
    "local": ("local",),
    "sometime": ("sometime",),
    "no": ("no", "not"),
    "ahead_of": ("ahead",),
    "beyond": ("beyond",),
    "begin": ("starting", "beginning", "effective", "commencing"),
    "already": ("already", "only", "even"),
}
UNIT_WORDS = {unit.name: unit for unit in cal.UNITS if unit not in (cal.SEASON, cal.HALF)} | {"fortnight": cal.FORTNIGHT}
SHORT_UNITS = {"hrs": cal.HOUR, "hr": cal.HOUR, "mins": cal.MINUTE, "yrs": cal.YEAR, "yr": cal.YEAR}
ZONES = ["gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "ist", "eet", "eest", "msk", "jst", "kst", "aest", "pkt"]
ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "everyday": "P1D",
}
NAMES = (
    "dot", "comma", "hyphen", "slash", "apostrophe_s", "quote", "open", "close", "break", "other", "digit", "number", "fraction", "year",
    "decade", "short_year", "ordinal", "second", "month", "may_month", "weekday", "weekdays", "part", "parts", "unit", "units", "weekend",
    "weekends", "season", "seasons", "feast", "adverb", "clock", "ampm", "zone", "isodate", "numdate", "bc", "point_clock",
    "tday", "tmonth", "tyear", "tspan", "ttime", "tclock", "tdur", "tset", "tref", *PLAIN,
)  # fmt: skip
CLASS = dict(zip(NAMES, LETTERS, strict=False))
MACROS = {
    "UNIT": "unit|day|second",
    "NUM": "digit|number",
    "MONTH": "month|may_month",
    "DAYNUM": "digit|ordinal|second",
    "T": "tday|tmonth|tyear|tspan|ttime",
    "STRETCH": "tmonth|tyear|tspan",
    "BACK": "last|past|previous|prior",
}
OTHER, BREAK = CLASS["other"], CLASS["break"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word means to the rules: the letter of its class and its value."""

    kind: str
    value: object = None


def letters(spec: str) -> str:
    """A pattern over classes as a pattern over their letters: ``{the}?{unit|units}`` gives ``a?[bc]``. Blanks are dropped.

    ``{name:label}`` names the group. Raises ``KeyError`` where there is no such class.
    """

    def one(match: re.Match[str]) -> str:
        names, _, label = match[1].partition(":")
        plain = "|".join(MACROS.get(name, name) for name in names.split("|"))
        chars = "".join(CLASS[name] for name in plain.split("|"))
        body = f"[{chars}]" if len(chars) > 1 else chars
        return f"(?P<{label}>{body})" if label else body

    return re.sub(r"\{([^{}]+)\}", one, re.sub(r"\s+", "", spec))


def entries() -> dict[str, Entry]:
    """Every word of the lexicon, in lower case, with its entry."""
    out: dict[str, Entry] = {}
    for name, words in PLAIN.items():
        out.update((word, Entry(CLASS[name], word)) for word in words)
    for name, unit in UNIT_WORDS.items():
        kind = "weekend" if name == "weekend" else "second" if name == "second" else "unit"
        plural = "centuries" if name == "century" else name + "s"
        out[name] = Entry(CLASS["day" if name == "day" else kind], unit)
        out[plural] = Entry(CLASS["weekends" if name == "weekend" else "units"], unit)
    out.update((word, Entry(CLASS["units"], unit)) for word, unit in SHORT_UNITS.items())
    for index, word in enumerate(CARDINALS):
        out[word] = Entry(CLASS["number"], float(index))
    out.update((word, Entry(CLASS["number"], float(number))) for word, number in (TENS | SCALES).items())
    out.update((word, Entry(CLASS["ordinal"], index + 1)) for index, word in enumerate(ORDINALS) if word != "second")
    out["final"] = Entry(CLASS["ordinal"], -1)
    out["latter"] = Entry(CLASS["ordinal"], 2)
    for index, word in enumerate(MONTHS):
        out[word] = Entry(CLASS["may_month" if word in ("may", "march") else "month"], index + 1)
    out.update((word, Entry(CLASS["month"], number)) for word, number in MONTH_SHORT.items())
    for index, word in enumerate(WEEKDAYS):
        out[word] = Entry(CLASS["weekday"], index)
        out[word + "s"] = Entry(CLASS["weekdays"], index)
    out.update((word, Entry(CLASS["weekday"], index)) for word, index in DAY_SHORT.items())
    for word, code in HOURS.items():
        out[word] = Entry(CLASS["part"], code)
        out[word + "s"] = Entry(CLASS["parts"], code)
    for word, code in (("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI")):
        out[word] = Entry(CLASS["season"], code)
        out[word + "s"] = Entry(CLASS["seasons"], code)
    out.update((word, Entry(CLASS["adverb"], code)) for word, code in ADVERBS.items())
    out.update((word, Entry(CLASS["zone"], word.upper())) for word in ZONES)
    out.update((word, Entry(CLASS["decade"], 10.0 * (ten // 10))) for word, ten in ((w[:-1] + "ies", t) for w, t in TENS.items()))
    return out
