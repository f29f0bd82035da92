"""Reports of one affair, grouped as they come in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from onrecord.linking.stories import FEATURES, Grouper, Weights
from onrecord.linking.tokens import names, tokens
from workshop.scoring.stories import score

DAY = date(2031, 3, 3)
DAM = (
    "Sudan and Ethiopia resume talks in Khartoum on the filling of the Awra dam on the Blue Nile.",
    "Ethiopia rejects Sudan's demand to halt the filling of the Awra dam on the Blue Nile.",
)
FIRE = "A fire in a furniture warehouse in Lyon kills three firefighters."


def grouped(*told: tuple[int, str]) -> list[str]:
    grouper = Grouper()
    return [grouper.place(str(number), DAY + timedelta(days=after), text).story for number, (after, text) in enumerate(told)]


def test_reports_of_one_affair_come_together_and_others_do_not() -> None:
    assert grouped((0, DAM[0]), (0, FIRE), (1, DAM[1])) == ["0", "1", "0"]


def test_an_affair_that_rested_for_long_is_a_new_story() -> None:
    assert grouped((0, DAM[0]), (200, DAM[1])) == ["0", "1"]


def test_where_a_report_goes_is_explained() -> None:
    grouper = Grouper()
    first, second = (grouper.place(str(number), DAY, text) for number, text in enumerate(DAM))
    assert (first.new, first.score, first.why) == (True, 1.0, ())
    assert not second.new
    assert 0 < second.score < 1
    assert tuple(name for name, _ in second.why) == FEATURES


def test_the_stories_that_a_report_may_belong_to_share_its_likelihood() -> None:
    grouper = Grouper()
    for number, text in enumerate((*DAM, FIRE)):
        grouper.place(str(number), DAY, text)
    stories, features = grouper.look(grouper.item(DAY, DAM[0]))
    likely = np.exp(grouper.weights.likelihood(features))
    placed = grouper.place("again", DAY, DAM[0])
    assert stories[int(likely.argmax())] == placed.story == "0"
    assert placed.score == pytest.approx(likely.max() / (1 + likely.sum()), abs=1e-4)


def test_the_middle_of_a_story_is_that_of_its_reports() -> None:
    grouper = Grouper()
    for number in range(2):
        grouper.keep(grouper.item(DAY, DAM[number]), "dam")
    grouper.keep(grouper.item(DAY, FIRE), "fire")
    item = grouper.item(DAY, DAM[0])
    stories, features = grouper.look(item)
    told = dict(zip(stories, features, strict=True))
    one, other = (grouper.item(DAY, text).vector for text in DAM)
    length = float(np.linalg.norm(one + other))
    assert told["dam"][FEATURES.index("vectors centre")] == pytest.approx(float((one + other) @ item.vector) / length, abs=1e-4)
    assert told["dam"][FEATURES.index("vectors of one mind")] == pytest.approx(length / 2, abs=1e-4)
    assert told["fire"][FEATURES.index("vectors of one mind")] == pytest.approx(1.0, abs=1e-4)


def test_what_the_window_forgets_costs_nothing() -> None:
    grouper = Grouper()
    for number in range(40):
        grouper.place(str(number), DAY + timedelta(days=30 * number), f"{DAM[number % 2]} Round {number}.")
    assert len(grouper._items) <= 2
    assert sum(map(len, grouper._postings.values())) == sum(len(item.words) + len(item.names) for item in grouper._items)


def test_grouping_is_the_same_every_time() -> None:
    told = [(number // 3, text) for number, text in enumerate([*DAM, FIRE] * 4)]
    assert grouped(*told) == grouped(*told)


@pytest.mark.parametrize("text", ["", "?!", "1 2 3", "ﬀ" * 5000, "(((" * 3000, "A" * 100_000])
def test_odd_texts_are_stories_too(text: str) -> None:
    assert grouped((0, text)) == ["0"]


def test_words_and_names_leave_the_outlet_out() -> None:
    assert tokens("Khyber Pakhtunkhwa's police report 12 dead. (Reuters) (AFP via Dawn)") == [
        *("khyber", "pakhtunkhwa", "khyber_pakhtunkhwa", "police", "report", "dead"),
    ]
    assert names("Police in Peshawar arrest Gul. (Reuters)") == {"peshawar", "gul"}


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, features=np.array(["something else"]))
    with pytest.raises(ValueError, match="other features"):
        Weights.read(path)


def test_scores() -> None:
    assert score(["a", "a", "b"], ["x", "x", "y"]) == {"B-cubed F1": 1.0, "precision": 1.0, "recall": 1.0, "pairwise F1": 1.0}
    alone = score(["a", "a", "b"], ["x", "y", "z"])
    assert (alone["precision"], round(alone["recall"], 3), alone["pairwise F1"]) == (1.0, 0.667, 0.0)
