"""Windows: every word is answered for once, and no window is too large."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.windows import Bounds, Window, find_windows

BOUNDS = Bounds(most=60, before=12, after=8)


@given(st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=200))
def test_cores_follow_one_another(words: list[tuple[int, bool]]) -> None:
    sizes, starts = [size for size, _ in words], [start for _, start in words]
    windows = find_windows(sizes, starts, BOUNDS)
    assert [at for window in windows for at in range(window.first, window.last)] == list(range(len(words)))
    assert all(sum(sizes[window.lo : window.hi]) <= BOUNDS.most for window in windows)
    assert all(window.lo <= window.first < window.last <= window.hi for window in windows)


def test_a_short_report_is_one_window() -> None:
    assert find_windows([1] * 60, [False] * 60, BOUNDS) == [Window(0, 0, 60, 60)]
    assert find_windows([], [], BOUNDS) == []


def test_cores_end_with_sentences_and_see_beyond_them() -> None:
    starts = [at % 10 == 0 for at in range(100)]
    windows = find_windows([1] * 100, starts, BOUNDS)
    assert all(window.last % 10 == 0 for window in windows)
    assert windows[1].lo == windows[1].first - 12 and windows[0].hi == windows[0].last + 8
