"""Events from marked text: roles, times, carriers, wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord import events
from onrecord.nouns import Actor, Arc, Cast, Event, Mark, Mention, Party, Reading, Span, Statement, When, Window
from tests.marked import Marked, marked


def found(text: Marked, times: tuple[When, ...] = (), cast: Cast | None = None, said: tuple[Statement, ...] = ()) -> tuple[Event, ...]:
    return events.find(text.report, text.reading, times, cast or Cast(), said)


def words(parties: tuple[Party, ...], text: Marked) -> list[str]:
    return [party.span.of(text.report.text) for party in parties]


def test_marks_and_arcs_become_events() -> None:
    text = marked("[Norland|actor] [met|CONSULT:happened:meet] [Sudland|recipient] in [Bern|place] [if it snowed|condition].")
    (event,) = found(text)
    assert (event.type, event.status, event.mode, event.by) == ("CONSULT", "happened", "meet", "reader")
    assert (words(event.actor, text), words(event.recipient, text)) == (["Norland"], ["Sudland"])
    assert [span.of(text.report.text) for span in (*event.place, *event.condition)] == ["Bern", "if it snowed"]


def test_a_phrase_that_means_two_actors_gives_two_parties() -> None:
    text = marked("[They|actor] [met|CONSULT:happened].")
    mention = (Mention(text.span("actor")),)
    (event,) = found(text, cast=Cast((Actor("Norland", mentions=mention), Actor("Sudland", mentions=mention))))
    assert [(party.span, party.name) for party in event.actor] == [(text.span("actor"), "Norland"), (text.span("actor"), "Sudland")]


def test_a_name_that_closes_the_phrase_names_the_party() -> None:
    text = marked("[US envoy [Ann Lee|name_]|actor] [met|CONSULT:happened] [the president of [Norland|body_]|recipient].")
    cast = Cast(
        (
            Actor("Ann Lee", mentions=(Mention(text.span("name_")),)),
            Actor("Norland", kind="state", mentions=(Mention(text.span("body_")),)),
        )
    )
    (event,) = found(text, cast=cast)
    assert [party.name for party in event.actor] == ["Ann Lee"]
    assert [party.name for party in event.recipient] == [""], "the president of a state is not the state"


def test_two_phrases_for_one_actor_are_one_party() -> None:
    text = marked("[Norland|actor] and [its|actor] [met|CONSULT:happened].")
    (event,) = found(text, cast=Cast((Actor("Norland", mentions=tuple(Mention(span) for _, span in text.labelled if _ == "actor")),)))
    assert words(event.actor, text) == ["Norland"]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("He was [speaking|CONSULT:happened] to reporters in Bern.", 0),
        ("He [spoke|CONSULT:happened] with Norland state television.", 0),
        ("He [briefed|CONSULT:happened] journalists.", 0),
        ("He [spoke|CONSULT:happened] to the president by telephone.", 1),
        ("He held [talks|CONSULT:happened] with press barons.", 1),
        ("He [spoke|CONSULT:happened] with Macron after press reports of a raid.", 1),
    ],
)
def test_speaking_to_the_press_is_no_event(source: str, count: int) -> None:
    assert len(found(marked(source))) == count


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("[Thank you|SUPPORT:happened] for your attention.", 0),
        ("He said so in an [interview|CONSULT:happened].", 0),
        ("The ministry [declined|REJECT:happened] to comment.", 0),
        ("The ministry [declined|REJECT:happened] to sign.", 1),
        ("Norland missed a [deadline|REQUEST:happened].", 0),
        ("Norland [released|RETREAT:happened] a statement.", 0),
        ("Norland [released|RETREAT:happened] the crew.", 1),
        ("Norland sent grain under the trade [agreement|AGREE:happened].", 0),
        ("Sudland is bound by the 2015 nuclear [deal|AGREE:happened].", 0),
        ("They announced a trade [agreement|AGREE:happened].", 1),
        ("They agreed on the [treaty|AGREE:happened].", 1),
    ],
)
def test_what_the_codebook_takes_for_none_is_none(source: str, count: int) -> None:
    assert len(found(marked(source))) == count


def test_a_pronoun_and_the_nameless_phrase_before_it_are_one_party() -> None:
    text = marked("[The army|actor] said [it|actor] would [shell|ASSAULT:threatened] [the town|recipient].")
    (event,) = found(text)
    assert len(event.actor) == 1


def test_two_nameless_phrases_are_two_parties() -> None:
    text = marked("[The army|actor] and [the police|actor] [met|CONSULT:happened].")
    (event,) = found(text)
    assert words(event.actor, text) == ["The army", "the police"]


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("Norland put off the [meeting|CONSULT:cancelled].", "postponed"),
        ("Norland called off the [meeting|CONSULT:postponed].", "cancelled"),
        ("Norland put off the [meeting|CONSULT:happened].", "happened"),
    ],
)
def test_the_verb_tells_kindred_statuses_apart(source: str, status: str) -> None:
    """However sure the reader is of the other one; of a status of another kind it may be surer."""
    (event,) = found(marked(source))
    assert event.status == status


def test_an_arc_takes_the_time_that_it_overlaps() -> None:
    text = marked("They [met|CONSULT:happened] on [Monday|time].")
    phrase = Span(text.span("time").start - 3, text.span("time").end)
    (event,) = found(text, (When(text.span("time"), phrase, "DATE", "2026-03-09"),))
    assert [when.phrase for when in event.time] == [phrase]


def test_an_arc_that_no_time_covers_keeps_its_words() -> None:
    text = marked("They [met|CONSULT:happened] [before the thaw|time].")
    (event,) = found(text)
    assert [(when.phrase, when.iso, when.by) for when in event.time] == [(text.span("time"), "", "arc")]


def test_carriers_go_from_the_outermost_inwards() -> None:
    text = marked("Lee said [Moor said [they [met|CONSULT:happened]|inner]|outer].")
    said = (Statement((text.span("inner"),), carrier=1), Statement((text.span("outer"),)))
    assert found(text, said=said)[0].carriers == (1, 0)


def test_whoever_demands_or_offers_carries_nothing() -> None:
    text = marked("Norland [offered|cue] [to [host|CONSULT:proposed] talks|content].")
    plain = Statement((text.span("content"),), cue=text.span("cue"), act="agree")
    quoted = Statement((text.span("content"),), cue=text.span("cue"), act="agree", quote="mixed")
    assert found(text, said=(plain,))[0].carriers == ()
    assert found(text, said=(quoted,))[0].carriers == (0,)


def test_wording_overrules_only_a_less_certain_reader() -> None:
    text = marked("The ministers may [meet|CONSULT:planned].")
    assert found(text)[0].status == "planned"
    (event,) = events.find(text.report, unsure(text.reading, 0.5), (), Cast(), ())
    assert (event.status, event.by) == ("possible", "may")


def test_the_threatener_does_what_is_threatened() -> None:
    text = marked("[Norland|actor1] [threatened|THREATEN1:happened] to [close|COERCE2:threatened] the strait.")
    assert [words(event.actor, text) for event in found(text)] == [["Norland"], ["Norland"]]


def test_who_is_to_be_hit_is_threatened() -> None:
    text = marked("[Norland|actor1] [threatened|THREATEN1:happened] to [attack|ASSAULT2:threatened] [the convoy|recipient2].")
    assert [words(event.recipient, text) for event in found(text)] == [["the convoy"], ["the convoy"]]


def test_whoever_is_urged_does_what_is_asked() -> None:
    text = marked("[Norland|actor1] [urged|REQUEST1:happened] [Sudland|actor2] to [withdraw|RETREAT2:demanded].")
    urged, withdrawn = found(text)
    assert (words(urged.recipient, text), words(withdrawn.actor, text)) == (["Sudland"], ["Sudland"])


def test_lifted_sanctions_are_a_retreat() -> None:
    text = marked("[Norland|actor] [lifted|SANCTION:happened] its sanctions.")
    (event,) = events.find(text.report, unsure(text.reading, 0.6), (), Cast(), ())
    assert (event.type, event.mode, [party.span for party in event.actor]) == ("RETREAT", "ease", [text.span("actor")])


def unsure(reading: Reading, score: float) -> Reading:
    """The same reading, every mark and trait with that score."""

    def weak(mark: Mark) -> Mark:
        traits = tuple((key, type(label)(label.name, score)) for key, label in mark.traits)
        return Mark(mark.layer, mark.label, mark.span, score, traits)

    arcs = tuple(Arc(weak(arc.head), arc.role, arc.tail, arc.score) for arc in reading.arcs)
    return Reading(reading.words, reading.sentences, reading.paragraphs, reading.tags, tuple(map(weak, reading.marks)), arcs)


def test_a_time_that_counts_to_another_event_is_not_the_first_ones() -> None:
    text = marked("They held [three hours|long] of [talks|CONSULT:happened] [two days before|time] the vote.")
    span, long = text.span("time"), text.span("long")
    vote = When(span, span, "DURATION", "P2D", window=Window(date(2026, 3, 8), date(2026, 3, 8), basis="event"))
    (event,) = found(text, (When(long, long, "DURATION", "PT3H"), vote))
    assert [when.value for when in event.time] == ["PT3H"]


def test_what_something_is_called_is_no_request() -> None:
    text = marked('Norland [called|REQUEST:happened] [the talks "useful"|content].')
    said = Statement(content=(text.span("content"),), cue=text.span("REQUEST:happened"), act="characterise", quote="mixed")
    assert found(text, said=(said,)) == ()


def test_who_was_present_took_part() -> None:
    text = marked("[Ann Lee|name_] was present on [Norland|actor]'s [call|CONSULT:happened:phone] with [Sudland|recipient].")
    (event,) = found(text, cast=Cast((Actor("Ann Lee", mentions=(Mention(text.span("name_")),)),)))
    assert words(event.actor, text) == ["Norland", "Ann Lee"]


def test_thanks_that_close_a_message_are_no_act() -> None:
    assert not found(marked("[Thank|SUPPORT:happened] you for your attention to this!"))
    assert found(marked("[Thank|SUPPORT:happened] you for your help with the wounded!"))


def test_what_the_headline_says_is_told_once() -> None:
    text = marked("Norland [strikes|ASSAULT:happened] port\n\nNorland [struck|ASSAULT:happened] a port. It [met|CONSULT:happened] nobody.")
    under = replace(text.report, title="Norland  strikes port")
    assert [event.anchor.of(under.text) for event in events.find(under, text.reading, (), Cast(), ())] == ["struck", "met"]
    assert len(found(text)) == 3
    alone = marked("Norland [strikes|ASSAULT:happened] port\n\nNobody [met|CONSULT:happened] the envoy.")
    report = replace(alone.report, title="Norland strikes port")
    assert len(events.find(report, alone.reading, (), Cast(), ())) == 2


def test_the_day_in_front_of_talks_is_theirs() -> None:
    day = Window(date(2026, 3, 11), date(2026, 3, 11))
    for line, has in (("[Wednesday|when] [talks|CONSULT:happened]", True), ("[Wednesday|when] [strikes|ASSAULT:happened]", False)):
        text = marked(line)
        when = When(text.span("when"), text.span("when"), "DATE", "2026-03-11", window=day)
        (event,) = found(text, (when,))
        assert event.time == ((when,) if has else ())


def test_a_meeting_put_off_to_a_day_is_planned_for_it() -> None:
    put_off = "A [meeting|CONSULT1:postponed] of [Norland|actor1], planned for [Thursday|time1], was postponed to [April 20|when]."
    text = marked(put_off, "2026-04-13")
    days = {"time1": date(2026, 4, 16), "when": date(2026, 4, 20)}
    times = tuple(When(text.span(key), text.span(key), "DATE", "", window=Window(day, day)) for key, day in days.items())
    old, new = events.find(text.report, text.reading, times, Cast(), ())
    assert (old.status, [when.phrase for when in old.time]) == ("postponed", [text.span("time1")])
    assert (new.status, [when.phrase for when in new.time]) == ("planned", [text.span("when")])
    assert (new.anchor.of(text.report.text), words(new.actor, text)) == ("postponed", ["Norland"])
