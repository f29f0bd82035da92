"""Hostile text, made safe for where it goes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.views.printable import harmless, json_text, one_line, printable


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|'/c calc'!A0"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "Norway – Iceland", "a=b", "2027-04-12", "'quoted'"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_terminal_is_given_nothing_to_obey() -> None:
    assert printable("a\x1b[2Jb\x9b1mc\u202ed\ud800e") == "a\ufffd[2Jb\ufffd1mc\ufffdd\ufffde"
    assert printable("Reykjavík – “Þór”\n") == "Reykjavík – “Þór”\n"


def test_one_line_is_one_line() -> None:
    assert one_line("  a\n\tb\r\n c ") == "a b c"


def test_json_is_readable_and_harmless() -> None:
    assert json_text({"a": "Þór \x9b\u202e\ud800"}) == '{"a": "Þór \\u009b\\u202e\\ud800"}'


@settings(deadline=None)
@given(st.text())
def test_json_comes_back_as_it_was(text: str) -> None:
    assert json.loads(json_text(text)) == text


@settings(deadline=None)
@given(st.text())
def test_a_line_can_always_be_printed(text: str) -> None:
    line = one_line(text)
    assert line.encode("utf-8").count(b"\n") == 0
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in line)
