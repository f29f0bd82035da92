"""Near entries by an index."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.linking import Index, query
from onrecord.linking.candidates import LIMIT, PER_KEY
from tests.linking.made import deadline, meeting


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


def test_what_is_looked_at_does_not_grow() -> None:
    index, first = Index(), date(2031, 1, 1)
    index.add(meeting(str(first + timedelta(days=number % 90)), "planned", f"Ana Colm+Somebody {number}") for number in range(1000))
    found = index.near(query(meeting("2031-03-31", "planned", "Ana Colm+Tod Raske")))
    assert 0 < len(found) <= min(LIMIT, PER_KEY)
