"""Reading from the command line: what is kept, what is told, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, Standing


def lines(*reports: dict[str, str]) -> str:
    return "".join(json.dumps(report) + "\n" for report in reports)


ADA = {"id": "a", "date": "2027-04-12", "outlet": "Wire", "text": "Ada said: we met."}
BOB = {"id": "b", "text": "Nothing happened."}


def test_a_report_is_kept_and_counted(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "two.jsonl", tmp_path / "x.db"
    source.write_text(lines(ADA, BOB))
    done = run("read", source, "--ledger", place)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "2 reports read",
        f"1 quote, 1 act, 0 meetings, 0 deadlines put into {place}",
        "1 report put nothing on record",
        "1 report of unknown day: relative times stay relative (--date tells the day)",
    ]
    assert len(json.loads(run("reports", "--ledger", place, "--json").stdout)) == 2


def test_reading_twice_adds_nothing_and_reads_nothing(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "two.jsonl", tmp_path / "x.db"
    source.write_text(lines(ADA, BOB))
    run("read", source, "--ledger", place)
    before = run("timeline", "--ledger", place, "--json").stdout
    done = run("read", source, "--ledger", place)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "0 reports read, 2 known already"
    assert standing.given == 2
    assert run("timeline", "--ledger", place, "--json").stdout == before


def test_what_the_options_tell_outranks_the_report(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "r.txt", tmp_path / "x.db"
    source.write_text("Ada said: we met.")
    run("read", source, "--ledger", place, "--date", "2027-04-13", "--outlet", "Gazette", "--url", "https://gazette.example/1")
    (report,) = json.loads(run("reports", "--ledger", place, "--json").stdout)
    assert (report["published"], report["outlet"], report["url"]) == ("2027-04-13", "Gazette", "https://gazette.example/1")


def test_findings_are_printed_in_order_and_nothing_is_kept(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "two.jsonl", tmp_path / "x.db"
    source.write_text(lines(ADA, BOB, ADA))
    done = run("read", source, "--ledger", place, "--format", "findings")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == ["a", "b", "a"]
    assert {"id", "events", "statements", "deadlines", "times", "actors"} <= found[0].keys()
    assert found[0]["events"][0]["anchor"] == {"start": 13, "end": 16, "text": "met"}
    assert not place.exists()
    assert "3 reports read" in done.stderr


def test_entries_can_be_printed_instead_of_kept(run: Run, standing: Standing, tmp_path: Path) -> None:
    source = tmp_path / "one.jsonl"
    source.write_text(lines(ADA))
    (line,) = run("read", source, "--ledger", tmp_path / "x.db", "--format", "json").stdout.splitlines()
    assert [one["kind"] for one in json.loads(line)["entries"]] == ["quote", "act"]
    assert not (tmp_path / "x.db").exists()


def test_standard_input_is_read(run: Run, standing: Standing, tmp_path: Path) -> None:
    done = run("read", "-", "--ledger", tmp_path / "x.db", input=lines(ADA).encode())
    assert done.exit_code == 0, done.output
    assert "1 report read" in done.stdout


def test_a_broken_line_is_named_and_the_rest_is_read(run: Run, standing: Standing, tmp_path: Path) -> None:
    source = tmp_path / "seven.jsonl"
    source.write_text(lines(*(ADA | {"id": str(number)} for number in range(6))) + '{"text": \n' + lines(BOB))
    done = run("read", source, "--ledger", tmp_path / "x.db")
    assert done.exit_code == 1
    assert f"not read: {source}:7: broken JSON" in done.stderr
    assert "1 not read (named above)" in done.stdout


def test_a_report_that_a_room_fails_on_is_named_and_the_rest_is_read(run: Run, standing: Standing, tmp_path: Path) -> None:
    source = tmp_path / "three.jsonl"
    source.write_text(lines(ADA, {"id": "bad", "text": "A broken report about nothing at all, but long enough."}, BOB))
    done = run("read", source, "--ledger", tmp_path / "x.db")
    assert done.exit_code == 1
    assert "a fault of onrecord (KeyError: 'broken'); the rest is read" in done.stderr
    assert "2 reports read, 1 not read (named above)" in done.stdout


def test_where_nothing_can_be_read_there_is_no_ledger(run: Run, standing: Standing, tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    done = run("read", empty, binary, tmp_path / "none.txt", "--ledger", tmp_path / "x.db")
    assert done.exit_code == 3
    assert len([line for line in done.stderr.splitlines() if line.startswith("not read: ")]) == 3
    assert not (tmp_path / "x.db").exists()
    assert standing.given == 0


def test_a_stop_keeps_whole_reports(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "many.jsonl", tmp_path / "x.db"
    source.write_text(lines(*(ADA | {"text": f"Ada said: we met {number} times."} for number in range(5))))
    standing.stop_after = 3
    done = run("read", source, "--ledger", place)
    assert done.exit_code == 130
    assert "3 reports read" in done.stdout
    assert "the same command goes on from there" in done.stderr
    standing.stop_after = 100
    assert "2 reports read, 3 known already" in run("read", source, "--ledger", place).stdout


def test_a_wrong_date_is_told_before_anything_is_read(run: Run, standing: Standing, tmp_path: Path) -> None:
    source = tmp_path / "r.txt"
    source.write_text("Ada said: we met.")
    done = run("read", source, "--date", "yesterday")
    assert done.exit_code == 2
    assert "write it as 2025-08-06" in done.stderr
    assert standing.given == 0


def test_another_file_is_not_overwritten_by_a_ledger(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, other = tmp_path / "r.txt", tmp_path / "notes.db"
    source.write_text("Ada said: we met.")
    other.write_text("these are notes, not a ledger, and they stay as they are")
    done = run("read", source, "--ledger", other)
    assert done.exit_code == 1
    assert "not a ledger" in done.stderr
    assert other.read_text().startswith("these are notes")


def test_missing_weights_say_so(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "r.txt"
    source.write_text("Ada said: we met.")
    done = run("read", source, "--weights", tmp_path, "--ledger", tmp_path / "x.db")
    assert done.exit_code == 1
    assert "the reader cannot start" in done.stderr


def test_explain_keeps_nothing_and_names_what_found_it(run: Run, standing: Standing, tmp_path: Path) -> None:
    source = tmp_path / "r.txt"
    source.write_text("Ada said: we met.")
    shown = run("explain", source, "--date", "2027-04-12").stdout
    assert shown.startswith(f"{source}, 2027-04-12\n")
    assert "Events" in shown
    assert "stand-in" in shown
    assert list(tmp_path.iterdir()) == [source]
    assert json.loads(run("explain", source, "--json").stdout)["statements"][0]["by"] == "stand-in"
    assert run("explain", tmp_path / "none.txt").exit_code == 3


def test_a_report_that_stands_twice_in_one_file_is_read_once(run: Run, standing: Standing, tmp_path: Path) -> None:
    source, place = tmp_path / "twice.jsonl", tmp_path / "x.db"
    source.write_text(lines(ADA, ADA))
    assert run("read", source, "--ledger", place).stdout.splitlines()[0] == "1 report read, 1 known already"
