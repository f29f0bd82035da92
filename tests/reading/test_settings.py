"""Weights bring their labels, and are refused where these are not ours."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import Reader, WrongWeights
from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.settings import Settings, read_settings


def test_own_labels_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    path.write_text(json.dumps({"labels": labels_of_vocabulary().as_json(), "thresholds": {"event": 0.4}}))
    labels, settings = read_settings(path)
    assert labels == labels_of_vocabulary()
    assert (settings.threshold("event"), settings.threshold("cue")) == (0.4, 0.5)


def test_other_labels_are_refused(tmp_path: Path) -> None:
    theirs = labels_of_vocabulary().as_json()
    theirs["statuses"] = theirs["statuses"][:-1]
    path = tmp_path / "labels.json"
    path.write_text(json.dumps({"labels": theirs}))
    with pytest.raises(WrongWeights, match="statuses"):
        read_settings(path)


BROKEN = ["", "[]", "{}", "null", '{"labels": 3}', '{"labels": {}, "worths": {"role": 1}}', '{"labels": {}, "worths": 3}']


@pytest.mark.parametrize("text", BROKEN)
def test_broken_labels_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "labels.json"
    path.write_text(text)
    with pytest.raises(WrongWeights):
        read_settings(path)


def test_a_probability_is_worth_what_was_fitted_for_its_role_or_for_all() -> None:
    settings = Settings(worths={"role": (1.0, -1.0), "role:via": (0.0, 0.0)})
    assert settings.worth("role:via", 0.9) == 0.5
    assert settings.worth("role:actor", 0.5) == pytest.approx(0.2689, abs=1e-4)
    assert settings.worth("event", 0.7) == 0.7


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_what_is_likelier_is_worth_no_less(one: float, other: float) -> None:
    settings = Settings(worths={"role": (0.7, -0.5)})
    low, high = sorted((one, other))
    assert 0.0 <= settings.worth("role", low) <= settings.worth("role", high) <= 1.0


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(WrongWeights, match=r"model\.onnx"):
        Reader.load(tmp_path)


def test_a_role_falls_back_to_the_threshold_of_roles() -> None:
    settings = Settings({"role": 0.3, "role:via": 0.6})
    assert (settings.threshold("role:actor"), settings.threshold("role:via"), settings.threshold("other")) == (0.3, 0.6, 0.5)
