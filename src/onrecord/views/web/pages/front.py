"""Today: what is due and who meets, what has changed, what is told in two ways, what is reported most, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import desc, select
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Choice
from onrecord.ledger.tables import reports
from onrecord.nouns import Quote
from onrecord.views.threads import Affair, News, changes
from onrecord.views.timeline import reported
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk
from onrecord.views.web.shelf import Shelf
from onrecord.views.web.sketch import moves, place

if TYPE_CHECKING:
    from onrecord.ledger import Record, View

BEFORE, LATELY = timedelta(3), timedelta(90)
SHOWN, CLASHES = 12, 4
CHANGED, NEW, ACTS = "Changed", "New meetings and deadlines", "New acts"
PARTS = {CHANGED: 6, NEW: 5, ACTS: 4}
"""So many of each are shown."""

LOOKED_AT, AT_ONCE = 1_000, 100
"""Threads that are looked through for accounts that stand against each other: at most, and at a time."""

SETTLED = frozenset({"lapsed", "expired", "cancelled", "withdrawn", "held", "met", "missed", "denied", "happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Coming:
    """A thread with the day on which it ends, the day to show (its beginning where the end is ``open``), its reports, outlets
    and independent origins (0: not counted)."""

    affair: Affair
    last: date
    day: date
    open: bool
    reports: int
    outlets: int
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Front:
    """What the start page tells of threads, whatever day the news begin on."""

    coming: tuple[Coming, ...]
    clashes: tuple[tuple[Affair, Record, Record], ...]
    most: tuple[Coming, ...]

    @classmethod
    def of(cls, desk: Desk, view: View) -> Front:
        """Made once for each state of the ledger."""
        return desk.keep(view, ("front", desk.today(view)), lambda: cls._made(desk, view))

    @classmethod
    def _made(cls, desk: Desk, view: View) -> Front:
        shelf, today = desk.shelf(view), desk.today(view) or date(1970, 1, 1)
        ahead = shelf.chosen(view, Choice(since=today), ("meeting", "deadline"))
        lately = shelf.since(view, today - LATELY, at_least=2)
        told = tuple(clashes(_latest(shelf, view))[:CLASHES])
        shown = (coming(ahead, today)[:SHOWN], most(lately, today))
        ahead_of, most_of = (tuple(replace(one, origins=desk.origins_of(view, one.affair)) for one in part) for part in shown)
        return cls(ahead_of, told, most_of)


def front(desk: Desk, request: Request) -> Response:
    """The start page; ``since`` says from which day on what is new is told (three days before today unless given)."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        made = Front.of(desk, view)
        since = wanted.days["since"] or (desk.today(view) or date(1970, 1, 1)) - BEFORE
        news = desk.keep(view, ("news", since), lambda: _news(desk, view, since))
        return desk.page(
            request,
            "front.html",
            view,
            asked=wanted,
            coming=made.coming,
            news=(parts := _parts(news)),
            more=len(news) - sum(len(shown) for _, shown in parts),
            since=since,
            clashes=made.clashes,
            most=made.most,
            said=_said(view),
            reports=_newest(view, wanted.as_of),
        )


def _news(desk: Desk, view: View, since: date) -> list[News]:
    found = changes(view, since, desk.shelf(view).since(view, since))
    return [one for one in found if one.kind != "contradicted" and one.record.entry.status != "hypothetical"]


def _parts(news: Sequence[News]) -> list[tuple[str, list[News]]]:
    """What has changed by how much it matters, with headings: what is otherwise now, then what is planned or due, then what was done; the
    newest first, so many of each."""
    parts: dict[str, list[News]] = {title: [] for title in PARTS}
    for one in reversed(news):
        planned = one.record.entry.kind in ("meeting", "deadline")
        title = CHANGED if one.kind != "new" else NEW if planned else ACTS
        if len(parts[title]) < PARTS[title]:
            parts[title].append(one)
    return [(title, shown) for title, shown in parts.items() if shown]


def _latest(shelf: Shelf, view: View) -> Sequence[Affair]:
    """The threads told last, so many that enough of them are told in two ways, or so many as are looked at."""
    keys = [row.id for row in shelf.listed(view) if row.entries > 1][:LOOKED_AT]
    found: list[Affair] = []
    for start in range(0, len(keys), AT_ONCE):
        found += shelf.of(view, keys[start : start + AT_ONCE])
        if sum(1 for one in found if one.life.contradictions) >= CLASHES:
            break
    return found


def coming(found: Sequence[Affair], today: date) -> list[Coming]:
    """Meetings and deadlines that lie ahead, the next first; what may be any day, since its time has begun and has no end, comes last."""
    ahead = [one for one in found if one.thread.kind in ("meeting", "deadline") and one.life.state not in SETTLED]
    placed = [_coming(one) for one in ahead if place(one) and _dated(one)]
    return sorted((one for one in placed if one.last >= today), key=lambda one: (one.day < today, one.day, one.last, one.affair.thread.id))


def clashes(found: Sequence[Affair]) -> list[tuple[Affair, Record, Record]]:
    """What is told in two ways, the newest first: the thread, the earlier account and the later one."""
    pairs = [
        (one, one.records[clash.one.entry.id], one.records[clash.other.entry.id]) for one in found for clash in one.life.contradictions
    ]
    return sorted(pairs, key=lambda pair: pair[2].published, reverse=True)


def most(found: Sequence[Affair], today: date) -> list[Coming]:
    """The threads that most outlets, then most reports, tell of, among those told of in the last weeks."""
    since = str(today - LATELY)
    lately = [one for one in found if len(one.records) > 1 and one.last.published >= since]
    return [one for one in map(_coming, nlargest(SHOWN // 2, lately, key=_reach)) if one.reports > 1]


def _coming(one: Affair) -> Coming:
    first, last = place(one) or (date.min, date.min)
    windows = moves(one)
    ends = not windows or windows[-1].latest is not None
    records = one.records.values()
    reports, outlets = {record.report for record in records}, {record.outlet for record in records}
    return Coming(one, last, last if ends else first, not ends, len(reports), len(outlets))


def _reach(one: Affair) -> tuple[int, int, str]:
    records = one.records.values()
    return len({record.outlet for record in records}), len({record.report for record in records}), one.last.published


def _dated(one: Affair) -> bool:
    return any(member.days for member in one.thread.members)


def _said(view: View) -> list[Record]:
    """The latest words quoted of somebody who has a name, one quote a speaker."""
    kept: dict[str, Record] = {}
    for record in islice(view.entries(Choice(kind="quote", order="-time", limit=80)), 80):
        entry = record.entry
        told = isinstance(entry, Quote) and entry.quote == "direct" and entry.speakers and entry.speakers[0].name
        if told and reported(record) and 40 <= len(entry.words) <= 260:
            kept.setdefault(entry.speakers[0].name if isinstance(entry, Quote) else "", record)
    return list(kept.values())[:4]


def _newest(view: View, as_of: date | None) -> list[object]:
    columns = (reports.c.id, reports.c.title, reports.c.name, reports.c.outlet, reports.c.published)
    found = select(*columns).where(reports.c.published.is_not(None))
    found = found.where(reports.c.known_on <= str(as_of)) if as_of else found
    return list(view.connection.execute(found.order_by(desc(reports.c.known_on), desc(reports.c.seq)).limit(6)))
