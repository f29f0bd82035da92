"""Each format is read by its own reader, holds what the ledger holds, and is harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from onrecord.cli.export import FORMATS as OFFERED
from onrecord.views.export import FORMATS
from onrecord.views.export import events as gdelt
from onrecord.views.export import polecat as pole
from onrecord.views.export.coded import dyads
from onrecord.views.export.rows import FIELDS
from onrecord.vocabulary import root
from tests.export.made import exported
from tests.views.made import ACT, DEADLINE, ENTRIES, MEETING, TEXT, record
from tests.web.made import SCRIPT
from tests.web.test_app import Checker


def rows(content: bytes, separator: str = ",") -> list[dict[str, str]]:
    """The rows as a spreadsheet reads them; every row has as many cells as the header."""
    read = list(csv.reader(io.StringIO(content.decode()), delimiter=separator, strict=True))
    assert all(len(row) == len(read[0]) for row in read)
    return [dict(zip(read[0], row, strict=True)) for row in read[1:]]


def test_the_command_offers_what_there_is() -> None:
    assert tuple(FORMATS) == OFFERED


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_gives_the_same_bytes_again(form: str, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert exported(form, tmp_path / "one") == exported(form, tmp_path / "two") != b""


def test_jsonl_holds_every_entry(tmp_path: Path) -> None:
    read = [json.loads(line) for line in exported("jsonl", tmp_path).splitlines()]
    assert len(read) == 7 and {entry.id for entry in ENTRIES} <= {one["id"] for one in read}


def test_csv_holds_every_entry_and_no_formula(tmp_path: Path) -> None:
    read = rows(exported("csv", tmp_path))
    assert len(read) == 7 and tuple(read[0]) == FIELDS
    assert not any(cell.lstrip().startswith(("=", "+", "@", "\t", "\r")) for row in read for cell in row.values())


def test_parquet_is_read_by_pyarrow(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(exported("parquet", tmp_path)))
    assert table.num_rows == 7 and tuple(table.column_names) == FIELDS
    assert MEETING.score in table.column("score").to_pylist()


def test_parquet_names_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.views.export import MissingLibraryError

    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match=r"onrecord\[parquet\]"):
        exported("parquet", tmp_path)


@pytest.mark.parametrize(("form", "separator", "header"), [("polecat", "\t", pole.HEADER), ("gdelt", ",", gdelt.HEADER)])
def test_event_data_keeps_its_header(form: str, separator: str, header: tuple[str, ...], tmp_path: Path) -> None:
    read = rows(exported(form, tmp_path), separator)
    assert tuple(read[0])[: len(header)] == header and len(set(header)) == len(header)
    assert len(read) >= 4


def test_gdelt_has_its_58_columns_and_numbers(tmp_path: Path) -> None:
    read = rows(exported("gdelt", tmp_path))
    assert len(gdelt.HEADER) == 57 + 1
    for row in read:
        assert row["GLOBALEVENTID"].isdigit() and row["QuadClass"] in "1234" and re.fullmatch(r"\d{3,4}|\d\d", row["EventCode"])
        assert re.fullmatch(r"(\d{8})?", row["SQLDATE"])
    assert len({row["GLOBALEVENTID"] for row in read}) == len(read)
    assert {row["SQLDATE"] for row in read if row["Entry"] == MEETING.id} == {"20270415"}


def test_codes_are_those_of_the_vocabulary() -> None:
    made = list(dyads(map(record, ENTRIES)))
    meeting = [one for one in made if one.record.entry.id == MEETING.id]
    assert [(one.actor, one.recipient) for one in meeting] == [
        ("Ingrid Solvang", "Kristjan Hallgrimsson"), ("Kristjan Hallgrimsson", "Ingrid Solvang"),
    ]  # fmt: skip
    assert meeting[0].root == root("CONSULT", "planned", "meet")
    act = next(one for one in made if one.record.entry.id == ACT.id)
    assert (act.type, act.mode, act.actor, act.recipient) == ("COERCE", "restrict", "", "Two boats")
    assert not [one for one in made if one.record.entry.id == DEADLINE.id]


def test_polecat_fills_in_what_is_known(tmp_path: Path) -> None:
    row = next(one for one in rows(exported("polecat", tmp_path), "\t") if one["entry"] == MEETING.id)
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"], row["root"]) == ("CONSULT", "meet", "VERBAL COOPERATION", "AGREE")
    assert (row["Event Date"], row["Placename"], row["status"]) == ("2027-04-15", "Helsinki", "planned")


def test_followthemoney_reads_its_entities(tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney compiles PyICU, so the test extra leaves it out")
    read = [json.loads(line) for line in exported("ftm", tmp_path).splitlines()]
    assert {"Article", "Event", "Person", "LegalEntity"} <= {one["schema"] for one in read}
    assert len({one["id"] for one in read}) == len(read)
    for one in read:
        entity = ftm.model.get_proxy(one, cleaned=False)
        assert set(entity.properties) == set(one["properties"])
    event = next(one for one in read if one["id"] == f"onrecord-{MEETING.id}")
    assert event["properties"]["startDate"] == ["2027-04-15"] and len(event["properties"]["involved"]) == 2


def test_annotations_point_at_the_words(tmp_path: Path) -> None:
    read = json.loads(exported("annotations", tmp_path))
    items = read["first"]["items"]
    assert read["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and len(items) == 7
    meeting = next(one for one in items if one["id"].endswith(MEETING.id))
    for target in meeting["target"]:
        position, quote = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"] != ""
        assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in TEXT


def test_timelinejs_is_what_its_loader_wants(tmp_path: Path) -> None:
    content = exported("timelinejs", tmp_path, SCRIPT)
    read = json.loads(content)
    assert set(read) == {"title", "events"} and len(read["events"]) == 5
    for slide in read["events"]:
        assert {"year", "month", "day"} == set(slide["start_date"]) and slide["text"]["headline"]
    assert b"<script" not in content and b"<img" not in content


def test_gexf_is_read_by_networkx(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    (tmp_path / "x.gexf").write_bytes(exported("gexf", tmp_path))
    graph = networkx.read_gexf(tmp_path / "x.gexf")
    assert graph.has_edge("Ingrid Solvang", "Kristjan Hallgrimsson")


def test_the_brief_is_markdown_that_runs_nothing(tmp_path: Path) -> None:
    text = exported("brief", tmp_path, SCRIPT).decode()
    assert text.count("\n## ") == 4 and "[1]" in text
    assert not re.search(r"(?<!\\)<(?!https?://)", text) and "javascript" not in text
    assert "Helsinki" in text and "Nordic Wire" in text


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    text = exported("html", tmp_path, SCRIPT).decode()
    found = Checker(text)
    assert [fault for fault in found.faults if fault != "style"] == [] and not found.open
    assert SCRIPT not in text and "<link" not in text and "src=" not in re.sub(r"&lt;.*?&gt;", "", text)
    assert "Helsinki" in text
