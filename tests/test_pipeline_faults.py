"""A report that a room fails on."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from onrecord.actors import Registry
from onrecord.nouns import Reading, Report
from onrecord.pipeline import Pipeline


def test_a_failing_report_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(report: Report, _: Reading) -> tuple[()]:
        if report.text == "bad":
            raise KeyError("preceding")
        return ()

    monkeypatch.setattr("onrecord.pipeline.times.find", find)
    reader = SimpleNamespace(read_all=lambda reports: (Reading() for _ in reports))
    line = Pipeline(cast("Any", reader), Registry.load(()))
    reports = [Report("one"), Report("bad"), Report("two")]
    told: list[str] = []
    found = list(line.findings_of(reports, lambda report, error: told.append(f"{report.text}: {error}")))
    assert [one.report.text for one in found] == ["one", "two"]
    assert told == ["bad: 'preceding'"]
    with pytest.raises(KeyError):
        list(line.findings_of(reports))
