import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.intake import Fault
from onrecord.nouns import Report
from tests.intake.reading import fault, filed, piped, report

LINE = {"id": 7, "date": "2031-03-04", "outlet": "Norland Echo", "url": "https://echo.example/1", "title": "Ferry", "text": "Talks opened."}


def line(**fields: object) -> str:
    """A line of JSON like the usual one but for ``fields``."""
    return json.dumps(LINE | fields) + "\n"


def test_every_field_is_read() -> None:
    read = report(piped(line()))
    assert (read.name, read.outlet, read.url, read.title, read.text) == ("7", LINE["outlet"], LINE["url"], "Ferry", "Talks opened.")
    assert read.published.day == date(2031, 3, 4)
    assert read.published.by == "jsonl"


def test_an_instant_keeps_its_zone() -> None:
    read = report(piped(line(date="2031-03-04T23:30:00Z")))
    assert read.published.instant == datetime(2031, 3, 4, 23, 30, tzinfo=UTC)
    assert read.published.precision == "instant"


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    found = filed(tmp_path, "a.jsonl", line() * 6 + '{"text": \n' + line())
    assert [type(one) for one in found] == [Report] * 6 + [Fault] + [Report]
    assert isinstance(found[6], Fault)
    assert found[6].place == f"{tmp_path / 'a.jsonl'}:7"


def test_a_line_of_20_megabytes_is_passed_over() -> None:
    found = piped('{"text": "' + "a" * 20_000_000 + '"}\n' + line())
    assert isinstance(found[0], Fault)
    assert found[0].place == "-:1"
    assert isinstance(found[1], Report)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[1]", "no JSON object"),
        ('{"id": "x"}', '"text"'),
        ('{"text": 5}', '"text"'),
        ('{"text": "  "}', '"text"'),
        ('{"text": "\\ud83d"}', "surrogate"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ("[" * 100_000, "broken JSON"),
    ],
)
def test_what_is_no_report_is_a_fault(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in fault(filed(tmp_path, "a.jsonl", text)).reason


def test_a_date_that_is_none_costs_the_date_only() -> None:
    problem, read = piped(line(date="2031-13-45"))
    assert isinstance(problem, Fault)
    assert "read without" in problem.reason
    assert isinstance(read, Report)
    assert read.published.day is None


def test_lines_without_an_id_are_named_by_their_place() -> None:
    assert report(piped('{"text": "Talks opened."}')).name == "-:1"


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    assert "empty" in fault(filed(tmp_path, "a.jsonl", "\n\n")).reason
