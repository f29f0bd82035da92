"""The commands that remember: changes, judge, calendar, over a ledger that was read as a chain of reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from onrecord import ledger
from onrecord.cli.keeping import keep
from onrecord.views.threads import affairs
from tests.cli.conftest import Run
from workshop.chains import read
from workshop.chains.gold import findings

CHAINS = Path(__file__).parents[2] / "workshop" / "chains"
NOW = datetime(2035, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of the first chains, read report by report as ``onrecord read`` does."""
    place = tmp_path_factory.mktemp("ledger") / "chains.db"
    with ledger.open(place) as opened:
        writer = opened.writer(ledger.Run("0.1.0", "gold", NOW.isoformat(), "test"))
        for row in _rows():
            assert keep(opened, writer, findings(row), NOW) is not None
    return str(place)


def _rows() -> Iterator[dict[str, object]]:
    wanted = ("harbour-summit", "dam-ultimatum", "denied-visit", "lisbon-talks")
    return (row for row in read(CHAINS / "seen-1.chains") if row["story"] in wanted)


def changed(run: Run, place: str, *words: str) -> list[tuple[str, str, str]]:
    done = run("changes", *words, "--ledger", place, "--json")
    assert done.exit_code == 0, done.output
    return [(row["day"], row["change"], row["state"]) for row in json.loads(done.stdout)]


def test_a_ledger_threads_what_was_read_report_by_report(run: Run, remembered: str) -> None:
    told = changed(run, remembered, "--since", "2031-03-01")
    assert [one for one in told if one[1] == "changed"] == [
        ("2031-03-06", "changed", "postponed"),
        ("2031-03-10", "changed", "moved: time"),
        ("2031-03-21", "changed", "held"),
    ]


def placed_as_derived(place: str) -> bool:
    """Whether the stored threads are those that links and judgements make."""
    with ledger.open(place) as opened, opened.view() as view:
        made = {frozenset(one.records): one.thread.id for one in affairs(view)}
        stored = view.placements(key for members in made for key in members)
        groups: dict[str, set[str]] = {}
        for key, thread in stored.items():
            groups.setdefault(thread, set()).add(key)
        members = view.members(groups)
    assert {frozenset({record.entry.id for record in told} & stored.keys()) for told in members.values()} == set(made)
    return {frozenset(group): key for key, group in groups.items()} == made


def test_threads_are_stored_as_they_are_derived(run: Run, remembered: str) -> None:
    assert placed_as_derived(remembered)
    listed = json.loads(run("changes", "--since", "2031-03-06", "--ledger", remembered, "--json").stdout)
    pair = [(row["entry"], row["thread"]) for row in listed if row["change"] == "changed"]
    for words in (("reject", *pair[0]), ("split", pair[1][0]), ("merge", *pair[0]), ("wrong", pair[0][1]), ("right", pair[0][1])):
        assert run("judge", *words, "--ledger", remembered).exit_code == 0
        assert placed_as_derived(remembered), words
    for words in (("undo", *pair[0]), ("undo", pair[1][0])):
        assert run("judge", *words, "--ledger", remembered).exit_code == 0
    assert placed_as_derived(remembered)


def test_changes_are_those_known_on_a_day(run: Run, remembered: str) -> None:
    found = changed(run, remembered, "--since", "2031-03-06", "--as-of", "2031-03-09")
    assert sorted(state for _, _, state in found) == ["held", "postponed"]
    assert changed(run, remembered, "--since", "2034-01-01") == []


def test_listings_say_what_became_of_a_thing(run: Run, remembered: str) -> None:
    def states(*words: str) -> dict[str, str]:
        listed = json.loads(run(*words, "--ledger", remembered, "--json").stdout)
        return {entry["id"]: entry["state"] for entry in listed if "Raske" in json.dumps(entry) or "Ethiopia" in json.dumps(entry)}

    assert set(states("meetings", "--as-of", "2031-03-09").values()) == {"held", "postponed"}  # the call, the summit
    assert set(states("meetings").values()) == {"held"}
    assert set(states("deadlines", "--as-of", "2029-06-03").values()) == {"set"}
    assert set(states("deadlines").values()) == {"missed"}
    assert "held" in run("meetings", "--ledger", remembered).stdout


def test_contradictions_are_told(run: Run, remembered: str) -> None:
    told = changed(run, remembered, "--since", "2030-05-01", "--as-of", "2030-05-30")
    assert ("2030-05-07", "contradicted", "denied") in told


def test_a_person_outranks_the_machine_and_nothing_is_deleted(run: Run, remembered: str) -> None:
    listed = json.loads(run("changes", "--since", "2031-03-06", "--ledger", remembered, "--json").stdout)
    postponed = next(row for row in listed if row["state"] == "postponed")
    assert run("judge", "reject", postponed["entry"], postponed["thread"], "--ledger", remembered).exit_code == 0
    again = changed(run, remembered, "--since", "2031-03-06", "--as-of", "2031-03-07")
    assert ("2031-03-06", "new", "postponed") in again
    assert run("judge", "undo", postponed["entry"], postponed["thread"], "--ledger", remembered).exit_code == 0
    assert ("2031-03-06", "changed", "postponed") in changed(run, remembered, "--since", "2031-03-06", "--as-of", "2031-03-07")


def test_what_was_judged_wrong_leaves_a_tombstone(run: Run, remembered: str) -> None:
    listed = json.loads(run("changes", "--since", "2031-03-21", "--ledger", remembered, "--json").stdout)
    held = next(row for row in listed if row["state"] == "held")
    assert run("judge", "wrong", held["entry"], "--note", "retracted", "--ledger", remembered).exit_code == 0
    told = changed(run, remembered, "--since", "2020-01-01")
    assert [(change, state) for _, change, state in told if change == "withdrawn"] == [("withdrawn", "retracted")]
    assert ("2031-03-21", "changed", "held") not in told
    assert run("judge", "right", held["entry"], "--ledger", remembered).exit_code == 0
    assert ("2031-03-21", "changed", "held") in changed(run, remembered, "--since", "2031-03-21")


@pytest.mark.parametrize("words", [("reject", "3f"), ("split", "3f", "4a"), ("accept", "nothing", "never"), ("bless", "3f")])
def test_a_judgement_that_cannot_be_is_refused(run: Run, remembered: str, words: tuple[str, ...]) -> None:
    assert run("judge", *words, "--ledger", remembered).exit_code != 0


def test_the_calendar_round_trips_and_keeps_identities(run: Run, remembered: str, tmp_path: Path) -> None:
    out = tmp_path / "talks.ics"
    uids = []
    for day in ("2031-03-04", "2031-03-10"):
        assert run("calendar", "--out", str(out), "--as-of", day, "--ledger", remembered).exit_code == 0
        summit = next(one for one in icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT") if "Colm" in str(one["summary"]))
        uids.append(str(summit["uid"]))
        assert str(summit.decoded("dtstart")) == {"2031-03-04": "2031-03-12", "2031-03-10": "2031-03-20"}[day]
        assert summit["sequence"] == {"2031-03-04": 0, "2031-03-10": 2}[day]
        assert summit["status"] == "TENTATIVE"
    assert len(set(uids)) == 1


def test_what_was_called_off_stays_in_the_calendar(run: Run, remembered: str) -> None:
    by_title = icalendar.Calendar.from_ical(run("calendar", "--ledger", remembered).stdout_bytes)
    by_status = icalendar.Calendar.from_ical(run("calendar", "--cancelled", "status", "--ledger", remembered).stdout_bytes)
    lisbon, other = (next(one for one in found.walk("VEVENT") if "Algeria" in str(one["summary"])) for found in (by_title, by_status))
    assert (str(lisbon["summary"]).startswith("CANCELLED: "), lisbon["status"]) == (True, "TENTATIVE")
    assert (str(other["summary"]).startswith("CANCELLED: "), other["status"]) == (False, "CANCELLED")


def test_a_link_is_explained(run: Run, remembered: str) -> None:
    listed = json.loads(run("changes", "--since", "2031-03-06", "--ledger", remembered, "--json").stdout)
    postponed = next(row for row in listed if row["state"] == "postponed")
    pair = (postponed["entry"][:10], postponed["thread"][:10])
    told = run("explain", "--link", *pair, "--ledger", remembered)
    assert told.exit_code == 0, told.output
    assert "party_two" in told.stdout
    assert "revises: score 0.9" in told.stdout
    assert json.loads(run("explain", "--link", *pair, "--ledger", remembered, "--json").stdout)["relation"] == "revises"
    assert run("explain", "--link", "nothing", "never", "--ledger", remembered).exit_code == 1
    assert run("explain").exit_code == 2


def test_stories_are_listed_and_shown(run: Run, remembered: str) -> None:
    listed = json.loads(run("story", "list", "--ledger", remembered, "--json").stdout)
    summit = next(story for story in listed if "Ana Colm" in story["name"])
    assert len(summit["reports"]) == 4
    shown = json.loads(run("story", "show", summit["id"], "--ledger", remembered, "--json").stdout)
    assert {"planned", "postponed", "happened"} <= {entry["status"] for entry in shown}
    assert run("story", "show", "nothing", "--ledger", remembered).exit_code == 1
    timed = json.loads(run("timeline", "--story", summit["id"][:10], "--ledger", remembered, "--json").stdout)
    assert {entry["id"] for entry in timed} == {entry["id"] for entry in shown}
    assert run("timeline", "--story", "nothing", "--ledger", remembered).exit_code == 1
