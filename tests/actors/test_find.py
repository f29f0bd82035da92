"""Laws of the cast: spans lie in the text, every mention says why, nothing breaks on hostile text."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.actors import Registry, find
from onrecord.nouns import Arc, Mark, Published, Reading, Report, Span
from tests.marked import marked

WORDS = [
    "The",
    "US",
    "president",
    "Putin",
    "he",
    "'s",
    "Israeli",
    "officials",
    ",",
    ".",
    "\n",
    "“",
    "”",
    "of",
    "and",
    "both",
    "sides",
    "Kim",
    "-",
    "é",
    "\u202e",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=6))
def test_any_text_and_any_spans(registry: Registry, words: list[str], places: list[tuple[int, int]]) -> None:
    text = " ".join(words)
    spans = [Span(min(start, len(text)), min(start + size, len(text))) for start, size in places]
    head = Mark("event", "CONSULT", Span(0, min(3, len(text))), 1.0)
    reading = Reading(arcs=tuple(Arc(head, "actor", span, 1.0) for span in spans))
    cast = find(Report(text, published=Published(day=date(2025, 3, 1))), reading, registry)
    for referent in cast.referents():
        assert 0 <= referent.mention.span.start <= referent.mention.span.end <= len(text)
        assert referent.mention.by
        assert 0.0 < referent.mention.score <= 1.0


def test_the_same_report_gives_the_same_cast(registry: Registry) -> None:
    text = marked(
        "[Emmanuel Macron|actor] [met|CONSULT] [the Russian president|recipient]. [He|source] [said|cue] [so|content].", "2025-03-01"
    )
    assert find(text.report, text.reading, registry) == find(text.report, text.reading, registry)


def test_the_registry_is_left_as_it_was(registry: Registry) -> None:
    before = {name: (row.country, row.gender, len(row.terms), len(row.names)) for name, row in registry.rows.items()}
    find(Report("Norwegian Foreign Minister Edla Brunnsgard met Alar Karis. She left."), Reading(), registry)
    assert {name: (row.country, row.gender, len(row.terms), len(row.names)) for name, row in registry.rows.items()} == before


def test_a_span_may_mean_several(registry: Registry) -> None:
    text = marked("Armenia and Azerbaijan spoke. [The neighbours|actor] [agreed|AGREE].")
    cast = find(text.report, text.reading, registry)
    assert [referent.name for referent in cast.at(text.span("actor"))] == ["Armenia", "Azerbaijan"]
    assert all(referent.mention.form == "plural" for referent in cast.at(text.span("actor")))


def test_nothing_is_found_in_nothing(registry: Registry) -> None:
    assert find(Report(""), Reading(), registry).actors == ()


def test_a_long_line_takes_no_more_than_linear_time(registry: Registry) -> None:
    cast = find(Report("Al-" * 20_000 + " Kim, of " * 5_000), Reading(), registry)
    assert len(cast.actors) < 5
