"""The example reports: readable, ours, and put on record as their stories are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli import onrecord
from onrecord.intake import open_reports
from onrecord.nouns import Report

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
WEIGHTS = ROOT / "src" / "onrecord" / "reading" / "weights" / "model.onnx"
Entries = list[dict[str, Any]]


def reports() -> list[Report]:
    found = list(open_reports(str(EXAMPLES)))
    assert all(isinstance(one, Report) for one in found), found
    return [one for one in found if isinstance(one, Report)]


def test_every_example_is_read_in_all_three_formats() -> None:
    assert len(reports()) >= 6
    assert {path.suffix for path in EXAMPLES.iterdir()} == {".html", ".jsonl", ".txt"}


def test_one_example_has_no_day_and_the_others_have_theirs() -> None:
    undated = [report for report in reports() if report.published.day is None]
    assert [Path(report.name).name for report in undated] == ["quay.txt"]
    assert {report.published.precision for report in reports()} == {"day", "instant", "unknown"}


def test_all_addresses_are_reserved_for_examples() -> None:
    assert all(".example/" in report.url for report in reports() if report.url)


def test_pages_give_their_article_alone() -> None:
    for report in reports():
        assert "invented" not in report.text
        assert "Fisheries" not in report.text


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of the examples, made by the packaged reader."""
    if not WEIGHTS.is_file():
        pytest.skip("no packaged weights")
    place = str(tmp_path_factory.mktemp("examples") / "examples.db")
    assert CliRunner().invoke(onrecord, ["read", str(EXAMPLES), "--ledger", place]).exit_code == 0
    return place


def listed(ledger: str, *words: str) -> Entries:
    found: Entries = json.loads(CliRunner().invoke(onrecord, [*words, "--ledger", ledger, "--json"]).stdout)
    return found


def test_the_meeting_of_thursday_is_planned_then_put_off(ledger: str) -> None:
    herring = [one for one in listed(ledger, "meetings", "--until", "2027-04-30") if one["report"]["published"] < "2027-04-17"]
    assert {"planned", "postponed"} <= {one["status"] for one in herring}


def test_the_deadline_is_set_then_extended(ledger: str) -> None:
    herring = [one for one in listed(ledger, "deadlines") if one["report"]["published"] < "2027-04-17"]
    assert {"set", "extended"} <= {one["status"] for one in herring}


def test_the_closing_of_ports_is_threatened_and_never_done(ledger: str) -> None:
    acts = listed(ledger, "acts", "--actor", "Norway")
    closings = [one for one in acts if "clos" in one["words"].lower()]
    assert closings
    assert all(one["status"] != "happened" for one in closings)


def test_unnamed_officials_reach_the_report_through_another_outlet(ledger: str) -> None:
    says = [one["says"] for one in listed(ledger, "meetings")]
    assert any(chain.startswith("two officials") and "→" in chain for chain in says)


def test_both_sides_deny(ledger: str) -> None:
    assert len(listed(ledger, "statements", "--act", "deny")) >= 2
