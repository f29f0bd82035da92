"""The expected calibration error."""

import pytest

from onrecord.nouns import Label, Mark, Reading, Span
from workshop.corpora.example import Anchor, Example
from workshop.scoring.calibration import answers, error


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
