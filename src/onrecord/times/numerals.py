"""Numbers in words and figures: "twenty-four", "two thousand", "3-1/2", "three and a half", "nineteen ninety-six", to one word each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.times.lexicon import CLASS

if TYPE_CHECKING:
    from onrecord.times.words import Word

NUMBER, DIGIT, YEAR, FRACTION, HYPHEN, AND, A, HALF = (
    CLASS[name] for name in ("number", "digit", "year", "fraction", "hyphen", "and", "a", "half")
)
NUMBERS = frozenset((NUMBER, DIGIT))
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def merge(words: list[Word], text: str) -> list[Word]:
    """The words with each run that writes one number put together; the rest is unchanged."""
    out: list[Word] = []
    at = 0
    while at < len(words):
        if words[at].kind in NUMBERS or words[at].kind == FRACTION:
            word, at = _number(words, at, text)
            out.append(word)
        else:
            out.append(words[at])
            at += 1
    return out


def _number(words: list[Word], at: int, text: str) -> tuple[Word, int]:
    first = words[at]
    if first.kind == FRACTION:
        share = _share(first)
        return (replace(first, kind=NUMBER, value=share) if share else first), at + 1
    end = at + 1
    value = float(str(first.value))
    if first.kind == NUMBER and first.text[0].isalpha():
        value, end, year = _spelled(words, at)
        if year:
            return replace(first, end=words[end - 1].end, kind=YEAR, value=value, text=text[first.start : words[end - 1].end]), end
    elif end < len(words) and words[end].value in (1000.0, 1_000_000.0) and words[end].text[0].isalpha():
        value, end = value * float(str(words[end].value)), end + 1
    value, end = _with_fraction(words, end, value)
    kind = first.kind if end == at + 1 else NUMBER
    return replace(first, end=words[end - 1].end, kind=kind, value=value, text=text[first.start : words[end - 1].end]), end


def _share(word: Word) -> float:
    if word.text in SIGNS:
        return SIGNS[word.text]
    above, _, below = word.text.partition("/")
    return int(above) / int(below) if int(below) in (2, 3, 4, 8) and int(above) < int(below) else 0.0


def _with_fraction(words: list[Word], at: int, value: float) -> tuple[float, int]:
    """``3 1/2``, ``3-1/2``, ``3½``, ``three and a half``: the value with its fraction, and the word after it."""
    step = at + 1 if at < len(words) and words[at].kind == HYPHEN else at
    if step < len(words) and words[step].kind == FRACTION and words[step].start - words[step - 1].end <= 1 and _share(words[step]):
        return value + _share(words[step]), step + 1
    if [word.kind for word in words[at : at + 3]] == [AND, A, HALF]:
        return value + 0.5, at + 3
    return value, at


def _spelled(words: list[Word], at: int) -> tuple[float, int, bool]:
    """A number in words from ``at`` on: its value, the word after it, and whether it writes a year ("nineteen ninety-six")."""
    total, current, end = 0.0, 0.0, at
    parts: list[float] = []
    while end < len(words) and words[end].kind == NUMBER and words[end].text[0].isalpha():
        part = float(str(words[end].value))
        if parts and not _follows(parts[-1], part):
            break
        parts.append(part)
        if part >= 1000:
            total, current = total + max(current, 1.0) * part, 0.0
        elif part in (100.0, 12.0) and words[end].text.lower() in ("hundred", "dozen"):
            current = max(current, 1.0) * part
        else:
            current += part
        end += 1
        joined = end + 1 < len(words) and words[end].kind in (HYPHEN, AND) and words[end + 1].kind == NUMBER
        tens = 20 <= part <= 90 and words[end].kind == HYPHEN if joined else False
        if joined and (tens or (words[end].kind == AND and part >= 100)) and words[end + 1].text[0].isalpha():
            end += 1
    year = _year(parts)
    return (year, end, True) if year else (total + current, end, False)


def _follows(last: float, part: float) -> bool:
    """Whether a number word may go on after another: "ninety six", "two hundred", "nineteen ninety"."""
    if part >= 100 or (part == 12 and last < 12):
        return True
    if last >= 100:
        return True
    return (20 <= last <= 90 and part < 10) or (17 <= last <= 20 and part >= 10)


def _year(parts: list[float]) -> float:
    if 2 <= len(parts) <= 3 and 17 <= parts[0] <= 20 and 10 <= parts[1] <= 90 and sum(parts[1:]) < 100:
        return parts[0] * 100 + sum(parts[1:])
    return 0.0
