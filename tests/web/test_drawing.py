"""Lanes and rows of the drawing: nothing stands on anything else, words stay words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from onrecord.views.web.drawing import MANY, Drawing, by_kind, drawing
from onrecord.views.web.sketch import Sketch
from onrecord.views.web.strokes import Mark, strokes
from tests.web.made import SCRIPT, TURNED

DAY = date(2027, 4, 14)


def sketch(number: int, shape: str = "disc", before: tuple[tuple[date, date], ...] = ()) -> Sketch:
    """A thread on one of sixty days."""
    day = DAY + timedelta(number % 60)
    parties = frozenset({f"Party {number % 3}", f"Guest {number}"})
    return Sketch(f"{number:016x}", (day, day), before, False, parties, f"Talks {number}", "planned: talks", "open", shape, False)


def drawn(number: int) -> Drawing:
    """A drawing of so many threads."""
    return drawing((sketch(one) for one in range(number)), DAY, DAY + timedelta(59), DAY)


@pytest.mark.parametrize("number", [0, 1, 40, 4 * MANY])
def test_no_mark_stands_on_another(number: int) -> None:
    found = drawn(number)
    assert sum(len(lane.marks) for lane in found.lanes) == number
    for lane in found.lanes:
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in lane.marks:
            rows.setdefault(mark.y, []).append(mark.reach)
            assert lane.y < mark.y < lane.y + lane.height <= found.height
        for reaches in rows.values():
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(reaches)))


def test_lanes_are_those_who_take_part_most() -> None:
    assert [lane.name for lane in drawn(30).lanes] == ["Party 0", "Party 1", "Party 2"]
    found = drawing([sketch(1), sketch(2, "flag"), sketch(3, "square"), sketch(4, "square")], DAY, DAY + timedelta(59), None, by_kind)
    assert [lane.name for lane in found.lanes] == ["Acts", "Deadlines", "Meetings"]


def test_what_lies_outside_is_not_drawn() -> None:
    assert drawing([sketch(1)], DAY - timedelta(9), DAY, None).lanes == ()
    assert drawing([sketch(1)], DAY, DAY + timedelta(1), DAY + timedelta(9)).today is None


def test_a_label_stands_clear_of_where_it_was_before() -> None:
    later = (DAY + timedelta(20), DAY + timedelta(20))
    mark = drawing([sketch(1, "flag", (later,))], DAY, DAY + timedelta(59), DAY).lanes[0].marks[0]
    assert mark.ghosts and mark.ends[1] == mark.ghosts[0][0] > mark.x
    assert f'<text x="{mark.ends[1] + 16:g}"' in strokes(mark, "")


def test_what_is_to_be_done_by_a_day_has_its_shape_there() -> None:
    ends = replace(sketch(30, "square"), days=(DAY, DAY + timedelta(30)), vague=True, by=True)
    mark = drawing([ends], DAY, DAY + timedelta(59), DAY).lanes[0].marks[0]
    assert mark.by == 30 * 1200 / 60 and mark.soft and f'<rect x="{mark.by - 4.5:g}"' in strokes(mark, "")
    begins = replace(ends, by=False)
    mark = drawing([begins], DAY, DAY + timedelta(59), DAY).lanes[0].marks[0]
    assert mark.by is None and f'<rect x="{mark.x - 4.5:g}"' in strokes(mark, "")


def test_words_of_reports_stay_words() -> None:
    made = strokes(Mark("0" * 16, 1, 0, SCRIPT + TURNED, f'"{SCRIPT}', "open", "disc"), '?as_of="><script>')
    assert "<script" not in made and "<img" not in made and "\u202e" not in made
    assert made.count("<a ") == made.count("</a>") == 1
