"""How values are written."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.times import calendar as cal
from onrecord.times import timex


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (cal.DAY, "2025-08-06"),
        (cal.WEEK, "2025-W32"),
        (cal.WEEKEND, "2025-W32-WE"),
        (cal.MONTH, "2025-08"),
        (cal.QUARTER, "2025-Q3"),
        (cal.SEASON, "2025-SU"),
        (cal.HALF, "2025-H2"),
        (cal.YEAR, "2025"),
        (cal.DECADE, "202"),
        (cal.CENTURY, "20"),
    ],
)
def test_a_stretch_is_written_at_its_grain(unit: cal.Unit, value: str) -> None:
    found = unit.at(date(2025, 8, 6))
    assert found and timex.value(found, unit.name) == value


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    found = cal.WEEK.at(date(2024, 12, 30))
    assert found and timex.value(found, "week") == "2025-W01"


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (24, cal.HOUR, "PT24H"),
        (1.5, cal.HOUR, "PT1H30M"),
        (0.5, cal.YEAR, "P6M"),
        (2.5, cal.YEAR, "P2Y6M"),
        (2, cal.DECADE, "P20Y"),
        (1, cal.FORTNIGHT, "P2W"),
        (2, cal.SEASON, "P6M"),
        (None, cal.MINUTE, "PTXM"),
        (None, cal.CENTURY, "PXY"),
        (3.5, cal.DAY, "P3.5D"),
    ],
)
def test_an_amount_keeps_its_unit(amount: float | None, unit: cal.Unit, value: str) -> None:
    assert timex.duration(amount, unit) == value
