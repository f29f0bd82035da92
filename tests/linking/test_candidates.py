"""Near entries by an index."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pytest

from onrecord.linking import Index, keys, link, query
from onrecord.linking.candidates import LIMIT, PER_KEY
from tests.linking.made import act, deadline, meeting


def test_near_are_those_of_a_name_a_kind_and_a_time() -> None:
    index = Index()
    near = meeting("2031-03-03", "planned", "Ana Colm+Tod Raske")
    members = meeting("2031-03-04", "planned", "~Ana Colm+Ulf Steen")
    far = meeting("2030-03-03", "planned", "Ana Colm+Tod Raske")
    later = meeting("2031-05-05", "planned", "Ana Colm+Tod Raske")
    others = [meeting("2031-03-03", "planned", "Ulf Steen+Ida Berg"), deadline("2031-03-03", "set", "Ana Colm", "")]
    index.add([far, near, members, later, *others])
    assert index.near(query(meeting("2031-03-10", "postponed", "Ana Colm+Tod Raske"))) == [members, near]


def test_unnamed_people_are_found_by_their_words() -> None:
    index = Index()
    crew = meeting("2031-03-03", "planned", "(the crew of the trawler)")
    index.add([crew])
    assert index.near(query(meeting("2031-03-04", "happened", "(the crew)"))) == [crew]


STATES = {"Ana Colm": "BLM", "Belmark": "BLM", "Tod Raske": "ORS", "Orsia": "ORS"}


def country(name: str) -> str:
    return STATES.get(name, "")


@pytest.mark.parametrize("known", [STATES, {"Ana Colm", "Belmark"}], ids=["both states", "one state alone"])
def test_ministers_are_found_by_their_states(known: Collection[str]) -> None:
    index = Index(lambda name: country(name) if name in known else "")
    ministers, others = (meeting("2031-03-03", "planned", names, "2031-03-12") for names in ("Ana Colm+Tod Raske", "Ulf Steen+Ida Berg"))
    index.add([ministers, others])
    told = meeting("2031-03-05", "postponed", "~Belmark+~Orsia", "2031-03-12", context="The meeting was postponed.")
    assert index.near(query(told)) == []
    assert index.near(query(told, country)) == [ministers]
    assert [(one.relation, one.b) for one in link([told], index.near, country)] == [("revises", ministers.entry.id)]


def test_states_of_acts_are_keys_by_twos_and_of_summits_not_at_all() -> None:
    assert "act@BLM+ORS" in keys(act("2031-03-03", "happened", "Belmark", "Tod Raske").entry, country)
    assert "act@BLM" not in keys(act("2031-03-03", "happened", "Belmark", "Tod Raske").entry, country)
    everybody = meeting("2031-03-03", "planned", "+".join(f"State {number}" for number in range(30)))
    assert not [key for key in keys(everybody.entry, str) if "@" in key]


def test_what_is_looked_at_does_not_grow() -> None:
    index, first = Index(), date(2031, 1, 1)
    index.add(meeting(str(first + timedelta(days=number % 90)), "planned", f"Ana Colm+Somebody {number}") for number in range(1000))
    found = index.near(query(meeting("2031-03-31", "planned", "Ana Colm+Tod Raske")))
    assert 0 < len(found) <= min(LIMIT, PER_KEY)
