"""``onrecord export`` and ``onrecord serve`` as a person calls them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_export_writes_to_a_file(run: Run, kept: str, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    done = run("export", "--format", "jsonl", "--ledger", kept, "--out", out, "--kind", "meeting", "--actor", "Solvang")
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["kind"] for line in out.read_text(encoding="utf-8").splitlines()] == ["meeting"]


def test_export_writes_to_standard_output_as_of_a_day(run: Run, kept: str) -> None:
    told = [run("export", "--format", "csv", "--ledger", kept, "--as-of", day).stdout for day in ("2027-04-11", "2027-04-12")]
    assert [len(text.splitlines()) for text in told] == [1, 5]


def test_export_says_which_extra_is_missing(run: Run, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("export", "--format", "parquet", "--ledger", kept)
    assert done.exit_code == 1 and "onrecord[parquet]" in done.output


def test_serve_says_which_extra_is_missing(run: Run, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = run("serve", "--ledger", kept)
    assert done.exit_code == 1 and "onrecord[web]" in done.output


def test_serve_needs_a_ledger(run: Run, tmp_path: Path) -> None:
    done = run("serve", "--ledger", tmp_path / "none.db")
    assert done.exit_code == 1 and "onrecord read" in done.output


def test_serve_listens_where_it_is_told(run: Run, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, int]] = []
    monkeypatch.setattr("uvicorn.run", lambda app, host, port, **_: called.append((host, port)))
    assert run("serve", "--ledger", kept, "--port", 8123).exit_code == 0
    assert called == [("127.0.0.1", 8123)]
