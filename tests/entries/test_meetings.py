import pytest

from onrecord.entries import write
from onrecord.nouns import Act, Findings, Meeting
from tests.entries.found import findings

NAMES = {
    "We": "Norland|NOR|state",
    "Brandt": "Ada Brandt|NOR",
    "Ada Brandt": "Ada Brandt|NOR",
    "Ruiz": "Tomas Ruiz|SUD",
    "Tomas Ruiz": "Tomas Ruiz|SUD",
    "Okoro": "Ngozi Okoro|KES",
    "Norland": "Norland|NOR|state",
    "Sudria": "Sudria|SUD|state",
    "Kestria": "Kestria|KES|state",
    "Bern": "Bern",
}
TIMES = {"Friday": "2031-03-07", "Monday": "2031-03-10", "next week": "2031-03-10/2031-03-16", "three hours": "PT3H"}


def meetings(source: str) -> list[Meeting]:
    """The meetings of a marked text."""
    return [entry for entry in write(found(source)) if isinstance(entry, Meeting)]


def found(source: str) -> Findings:
    """The findings of a marked text about the usual people."""
    return findings(source, NAMES, TIMES)


def who(meeting: Meeting) -> set[str]:
    """Its parties, by name where they have one."""
    return set(map(str, meeting.parties))


ONE = {
    "same people twice": (
        "[Brandt|actor1] and [Ruiz|actor1] [met|CONSULT1:happened] in Bern. "
        "[Brandt|actor2] [spoke|CONSULT2:happened] with [Ruiz|recipient2]."
    ),
    "bare talks point back": "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. The [talks|CONSULT2:happened] were useful.",
    "one party named, next sentence": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. [Ruiz|actor2] left the [meeting|CONSULT2:happened] early."
    ),
    "ministers are their countries": (
        "[Brandt|actor1] will [meet|CONSULT1:planned] [Ruiz|recipient1]. "
        "[Talks|CONSULT2:planned] between [Norland|actor2] and [Sudria|actor2] broke off in May."
    ),
    "may and will": (
        "[Brandt|actor1] may [discuss|CONSULT1:possible] fish with [Ruiz|recipient1], whom she will [meet|CONSULT2:planned]. "
        "[Ruiz|recipient2]"
    ),
    "the host belongs to it": (
        "[Brandt|actor1] will [meet|CONSULT1:planned] [Ruiz|recipient1]. "
        "[Kestria|actor2] is [hosting|CONSULT2:ongoing] the talks."
    ),
    "either leader": (
        "[Brandt|actor1] and [Ruiz|actor1] will [meet|CONSULT1:planned]. "
        "[Brandt|actor2] spoke of plans to [meet|CONSULT2:planned] [either leader|recipient2]."
    ),
}


@pytest.mark.parametrize("source", ONE.values(), ids=ONE.keys())
def test_mentions_of_one_meeting(source: str) -> None:
    (meeting,) = meetings(source)
    assert {"Ada Brandt", "Tomas Ruiz"} <= who(meeting)
    assert sum(proof.part == "anchor" for proof in meeting.evidence) == 2


@pytest.mark.parametrize("source", [ONE["ministers are their countries"], ONE["same people twice"]])
def test_states_that_people_stand_for_are_no_further_parties(source: str) -> None:
    (meeting,) = meetings(source)
    assert who(meeting) == {"Ada Brandt", "Tomas Ruiz"}


def test_a_state_beside_its_own_minister_is_a_party() -> None:
    (meeting,) = meetings("[Brandt|actor1], [Ruiz|actor1] and [Norland|actor1] will [meet|CONSULT1:planned].")
    assert who(meeting) == {"Ada Brandt", "Tomas Ruiz", "Norland"}


TWO = {
    "held and planned": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1] and will [meet|CONSULT2:planned] him again. "
        "[Brandt|actor2] [Ruiz|recipient2]"
    ),
    "two days": (
        "[Brandt|actor1] will [meet|CONSULT1:planned] [Ruiz|recipient1] on [Friday|time1]. "
        "[Brandt|actor2] will [see|CONSULT2:planned] [Ruiz|recipient2] on [Monday|time2]."
    ),
    "by telephone and in person": (
        "[Brandt|actor1] [telephoned|CONSULT1:happened:phone] [Ruiz|recipient1]. "
        "[Brandt|actor2] [visited|CONSULT2:happened:visit] [Ruiz|recipient2]."
    ),
    "two of three are not the three": (
        "[Brandt|actor1] and [Ruiz|actor1] will [meet|CONSULT1:planned]. "
        "A three-way [meeting|CONSULT2:planned:multilateral] of [Brandt|actor2], [Ruiz|actor2] and [Okoro|actor2] is to follow."
    ),
    "a second round": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. "
        "A second [round|CONSULT2:happened] with [Ruiz|recipient2] lasted longer for [Brandt|actor2]."
    ),
    "other people": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. "
        "[Brandt|actor2] [met|CONSULT2:happened] [Okoro|recipient2]."
    ),
    "two places": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1] in [Bern|place1]. "
        "[Brandt|actor2] [met|CONSULT2:happened] [Ruiz|recipient2] in [Oslo|place2]."
    ),
    "unnamed people of a country": (
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. "
        "[officials|actor2] of both [talked|CONSULT2:happened] with [envoys|recipient2]."
    ),
}


@pytest.mark.parametrize("source", TWO.values(), ids=TWO.keys())
def test_mentions_of_two_meetings(source: str) -> None:
    assert len(meetings(source)) == 2


def test_a_meeting_has_time_place_length_and_format() -> None:
    (meeting,) = meetings(
        "[Brandt|actor1] [met|CONSULT1:happened] [Ruiz|recipient1] in [Bern|place1] on [Friday|time1]. "
        "The face-to-face [talks|CONSULT2:happened] took [three hours|time2]."
    )
    assert [str(place) for place in meeting.places] == ["Bern"]
    assert [one.when.iso for one in meeting.times] == ["2031-03-07"]
    assert [(one.words, one.when.value) for one in meeting.length] == [("three hours", "PT3H")]
    assert meeting.format == "in person"
    assert meeting.timing() == meeting.times[0]


@pytest.mark.parametrize(
    ("text", "mode", "form"),
    [
        ("held a video [call|{}]", "phone", "video"),
        ("held a three-way [meeting|{}]", "meet", "three-way"),
        ("will [fly|{}] to Bern", "visit", "visit"),
        ("held a [summit|{}]", "meet", "summit"),
        ("[mediated|{}]", "third-party", "mediated"),
        ("[met|{}]. Later a summit", "meet", ""),
    ],
)
def test_formats(text: str, mode: str, form: str) -> None:
    (meeting,) = meetings("[Brandt|actor] " + text.format(f"CONSULT:planned:{mode}"))
    assert meeting.format == form


def test_a_meeting_called_off_in_the_next_sentence_is_off() -> None:
    planned, off = "[Brandt|actor1] was to [meet|CONSULT1:planned] [Ruiz|recipient1]. ", "The [meeting|CONSULT2:cancelled] was called off."
    (meeting,) = meetings(planned + off)
    assert meeting.status == "cancelled"


def test_the_old_date_and_the_new_one_stay_two() -> None:
    old, new = meetings(
        "[Talks|CONSULT1:postponed] between [Brandt|actor1] and [Ruiz|actor1] on [Friday|time1] were put off. "
        "[Brandt|actor2] and [Ruiz|actor2] will [meet|CONSULT2:planned] on [Monday|time2]."
    )
    assert (old.status, new.status) == ("postponed", "planned")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("No European envoys would be involved.", ["European envoys"]),
        ("He said that Kestria had not been invited.", ["Kestria"]),
        ("She told them that Okoro will not attend.", ["Ngozi Okoro"]),
        ("They agreed on a date, leaving out Kestria.", ["Kestria"]),
        ("Nobody spoke of fish.", []),
    ],
)
def test_who_is_left_out(sentence: str, words: list[str]) -> None:
    _, planned = meetings(
        "[Okoro|actor1] [met|CONSULT1:happened] [Ruiz|recipient1]. "
        "[Brandt|actor2] and [Ruiz|actor2] will [meet|CONSULT2:planned] [next week|time2]. " + sentence
    )
    assert [str(one) for one in planned.excluded] == words


def test_what_is_only_supposed_stays_an_act() -> None:
    found = write(findings("If [Brandt|actor] and [Ruiz|actor] [meet|CONSULT:hypothetical], prices fall.", NAMES))
    assert [type(entry) for entry in found] == [Act]


def test_a_host_is_no_party_either() -> None:
    (meeting,) = meetings(
        "[Brandt|actor1] will [meet|CONSULT1:planned] [Ruiz|recipient1]. [Kestria|actor2] will [host|CONSULT2:planned] the talks. "
        "[Kestria|actor3] wants the [summit|CONSULT3:planned] to last."
    )
    assert who(meeting) == {"Ada Brandt", "Tomas Ruiz"}
    assert [str(one) for one in meeting.mediators] == ["Kestria"]


def test_a_mediator_is_no_party() -> None:
    (meeting,) = meetings("[Brandt|actor] and [Ruiz|actor] [negotiated|CONSULT:happened:third-party] through [Okoro|recipient].")
    assert who(meeting) == {"Ada Brandt", "Tomas Ruiz"}
    assert [str(one) for one in meeting.mediators] == ["Ngozi Okoro"]


def test_people_without_a_name_are_the_same_with_an_article_and_without() -> None:
    (meeting,) = meetings(
        "[Brandt|actor1] had a [call|CONSULT1:happened:phone] with [Andean leaders|recipient1]. Rain fell. Snow fell. It froze. "
        "[Brandt|actor2]'s [call|CONSULT2:happened:phone] with [the Andean leaders|recipient2] was long."
    )
    assert who(meeting) == {"Ada Brandt", "the Andean leaders"}


def test_we_who_discussed_something_are_no_meeting() -> None:
    assert meetings("[We|actor] [discussed|CONSULT:happened] it.") == []
    assert len(meetings("[Brandt|actor] [discussed|CONSULT:happened] it.")) == 1
