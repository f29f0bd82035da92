"""Quotation marks of every sort."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import Span
from onrecord.speech.quotations import find_quotations

ALPHABET = st.sampled_from(list("ab .,?!'’\"“”‘«»„`\n"))


def inner(text: str) -> list[tuple[str, int]]:
    """The quoted words with their level."""
    return [(q.inner.of(text), q.level) for q in find_quotations(text, paragraphs(text))]


def paragraphs(text: str) -> list[Span]:
    """Lines as paragraphs."""
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "yes" twice.', [("yes", 0)]),
        ("He said “yes” twice.", [("yes", 0)]),
        ("He said ''yes'' twice.", [("yes", 0)]),
        ("He said ``yes'' twice.", [("yes", 0)]),
        ("He said 'yes' twice.", [("yes", 0)]),
        ("He said ‘yes’ twice.", [("yes", 0)]),
        ("He said «yes» and „no“.", [("yes", 0), ("no", 0)]),
        ("“I said ‘no’ to him,” she wrote.", [("I said ‘no’ to him,", 0), ("no", 1)]),
        ("The boys' dog isn't Ann's.", []),
        ("A 5'4\" door.", []),
        ("“Never closed. He left.", [("Never closed. He left.", 0)]),
        ("He saw “an open end. Then he left.", [("an open end.", 0)]),
        ("He said \"yes” twice.", [("yes", 0)]),
    ],
)  # fmt: skip
def test_marks(text: str, found: list[tuple[str, int]]) -> None:
    assert inner(text) == found


def test_a_quotation_reopened_at_each_paragraph_goes_on() -> None:
    text = "“One.\n“Two.”\n“Three,” he said."
    assert [q.resumed for q in find_quotations(text, paragraphs(text))] == [False, True, False]


@given(st.text(ALPHABET, max_size=120))
def test_quotations_nest_or_are_apart_and_stay_in_their_paragraph(text: str) -> None:
    lines = paragraphs(text)
    found = find_quotations(text, lines)
    for q in found:
        assert any(line.covers(q.outer) for line in lines)
        assert q.outer.covers(q.inner)
    for a in found:
        for b in found:
            assert not a.outer.overlaps(b.outer) or a.outer.covers(b.outer) or b.outer.covers(a.outer)
