"""A ledger in PostgreSQL from the command line: the same words, the same answers as from a file."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from onrecord import ledger
from tests.cli.conftest import Run, Standing
from tests.postgres import database

REPORTS = (
    {"id": "a", "date": "2027-04-12", "outlet": "Wire", "text": "Ada said: we met in Port Sel to talk of the ferry line."},
    {"id": "b", "date": "2027-04-13", "outlet": "Post", "text": "Ada said: we met again in Port Sel to talk of the ferry line."},
    {"id": "c", "date": "2027-04-14", "outlet": "Post", "text": "Nothing happened."},
)
ASKED = (
    ("timeline",),
    ("acts",),
    ("statements", "--actor", "Ada"),
    ("meetings",),
    ("deadlines",),
    ("actors",),
    ("reports", "--outlet", "Post"),
    ("changes", "--since", "2027-04-13"),
    ("story", "list"),
    ("story", "list", "--at-least", "1", "--limit", "2", "--as-of", "2027-04-12"),
    ("export", "--format", "jsonl"),
)


def read(run: Run, tmp_path: Path, place: str) -> None:
    source = tmp_path / "three.jsonl"
    source.write_text("".join(json.dumps(report) + "\n" for report in REPORTS))
    done = run("read", source, "--ledger", place)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("3 reports read\n")


def test_a_database_answers_as_a_file_does(run: Run, standing: Standing, tmp_path: Path, server: str) -> None:
    url, file = database(server, "cli_answers"), str(tmp_path / "a.db")
    for place in (file, url):
        read(run, tmp_path, place)
    for words in ASKED:
        ours, theirs = (run(*words, "--ledger", place) for place in (file, url))
        assert (ours.exit_code, theirs.exit_code) == (0, 0), (words, theirs.output)
        assert _undated(theirs.stdout) == _undated(ours.stdout), words
    hits = [{hit["id"] for hit in json.loads(run("search", "ferry", "--ledger", place, "--json").stdout)} for place in (file, url)]
    assert hits[0] == hits[1] != set()  # their order and the words around them are each database's own
    assert json.loads(run("story", "list", "--at-least", "1", "--ledger", url, "--json").stdout)
    assert "known already" in run("read", tmp_path / "three.jsonl", "--ledger", url).stdout


def test_judgements_go_into_a_database(run: Run, standing: Standing, tmp_path: Path, server: str) -> None:
    url = database(server, "cli_judged")
    read(run, tmp_path, url)
    first, *_ = json.loads(run("acts", "--ledger", url, "--json").stdout)
    assert run("judge", "wrong", first["id"], "--note", "retracted", "--ledger", url).exit_code == 0
    told = json.loads(run("changes", "--since", "2020-01-01", "--ledger", url, "--json").stdout)
    assert [one["state"] for one in told if one["change"] == "withdrawn"] == ["retracted"]
    people = tmp_path / "people.csv"
    assert run("actors", "add", "Ada Holm", "--kind", "person", "--registry", people, "--ledger", url).exit_code == 0
    with ledger.open(url, create=False) as opened, opened.view() as view:
        assert [(row.this, row.note) for row in view.judgements("actor")] == [("Ada Holm", "added to people.csv")]


def test_a_database_without_a_ledger_is_told_from_one_with(run: Run, server: str) -> None:
    done = run("timeline", "--ledger", database(server, "cli_empty"))
    assert done.exit_code == 1
    assert "there is no ledger here; `onrecord read SOURCE --ledger" in done.stderr


def test_without_the_driver_it_is_said_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    done = run("timeline", "--ledger", "postgresql+psycopg://ada:secret@localhost/talks")
    assert done.exit_code == 1
    assert 'this URL needs the package psycopg; for PostgreSQL: pip install "onrecord[postgres]"' in done.stderr
    assert "secret" not in done.stderr


def _undated(told: str) -> str:
    """What was told, without when and by which run it was recorded."""
    return re.sub(r'"(recorded_at|run)": ?"[^"]*"', "", told)
