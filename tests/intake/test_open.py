import os
import subprocess
import sys
from pathlib import Path

from onrecord.intake import FORMATS, Fault, open_reports
from onrecord.nouns import Report
from tests.intake.reading import fault, filed, piped, report


def test_a_folder_is_read_by_name_and_nothing_is_passed_over(tmp_path: Path) -> None:
    filed(tmp_path, "b.txt", "B.")
    filed(tmp_path, "a/z.txt", "Z.")
    filed(tmp_path, "a.jsonl", '{"id": "j", "text": "J."}\n')
    filed(tmp_path, "picture.png", b"\x89PNG")
    filed(tmp_path, ".hidden.txt", "H.")
    found = list(open_reports(str(tmp_path)))
    assert [one.text for one in found if isinstance(one, Report)] == ["J.", "B.", "Z."]
    assert [one.place for one in found if isinstance(one, Fault)] == [str(tmp_path / "picture.png")]


def test_a_folder_within_itself_ends(tmp_path: Path) -> None:
    filed(tmp_path, "a.txt", "A.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert report([one for one in open_reports(str(tmp_path)) if isinstance(one, Report)]).text == "A."


def test_a_pipe_in_a_folder_is_a_fault_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no ordinary file" in fault(list(open_reports(str(tmp_path)))).reason


def test_places_without_a_report(tmp_path: Path) -> None:
    assert "no such file" in fault(list(open_reports(str(tmp_path / "none.txt")))).reason
    assert "no file in this folder" in fault(list(open_reports(str(tmp_path)))).reason
    assert "no standard input" in fault(list(open_reports("-"))).reason


def test_what_has_no_suffix_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    assert report(piped('{"text": "J."}')).text == "J."
    assert report(piped("{curly} talks")).text == "{curly} talks"
    assert "no article text" in fault(piped("<!DOCTYPE html><html></html>")).reason
    assert report(filed(tmp_path, "REPORT", "Talks opened.")).text == "Talks opened."


def test_reports_come_one_by_one(tmp_path: Path) -> None:
    filed(tmp_path, "a.jsonl", '{"text": "first"}\n' + '{"text": "next"}\n' * 1000)
    stream = open_reports(str(tmp_path / "a.jsonl"))
    first = next(stream)
    assert isinstance(first, Report)
    assert first.text == "first"


def test_every_format_has_a_suffix_of_its_own() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_heavy_libraries_wait_for_a_page() -> None:
    code = "import sys, onrecord.intake; print('lxml' in sys.modules or 'trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
