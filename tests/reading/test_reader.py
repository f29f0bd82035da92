"""The packaged weights at work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.nouns.report import Report
from onrecord.reading import Reader
from onrecord.reading.reader import PACKAGED

TEXT = (
    "NORLAND (Harbour News) - Foreign Minister Ada Lund met her Vesk counterpart Jon Oru in Bern on Monday.\n\n"
    "“We will withdraw our troops by Friday,” Oru told reporters. Lund said the talks were useful.\n"
)
MISSING = not (Path(PACKAGED) / "model.onnx").is_file()


@pytest.fixture(scope="module")
def reader() -> Reader:
    if MISSING:
        pytest.skip("no packaged weights")
    return Reader.load()


def test_meeting_and_statements(reader: Reader) -> None:
    reading = reader.read(Report(TEXT))
    events = {mark.span.of(TEXT): mark for mark in reading.layer("event")}
    assert events["met"].label == "CONSULT"
    told = [arc.tail.of(TEXT) for arc in reading.arcs if arc.role == "content"]
    assert any("withdraw our troops" in content for content in told)
    assert len(reading.tags) == len(reading.words)


def test_reading_many_is_reading_each(reader: Reader) -> None:
    reports = [Report(TEXT), Report(""), Report("Lund met Oru."), Report((TEXT + "\n") * 12)]
    together = list(reader.read_all(reports))
    assert [len(r.words) for r in together] == [len(reader.read(r).words) for r in reports]
    assert together[1].marks == ()
    assert {m.span for m in together[2].layer("event")} == {m.span for m in reader.read(reports[2]).layer("event")}


def test_read_all_is_lazy(reader: Reader) -> None:
    taken = 0

    def reports() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(TEXT * 20)

    next(reader.read_all(reports()))
    assert taken < 100


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01", "a" * 100_000, "\ud800 said", "“" * 500, "é\u0301" * 50])
def test_hostile_text_is_read(reader: Reader, text: str) -> None:
    reading = reader.read(Report(text))
    assert all(mark.span.end <= len(text) for mark in reading.marks)


def test_the_hash_names_the_weights(reader: Reader) -> None:
    assert len(reader.weights_hash) == 16 and int(reader.weights_hash, 16) >= 0
