"""Which reports are compared, and what each says of who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from onrecord import ledger
from onrecord.ledger import Choice
from onrecord.nouns import Account, Report, Source
from onrecord.views.witnesses import COMPARED, witnesses
from tests.views.made import MEETING, QUOTE, REPORT, STAMP

AIDES = (Source("anonymous", "", "two aides"), Source("report"))


def test_the_latest_reports_are_compared_each_with_its_last_account(tmp_path: Path) -> None:
    number = COMPARED + 2
    with ledger.open(tmp_path / "many.db") as opened:
        writer = opened.writer(ledger.Run("0", "", STAMP.isoformat(), "test"))
        for place in range(number):
            report = Report(f"Report {place} tells of it.", f"name {place}")
            told = (Account(AIDES),) if place % 2 else ()
            made = replace(MEETING, id=f"{place:016x}", report=report.id, accounts=told, evidence=())
            writer.add(report, [made], recorded_at=STAMP + timedelta(place))
        with opened.view() as view:
            found = witnesses(view, view.entries(Choice(order="recorded")))
    assert [report.name for report, _ in found] == [f"name {place}" for place in range(2, number)]
    assert [chain for _, chain in found] == [() if place % 2 == 0 else AIDES for place in range(2, number)]


def test_of_a_statement_it_is_its_own_chain(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "one.db") as opened:
        opened.writer(ledger.Run("0", "", STAMP.isoformat(), "test")).add(REPORT, [QUOTE], recorded_at=STAMP)
        with opened.view() as view:
            assert [(report.id, chain) for report, chain in witnesses(view, view.entries())] == [(REPORT.id, QUOTE.chain)]
