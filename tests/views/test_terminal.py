"""What a terminal shows, at two widths."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType

from onrecord.views import terminal
from onrecord.views.listings import entries
from onrecord.views.timeline import timeline
from tests.views.made import ACT, DEADLINE, ENTRIES, MEETING, QUOTE, REPORT, record


def drawn(what: RenderableType, wide: int) -> list[str]:
    console = Console(file=io.StringIO(), width=wide, highlight=False, force_terminal=False)
    console.print(what)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize("wide", [60, 80, 140])
@pytest.mark.parametrize("kind", ["quote", "meeting", "deadline", "act"])
def test_no_line_is_wider_than_the_terminal(wide: int, kind: str) -> None:
    found = [record(one) for one in ENTRIES if one.kind == kind]
    lines = drawn(terminal.grid(entries(found, kind), wide), wide)
    assert all(len(line) <= wide for line in lines)
    assert found[0].entry.id[:8] in "".join(lines)


def test_on_a_narrow_terminal_the_chain_stands_below() -> None:
    narrow = drawn(terminal.grid(entries([record(MEETING)], "meeting"), 80), 80)
    assert any(line.strip().startswith("says her ministry → Nordic Wire") for line in narrow)
    assert not any("Says" in line for line in narrow)
    assert any("Says" in line for line in drawn(terminal.grid(entries([record(MEETING)], "meeting"), 140), 140))


def test_the_same_day_is_written_once() -> None:
    lines = drawn(terminal.grid(entries([record(MEETING), record(MEETING)], "meeting"), 140), 140)
    assert sum("Thu 15 Apr 2027" in line for line in lines) == 1


def test_a_timeline_has_its_sections() -> None:
    lines = drawn(terminal.sections(timeline([record(one) for one in (MEETING, ACT, DEADLINE)]), 100), 100)
    assert "Up to Mon 12 Apr 2027" in lines
    assert "Ahead" in lines


def test_a_sheet_shows_the_marked_sentence() -> None:
    lines = " ".join(drawn(terminal.sheet(record(QUOTE), REPORT), 100))
    assert '"[The Hrafn cut no nets|content]," Hallgrimsson [told|cue]' in lines


def test_markup_in_a_text_is_text() -> None:
    from dataclasses import replace

    lines = drawn(terminal.grid(entries([record(replace(ACT, words="[red]met[/red] :smile: \x1b[31m"))], "act"), 140), 140)
    assert any("[red]met[/red] :smile: \ufffd[31m" in line for line in lines)
