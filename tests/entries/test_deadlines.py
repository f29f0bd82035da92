import pytest

from onrecord.entries import write
from onrecord.nouns import Act, Deadline, Entry
from tests.entries.found import findings

NAMES = {"Norland": "Norland|NOR", "Brandt": "Ada Brandt|NOR", "the rebels": "Hill Front", "Kestria": "Kestria|KES"}
TIMES = {"Friday": "/2031-03-07", "on Friday": "2031-03-07", "Monday": "/2031-03-10", "ten days": "P10D", "10 or 12 days": "P10D"}


def entries(source: str) -> list[Entry]:
    """The entries of a marked text."""
    return list(write(findings(source, NAMES, TIMES)))


def deadlines(source: str) -> list[Deadline]:
    """The deadlines of a marked text."""
    return [entry for entry in entries(source) if isinstance(entry, Deadline)]


SET = "[Norland|setter1] gave [the rebels|addressee1] until [Friday|due1;DEADLINE1:set] to [leave|demand1]. "

ONE = {
    "the same end": SET + "The [deadline|DEADLINE2:restated] of [Norland|setter2] ends [on Friday|due2].",
    "points back": SET + "Nobody moved. The sky was blue. A dog barked. The [deadline|DEADLINE2:restated] drew near.",
    "a minister's is the country's": SET + "[Brandt|setter2] said that her [deadline|DEADLINE2:restated] stood.",
    "the same length": (
        "[Norland|setter1] set a [deadline|DEADLINE1:set] of [ten days|due1] for [the rebels|addressee1]. "
        "“A [deadline|DEADLINE2:proposed] of [10 or 12 days|due2],” [Brandt|setter2] said."
    ),
}


@pytest.mark.parametrize("source", ONE.values(), ids=ONE.keys())
def test_mentions_of_one_deadline(source: str) -> None:
    (deadline,) = deadlines(source)
    assert deadline.status == "set"
    assert sum(proof.part == "anchor" for proof in deadline.evidence) == 2
    assert [str(one) for one in deadline.addressees] == ["Hill Front"]


TWO = {
    "another end": SET + "[Norland|setter2] also set a [deadline|DEADLINE2:set] of [Monday|due2].",
    "another setter": SET + "[Kestria|setter2] also has a [deadline|DEADLINE2:restated].",
    "one is over": SET + "An earlier [deadline|DEADLINE2:missed] of [Norland|setter2] had passed.",
    "a length is not a day": SET + "[Norland|setter2] had set a [deadline|DEADLINE2:set] of [ten days|due2].",
    "only in a bill": SET + "A bill names [Monday|due2;DEADLINE2:proposed].",
}


@pytest.mark.parametrize("source", TWO.values(), ids=TWO.keys())
def test_mentions_of_two_deadlines(source: str) -> None:
    assert len(deadlines(source)) == 2


def test_a_deadline_says_who_whom_what_when_and_or_else() -> None:
    found = entries(SET.replace("[leave|demand1].", "[leave|demand1] or [face [sanctions|SANCTION:threatened]|consequence1]."))
    (deadline,) = (entry for entry in found if isinstance(entry, Deadline))
    (threat,) = (entry for entry in found if isinstance(entry, Act))
    assert [str(one) for one in deadline.setters] == ["Norland"]
    assert deadline.demands == ("leave",)
    assert [one.when.iso for one in deadline.due] == ["/2031-03-07"]
    assert deadline.consequences == ("face sanctions",)
    assert deadline.threat == threat.id


def test_of_an_extended_deadline_the_new_end_comes_first() -> None:
    (one,) = deadlines("[Norland|setter1] extended the [deadline|DEADLINE1:extended], which was to end [on Friday|due1], to [Monday|due1].")
    assert [timing.when.iso for timing in one.due] == ["/2031-03-10", "2031-03-07"]


def test_a_threat_in_the_sentence_will_do_and_one_in_another_will_not() -> None:
    near = "[Norland|setter1] will [strike|ASSAULT:threatened] unless [the rebels|addressee1] leave [before Friday|DEADLINE1:set]."
    far = "[Norland|setter1] set a [deadline|DEADLINE1:set]. It will [strike|ASSAULT:threatened] one day."
    assert deadlines(near)[0].threat
    assert not deadlines(far)[0].threat
