"""Times as a person reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.nouns import Span, Timing, When, Window
from onrecord.views.day import day, due, duration, timing, window

MONDAY, SUNDAY = date(2025, 8, 11), date(2025, 8, 17)


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (Window(MONDAY, MONDAY), "Mon 11 Aug 2025"),
        (Window(MONDAY, SUNDAY), "11–17 Aug 2025"),
        (Window(date(2025, 7, 28), date(2025, 8, 3)), "28 Jul – 3 Aug 2025"),
        (Window(date(2025, 12, 29), date(2026, 1, 4)), "29 Dec 2025 – 4 Jan 2026"),
        (Window(date(2025, 8, 1), date(2025, 8, 31)), "Aug 2025"),
        (Window(date(2025, 1, 1), date(2025, 12, 31)), "2025"),
        (Window(MONDAY, None, role="EARLIEST"), "Mon 11 Aug 2025 or later"),
        (Window(MONDAY, None, role="SINCE"), "since Mon 11 Aug 2025"),
        (Window(None, SUNDAY, role="BEFORE"), "by Sun 17 Aug 2025"),
        (Window(None, SUNDAY, role="UNTIL"), "until Sun 17 Aug 2025"),
        (Window(None, None), ""),
        (Window(datetime(2025, 8, 8, 18), datetime(2025, 8, 8, 18)), "Fri 8 Aug 2025 18:00"),
        (Window(datetime(2025, 8, 8, 18, tzinfo=UTC), datetime(2025, 8, 8, 20, tzinfo=UTC)), "Fri 8 Aug 2025 18:00 +00:00–20:00 +00:00"),
        (Window(datetime(2025, 8, 8, 18), datetime(2025, 8, 9, 2)), "Fri 8 Aug 2025 18:00 – Sat 9 Aug 2025 02:00"),
    ],
)
def test_a_window_reads_as_a_person_would_write_it(span: Window, shown: str) -> None:
    assert window(span) == shown


def test_days_are_english_whatever_the_locale() -> None:
    assert day(date(2027, 3, 1)) == "Mon 1 Mar 2027"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("PT3H", "3 hours"),
        ("P1D", "1 day"),
        ("P10D", "10 days"),
        ("P1Y6M", "1 year 6 months"),
        ("PT2H30M", "2 hours 30 minutes"),
        ("PXD", "some days"),
        ("P", ""),
        ("2025", ""),
        ("P" + "9" * 40 + "D", ""),
    ],
)
def test_a_length_is_told_in_words(value: str, shown: str) -> None:
    assert duration(value) == shown


def when(words: str, kind: str = "DATE", value: str = "", span: Window | None = None, mod: str = "") -> Timing:
    return Timing(When(Span(0, 1), Span(0, 1), kind, value, mod, span), words)


def test_a_time_without_a_day_keeps_its_words() -> None:
    assert timing(when("next week")) == "“next week”"
    assert timing(when("10 days", "DURATION", "P10D")) == "10 days"
    assert timing(when("around Monday", span=Window(MONDAY, MONDAY), mod="APPROX")) == "about Mon 11 Aug 2025"
    assert timing(None) == ""


def test_of_a_deadline_the_end_of_its_window_is_due() -> None:
    assert due(when("before Friday", span=Window(None, date(2025, 8, 8), role="BEFORE"))) == "by Fri 8 Aug 2025"
    assert due(when("within 48 hours", span=Window(MONDAY, date(2025, 8, 13), role="WITHIN"))) == "by Wed 13 Aug 2025"
    assert due(when("10 or 12 days", span=Window(date(2025, 8, 7), date(2025, 8, 9)))) == "by 7–9 Aug 2025"
    assert due(when("10 days", "DURATION", "P10D")) == "10 days"
