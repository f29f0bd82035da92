"""Looking around a place gives what a walk through everything gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import Span
from onrecord.nouns.places import Places

SPANS = st.tuples(st.integers(0, 2000), st.integers(0, 700)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_places_find_what_overlaps(spans: list[Span], asked: Span) -> None:
    places = Places((span, index) for index, span in enumerate(spans))
    assert list(places.over(asked)) == [index for index, span in enumerate(spans) if span.overlaps(asked)]
