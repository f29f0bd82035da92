"""A text cut into marked pieces is still the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import Evidence, Span
from onrecord.views.web.marks import marked
from tests.views.made import ENTRIES, MEETING, TEXT

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(lambda pair: Span(*pair))


@given(st.text(max_size=30), st.lists(SPANS, max_size=8))
def test_the_pieces_give_the_text_again(text: str, spans: list[Span]) -> None:
    entry = replace(MEETING, evidence=tuple(Evidence(span, "party") for span in spans))
    assert "".join(piece.text for piece in marked(text, [entry])) == text


def test_the_narrowest_evidence_names_a_piece() -> None:
    wide, narrow = Evidence(Span(0, 10), "content"), Evidence(Span(2, 4), "party")
    found = [(piece.text, piece.part) for piece in marked("0123456789", [replace(MEETING, evidence=(wide, narrow))])]
    assert found == [("01", "content"), ("23", "party"), ("456789", "content")]


def test_each_entry_has_one_first_piece() -> None:
    firsts = [piece.entry for piece in marked(TEXT, ENTRIES) if piece.first]
    assert sorted(firsts) == sorted({entry.id for entry in ENTRIES})
