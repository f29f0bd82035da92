"""The listings: filters, forms, and errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.views.made import DEADLINE, MEETING

LISTINGS = ("timeline", "meetings", "deadlines", "statements", "acts", "actors", "reports")


@pytest.mark.parametrize("command", LISTINGS)
def test_json_is_an_array(run: Run, kept: str, command: str) -> None:
    done = run(command, "--ledger", kept, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)


@pytest.mark.parametrize("command", LISTINGS)
def test_csv_has_a_header(run: Run, kept: str, command: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run(command, "--ledger", kept, "--csv").stdout)))
    assert rows
    assert None not in rows[0]


@pytest.mark.parametrize("command", LISTINGS[1:])
def test_a_pipe_gets_tabs(run: Run, kept: str, command: str) -> None:
    lines = run(command, "--ledger", kept).stdout.splitlines()
    assert len(lines) > 1
    assert len({line.count("\t") for line in lines}) == 1
    assert "\x1b" not in "".join(lines)


def test_a_timeline_leaves_statements_to_their_listing(run: Run, kept: str) -> None:
    lines = run("timeline", "--ledger", kept).stdout.splitlines()
    assert lines[0] == "Up to Mon 12 Apr 2027"
    assert "Ahead" in lines
    assert not any("The Hrafn cut no nets" in line for line in lines)
    assert "The Hrafn cut no nets" in run("timeline", "--ledger", kept, "--kind", "quote").stdout


def test_today_moves_the_line(run: Run, kept: str) -> None:
    shown = run("timeline", "--ledger", kept, "--today", "2027-04-20").stdout
    assert shown.startswith("Up to Tue 20 Apr 2027")
    assert "Ahead" not in shown


def test_as_of_an_earlier_day_nothing_was_known(run: Run, kept: str) -> None:
    done = run("meetings", "--ledger", kept, "--as-of", "2027-04-11")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "no meetings on record that fit" in done.stderr


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--actor", "Solvang"), 1),
        (("--actor", "norway"), 0),
        (("--status", "planned"), 1),
        (("--status", "cancelled"), 0),
        (("--since", "2027-04-16"), 0),
        (("--until", "2027-04-15"), 1),
        (("--outlet", "Nordic Wire"), 1),
        (("--outlet", "Another"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_filters_choose(run: Run, kept: str, options: tuple[str, ...], number: int) -> None:
    assert len(json.loads(run("meetings", "--ledger", kept, "--json", *options).stdout)) == number


def test_statements_by_a_speaker(run: Run, kept: str) -> None:
    assert len(json.loads(run("statements", "--ledger", kept, "--json", "--by", "hallgrims").stdout)) == 1
    assert json.loads(run("statements", "--ledger", kept, "--json", "--by", "Ingrid Solvang").stdout) == []
    assert len(json.loads(run("statements", "--ledger", kept, "--json", "--act", "deny").stdout)) == 1


def test_acts_of_a_type(run: Run, kept: str) -> None:
    assert len(json.loads(run("acts", "--ledger", kept, "--json", "--type", "coerce").stdout)) == 1
    assert json.loads(run("acts", "--ledger", kept, "--json", "--type", "AID").stdout) == []


def test_an_unknown_name_says_where_names_are(run: Run, kept: str) -> None:
    done = run("meetings", "--ledger", kept, "--actor", "Nobody")
    assert done.exit_code == 1
    assert "`onrecord actors` lists all names" in done.stderr


def test_a_name_that_could_be_two_is_asked_back(run: Run, kept: str) -> None:
    done = run("meetings", "--ledger", kept, "--actor", "n")
    assert done.exit_code == 1
    assert "could be" in done.stderr
    assert "Norway" in done.stderr


def test_a_wrong_day_says_how_to_write_one(run: Run, kept: str) -> None:
    done = run("meetings", "--ledger", kept, "--since", "last week")
    assert done.exit_code == 2
    assert "write it as 2025-08-06" in done.stderr


@pytest.mark.parametrize("command", LISTINGS)
def test_without_a_ledger_it_says_what_to_do_first(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, "--ledger", str(tmp_path / "none.db"))
    assert done.exit_code == 1
    assert "onrecord read SOURCE" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_another_file_is_no_ledger(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("notes")
    done = run("timeline", "--ledger", str(other))
    assert done.exit_code == 1
    assert "not a ledger" in done.stderr
    assert other.read_text() == "notes"


def test_the_environment_names_the_ledger(run: Run, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", kept)
    assert MEETING.id[:8] in run("meetings").stdout


def test_search_finds_words(run: Run, kept: str) -> None:
    found = json.loads(run("search", "Hrafn", "--ledger", kept, "--json").stdout)
    assert {one["kind"] for one in found} == {"quote", "report"}
    assert "Hrafn" in found[0]["snippet"]
    assert "Hrafn" in run("search", "Hrafn", "--ledger", kept).stdout
    assert "nothing on record" in run("search", "zzz", "--ledger", kept).stderr


def test_show_takes_the_beginning_of_an_id(run: Run, kept: str) -> None:
    shown = run("show", MEETING.id[:8], "--ledger", kept).stdout
    assert shown.startswith(f"meeting {MEETING.id}")
    assert "[Helsinki|place]" in shown
    assert "because" in shown


def test_show_as_json_has_the_sentence(run: Run, kept: str) -> None:
    found = json.loads(run("show", DEADLINE.id, "--ledger", kept, "--json").stdout)
    assert found["demands"] == ["to recall a patrol ship"]
    assert found["sentences"][0]["text"].startswith("OSLO - Norway gave")


def test_show_of_an_unknown_entry_says_where_ids_are(run: Run, kept: str) -> None:
    done = run("show", "ffffffffffff", "--ledger", kept)
    assert done.exit_code == 1
    assert "`onrecord timeline` shows ids" in done.stderr
