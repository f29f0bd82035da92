"""Stories from the command line: found when a report is read, or later for an older ledger; listed, so many; shown."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from onrecord import ledger
from onrecord.nouns import Published, Report
from tests.cli.conftest import Run, Standing

NOW = datetime(2035, 1, 1, tzinfo=UTC)
TALKS = "Norland's prime minister Ana Colm and Sudmark's president Tod Raske {} in Port Sel on the fishing grounds off Varnholm."
TOLD = ("agree to hold talks", "put off their talks", "hold talks", "end their talks")
ALONE = "A ferry runs aground near Eastness; all forty aboard are brought ashore."


def reports() -> list[Report]:
    """Four reports of one affair, day by day, and one of something else."""
    days = [datetime(2031, 3, day, tzinfo=UTC).date() for day in range(1, 6)]
    texts = [*(TALKS.format(told) for told in TOLD), ALONE]
    return [Report(text, published=Published(day=day), outlet="Wire") for text, day in zip(texts, days, strict=True)]


@pytest.fixture
def older(tmp_path: Path) -> str:
    """The path of a ledger whose reports were recorded before there were stories: each by itself, in none."""
    place = tmp_path / "older.db"
    with ledger.open(place) as opened:
        writer = opened.writer(ledger.Run("0.0.9", "weights", NOW.isoformat(), "test"))
        for report in reports():
            writer.add(report, (), recorded_at=NOW)
    return str(place)


def listed(run: Run, place: str, *words: str) -> tuple[list[int], str]:
    """How many reports each story has, and what is said on standard error."""
    done: Result = run("story", "list", *words, "--ledger", place, "--json")
    assert done.exit_code == 0, done.output
    return [len(story["reports"]) for story in json.loads(done.stdout)], done.stderr


def test_an_older_ledger_is_grouped_once(run: Run, older: str) -> None:
    assert listed(run, older) == ([], "5 reports are in no story yet; `onrecord story group` finds one for each\n")
    done = run("story", "group", "--ledger", older)
    assert (done.exit_code, done.stdout) == (0, "5 reports put into stories\n")
    assert listed(run, older, "--at-least", "1") == ([1, 4], "")
    assert run("story", "group", "--ledger", older).stdout == "0 reports put into stories\n"
    assert listed(run, older, "--at-least", "1") == ([1, 4], "")


def test_the_run_that_grouped_is_on_record(run: Run, older: str) -> None:
    run("story", "group", "--ledger", older)
    with ledger.open(older) as opened, opened.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT r.command FROM groupings g JOIN runs r ON r.seq = g.run").all()
    assert [row.command for row in rows] == ["story group"] * 5


def test_what_is_read_is_grouped_as_an_older_ledger_is(run: Run, older: str, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "five.jsonl", str(tmp_path / "read.db")
    rows = ({"date": str(report.published.day), "outlet": "Wire", "text": report.text} for report in reports())
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run("read", source, "--ledger", place).exit_code == 0
    run("story", "group", "--ledger", older)
    assert listed(run, place, "--at-least", "1") == listed(run, older, "--at-least", "1") == ([1, 4], "")


def test_so_many_stories_are_listed_and_no_more(run: Run, older: str) -> None:
    run("story", "group", "--ledger", older)
    assert listed(run, older, "--at-least", "1", "--limit", "1") == ([1], "there are more; --limit shows more than 1\n")
    assert listed(run, older, "--at-least", "1", "--limit", "2") == ([1, 4], "")
    assert listed(run, older, "--at-least", "5") == ([], "")
    assert run("story", "list", "--limit", "0", "--ledger", older).exit_code == 2


def test_as_of_a_day_a_story_is_what_was_told_by_then(run: Run, older: str) -> None:
    run("story", "group", "--ledger", older)
    assert listed(run, older, "--as-of", "2031-03-02") == ([2], "")


def test_a_place_without_a_ledger_stays_without(run: Run, tmp_path: Path) -> None:
    done = run("story", "group", "--ledger", tmp_path / "none.db")
    assert done.exit_code == 1
    assert "there is no ledger here; `onrecord read SOURCE --ledger" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_examples_of_the_help_run(run: Run, older: str) -> None:
    examples = re.findall(r"^ +onrecord (story .*)$", run("story", "--help").stdout, re.MULTILINE)
    assert [words.split()[1] for words in examples] == ["list", "show", "group"]
    with ledger.open(older) as opened, opened.view() as view:
        known = next(iter(view.told(datetime(2031, 3, 1).date(), datetime(2031, 3, 9).date(), None))).id
    run("story", "group", "--ledger", older)
    for words in examples:
        asked = [known[:8] if re.fullmatch(r"[0-9a-f]{8}", word) else word for word in words.split()]
        done = run(*asked, "--ledger", older)
        assert done.exit_code == 0, (words, done.output)
