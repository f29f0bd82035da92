"""Threads from links and judgements."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking import Filed, Judgement, place, placed, threads
from onrecord.nouns import Link
from tests.linking.made import meeting

FOUR = [meeting(f"2031-03-0{number}", "planned", "Ana Colm+Tod Raske") for number in range(1, 5)]
A, B, C, D = (one.entry.id for one in FOUR)


def groups(links: list[Link], judgements: list[Judgement] | None = None, filed: list[Filed] = FOUR) -> list[list[str]]:
    return [[one.entry.id for one in thread.members] for thread in threads(filed, links, judgements or [])]


def test_links_make_threads_named_by_their_first_entry() -> None:
    made = threads(FOUR, [Link(B, A, "same", 0.9), Link(C, B, "revises", 0.8)])
    assert [thread.id for thread in made] == [A, D]
    assert [link.a for link in made[0].by] == [B, C]


def test_a_weak_link_joins_nothing() -> None:
    assert groups([Link(B, A, "same", 0.4)]) == [[A], [B], [C], [D]]


def test_an_entry_follows_its_surest_link_only() -> None:
    assert groups([Link(C, A, "same", 0.7), Link(C, B, "same", 0.9)]) == [[A], [B, C], [D]]


def test_what_is_the_same_as_two_threads_joins_them_by_a_persons_word_only() -> None:
    links = [Link(C, A, "same", 0.99), Link(C, B, "same", 0.98)]
    assert groups(links) == [[A, C], [B], [D]]
    assert place([C], links, {A: A, B: B}) == {C: A}
    assert groups(links, [Judgement(1, "accept", C, B)]) == [[A, B, C], [D]]


def test_a_rejection_outranks_the_machine_and_can_be_taken_back() -> None:
    link = [Link(B, A, "same", 0.99)]
    no = Judgement(1, "reject", A, B)
    assert groups(link, [no]) == [[A], [B], [C], [D]]
    assert groups(link, [no, Judgement(2, "undo", B, A)]) == [[A, B], [C], [D]]
    assert groups(link, [no, Judgement(2, "accept", B, A)]) == [[A, B], [C], [D]]


def test_a_rejection_holds_between_whole_threads() -> None:
    links = [Link(B, A, "same", 0.9), Link(D, C, "same", 0.9), Link(C, B, "same", 0.8)]
    assert groups(links) == [[A, B, C, D]]
    assert groups(links, [Judgement(1, "reject", A, D)]) == [[A, B], [C, D]]


def test_a_rejected_link_leaves_the_next_best() -> None:
    links = [Link(C, B, "same", 0.9), Link(C, A, "same", 0.7)]
    assert groups(links, [Judgement(1, "reject", C, B)]) == [[A, C], [B], [D]]


def test_threads_are_merged_and_entries_split_off() -> None:
    links = [Link(B, A, "same", 0.9), Link(D, C, "same", 0.9)]
    merged = [Judgement(1, "merge", A, C)]
    assert groups(links, merged) == [[A, B, C, D]]
    assert groups(links, [*merged, Judgement(2, "split", D)]) == [[A, B, C], [D]]


def test_what_is_not_at_hand_does_nothing() -> None:
    judgements = [Judgement(1, "accept", A, "gone"), Judgement(2, "reject", "gone", B)]
    assert groups([Link("gone", A, "same", 0.9)], judgements) == [[A], [B], [C], [D]]


keys = st.sampled_from([A, B, C, D])
linked = st.builds(Link, keys, keys, st.just("same"), st.floats(0, 1))
judged = st.builds(Judgement, st.integers(0, 99), st.sampled_from(["accept", "reject", "merge", "split", "undo"]), keys, keys)


@given(st.lists(linked, max_size=8), st.lists(judged, max_size=6, unique_by=lambda one: one.number))
def test_every_entry_is_in_one_thread_whatever_the_order_of_links(links: list[Link], judgements: list[Judgement]) -> None:
    made = groups(links, judgements)
    assert sorted(key for group in made for key in group) == sorted([A, B, C, D])
    assert made == groups(links[::-1], judgements[::-1])


def stored(links: list[Link], judgements: list[Judgement] | None = None) -> dict[str, str]:
    """The threads of the four as they are placed one after the other."""
    home: dict[str, str] = {}
    for one in (A, B, C, D):
        home |= place([one], [link for link in links if link.a == one], home, judgements or ())
    return home


PAIRS = [(B, A), (C, A), (C, B), (D, A), (D, B), (D, C)]


@given(st.lists(st.sampled_from([0.3, 0.6, 0.7, 0.9]), min_size=6, max_size=6))
def test_placed_one_by_one_entries_are_where_threads_have_them(scores: list[float]) -> None:
    links = [Link(a, b, "same", score) for (a, b), score in zip(PAIRS, scores, strict=True)]
    numbered = [replace(one, order=number) for number, one in enumerate(FOUR)]
    derived = {one.entry.id: thread.id for thread in threads(numbered, links) for one in thread.members}
    assert stored(links) == derived == placed({one: number for number, one in enumerate((A, B, C, D))}, links)


def test_entries_of_one_report_are_placed_together() -> None:
    links = [Link(C, B, "revises", 0.8), Link(B, A, "same", 0.9), Link(D, C, "same", 0.2)]
    assert place([D, C, B], links, {A: A}) == {D: D, C: A, B: A}
    assert place([B, C], [Link(B, C, "revises", 0.8)], {}) == {B: B, C: B}


def test_who_has_a_place_keeps_it_and_nobody_follows_one_that_is_split_off() -> None:
    assert place([B, C], [Link(B, A, "same", 0.9)], {A: A, B: B}) == {C: C}
    assert place([C], [Link(C, B, "same", 0.9), Link(C, A, "same", 0.6)], {A: A, B: B}, [Judgement(1, "split", B)]) == {C: A}


def test_of_an_entry_that_was_linked_again_the_last_scorer_counts() -> None:
    before, after = Link(C, A, "same", 0.99, by="linking 1"), Link(C, B, "same", 0.6, by="linking 2")
    other = Link(D, A, "same", 0.9, by="linking 1")
    assert groups([before, other]) == [[A, C, D], [B]]
    assert groups([before, other, after]) == [[A, D], [B, C]]
    assert groups([before, after], [Judgement(1, "accept", A, C)]) == [[A, B, C], [D]]  # a person names entries, not scorers
