from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onrecord.intake import Overrides
from onrecord.intake.bounds import MAX_TEXT
from tests.intake.reading import fault, filed, piped, report

ODD = "Zürich – “so”\r\n\tline two\u2028\u00a0three\n\n"


def test_text_is_kept_exactly_as_it_stands(tmp_path: Path) -> None:
    read = report(filed(tmp_path, "a.txt", ODD))
    assert read.text == ODD
    assert read.name == read.origin == str(tmp_path / "a.txt")
    assert read.published.precision == "unknown"


@given(some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(lambda text: text.strip() != ""))
def test_any_text_survives(text: str) -> None:
    found = piped(b"\xef\xbb\xbfx" + text.encode())
    assert report(found).text == "x" + text


def test_byte_order_marks_name_the_encoding_and_are_no_text(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert report(filed(tmp_path, "a.txt", "Łódź".encode(encoding))).text == "Łódź"


def test_an_encoding_may_be_told(tmp_path: Path) -> None:
    data = "Zürich".encode("latin-1")
    assert report(filed(tmp_path, "a.txt", data, Overrides(encoding="latin-1"))).text == "Zürich"
    assert "unknown encoding" in fault(filed(tmp_path, "a.txt", data, Overrides(encoding="klingon"))).reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "white space"),
        (b"\0\1\2", "binary"),
        (b"%PDF-1.7 ...", "a PDF"),
        ("Zürich".encode("latin-1"), "byte 1 does not fit"),
        (b"a" * (MAX_TEXT + 1), "longer than"),
        (b"a" * 20_000_000, "longer than"),
    ],
    ids=["empty", "blank", "binary", "pdf", "latin-1", "too long", "20 MB line"],
)
def test_what_is_no_text_is_a_fault(tmp_path: Path, data: bytes, reason: str) -> None:
    found = fault(filed(tmp_path, "a.txt", data))
    assert reason in found.reason
    assert str(found).startswith(str(tmp_path / "a.txt"))
