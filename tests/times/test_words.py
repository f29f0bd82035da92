"""Words, their classes and the numbers that they write."""

from __future__ import annotations

import pytest

from onrecord.times.lexicon import CLASS, letters
from onrecord.times.words import line, lines

NAMES = {letter: name for name, letter in CLASS.items()}


def classes(text: str) -> list[str]:
    return [NAMES[word.kind] for word in line(text).words]


def test_every_class_has_a_letter_of_its_own() -> None:
    assert len(NAMES) == len(CLASS)


def test_a_pattern_names_classes() -> None:
    assert letters("{the}? {unit|units:u}{1,2}") == f"{CLASS['the']}?(?P<u>[{CLASS['unit']}{CLASS['units']}]){{1,2}}"
    with pytest.raises(KeyError):
        letters("{nothing of the kind}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-four hours", 24.0),
        ("two hundred and six hours", 206.0),
        ("two thousand years", 2000.0),
        ("two dozen years", 24.0),
        ("3-1/2 years", 3.5),
        ("3 1/2 years", 3.5),
        ("3½ years", 3.5),
        ("three and a half years", 3.5),
        ("1,500 years", 1500.0),
        ("nineteen ninety-six", 1996.0),
        ("2.5 million years", 2_500_000.0),
    ],
)
def test_a_number_is_one_word(text: str, value: float) -> None:
    assert line(text).words[0].value == value


def test_years_days_and_names_apart() -> None:
    assert classes("1998 12 1,500 24th 1990s") == ["year", "digit", "number", "ordinal", "decade"]
    assert classes("may May march March august August") == ["unknown", "may_month", "unknown", "may_month", "unknown", "month"]
    assert classes("Sept. 5 Sun Sun. sat") == ["month", "digit", "short_weekday", "weekday", "unknown"]


def test_words_keep_their_place() -> None:
    text = "On  Sept. 5,\n2025 they met"
    assert [text[word.start : word.end] for word in line(text).words] == ["On", "Sept.", "5", ",", "2025", "they", "met"]


def test_a_paragraph_without_a_trigger_is_not_read() -> None:
    assert [made.words[0].text for made in lines("Nothing here.\n\nThey met on Monday.\n\nNothing.")] == ["They"]
