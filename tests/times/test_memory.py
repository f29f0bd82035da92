"""What a report remembers: the years that a tale is about, and what in it is an aside."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.nouns import Published, Reading, Report
from onrecord.times import find

TALE = (
    "The rising began on 3 March 1920. By 9 April 1920 the port had fallen. On 2 May 1920 the regent fled, and on 11 June 1920 the fleet "
    "gave up. A truce was signed on 4 August 1920; it broke down on 1 September 1920.\n\n"
)


def last_value(text: str) -> str:
    report = Report(text=TALE + text, published=Published(day=date(2025, 8, 6)))
    return find(report, Reading())[-1].value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army marched on 12 October.", "1920-10-12"),
        ("Historians wrote about it in 2004. The army marched on 12 October.", "1920-10-12"),
        ("It was the worst rout since 1915. The army marched on 12 October.", "1920-10-12"),
        ("It repeated the success of the previous year. The army marched on 12 October.", "1920-10-12"),
        ("A great attack would follow in 1922. The army marched on 12 October.", "1920-10-12"),
        ("The war went on in 1921. The army marched on 12 October.", "1921-10-12"),
        ("Snow fell in December. The army marched in January.", "1921-01"),
    ],
)
def test_a_tale_keeps_to_its_years(text: str, value: str) -> None:
    assert last_value(text) == value


def test_what_opens_with_its_own_day_is_news() -> None:
    text = "The two ports opened again this week.\n\n" + TALE + "The summit is set for October."
    assert find(Report(text=text, published=Published(day=date(2025, 8, 6))), Reading())[-1].value == "2025-10"
