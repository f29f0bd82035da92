"""The figures of the written chains, with the findings of the annotators."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.chains import read
from workshop.chains.gold import findings
from workshop.scoring.threads import score

FILES = sorted((Path(__file__).parents[2] / "workshop" / "chains").glob("*.chains"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_threads_states_and_revisions(path: Path) -> None:
    done = score(read(path), findings)
    links = 2 * done.pairs["right"] / (done.pairs["gold"] + done.pairs["found"])
    revisions = 2 * done.revisions["right"] / (done.revisions["gold"] + done.revisions["found"])
    assert links >= 0.95, done.misses
    assert done.states["right"] >= 0.95 * done.states["gold"], done.misses
    assert revisions >= 0.95, done.misses


def test_every_story_has_three_reports_or_more() -> None:
    stories: dict[str, int] = {}
    for row in (row for path in FILES for row in read(path)):
        stories[row["story"]] = stories.get(row["story"], 0) + 1
    assert len(stories) >= 20
    assert min(stories.values()) >= 3


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.chains"
    path.write_text("## story\n@ 2031-01-01 | Post\nText.\nM only\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.chains:4"):
        list(read(path))
