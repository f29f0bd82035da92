"""Every event has a root, and the roots that PLOVER's definitions settle are right."""

from __future__ import annotations

import itertools

import pytest

from onrecord.vocabulary import event_types, modes_of, root, statuses


def test_every_event_has_a_root_a_quad_and_a_code() -> None:
    for event_type, status in itertools.product(event_types(), statuses()):
        for mode in ("", *modes_of(event_type)):
            found = root(event_type, status, mode)
            assert found.name in event_types()
            assert found.quad == event_types()[found.name].quad
            assert found.cameo.isdigit()


@pytest.mark.parametrize(
    ("event_type", "status", "wanted"),
    [
        ("CONSULT", "happened", "CONSULT"),
        ("CONSULT", "planned", "AGREE"),
        ("CONSULT", "denied", "REJECT"),
        ("CONSULT", "demanded", "REQUEST"),
        ("AID", "planned", "AGREE"),
        ("SANCTION", "threatened", "THREATEN"),
        ("ASSAULT", "planned", "THREATEN"),
        ("RETREAT", "planned", "CONCEDE"),
        ("RETREAT", "demanded", "REQUEST"),
        ("RETREAT", "denied", "REJECT"),
    ],
)
def test_status_changes_the_root(event_type: str, status: str, wanted: str) -> None:
    assert root(event_type, status).name == wanted


def test_a_done_act_has_the_code_of_its_mode() -> None:
    assert root("CONSULT", "happened", "phone").cameo == "041"
    assert root("CONSULT", "planned", "phone").cameo == "036"


def test_plover_2018_calls_yielding_a_yield() -> None:
    assert [root(name, "happened").root2018 for name in ("RETREAT", "CONCEDE")] == ["YIELD", "YIELD"]
    assert [root("RETREAT", "planned", mode).root2018 for mode in ("release", "ease", "ceasefire")] == ["AGREE", "YIELD", "YIELD"]


@pytest.mark.parametrize(
    ("event_type", "status", "mode", "told", "wanted"),
    [
        ("CONCEDE", "happened", "", "Norland [agreed] to lift the ban.", "AGREE"),
        ("CONCEDE", "happened", "", "Norland [accepted] the demands.", "YIELD"),
        ("AGREE", "happened", "", "The two states [agreed] on a trade deal.", "SUPPORT"),
        ("AGREE", "happened", "", "The two states [agreed] to a trade deal.", "SUPPORT"),
        ("AGREE", "happened", "", "They reached an [agreement].", "SUPPORT"),
        ("AGREE", "happened", "", "The two states [agreed] to sign a deal.", "AGREE"),
        ("AGREE", "happened", "", "Norland [pledged] its full support for the talks.", "SUPPORT"),
        ("REQUEST", "happened", "", "Norland [summoned] the envoy.", "ACCUSE"),
        ("REQUEST", "happened", "", "Norland [urged] both sides to hold back.", "REQUEST"),
        ("MOBILIZE", "happened", "", "Norland [sent] 200 peacekeepers.", "AID"),
        ("MOBILIZE", "happened", "", "Norland [sent] 200 soldiers.", "MOBILIZE"),
        ("AID", "planned", "", "Norland announced more [aid].", "AID"),
        ("AID", "planned", "", "Norland will send [aid].", "AGREE"),
        ("PROTEST", "happened", "", "The miners called off a long [strike].", "YIELD"),
        ("RETREAT", "happened", "", "The rebels violated the [ceasefire].", "YIELD"),
        ("ASSAULT", "happened", "", "Norland shared evidence with Sudland over the [killing] of a writer.", "COOPERATE"),
        ("ASSAULT", "happened", "", "Norland shared its grief over the [killing] of a writer.", "ASSAULT"),
        ("MOBILIZE", "happened", "", "Norland and Sudland held a joint naval [exercise].", "COOPERATE"),
        ("MOBILIZE", "happened", "", "Norland held a naval [exercise].", "MOBILIZE"),
        ("REJECT", "happened", "", "Norland [ended] its mediation between the two.", "SANCTION"),
        ("REJECT", "happened", "", "Norland [ended] the debate.", "REJECT"),
        ("RETREAT", "happened", "ceasefire", "The rebels violated the [ceasefire].", "ASSAULT"),
        ("RETREAT", "happened", "withdraw", "Norland [withdrew] its peacekeepers.", "SANCTION"),
        ("RETREAT", "happened", "withdraw", "Norland [withdrew] its tanks.", "YIELD"),
        ("SANCTION", "happened", "expel", "Norland [deported] a writer.", "COERCE"),
        ("SANCTION", "happened", "expel", "Norland [expelled] two envoys.", "SANCTION"),
        ("COERCE", "happened", "seize", "The navy [seized] two tankers.", "COERCE"),
        ("COERCE", "happened", "seize", "The army [seized] the valley.", "ASSAULT"),
        ("ASSAULT", "happened", "destroy", "Soldiers [demolished] the man's house.", "COERCE"),
    ],
)
def test_some_words_have_another_root_in_plover_2018(event_type: str, status: str, mode: str, told: str, wanted: str) -> None:
    found = root(event_type, status, mode, told)
    assert found.root2018 == wanted
    assert found.name == root(event_type, status, mode).name


@pytest.mark.parametrize("mode", ["seize", "restrict", "cyber"])
def test_plover_2018_calls_blockades_occupied_land_and_attacks_on_computers_assaults(mode: str) -> None:
    assert (root("COERCE", "happened", mode).name, root("COERCE", "happened", mode).root2018) == ("COERCE", "ASSAULT")


def test_plover_2018_calls_sanctions_without_a_mode_restrictions() -> None:
    assert (root("SANCTION", "happened").name, root("SANCTION", "happened").root2018) == ("SANCTION", "COERCE")
    assert root("SANCTION", "happened", "expel").root2018 == "SANCTION"
    assert root("RETREAT", "planned", "release").root2018 == "AGREE"


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        root("MEET", "happened")
    with pytest.raises(KeyError):
        root("CONSULT", "maybe")
