"""Who says so, drawn."""

from __future__ import annotations

from onrecord.nouns import Participant, Source
from onrecord.views.chain import chain, everybody, says, who
from tests.views.made import ACT, MEETING, QUOTE, record

REPORT = Source("report")


def test_a_chain_goes_from_the_speaker_to_the_report() -> None:
    links = (Source("person", "Yuri Ushakov"), Source("outlet", "Zvezda"), REPORT)
    assert chain(links, "this report") == "Yuri Ushakov → Zvezda → this report"


def test_an_unnamed_source_goes_by_its_description() -> None:
    assert chain((Source("anonymous", "", "two officials"), REPORT), "X") == "two officials → X"
    assert chain((Source("anonymous", "~Israel", "Israeli officials"), REPORT), "X") == "Israeli officials → X"
    assert chain((Source("unknown"), REPORT), "X") == "unknown → X"


def test_the_same_name_twice_is_one_link() -> None:
    assert chain((Source("outlet", "Nordic Wire"), Source("outlet", "Nordic Wire"), REPORT), "Nordic Wire") == "Nordic Wire"


def test_without_a_chain_the_report_speaks() -> None:
    assert says(record(ACT)) == "Nordic Wire"
    assert says(record(MEETING)) == "her ministry → Nordic Wire"
    assert says(record(QUOTE), "this report") == "Kristjan Hallgrimsson → Fjardarbladid → this report"


def test_people_go_by_name_and_unnamed_ones_by_words() -> None:
    assert who(Participant("~Israel", "Israeli officials")) == "Israeli officials"
    assert who(Participant("", "a\n source")) == "a source"
    assert everybody((Participant("A", "x"), Participant("A", "he"), Participant("", "they"))) == "A, they"
