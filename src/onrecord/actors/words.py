"""A report's words as this room needs them: letter runs without diacritics, with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.nouns import Span

RUN = re.compile(r"[^\W_]+")
APART = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "s", "æ": "a", "ð": "d", "þ": "t", "ʻ": None}
)


def fold(word: str) -> str:
    """The word without diacritics, case kept: ``Erdoğan`` -> ``Erdogan``."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(APART))
    return "".join(char for char in apart if not unicodedata.combining(char))


def key(name: str) -> str:
    """How a name is looked up: its letter runs without diacritics, one space apart; ``N'Djamena`` -> ``N Djamena``."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name
    return " ".join(RUN.findall(fold(name)))


BEFORE_SENTENCE = frozenset((".", "!", "?", "“", '"', '."', ".”"))
SOFT = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v", **dict.fromkeys("aeiouyjh'- .", None)})


def skeleton(name: str) -> str:
    """What the spellings of a name have in common: its consonants, like ones made equal, doubles single; ``Zelensky``, ``Zelenskiy`` ->
    ``slnsk``.
    """
    bare = fold(name).lower().replace("ph", "f").replace("ck", "k").translate(SOFT)
    return "".join(char for at, char in enumerate(bare) if at == 0 or char != bare[at - 1])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: ``forms`` (diacritics off), ``lowers``, and where each starts and ends (code points)."""

    text: str
    forms: Sequence[str]
    lowers: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """Cut a text into words."""
        places = [match.span() for match in RUN.finditer(text)]
        raw = [text[start:end] for start, end in places]
        forms = raw if text.isascii() else [word if word.isascii() else fold(word) for word in raw]
        return cls(text, forms, list(map(str.lower, forms)), [start for start, _ in places], [end for _, end in places])

    def within(self, span: Span) -> range:
        """Indexes of the words that lie in the span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, first))

    def gap(self, index: int) -> str:
        """What stands between the word and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.starts) else "\n"

    def joined(self, first: int, last: int) -> bool:
        """Whether the words from ``first`` to ``last`` may be one name: nothing but a space, hyphen, apostrophe, dot or comma between
        them.
        """
        return all(len(gap) < 3 and "\n" not in gap for gap in map(self.gap, range(first, last)))

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence or quotation, so that its capital says nothing."""
        before = self.text[self.ends[at - 1] : self.starts[at]] if at else ""
        return at == 0 or "\n" in before or before.strip() in BEFORE_SENTENCE

    def model(self, at: int) -> bool:
        """Whether a word follows the number of a model: "F-16 | Fighting Falcon"."""
        return at > 1 and self.lowers[at - 1].isdigit() and self.gap(at - 2) == "-" and self.gap(at - 1) == " "

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another, with the closing dot of an abbreviation (``U.S.``)."""
        end = self.ends[last]
        if last > first and len(self.forms[last]) == 1 and self.text[end : end + 1] == "." and self.forms[last].isupper():
            end += 1
        return Span(self.starts[first], end)
