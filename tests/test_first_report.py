"""The report that started it all, where it lies beside the checkout: what the ledger must say of it, in facts; its text is not here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.entries import write
from onrecord.nouns import Deadline, Entry, Meeting, Published, Quote, Report
from onrecord.pipeline import Pipeline

WEDNESDAY = date(2025, 8, 6)
TRUMP, PUTIN, ZELENSKY = "Donald Trump", "Vladimir Putin", "Volodymyr Zelenskyy"


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "report" / "report.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def entries(text: str) -> tuple[Entry, ...]:
    return write(Pipeline.load().findings(Report(text, published=Published(day=WEDNESDAY))))


@pytest.fixture(scope="module")
def undated(text: str) -> tuple[Entry, ...]:
    return write(Pipeline.load().findings(Report(text)))


def meetings(entries: tuple[Entry, ...]) -> dict[frozenset[str], Meeting]:
    """By their named parties."""
    return {frozenset(one.name for one in entry.parties if one.name): entry for entry in entries if isinstance(entry, Meeting)}


def days(entry: Entry) -> set[tuple[object, object]]:
    """First and last day of each of its times that has any."""
    return {(one.when.window.earliest, one.when.window.latest) for _, one in entry.timings() if one.when.window}


def links(entry: Entry) -> list[list[str]]:
    """The names or descriptions along each of its chains, this report left out."""
    return [[link.name or link.description for link in account.chain if link.kind != "report"] for account in entry.accounts]


def test_the_five_meetings_and_no_other(entries: tuple[Entry, ...]) -> None:
    found = meetings(entries)
    assert len([entry for entry in entries if isinstance(entry, Meeting)]) == len(found) == 5
    first, three = found[frozenset({TRUMP, PUTIN})], found[frozenset({TRUMP, PUTIN, ZELENSKY})]
    assert (first.status, three.status) == ("planned", "planned")
    assert (date(2025, 8, 11), None) in days(first) and any(earliest == date(2025, 8, 11) for earliest, _ in days(three))
    assert "The New York Times" in [chain[0] for chain in links(first)]
    assert any(chain[-1:] == ["The New York Times"] and len(chain) == 2 for chain in links(three))
    assert three.format == "three-way" and len(three.excluded) == 1
    kremlin = found[frozenset({PUTIN, "Steve Witkoff"})]
    assert kremlin.status == "happened" and (WEDNESDAY, WEDNESDAY) in days(kremlin) and kremlin.length and kremlin.places
    call = next(entry for parties, entry in found.items() if ZELENSKY in parties and PUTIN not in parties)
    assert call.status == "happened" and call.format == "phone"
    scotland = found[frozenset({TRUMP, "Keir Starmer"})]
    assert scotland.status == "happened" and (date(2025, 7, 28), date(2025, 8, 3)) in days(scotland) and scotland.places


def test_the_two_deadlines(entries: tuple[Entry, ...]) -> None:
    friday = date(2025, 8, 8)
    exact, vague = sorted((entry for entry in entries if isinstance(entry, Deadline)), key=lambda one: (friday, friday) not in days(one))
    for one in (exact, vague):
        assert {str(who) for who in one.setters} == {TRUMP} and {str(who) for who in one.addressees} == {"Russia"} and one.consequences
    assert days(exact) == {(None, friday), (friday, friday)}
    assert days(vague) == {(date(2025, 8, 7), date(2025, 8, 13)), (date(2025, 8, 7), date(2025, 8, 15))}


def test_who_said_so_on_what_channel(entries: tuple[Entry, ...]) -> None:
    quotes = [entry for entry in entries if isinstance(entry, Quote)]
    by = {(str(one.speakers[0]), one.act, one.channel) for one in quotes if one.speakers}
    assert {(TRUMP, "say", "Truth Social"), (TRUMP, "silence", "Truth Social"), (ZELENSKY, "say", "Telegram")} <= by
    assert sum(one.channel == "Truth Social" and one.act == "say" for one in quotes) == 2
    assert sum(chain == ["Yuri Ushakov", "Zvezda (TV channel)"] for one in quotes for chain in links(one)) == 2
    assert [one.act for one in quotes if one.anonymous and one.act == "ask"] == ["ask"]
    assert any(one.act == "characterise" and str(one.speakers[0]) == "Russia" for one in quotes)
    jersey = [one for one in quotes if "New Jersey" in map(str, one.places)]
    assert len(jersey) == 1 and (date(2025, 8, 4), date(2025, 8, 4)) in days(jersey[0]) and len(jersey[0].content) == 2


def test_nothing_is_done_that_is_only_planned_or_threatened(entries: tuple[Entry, ...]) -> None:
    done = {entry.type for entry in entries if entry.kind == "act" and entry.status in ("happened", "ongoing")}  # type: ignore[attr-defined]
    assert "THREATEN" in done
    assert not done & {"SANCTION", "RETREAT", "CONCEDE", "COOPERATE"}, "nobody imposed sanctions, ceased fire or made peace"
    assert any(entry.kind == "act" and entry.status == "threatened" and entry.type == "SANCTION" for entry in entries)  # type: ignore[attr-defined]


def test_without_a_day_all_of_it_still_comes_out(entries: tuple[Entry, ...], undated: tuple[Entry, ...]) -> None:
    assert set(meetings(undated)) == set(meetings(entries))
    assert sum(isinstance(entry, Deadline) for entry in undated) in (2, 3)  # "two days before" and "before Friday" may be two
