"""What a person says of actors: added to a file, merged, split, undone; shown, and as known on a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import ledger
from onrecord.actors.rows import read_csv
from tests.cli.conftest import Run, Standing
from tests.views.made import MEETING, STAMP

SOLVANG, OTHER = "Ingrid Solvang", "Kristjan Hallgrimsson"


def judgements(place: str) -> list[tuple[str, str, str, int | None]]:
    with ledger.open(place, create=False) as opened, opened.view() as view:
        return [(row.verdict, row.this, row.other, row.revises) for row in view.judgements("actor")]


def test_merge_split_and_undo_are_put_on_record_one_after_the_other(run: Run, kept: str) -> None:
    for verdict in ("merge", "split", "undo"):
        done = run("actors", verdict, "Solvang", OTHER, "--ledger", kept, "--by", "anna", "--note", "two people")
        assert done.exit_code == 0, done.output
    rows = judgements(kept)
    assert [row[0] for row in rows] == ["merge", "split", "undo"]
    assert {row[1:3] for row in rows} == {(SOLVANG, OTHER)}
    assert [row[3] for row in rows] == [None, 1, 2]


def test_a_merged_actor_is_found_under_both_names_until_it_is_undone(run: Run, kept: str) -> None:
    def met(name: str) -> int:
        return len(json.loads(run("meetings", "--actor", name, "--ledger", kept, "--json").stdout))

    assert met("Norway") == 0
    run("actors", "merge", "Norway", SOLVANG, "--ledger", kept)
    assert met("Norway") == met(SOLVANG) == 1
    run("actors", "undo", SOLVANG, "Norway", "--ledger", kept)
    assert met("Norway") == 0


def test_the_listing_and_an_entry_say_what_was_judged(run: Run, kept: str) -> None:
    run("actors", "merge", "Norway", SOLVANG, "--ledger", kept, "--by", "anna", "--note", "she speaks for it")
    listed = run("actors", "--ledger", kept)
    assert "Norway is Ingrid Solvang (anna, " in listed.stderr
    names = [line.split("\t")[0] for line in listed.stdout.splitlines()]
    assert SOLVANG in names
    assert "Norway" not in names
    assert ": she speaks for it)" in run("show", MEETING.id[:8], "--ledger", kept).stdout
    assert json.loads(run("show", MEETING.id[:8], "--ledger", kept, "--json").stdout)["judged"]


@pytest.mark.parametrize("words", [("deadlines",), ("timeline",), ("export", "--format", "csv"), ("export", "--format", "brief")])
def test_a_merge_holds_in_listings_and_exports_until_it_is_undone(run: Run, kept: str, words: tuple[str, ...]) -> None:
    def lines() -> list[str]:
        return run(*words, "--ledger", kept).stdout.splitlines()

    before = lines()
    run("actors", "merge", "Norway", SOLVANG, "--ledger", kept)
    changed = [(old, new) for old, new in zip(before, lines(), strict=True) if old != new]
    assert changed
    assert all(new.count(SOLVANG) > old.count(SOLVANG) and new.count("Norway") < old.count("Norway") for old, new in changed)
    run("actors", "undo", "Norway", SOLVANG, "--ledger", kept)
    assert lines() == before


def test_a_name_is_split_off_where_it_is_another_actors(run: Run, kept: str) -> None:
    report = json.loads(run("reports", "--ledger", kept, "--json").stdout)[0]["id"]
    done = run("actors", "split", "Norway", "Norway (team)", "--report", report[:8], "--ledger", kept, "--by", "anna")
    assert done.exit_code == 0, done.output
    assert f"split Norway and Norway (team) in {report[:12]}" in done.stdout
    listed = run("actors", "--ledger", kept)
    assert f"Norway in report {report[:8]} is Norway (team) (anna, " in listed.stderr
    assert "Norway (team)" in listed.stdout
    assert len(json.loads(run("deadlines", "--actor", "(team)", "--ledger", kept, "--json").stdout)) == 1
    assert run("actors", "undo", "Norway", "Norway (team)", "--ledger", kept).exit_code == 0
    assert "(team)" not in run("actors", "--ledger", kept).stdout
    by_state = run("actors", "split", "Norway", "Norway (NOR)", "--state", "nor", "--ledger", kept)
    assert "split Norway and Norway (NOR) in NOR" in by_state.stdout
    assert "Norway in reports of NOR is Norway (NOR)" in run("actors", "--ledger", kept).stderr


def test_explain_says_what_was_judged_of_the_actors_it_finds(run: Run, kept: str, standing: Standing, tmp_path: Path) -> None:
    run("actors", "merge", "Norway", SOLVANG, "--ledger", kept, "--by", "anna")
    with ledger.open(kept) as opened:
        opened.writer(ledger.Run("", "", "", "")).judge("actor", "Ada", SOLVANG, verdict="merge", by="eve", recorded_at=STAMP)
    report = tmp_path / "ada.txt"
    report.write_text("Ada met somebody.", encoding="utf-8")
    found = run("explain", report, "--ledger", kept).stdout
    assert f"judged: Ada is {SOLVANG} (eve, " in found
    assert f"judged: Norway is {SOLVANG} (anna, " in found


def test_on_an_earlier_day_nothing_was_said(run: Run, kept: str) -> None:
    run("actors", "merge", "Norway", SOLVANG, "--ledger", kept)
    assert "judged" not in run("actors", "--ledger", kept, "--as-of", "2020-01-01").stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "Norway"), "takes two names"),
        (("merge",), "takes a name"),
        (("merge", "Norway", "Norway"), "one name already"),
        (("merge", "Norway", "Atlantis"), "nobody on record"),
        (("undo", "Norway", SOLVANG), "nothing is said"),
        (("merge", "Norway", SOLVANG, "--state", "NOR"), "for split and undo"),
        (("split", "Norway", "Norway B", "--state", "Norway"), "three letters"),
        (("split", "Norway", "Norway B", "--state", "FRA"), "no report of FRA names Norway"),
        (("split", "Norway", "Norway B", "--report", "0123456789"), "no report is called"),
        (("add", "Edla Brunnsgard"), "--registry"),
    ],
)
def test_what_cannot_be_said_says_why(run: Run, kept: str, words: tuple[str, ...], says: str) -> None:
    done = run("actors", *words, "--ledger", kept)
    assert done.exit_code != 0
    assert says in done.output
    assert judgements(kept) == []


def test_add_writes_a_file_that_the_registry_reads(run: Run, kept: str, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    for name in ("Edla Brunnsgard", "Otto Vinterhavn"):
        done = run("actors", "add", name, "--registry", own, "--set", "office=Mayor", "--set", "body=Norway", "--ledger", kept)
        assert done.exit_code == 0, done.output
    assert [(row.name, row.terms[0].office) for row in read_csv(own)] == [("Edla Brunnsgard", "Mayor"), ("Otto Vinterhavn", "Mayor")]
    assert [row[:2] for row in judgements(kept)] == [("accept", "Edla Brunnsgard"), ("accept", "Otto Vinterhavn")]


@pytest.mark.parametrize("field", ["since=yesterday", "ghost=1", "office"])
def test_a_row_that_cannot_be_read_is_not_written(run: Run, kept: str, tmp_path: Path, field: str) -> None:
    own = tmp_path / "own.csv"
    run("actors", "add", "Edla Brunnsgard", "--registry", own, "--ledger", kept)
    before = own.read_text(encoding="utf-8")
    assert run("actors", "add", "Otto Vinterhavn", "--registry", own, "--set", field, "--ledger", kept).exit_code != 0
    assert own.read_text(encoding="utf-8") == before
