"""Evidence in its sentence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Evidence, Span
from onrecord.views.markup import GLIMPSE, LONGEST, bracketed, passages, pieces, snippet
from tests.views.made import ACT, MEETING, QUOTE, TEXT


def test_the_evidence_is_bracketed_with_what_it_proves() -> None:
    (passage,) = passages(TEXT, MEETING.evidence)
    assert bracketed(TEXT, passage, MEETING.evidence) == (
        "[Foreign Minister Ingrid Solvang|party] will [meet|anchor] [Kristjan Hallgrimsson|party] "
        "in [Helsinki|place] [on Thursday|time], her ministry said."
    )


def test_a_quotation_keeps_its_sentence() -> None:
    (passage,) = passages(TEXT, QUOTE.evidence)
    assert passage.of(TEXT) == '"The Hrafn cut no nets," Hallgrimsson told the daily Fjardarbladid.'


def test_nested_evidence_nests_its_brackets() -> None:
    text = "Talks will resume."
    evidence = (Evidence(Span(0, 17), "content"), Evidence(Span(0, 5), "anchor"))
    assert bracketed(text, Span(0, 18), evidence) == "[[Talks|anchor] will resume|content]."


def test_initials_and_titles_do_not_end_a_sentence() -> None:
    text = "First. Then Mr. J. Smith met Dr. Who. Last."
    place = text.index("met")
    (passage,) = passages(text, (Evidence(Span(place, place + 3), "anchor"),))
    assert passage.of(text) == "Then Mr. J. Smith met Dr. Who."


def test_distant_evidence_gives_several_passages() -> None:
    text = "One came. Two went. Three slept."
    found = passages(text, (Evidence(Span(0, 3), "actor"), Evidence(Span(20, 25), "actor")))
    assert [passage.of(text) for passage in found] == ["One came.", "Three slept."]


def test_an_endless_sentence_is_cut() -> None:
    text = "x" * 100_000
    (passage,) = passages(text, (Evidence(Span(50_000, 50_001), "anchor"),))
    assert len(passage) <= 2 * LONGEST + 1


def test_escape_sequences_are_not_obeyed() -> None:
    text = "He \x1b[31mmet\x1b[0m her."
    assert "\x1b" not in bracketed(text, Span(0, len(text)), (Evidence(Span(3, 11), "anchor"),))


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))


@settings(deadline=None)
@given(st.text(min_size=60, max_size=60), st.lists(st.builds(Evidence, SPANS, st.sampled_from(["actor", "time", "anchor"])), max_size=8))
def test_the_pieces_give_the_passage_again(text: str, evidence: list[Evidence]) -> None:
    found = list(pieces(text, Span(0, 60), evidence))
    assert "".join(piece.text for piece in found) == text
    assert sum(len(piece.opens) for piece in found) == sum(len(piece.closes) for piece in found)


@settings(deadline=None)
@given(st.text(max_size=200), st.data())
def test_passages_hold_their_evidence(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    span = Span(*ends).trim(text, " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029")
    if len(span):
        found = passages(text, (Evidence(span, "anchor"),))
        assert any(passage.covers(span) for passage in found)


def test_a_snippet_begins_at_the_anchor_and_ends_with_its_sentence() -> None:
    assert snippet(TEXT, ACT) == "chased"
    assert snippet(TEXT, MEETING) == "meet Kristjan Hallgrimsson in Helsinki on Thursday, her ministry said"
    assert snippet(TEXT, QUOTE) == ""


def test_a_long_snippet_is_cut_between_words() -> None:
    text = "met " + "one after another " * 20
    cut = snippet(text, replace(ACT, evidence=(Evidence(Span(0, 3), "anchor"),)))
    assert cut.endswith(" …")
    assert len(cut) <= GLIMPSE + 2
    assert set(cut.split()) <= {"met", "one", "after", "another", "…"}


def test_a_snippet_ends_with_the_quotation_that_it_is_of() -> None:
    text = '"Stop the raids," Solvang said.'
    assert snippet(text, replace(ACT, evidence=(Evidence(Span(10, 15), "anchor"),))) == "raids"


def test_the_snippet_of_an_act_of_nobody_begins_with_its_clause() -> None:
    text = "We are clear: the raids must end."
    nobody = replace(ACT, actors=(), recipients=(), evidence=(Evidence(Span(29, 32), "anchor"),))
    assert snippet(text, nobody) == "the raids must end"
