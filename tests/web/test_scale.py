"""Days have their places."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.views.web.scale import Scale


def test_days_are_evenly_spread_and_kept_inside() -> None:
    scale = Scale(date(2027, 4, 1), date(2027, 4, 10), 100)
    assert [scale.at(date(2027, 4, day)) for day in (1, 2, 6)] == [0, 10, 50]
    assert (scale.at(date(2020, 1, 1)), scale.at(date(2030, 1, 1))) == (0, 100)


@pytest.mark.parametrize(
    ("last", "some"),
    [
        (date(2027, 4, 9), "2 Apr"), (date(2027, 5, 30), "5 Apr"), (date(2027, 12, 1), "May 2027"), (date(2035, 1, 1), "2030"),
        (date(2190, 1, 1), ""),
    ],
)  # fmt: skip
def test_ticks_are_few_and_labelled(last: date, some: str) -> None:
    ticks = list(Scale(date(2027, 4, 1), last, 100).ticks())
    assert len(ticks) <= 12
    assert not some or some in [label for _, label in ticks]
