"""Listings say how many reports tell of a thing, and from how many origins."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import ledger
from onrecord.nouns import Account, Link, Report, Source
from tests.cli.conftest import Run
from tests.views.made import MEETING, REPORT, STAMP

AIDES = (Source("anonymous", "", "two aides"), Source("outlet", "The Harbour Post"), Source("report"))


@pytest.fixture
def echoed(tmp_path: Path) -> str:
    """A ledger in which three reports tell of one meeting: two have it from the same unnamed aides, one on its own word."""
    place = tmp_path / "echoed.db"
    texts = (
        "The aides named a day and a town for it.",
        "Nobody else was asked before the paper went to print.",
        "We saw both cars arrive.",
    )
    with ledger.open(place) as opened:
        writer = opened.writer(ledger.Run("0.1.0", "weights", STAMP.isoformat(), "test"))
        made = []
        for number, text in enumerate(texts):
            report = replace(REPORT, text=REPORT.text + " " + text) if number == 0 else Report(text, outlet=f"Outlet {number}")
            told = (Account(AIDES),) if number < 2 else ()
            made.append(replace(MEETING, id=f"{number}" * 16, report=report.id, accounts=told, evidence=()))
            thread = {made[-1].id: made[0].id}
            links = [Link(made[-1].id, made[0].id, "same")] if number else []
            writer.add(report, [made[-1]], links, threads=thread, recorded_at=STAMP)
    return str(place)


def test_echoes_of_one_source_are_one_origin(run: Run, echoed: str) -> None:
    expected = "3 reports, 2 origins (The Harbour Post, two aides; Outlet 2)"
    assert {row["origins"] for row in json.loads(run("meetings", "--ledger", echoed, "--json").stdout)} == {expected}
    assert run("meetings", "--ledger", echoed).stdout.count(expected) == 3
    shown = run("show", "0" * 16, "--ledger", echoed).stdout
    assert f"origins  {expected}" in shown


def test_what_one_report_tells_has_no_such_line(run: Run, kept: str) -> None:
    assert {row["origins"] for row in json.loads(run("meetings", "--ledger", kept, "--json").stdout)} == {""}
    assert "origins" not in run("show", MEETING.id, "--ledger", kept).stdout
