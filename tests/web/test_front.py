"""The start page tells first what matters most."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.nouns import Published, Report
from onrecord.views.web import Desk, app
from onrecord.views.web.pages.front import ACTS, CHANGED, NEW, PARTS
from tests.views.made import ACT, DEADLINE, REPORT, STAMP, named

DAY = REPORT.published.day


def test_changes_come_before_what_is_new_and_plans_before_acts(tmp_path: Path) -> None:
    assert DAY is not None
    with ledger.open(tmp_path / "a.db") as opened:
        writer = opened.writer(ledger.Run("0", "", STAMP.isoformat(), "test"))
        reports = [Report(f"Told {number}.", published=Published(DAY + timedelta(number // 9), by="jsonl")) for number in range(18)]
        due = [named(replace(DEADLINE, report=reports[0].id, id="", evidence=())) for _ in range(1)]
        moved = named(replace(DEADLINE, report=reports[9].id, id="", status="withdrawn", evidence=()))
        acts = [named(replace(ACT, report=report.id, id="", words=f"struck {place}", evidence=())) for place, report in enumerate(reports)]
        for report, act in zip(reports, acts, strict=True):
            entries = [act, *(one for one in (*due, moved) if one.report == report.id)]
            writer.add(report, entries, threads={moved.id: due[0].id}, recorded_at=STAMP)
    with ledger.open(tmp_path / "a.db") as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        page = client.get("/").text.partition('id="h-new"')[2].partition("</section>")[0]
        assert re.findall(r'<h3 class="part">([^<]*)</h3>', page) == [CHANGED, NEW, ACTS]
        assert [page.count(f"/entries/{one.id}") for one in (moved, *due)] == [1, 1]
        shown = [act for act in acts if act.id in page]
        assert len(shown) == PARTS[ACTS] and all(act.report in {report.id for report in reports[9:]} for act in shown), "the newest"
        assert f"{len(acts) - PARTS[ACTS]} more in the feed" in page
        empty = client.get("/?since=2999-01-01").text
        assert "Nothing has changed since" in empty
