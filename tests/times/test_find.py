"""The verb: order, places, what a report remembers, and hostile text."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Published, Reading, Report, When
from onrecord.times import find

DAY = date(2025, 8, 6)
WORDS = st.sampled_from(
    [
        "on",
        "by",
        "before",
        "until",
        "since",
        "from",
        "to",
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "last",
        "next",
        "this",
        "every",
        "each",
        "Monday",
        "Friday",
        "May",
        "March",
        "June",
        "5",
        "24th",
        "1998",
        "2025-08-06",
        "10",
        "two",
        "three",
        "and",
        "or",
        "half",
        "dozen",
        "days",
        "weeks",
        "month",
        "years",
        "ago",
        "later",
        "earlier",
        "after",
        "within",
        "midnight",
        "noon",
        "6:30",
        "p.m.",
        "GMT",
        "today",
        "tomorrow",
        "night",
        "deadline",
        "early",
        "late",
        "end",
        "quarter",
        "fiscal",
        "first",
        "second",
        "9/11",
        "3-1/2",
        "'98",
        "480",
        "BC",
        "Christmas",
        "Ramadan",
        ",",
        ".",
        "-",
        '"',
        "“",
        "”",
        "\n\n",
    ]
)


def whens(text: str, day: date | None = DAY) -> tuple[When, ...]:
    return find(Report(text=text, published=Published(day=day)), Reading())


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_words_give_times_in_order_and_in_place(text: str, day: date | None) -> None:
    found = whens(text, day)
    assert [when.span for when in found] == sorted(when.span for when in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    for when in found:
        assert when.phrase.covers(when.span) and when.span.end <= len(text) and when.type in ("DATE", "TIME", "DURATION", "SET")
        assert when.value and 0 <= when.certainty <= 1 and isinstance(when.iso, str)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(whens(text), tuple)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_an_unknown_day_gives_no_relative_window(text: str) -> None:
    for when in whens(text, None):
        assert when.window is None or when.window.basis != "publication"


def test_the_ends_of_the_calendar() -> None:
    for day in (date.min, date.max):
        assert whens("They met last week, next week, 3 weeks ago, by Friday, within 50 days, next year, at Easter and in May.", day)


def test_a_long_line_is_read_in_good_time() -> None:
    begin = time.process_time()
    whens("five days ago or " * 5_000 + '"' * 5_000 + "1-" * 5_000)
    assert time.process_time() - begin < 10


def test_from_here_to_there_is_one_window() -> None:
    first, last = whens("The office is shut from Monday to Friday.")
    assert (first.iso, last.iso) == ("2025-08-04/2025-08-08", "2025-08-08")


def test_a_tale_of_a_past_keeps_its_year() -> None:
    text = " ".join(f"In {year} there was war." for year in range(1911, 1918)) + " In March 1917 he fell. In May he fled."
    assert whens(text)[-1].value == "1917-05"


def test_a_quotation_counts_from_its_own_day() -> None:
    assert [when.value for when in whens('"We leave tomorrow," he said on Monday.')] == ["2025-08-05", "2025-08-04"]
    assert [when.value for when in whens('"We leave tomorrow," he said.')] == ["2025-08-07"]


def test_the_certainty_is_that_of_the_direction() -> None:
    sure, unsure, certain = whens("They will meet on Friday.")[0], whens("Friday: talks.")[0], whens("It was in 1998.")[0]
    assert certain.certainty == 1.0 > sure.certainty > unsure.certainty


@pytest.mark.parametrize("word", ["those", "preceding", "previous", "same", "that", "current", "coming", "latest", "following"])
@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year", "decade"])
def test_no_word_before_a_unit_is_too_much(word: str, unit: str) -> None:
    for line in (f"It met {word} {unit}.", f"It met in the {word} {unit}.", f"It met the {word} two {unit}s."):
        find(Report(line, published=Published(date(2026, 3, 11), by="test")), Reading())


def test_what_is_counted_after_a_date_is_no_second_day() -> None:
    text = "On August 4 and 5 ships left the port, and on August 4 and 5 in the next one."
    found = find(Report(text=text, published=Published(day=DAY)), Reading())
    assert [when.value for when in found] == ["2025-08-04", "2025-08-04", "2025-08-05"]
