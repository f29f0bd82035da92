"""What new entries are to earlier ones."""

from __future__ import annotations

import pytest

from onrecord.linking import Filed, Index, explain, link
from tests.linking.made import act, deadline, meeting, quote

PLANNED = meeting("2031-03-03", "planned", "Ana Colm+Tod Raske", "2031-03-12", "Port Sel")


def linked(new: Filed, *old: Filed) -> list[tuple[str, str]]:
    index = Index()
    index.add(old)
    return [(one.relation, one.b) for one in link([new], index.near)]


@pytest.mark.parametrize(
    ("new", "relation"),
    [
        (meeting("2031-03-05", "planned", "Ana Colm+Tod Raske", "2031-03-12"), "same"),
        (meeting("2031-03-05", "postponed", "Tod Raske+Ana Colm"), "revises"),
        (meeting("2031-03-07", "planned", "Ana Colm+Tod Raske", "2031-03-20", context="The meeting was moved to 20 March."), "revises"),
        (meeting("2031-03-13", "happened", "Ana Colm+Tod Raske", "2031-03-12", "Port Sel"), "revises"),
        (meeting("2031-03-04", "denied", "Ana Colm+Tod Raske", "2031-03-12"), "contradicts"),
    ],
)
def test_a_meeting_is_told_again(new: Filed, relation: str) -> None:
    assert linked(new, PLANNED) == [(relation, PLANNED.entry.id)]


@pytest.mark.parametrize(
    "new",
    [
        meeting("2031-03-05", "planned", "Ana Colm+Ulf Steen", "2031-03-12"),
        meeting("2031-03-14", "planned", "Ana Colm+Tod Raske", "2031-04-02"),
        meeting("2031-03-05", "happened", "Ana Colm+Tod Raske", "2031-03-04", format="phone"),
        meeting("2031-03-05", "planned", "Ana Colm+Tod Raske+Ulf Steen", "2031-04-20", "Geneva", format="three-way"),
    ],
    ids=["another party", "after its day", "by phone", "three instead of two"],
)
def test_another_meeting_is_not_linked(new: Filed) -> None:
    assert linked(new, PLANNED) == []


def test_a_deadline_is_moved_and_another_sets_its_own() -> None:
    first = deadline("2030-10-01", "set", "Orsia", "Belmark", "/2030-10-10")
    assert linked(deadline("2030-10-05", "extended", "Orsia", "Belmark", "/2030-10-20"), first) == [("revises", first.entry.id)]
    assert linked(deadline("2030-10-05", "set", "Varania", "Belmark", "/2030-10-20", "pay the toll"), first) == []


def test_a_threat_is_carried_out_by_its_maker_only() -> None:
    threat = act("2031-07-01", "threatened", "Orsia", "Belmark")
    assert linked(act("2031-07-17", "happened", "Orsia", "Belmark"), threat) == [("revises", threat.entry.id)]
    assert linked(act("2031-07-17", "happened", "Varania", "Belmark"), threat) == []


def test_a_quotation_is_known_again_by_speaker_and_words() -> None:
    said = quote("2031-01-01", "Ana Colm", "We have turned a page and will not look back")
    assert linked(quote("2031-01-03", "Ana Colm", "turned a page and will not look back"), said) == [("same", said.entry.id)]
    assert linked(quote("2031-01-03", "Tod Raske", "We have turned a page and will not look back"), said) == []
    assert linked(quote("2031-01-03", "Ana Colm", "The harbour will be open to all ships from Monday"), said) == []


def test_every_score_can_be_worked_out_again() -> None:
    made = explain(meeting("2031-03-05", "postponed", "Tod Raske+Ana Colm"), PLANNED)
    assert made.score > 0.5
    assert {"party", "party_two", "moved", "undated"} <= dict(made.why).keys()
    assert made.by


def test_kinds_do_not_mix() -> None:
    assert explain(deadline("2031-03-05", "set", "Ana Colm", "Tod Raske"), PLANNED).score == 0


def test_the_order_of_candidates_does_not_matter() -> None:
    old = [PLANNED, meeting("2031-03-04", "planned", "Ana Colm+Tod Raske", "2031-03-12", "Port Sel")]
    new = [meeting("2031-03-05", "postponed", "Tod Raske+Ana Colm")]
    assert link(new, lambda _: old) == link(new, lambda _: reversed(old))
