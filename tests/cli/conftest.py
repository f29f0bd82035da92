"""A runner, a ledger with a hand-made affair, and a pipeline that stands in for the learned one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from onrecord import ledger
from onrecord.cli import onrecord
from onrecord.nouns import Actor, Cast, Event, Findings, Mention, Report, Span, Statement
from onrecord.pipeline import Failed
from tests.views.made import ENTRIES, REPORT, STAMP

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Call the command line with words; standard output and standard error apart."""

    def call(*words: str, input: bytes | None = None) -> Result:  # noqa: A002 - click's word
        return CliRunner().invoke(onrecord, list(map(str, words)), input=input, prog_name="onrecord")

    return call


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The path of a ledger with one report and four entries."""
    place = tmp_path / "made.db"
    people = [Actor("Ingrid Solvang"), Actor("Kristjan Hallgrimsson"), Actor("Norway", "state", "NOR"), Actor("Iceland", "state", "ISL")]
    with ledger.open(place) as opened:
        writer = opened.writer(ledger.Run("0.1.0", "weights", STAMP.isoformat(), "test"))
        writer.add(REPORT, ENTRIES, actors=people, recorded_at=STAMP)
    return str(place)


@dataclass
class Standing:
    """A pipeline that finds "met" and, in front of a colon, a speaker; it counts what it is given."""

    reader: SimpleNamespace
    given: int = 0
    stop_after: int = 1_000_000

    def findings(self, report: Report) -> Findings:
        """One event a "met", one statement where there is a colon."""
        self.given += 1
        if self.given > self.stop_after:
            raise KeyboardInterrupt
        return Findings(report, (), Cast(_cast(report.text)), _statements(report.text), _events(report.text))

    def findings_of(self, reports: Iterable[Report], failed: Failed | None = None) -> Iterator[Findings]:
        """Report by report; on one that says "broken" it fails."""
        for report in reports:
            if failed and "broken" in report.text:
                failed(report, KeyError("broken"))
            else:
                yield self.findings(report)


@pytest.fixture
def standing(monkeypatch: pytest.MonkeyPatch) -> Standing:
    """The stand-in, in the place of the learned pipeline."""
    made = Standing(SimpleNamespace(weights_hash="stand-in"))
    monkeypatch.setattr("onrecord.pipeline.Pipeline.load", lambda weights=None, registry=(): made)
    return made


def _events(text: str) -> tuple[Event, ...]:
    at = text.find("met")
    return (Event(Span(at, at + 3), "CONSULT", "happened", "meet", by="stand-in"),) if at >= 0 else ()


def _statements(text: str) -> tuple[Statement, ...]:
    at = text.find(": ")
    return (Statement((Span(at + 2, len(text)),), by="stand-in"),) if at >= 0 else ()


def _cast(text: str) -> tuple[Actor, ...]:
    return (Actor("Ada", mentions=(Mention(Span(0, 3), by="stand-in"),)),) if text.startswith("Ada") else ()
