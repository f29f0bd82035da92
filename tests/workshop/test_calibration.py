"""The expected calibration error."""

import pytest

from onrecord.nouns import Label, Mark, Reading, Span
from onrecord.reading.settings import Settings
from workshop.corpora.example import Anchor, Example
from workshop.scoring.calibration import answers, error, luck
from workshop.training.worth import fitted, worths


def test_right_as_often_as_said_is_no_error() -> None:
    assert error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0)


def test_the_error_is_weighted_by_bins() -> None:
    assert error([(0.95, False), (0.25, False), (0.25, False), (0.25, True)]) == pytest.approx((0.95 + 0.25) / 4)


def test_nothing_said_is_no_error() -> None:
    assert error([]) == 0


def test_an_event_of_another_type_is_wrong_and_its_status_is_not_asked() -> None:
    example = Example("one", "Chile met Peru.", anchors=[Anchor("event", "CONSULT", (6, 9), {"status": "happened", "mode": "meet"})])
    right = Mark("event", "CONSULT", Span(6, 9), 0.8, (("status", Label("planned", 0.6)),))
    wrong = Mark("event", "AID", Span(6, 9), 0.3, (("status", Label("planned", 0.6)),))
    assert list(answers(example, Reading(marks=(right, wrong)))) == [("event", 0.8, True), ("status", 0.6, False), ("event", 0.3, False)]


def test_luck_alone_shows_an_error_where_few_are_asked() -> None:
    few, many = [(0.5, True)] * 10, [(0.5, True)] * 1000
    assert luck(few) > 3 * luck(many) > 0


def test_a_head_that_says_too_much_is_worth_less() -> None:
    told = [(0.9, True)] * 300 + [(0.9, False)] * 200 + [(0.2, True)] * 40 + [(0.2, False)] * 360
    settings = Settings(worths={"role": fitted(told, (1.0, 0.0))})
    assert settings.worth("role", 0.9) == pytest.approx(0.6, abs=0.02)
    assert settings.worth("role", 0.2) == pytest.approx(0.1, abs=0.02)


def test_a_role_that_was_hardly_asked_keeps_near_to_what_all_are_worth() -> None:
    told = {"role actor": [(0.9, True)] * 60 + [(0.9, False)] * 40, "role via": [(0.9, False)], "role to": [(0.9, False)] * 50}
    settings = Settings(worths=worths(told))
    seldom, often = settings.worth("role:via", 0.9), settings.worth("role:to", 0.9)
    assert often < 0.1 < seldom < settings.worth("role:actor", 0.9)
