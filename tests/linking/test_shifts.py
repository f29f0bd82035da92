"""By how much a plan is moved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from onrecord.linking.shifts import is_amount, shift


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The deadline was extended by two weeks.", 14),
        ("The talks will be held two days earlier.", -2),
        ("Norland gave Sudland three more days to withdraw.", 3),
        ("Another 48 hours were granted.", 2),
        ("The summit begins a week later than planned.", 7),
        ("The deadline was brought forward by a week.", -7),
        ("Two days later, Colm met Raske.", None),
        ("They will meet in two weeks.", None),
        ("The talks lasted three days.", None),
        ("It was extended by 999 months.", None),
    ],
)
def test_a_shift_is_told_from_a_date_and_a_length(text: str, days: int | None) -> None:
    assert shift(text) == (None if days is None else timedelta(days=days))


@pytest.mark.parametrize(
    ("words", "wanted"), [("by two weeks", True), ("two days earlier", True), ("on 20 May", False), ("in two days", False)]
)
def test_an_amount_is_no_date(words: str, wanted: bool) -> None:
    assert is_amount(words) is wanted
