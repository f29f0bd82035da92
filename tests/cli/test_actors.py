"""What a person says of actors: added to a file, merged, split, undone; shown, and as known on a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import ledger
from onrecord.actors.rows import read_csv
from tests.cli.conftest import Run
from tests.views.made import MEETING

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
    assert names.index("Norway") == names.index(SOLVANG) + 1
    assert ": she speaks for it)" in run("show", MEETING.id[:8], "--ledger", kept).stdout
    assert json.loads(run("show", MEETING.id[:8], "--ledger", kept, "--json").stdout)["judged"]


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
