import pytest

from onrecord.entries import write
from onrecord.nouns import Act
from tests.entries.found import findings

NAMES = {"Norland": "Norland", "it": "Norland", "Sudria": "Sudria", "Kestria": "Kestria"}
TIMES = {"Friday": "2031-03-07", "Monday": "2031-03-10"}


def acts(source: str) -> list[Act]:
    """The acts of a marked text."""
    return [entry for entry in write(findings(source, NAMES, TIMES)) if isinstance(entry, Act)]


def test_an_act_says_who_whom_where_when_and_if() -> None:
    (act,) = acts(
        "[Norland|actor] will [close|COERCE:threatened:restrict] [the bridge|place] to [Sudria|recipient] on [Friday|time] [if talks "
        "fail|condition]."
    )
    assert (act.type, act.mode, act.status, act.words) == ("COERCE", "restrict", "threatened", "close")
    assert [str(one) for one in (*act.actors, *act.recipients, *act.places)] == ["Norland", "Sudria", "the bridge"]
    assert [one.when.iso for one in act.times] == ["2031-03-07"]
    assert act.conditions == ("if talks fail",)


ONE = {
    "the same word of the same two": (
        "[Norland|actor1] [sanctioned|SANCTION1:happened] [Sudria|recipient1]. "
        "The [sanctions|SANCTION2:happened] of [Norland|actor2] against [Sudria|recipient2] hurt."
    ),
    "verb and noun side by side": (
        "[Norland|actor1] will [impose|SANCTION1:threatened] [sanctions|SANCTION2:threatened] on [Sudria|recipient2]."
    ),
}
TWO = {
    "two targets": (
        "[Norland|actor1] [shelled|ASSAULT1:happened] [Sudria|recipient1]. "
        "[It|actor2] [shelled|ASSAULT2:happened] [Kestria|recipient2]."
    ),
    "two days": (
        "[Norland|actor1] [shelled|ASSAULT1:happened] [Sudria|recipient1] on [Friday|time1]. "
        "[Norland|actor2] [shelled|ASSAULT2:happened] [Sudria|recipient2] on [Monday|time2]."
    ),
    "done and threatened": (
        "[Norland|actor1] [shelled|ASSAULT1:happened] [Sudria|recipient1]. "
        "[Norland|actor2] will [shell|ASSAULT2:threatened] [Sudria|recipient2]."
    ),
    "nobody known did them": "Somebody [shelled|ASSAULT1:happened] Ostrel. Much later somebody [shelled|ASSAULT2:happened] Sarne.",
    "an and between them": "[Norland|actor1] [arrested|COERCE1:happened] and [deported|COERCE2:happened] nine students.",
}


@pytest.mark.parametrize("source", ONE.values(), ids=ONE.keys())
def test_mentions_of_one_act(source: str) -> None:
    assert len(acts(source)) == 1


@pytest.mark.parametrize("source", TWO.values(), ids=TWO.keys())
def test_mentions_of_two_acts(source: str) -> None:
    assert len(acts(source)) == 2
