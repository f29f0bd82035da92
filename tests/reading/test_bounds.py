"""Paragraphs and sentences."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.bounds import find_paragraphs, find_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(text, find_paragraphs(text))]


def test_sentences_end_where_newspapers_end_them() -> None:
    text = 'Mr. Lund met Gen. Oru in the U.S. on Jan. 5. "We agree." He left.\nJ. Oru stayed'
    assert sentences(text) == ["Mr. Lund met Gen. Oru in the U.S. on Jan. 5.", '"We agree."', "He left.", "J. Oru stayed"]


def test_dots_before_a_number_are_a_pause() -> None:
    text = "A deadline of about ... 10 days. It ended... 10 left."
    assert sentences(text) == ["A deadline of about ... 10 days.", "It ended...", "10 left."]


def test_paragraphs_are_lines_that_say_something() -> None:
    text = "Title\n\n  First line.  \r\n\t\nLast"
    assert [span.of(text) for span in find_paragraphs(text)] == ["Title", "First line.", "Last"]


@given(st.text(alphabet='aB. !?"\n\u2028', max_size=80))
def test_sentences_lie_in_order_inside_their_paragraphs(text: str) -> None:
    paragraphs = find_paragraphs(text)
    found = find_sentences(text, paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(paragraph.covers(sentence) for paragraph in paragraphs) for sentence in found)
    assert sum(not c.isspace() for s in found for c in s.of(text)) == sum(not c.isspace() for c in text)
