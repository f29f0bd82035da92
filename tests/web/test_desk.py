"""What is made once is kept as long as the ledger is the same, and no longer than there is room."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from onrecord import ledger
from onrecord.views.web import Desk
from onrecord.views.web.desk import KEPT, KEPT_BIG
from tests.views.made import MEETING, STAMP


def test_things_are_made_once_for_a_state_of_the_ledger(place: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(place, tmp_path / "a.db"))
    made: list[int] = []
    with ledger.open(path, create=False) as opened:
        desk = Desk(opened)
        for _ in range(3):
            with desk.view() as view:
                desk.keep(view, ("one",), lambda: made.append(1))
        assert len(made) == 1
        with ledger.open(path, create=False) as other:
            run = ledger.Run("0", "", STAMP.isoformat(), "test")
            other.writer(run).judge("entry", MEETING.id, verdict="reject", by="me", recorded_at=STAMP + timedelta(1))
        with desk.view() as view:
            desk.keep(view, ("one",), lambda: made.append(1))
        assert len(made) == 2


def test_what_is_kept_is_bounded(place: Path) -> None:
    with ledger.open(place, create=False) as opened:
        desk = Desk(opened)
        with desk.view() as view:
            for number in range(KEPT + 50):
                desk.keep(view, ("small", number), int)
                desk.keep(view, ("shelf", number), int)
        assert len(desk.kept) <= KEPT and sum(key[0] == "shelf" for key in desk.kept) == KEPT_BIG


def test_a_thread_is_made_once_and_found_by_any_entry(place: Path) -> None:
    with ledger.open(place, create=False) as opened:
        desk = Desk(opened)
        with desk.view() as view:
            shelf = desk.shelf(view)
            one = shelf.holding(view, MEETING.id[:10])
            assert one is not None and one is shelf.holding(view, MEETING.id) and one.thread.id == MEETING.id
            assert shelf.holding(view, "ffff") is None
            latest = ledger.Choice(kind="meeting", order="-time")
            assert [row.id for row in shelf.listed(view, ("meeting",))] == [row.id for row in view.threads(latest)]
