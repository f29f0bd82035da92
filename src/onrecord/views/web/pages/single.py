"""One entry, one report, one actor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import Choice, LedgerError
from onrecord.ledger.spelled import means
from onrecord.ledger.tables import readings, report_actors, reports
from onrecord.views.judging import holding
from onrecord.views.markup import passages, pieces
from onrecord.views.printable import json_text
from onrecord.views.records import full
from onrecord.views.web.asking import asked
from onrecord.views.web.desk import Desk, missing
from onrecord.views.web.marks import marked
from onrecord.views.web.pages.threads import near
from onrecord.views.web.seat import seat

if TYPE_CHECKING:
    from onrecord.ledger import Record, View
    from onrecord.nouns import Report

MANY = 30
KEY = 64


@dataclass(frozen=True, slots=True)
class Held:
    """An office that an actor held, from the first report that says so to the last."""

    office: str
    country: str
    since: str
    until: str
    reports: int


def entry(desk: Desk, request: Request) -> Response:
    """An entry: its words in their sentences, the chain of each account as steps, its thread, and why it is there."""
    key = request.path_params["key"]
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        record = _found(view, key)
        report = view.report(record.report)
        if key.endswith(".json") or request.url.path.endswith(".json"):
            return _json(record, report)
        if record.entry.id != key:
            return RedirectResponse(f"/entries/{record.entry.id}{wanted.query()}", 307)
        homes = desk.shelf(view).homes(view, (record.entry.id,)) if record.entry.kind != "quote" else {}
        affair = homes.get(record.entry.id)
        text, evidence = report.text if report else "", record.entry.evidence
        sentences = [list(pieces(text, passage, evidence)) for passage in passages(text, evidence)[:MANY]] if text else []
        rows = [row for row in view.judgements() if record.entry.id in (row.this, row.other) and row.subject != "actor"]
        known = affair.records if affair else {record.entry.id}
        return desk.page(
            request, "entry.html", view, asked=wanted, record=record, affair=affair, sentences=sentences, run=view.run(record.run),
            judged_rows=rows, held=holding(rows), back=f"/entries/{key}",
            near=near(view, record, known) if seat(desk.hand, request).taken else [],
            quotes={one: told for account in record.entry.accounts for one in account.quotes if (told := view.entry(one))},
        )


def report(desk: Desk, request: Request) -> Response:
    """A report: its text with marks of every kind, its entries beside it."""
    wanted = asked(request.query_params)
    with desk.view(wanted.as_of) as view:
        try:
            found = view.report(request.path_params["key"][:KEY])
        except LedgerError:
            found = None
        if found is None or (wanted.as_of and _known_on(view, found.id) > str(wanted.as_of)):
            raise missing("this report")
        records = list(view.entries(Choice(report=found.id, order="text")))
        records.sort(key=lambda one: min((proof.span.start for proof in one.entry.evidence), default=0))
        shown = list(marked(found.text, (one.entry for one in records)))
        stories = desk.stories(view, view.stories_of([found.id]).values())
        return desk.page(
            request, "report.html", view, asked=wanted, report=found, records=records, pieces=shown, stories=stories,
            stored=request.query_params.get("stored", ""),
        )


def actor(desk: Desk, request: Request) -> Response:
    """An actor: its offices over time, its meetings, what it said, did and was given to do, and what is said of it."""
    wanted = asked(request.query_params)
    name = request.path_params["name"]
    with desk.view(wanted.as_of) as view:
        held = offices(view, name)
        if not held:
            raise missing("this actor")

        told = desk.keep(view, ("actor", name), lambda: _told(view, name))
        names = view.naming.same(name)
        return desk.page(
            request, "actor.html", view, asked=wanted, name=name, names=names[1:], held=held, described=_described(view, name), **told
        )


def _told(view: View, name: str) -> dict[str, Any]:
    """The latest entries of an actor by the sections of its page."""

    def some(kind: str, *roles: str) -> list[Record]:
        return list(view.entries(Choice(kind=kind, actor=name, roles=roles, order="-time", limit=MANY)))

    said = some("quote", "speaker")
    spoke = {one.entry.id for one in said}
    named = view.entries(Choice(kind="quote", words=f'"{name}"', order="-time", limit=MANY))
    return {
        "said": said, "about": [one for one in named if one.entry.id not in spoke][:12],
        "meetings": some("meeting", "party", "mediator", "excluded"), "did": some("act", "actor"), "suffered": some("act", "recipient"),
        "set_": some("deadline", "setter"), "owed": some("deadline", "addressee"),
    }  # fmt: skip


def offices(view: View, name: str) -> tuple[Held, ...]:
    """The offices of an actor in the order of the reports that name them; one with no office in them has one that is ""."""
    joined = report_actors.join(readings, readings.c.seq == report_actors.c.reading).join(reports, reports.c.seq == readings.c.report)
    found = select(report_actors.c.office, report_actors.c.country, reports.c.known_on).select_from(joined)
    found = found.where(means(view.naming, name, report_actors.c.name, readings.c.report))
    found = found.where(reports.c.known_on <= view.as_of) if view.as_of else found
    held: dict[str, Held] = {}
    for row in view.connection.execute(found.order_by(reports.c.known_on)):
        known = held.get(row.office, Held(row.office, row.country, row.known_on, row.known_on, 0))
        held[row.office] = replace(known, until=row.known_on, reports=known.reports + 1, country=row.country or known.country)
    return tuple(held.values())


def _described(view: View, name: str) -> Any:
    columns = (report_actors.c.kind, report_actors.c.country, report_actors.c.sector, report_actors.c.qid)
    found = select(*columns).select_from(report_actors.join(readings, readings.c.seq == report_actors.c.reading))
    found = found.where(means(view.naming, name, report_actors.c.name, readings.c.report))
    return view.connection.execute(found.order_by(report_actors.c.name != name, report_actors.c.reading.desc())).first()


def _found(view: View, key: str) -> Record:
    """The entry of that id (the beginning of one will do where it is the only one), known on the day of the view."""
    try:
        record = view.entry(key.removesuffix(".json")[:KEY])
    except LedgerError:
        record = None
    if record is None or (view.as_of and _known_on(view, record.report) > view.as_of):
        raise missing("this entry")
    return record


def _known_on(view: View, key: str) -> str:
    return view.connection.execute(select(reports.c.known_on).where(reports.c.id == key)).scalar() or ""


def _json(record: Record, report: Report | None) -> Response:
    found = passages(report.text, record.entry.evidence) if report else ()
    told = [{"start": one.start, "end": one.end, "text": one.of(report.text)} for one in found if report]
    return Response(json_text(full(record) | {"sentences": told}, indent=1) + "\n", media_type="application/json")


