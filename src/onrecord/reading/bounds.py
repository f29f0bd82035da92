"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.nouns.span import Span

_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "maj", "adm", "sen", "rep", "gov", "pres",
     "st", "jr", "sr", "vs", "no", "inc", "corp", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
     "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "u.s", "u.k", "u.n",
     "e.u", "d.c", "u.a.e"}
)  # fmt: skip
_END = re.compile(r"""[.!?…]["'”’»)\]]{0,3}\s+(?=["'“‘«(\[]{0,2}[^\W_a-z])""")
_LAST = re.compile(r"[\w.]{1,12}$")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that hold more than white space, without the white space around them."""
    return tuple(_lines(text))


def find_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences inside each paragraph, without the white space between them.

    A full stop after an abbreviation or a lone initial ends nothing, nor do dots before a number.
    """
    return tuple(sentence for paragraph in paragraphs for sentence in _split(text, paragraph))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line)).trim(text, " \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\xa0\u200b\ufeff")
        start += len(line)
        if len(span):
            yield span


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if text[match.start()] == "." and (_abbreviated(text, start, match.start()) or _pauses(text, match)):
            continue
        yield Span(start, match.end()).trim(text)
        start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end).trim(text)


def _pauses(text: str, match: re.Match[str]) -> bool:
    """Whether dots stand for a pause before a number: "a deadline of about ... 10 days"."""
    return text.endswith(" ...", 0, match.start() + 1) and text[match.end()].isdigit()


def _abbreviated(text: str, start: int, stop: int) -> bool:
    last = _LAST.search(text[max(start, stop - 12) : stop])
    if last is None:
        return False
    word = last.group().lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")
