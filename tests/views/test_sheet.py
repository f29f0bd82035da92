"""One entry on a sheet."""

from __future__ import annotations

from onrecord.ledger import Run
from onrecord.views.sheet import because, facts, text
from tests.views.made import ACT, DEADLINE, MEETING, QUOTE, REPORT, record

RUN = Run("0.1.0", "abcdef0123456789", "2027-04-13T08:30:00+00:00")


def sheet(entry: object) -> dict[str, str]:
    return dict(facts(record(entry), REPORT, RUN))  # type: ignore[arg-type]


def test_a_meeting_says_when_where_and_who_says_so() -> None:
    found = sheet(MEETING)
    assert found["when"] == "Thu 15 Apr 2027 (“on Thursday”, counted from publication)"
    assert found["place"] == "Helsinki"
    assert found["says"] == "her ministry → this report (Nordic Wire)"
    assert found["status"].startswith("○ planned: Decided or intended")
    assert found["read by"] == "onrecord 0.1.0, weights abcdef012345, 2027-04-13 08:30 UTC"
    assert found["report"] == "Nordic Wire, Mon 12 Apr 2027 (told by jsonl), Ultimatum over herring, https://nordicwire.example/1"


def test_a_deadline_has_demand_and_consequence() -> None:
    found = sheet(DEADLINE)
    assert found["demand"] == "“to recall a patrol ship”"
    assert found["consequence"] == "“lose port rights”"
    assert found["due"].startswith("by Fri 16 Apr 2027")


def test_an_act_explains_its_type() -> None:
    found = sheet(ACT)
    assert found["type"].startswith("COERCE restrict: ")
    assert found["recipient"] == "“Two boats” (not resolved)"
    assert because(ACT) == "COERCE:happened, score 0.40 (a guess)"


def test_a_quote_tells_its_act() -> None:
    assert sheet(QUOTE)["act"].startswith("denies: ")


def test_the_sentences_come_last() -> None:
    assert list(text(record(MEETING), REPORT))[-1].strip().startswith("[Foreign Minister Ingrid Solvang|party] will [meet|anchor]")
    assert list(text(record(MEETING), None))[-1].strip().startswith("because")
