"""The room's verb: laws that hold on any text, and what a report must yield."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord import speech
from onrecord.nouns import Actor, Cast, Mention, Span, Statement, When, Window
from onrecord.speech.outlets import is_home
from onrecord.vocabulary import acts
from tests.marked import Marked, marked

WORDS = 'Marik |said |that |told |Reuters |according to |the talks |“|”|"|, |. |\n|Q: |did not mention |he |citing |Asked whether '
PIECES = st.sampled_from(WORDS.split("|"))
NOBODY = Cast()


def found(given: Marked, cast: Cast = NOBODY, times: tuple[When, ...] = ()) -> tuple[Statement, ...]:
    """The statements of a marked text."""
    return speech.find(given.report, given.reading, cast, times)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_well_formed_statements(text: str) -> None:
    given_text = marked(text.replace("[", "(").replace("]", ")"), outlet="The Tarn Herald")
    statements = found(given_text)
    for place, one in enumerate(statements):
        assert one.content and all(len(span) and span.end <= len(text) for span in one.content)
        assert one.act in acts()
        assert one.chain[-1].kind == "report"
        assert one.carrier is None or (0 <= one.carrier < len(statements) and one.carrier != place)
    assert statements == found(given_text)


def test_an_interrupted_quotation_is_one_statement() -> None:
    given_text = marked('"We will wait," Marik said on Monday, "but not for ever."')
    (one,) = found(given_text)
    assert [span.of(given_text.report.text) for span in one.content] == ["We will wait", "but not for ever."]
    assert one.quote == "direct"


def test_a_quotation_of_three_paragraphs_is_one_statement() -> None:
    given_text = marked("Marik said: “We wait for them.\n“We wait for a long time.\n“We shall not wait for ever.”\nThe hall was empty.")
    (one,) = found(given_text)
    assert len(one.content) == 3


def test_a_quotation_without_a_cue_belongs_to_the_running_speaker() -> None:
    given_text = marked('"We will wait," Marik told reporters.\n"They are late, and they know that they are late."')
    (one,) = found(given_text)
    assert len(one.content) == 2


def test_what_is_said_in_another_s_words_is_carried_by_them() -> None:
    text = "[Usov|source1] [said|cue1] [[Witt|source2] had [told|cue2] [Prokop|to2] that [a deal was near|content2]|content1]."
    outer, inner = found(marked(text))
    assert (outer.carrier, inner.carrier) == (None, 0)
    assert [link.kind for link in inner.chain] == ["person", "person", "report"]


def test_several_referents_of_one_phrase_are_several_parties() -> None:
    given_text = marked("[Both|source] [said|cue] [they would meet|content].")
    mention = Mention(given_text.span("source"), form="plural")
    cast = Cast((Actor("Ana Orlo", mentions=(mention,)), Actor("Bek Tamm", mentions=(mention,))))
    (one,) = found(given_text, cast)
    assert [(party.name, party.span) for party in one.source] == [("Ana Orlo", mention.span), ("Bek Tamm", mention.span)]


def test_the_day_it_was_said_stands_beside_the_cue() -> None:
    given_text = marked("[Marik|source] [said|cue] on [Monday|time_] that [the talks end on Friday|content].")
    at = given_text.span("time_")
    monday = When(at, at, "DATE", "2025-08-04", window=Window(None, None))
    assert found(given_text, times=(monday,))[0].said == monday


def test_unnamed_people_keep_what_is_said_of_them() -> None:
    given_text = marked("[Two officials|source], speaking on condition of anonymity, [told|cue] Reuters that [the talks end|content].")
    (one,) = found(given_text)
    assert one.anonymous
    assert one.chain[0].description == "Two officials, speaking on condition of anonymity"


def test_silence_is_not_a_denial() -> None:
    (one,) = found(marked("Marik did not mention the treaty."))
    assert (one.act, one.negated) == ("silence", True)


def test_a_quotation_that_fills_the_next_paragraph_belongs_to_the_last_speaker() -> None:
    text = "[Marik|source] [wrote|cue] that [the talks had gone well|content].\n[“We all want the strait open. Thank you.”|content]{}"
    for after, pieces in (("", 2), (" was the reply of the port.", 1)):
        given_text = marked(text.format(after))
        unsure = [replace(arc, score=0.2) if arc.tail.start > 40 else arc for arc in given_text.reading.arcs]
        reading = replace(given_text.reading, arcs=tuple(unsure))
        one = next(one for one in speech.find(given_text.report, reading, NOBODY, ()) if one.cue)
        assert len(one.content) == pieces


def test_a_relative_pronoun_in_a_chain_is_what_it_stands_for() -> None:
    (one,) = found(marked("Smoke rose over the harbour authority, [which|source] [said|cue] [two boats sank|content]."))
    assert [link.description for link in one.chain[:-1]] == ["the harbour authority"]


def test_what_an_outlet_writes_speaks_for_the_outlet() -> None:
    given_text = marked("[The envoys met|content], [according to|cue] [a Harbour Post report|source].")
    mention = Mention(given_text.span("source"), form="epithet", member=True)
    (one,) = found(given_text, Cast((Actor("The Harbour Post", "outlet", mentions=(mention,)),)))
    assert (one.source[0].name, one.chain[0].name) == ("The Harbour Post", "The Harbour Post")


def test_a_headline_that_opens_the_text_says_nothing_of_its_own() -> None:
    given_text = marked("Marik says talks will resume\n\nMarik said that the talks would resume in May.")
    titled = replace(given_text.report, title="Marik says talks will resume")
    assert len(speech.find(titled, given_text.reading, NOBODY, ())) == 1
    assert speech.find(titled, given_text.reading, NOBODY, ())[0].content[0].start > 28


def test_what_the_reporting_outlet_was_told_comes_through_it_and_is_no_link() -> None:
    given_text = marked(
        "[Marik|source] [told|cue] [the Herald|to] that [the talks end|content]. He said that they were long.", outlet="The Tarn Herald"
    )
    first, second = found(given_text)
    assert ([party.span.of(given_text.report.text) for party in first.via], first.to) == (["the Herald"], ())
    assert [link.kind for link in first.chain] == ["person", "report"]
    assert second.via == ()


def test_a_pronoun_is_no_outlet_that_begins_with_its_letters() -> None:
    assert not is_home("he", "The Tarn Herald")
    assert is_home("the Herald", "The Tarn Herald")


def test_a_turn_goes_on_until_the_next() -> None:
    answers = "Marik: It opened at noon.\n(Laughter.)\nThat is all.\nQ: And tomorrow?\nMarik: More.\nThe hall emptied."
    given_text = marked(f"Q: Is it open?\n{answers}")
    text = given_text.report.text
    said = [[span.of(text) for span in one.content] for one in found(given_text)]
    assert said == [["Is it open?"], ["It opened at noon.", "That is all."], ["And tomorrow?"], ["More."]]


def test_a_list_of_paragraphs_is_no_turn() -> None:
    between = "".join(f"Paragraph {number} of the report.\n" for number in range(9))
    given_text = marked(f"Q: Is it open?\nMarik: It opened.\n{between}Q: And tomorrow?\nMarik: More.")
    assert [len(one.content) for one in found(given_text)] == [1, 1, 1, 1]


def test_what_the_sentence_before_was_told_to_is_a_link_and_no_words_of_the_next() -> None:
    first, second = found(marked("[Marik|source] [told|cue] Reuters that [the talks end|content]. He said that they were long."))
    assert ([link.name for link in second.chain[1:-1]], second.via) == ([""], ())
    assert [link.kind for link in second.chain] == [link.kind for link in first.chain] == ["person", "outlet", "report"]


def test_the_reporting_outlet_is_known_by_its_name_alone() -> None:
    (one,) = found(marked("[Marik|source] [told|cue] Meridian that [the talks end|content].", outlet="Meridian News"))
    assert (len(one.via), one.to) == (1, ())


def test_a_relay_behind_another_cue_is_that_one_s() -> None:
    text = "[Aden|source1] [called|cue1] [the wall high|content1] and [warned|cue2] in an interview with CNN that [it would fall|content2]."
    assert [len(one.via) for one in found(marked(text))] == [0, 1]


def test_a_bare_title_is_nobody_whom_others_only_speak_of() -> None:
    text = "Q: Will you meet President Orrin?\nTHE PRESIDENT: We shall see."
    opening = "President Orrin took questions.\n"
    for before, name in (("", ""), (opening, "Pavel Orrin")):
        whole = marked(before + text)
        spans = [Span(at, at + 15) for at in range(len(whole.report.text)) if whole.report.text.startswith("President Orrin", at)]
        label = whole.report.text.index("THE PRESIDENT")
        cast = Cast((Actor("Pavel Orrin", mentions=tuple(Mention(span) for span in (*spans, Span(label, label + 13)))),))
        said = [one for one in speech.find(whole.report, whole.reading, cast, ()) if one.act == "say"]
        assert [party.name for party in said[0].source] == [name]
