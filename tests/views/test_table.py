"""The plain forms of a table."""

from __future__ import annotations

import csv
import io
import json

from onrecord.views.listings import actors, entries, reports
from onrecord.views.table import Column, Table, aligned, csv_text, json_array, tsv, width
from tests.views.made import ACT, DEADLINE, MEETING, QUOTE, record


def test_tsv_has_an_entry_a_line() -> None:
    shown = tsv(entries([record(MEETING), record(MEETING)], "meeting")).splitlines()
    assert shown[0] == "When\tStatus\tMeeting\tSays\tEntry"
    assert len(shown) == 3
    assert shown[1].split("\t")[2] == "Ingrid Solvang – Kristjan Hallgrimsson: meeting in Helsinki"


def test_tabs_in_a_cell_do_not_make_columns() -> None:
    assert tsv(Table((Column("A"),), (("x\ty\nz",),))) == "A\nx y z\n"


def test_csv_gives_every_field_of_the_kind() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_text(entries([record(DEADLINE)], "deadline"))))
    assert row["setter"] == "Norway"
    assert row["demands"] == "to recall a patrol ship"
    assert (row["earliest"], row["latest"]) == ("", "2027-04-16")
    assert row["published"] == "2027-04-12"


def test_csv_of_mixed_kinds_has_one_header() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(entries([record(one) for one in (DEADLINE, MEETING, QUOTE, ACT)])))))
    assert [row["kind"] for row in rows] == ["deadline", "meeting", "quote", "act"]
    assert all(row["line"] and row["says"] for row in rows)


def test_csv_is_harmless() -> None:
    table = Table((), (), ({"a": "=1+1"},), (), ("a",))
    assert csv_text(table) == "a\n'=1+1\n"


def test_json_holds_all_of_an_entry() -> None:
    (found,) = json.loads(json_array(entries([record(QUOTE)], "quote")))
    assert found["kind"] == "quote"
    assert found["chain"][1]["name"] == "Fjardarbladid"
    assert found["report"]["outlet"] == "Nordic Wire"
    assert found["evidence"][0]["span"] == {"start": QUOTE.evidence[0].span.start, "end": QUOTE.evidence[0].span.end}


def test_empty_tables_have_their_forms() -> None:
    assert json.loads(json_array(entries([], "act"))) == []
    assert csv_text(entries([], "act")).startswith("id,kind,status")
    assert csv_text(reports([])).startswith("id,name,title")
    assert csv_text(actors([])).startswith("name,kind")


def test_columns_stand_under_each_other() -> None:
    assert list(aligned([("a", "bc", ""), ("日本", "d", "e")])) == ["a     bc", "日本  d   e"]
    assert width("e\u0301") == 1
