"""An open ledger as the pages use it: a view a request, threads kept between requests, pages from templates."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jinja2 import Environment
from sqlalchemy import event, func, select
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.ledger import LedgerError
from onrecord.ledger.tables import groupings, judgements, links, readings, reports
from onrecord.views.judging import wrong
from onrecord.views.web.asking import EARLIEST, LATEST, Asked, asked
from onrecord.views.web.paper import paper
from onrecord.views.web.seat import Hand, seat
from onrecord.views.web.shelf import Shelf
from onrecord.views.web.stories import Told, told
from onrecord.views.witnesses import witnesses

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, View
    from onrecord.nouns import Entry, Findings, Report, Source
    from onrecord.views.threads import Affair

Read = Callable[["Report"], tuple["Findings", tuple["Entry", ...]]]
Fetch = Callable[[str], "Report"]
"""The report at an address; raises ``ValueError`` with what is wrong where there is none."""

Origins = Callable[[Sequence[tuple["Report", tuple["Source", ...]]]], int]
"""How many origins stand behind reports of one thing, each with the chain of who says so."""

Made = TypeVar("Made")
KEPT, KEPT_BIG = 200, 12
BIG = frozenset({"shelf", "listed", "drawn", "actors", "reports", "calendar", "homes"})
"""So many things are kept, those that were asked for last; fewer of those that grow with the ledger."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``opened`` is only read. ``day``: the day that is today; the newest report's where ``None``. ``read`` reads a pasted text, ``fetch``
    gets the report at an address, ``hand`` writes for whoever has its key, ``origins`` counts the independent origins of what several
    reports tell; each ``None`` where there is no such thing."""

    opened: Ledger
    day: date | None = None
    read: Read | None = None
    hand: Hand | None = None
    fetch: Fetch | None = None
    origins: Origins | None = None
    templates: Environment = field(default_factory=paper)
    kept: OrderedDict[tuple[object, ...], object] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """From here on no connection of this ledger can write."""
        engine = self.opened.engine
        if engine.dialect.name == "sqlite":
            engine.dispose()
            event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))

    @contextmanager
    def view(self, as_of: date | None = None) -> Iterator[View]:
        """What was known on a day, for the length of a request."""
        with self.opened.view(as_of) as view:
            yield view

    def today(self, view: View) -> date | None:
        """The day asked for, else the desk's, else that of the newest report; ``None`` where nothing has a day."""
        if view.as_of:
            return date.fromisoformat(view.as_of)
        newest = view.connection.execute(select(func.max(reports.c.published))).scalar() if self.day is None else None
        found = self.day or (date.fromisoformat(newest[:10]) if newest else None)
        return min(max(found, EARLIEST), LATEST) if found else None

    def shelf(self, view: View) -> Shelf:
        """The threads on the day of the view."""
        today = self.today(view)
        return self.keep(view, ("shelf", today), partial(Shelf, today))

    def origins_of(self, view: View, one: Affair) -> int:
        """How many independent origins tell of a thread; 0 where nobody can count them, or where there is one report alone."""
        records = one.records.values()
        if self.origins is None or len({record.report for record in records}) < 2:
            return 0
        return self.origins(witnesses(view, records))

    def stories(self, view: View, ids: Collection[str], at_least: int = 2) -> tuple[Told, ...]:
        """Those of these stories that have so many reports, the one told last first."""
        return self.keep(view, ("stories", at_least, *sorted(ids)), partial(told, view, ids, at_least)) if ids else ()

    def story(self, view: View, wanted: Asked) -> Told | None:
        """The story that is asked for; ``None`` where there is none of that name."""
        try:
            key = view.story(wanted.words["story"])
        except LedgerError:
            key = ""
        return next(iter(self.stories(view, (key,), 1)), None) if key else None

    def warm(self) -> None:
        """Make what the first page needs, so that nobody waits for it."""
        from onrecord.views.web.pages.front import Front

        with self.view() as view:
            Front.of(self, view)

    def keep(self, view: View, name: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made once for a name and the state of the ledger that the view has: made anew when something is added."""
        state = tuple(view.connection.execute(select(func.max(table.c.seq))).scalar() for table in (readings, links, groupings, judgements))
        key = (*name, view.as_of, view.recorded, *state)
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return cast(Made, self.kept[key])
        made = make()
        with self.lock:
            self.kept[key] = made
            big = [one for one in self.kept if one[0] in BIG]
            for one in (*big[:-KEPT_BIG], *list(self.kept)[:-KEPT]):
                self.kept.pop(one, None)
        return made

    def page(self, request: Request, template: str, view: View, status: int = 200, **values: Any) -> HTMLResponse:
        """A page with its masthead, its day and its links as of that day."""
        wanted: Asked = values.pop("asked", None) or asked(request.query_params)
        as_of = f"?as_of={view.as_of}" if view.as_of else ""
        text = self.templates.get_template(template).render(
            {
                "asked": wanted,
                "as_of": view.as_of,
                "at": as_of,
                "also": f"&as_of={view.as_of}" if view.as_of else "",
                "path": request.url.path,
                "today": self.today(view),
                "story": self.story(view, wanted),
                "reads": self.read is not None,
                "fetches": self.fetch is not None,
                "seat": seat(self.hand, request),
                "wrong": self.keep(view, ("wrong",), lambda: wrong(view.judgements("entry"))),
                "judged": request.query_params.get("judged", ""),
                **values,
            }
        )
        return HTMLResponse(text, status, {"Cache-Control": "private, no-cache"})


def missing(what: str) -> HTTPException:
    """The answer where something is not on record."""
    return HTTPException(404, f"{what} is not on record")
