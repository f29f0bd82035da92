"""Words: offsets, shapes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.words import SHAPES, case_of, find_words, shapes_of


def forms(text: str) -> list[str]:
    return [word.of(text) for word in find_words(text)]


def test_words_of_newspaper_prose() -> None:
    assert forms("The U.S. won't pay $1,000.50 by 18:00.") == ["The", "U.S.", "wo", "n't", "pay", "$", "1,000.50", "by", "18:00", "."]
    assert forms("Russia's Israeli-led talks") == ["Russia", "'s", "Israeli", "-", "led", "talks"]
    assert forms("Türkiye’s Erdoğan") == ["Türkiye", "’s", "Erdoğan"]


@given(st.text(max_size=200))
def test_words_cover_all_but_white_space(text: str) -> None:
    words = find_words(text)
    assert all(a.end <= b.start for a, b in pairwise(words))
    covered = {at for word in words for at in range(word.start, word.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


def test_case() -> None:
    assert [case_of(word) for word in ("said", "Trump", "NATO", "McCain", "A", "12", "“")] == [0, 1, 2, 3, 1, 0, 0]


def test_quotation_ends_with_its_mark_or_its_paragraph() -> None:
    text = 'He said "no way" twice.\n“Never closed\nNext'
    words = find_words(text)
    starts = [word.start in (0, text.index("“"), text.index("Next")) for word in words]
    inside = [shape >= SHAPES // 2 for shape in shapes_of(text, words, starts)]
    quoted = [word.of(text) for word, within in zip(words, inside, strict=True) if within]
    assert quoted == ['"', "no", "way", "“", "Never", "closed"]
