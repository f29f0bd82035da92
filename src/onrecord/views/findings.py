"""Findings as JSON, in the keys and the order of the corpus's codebook."""

from __future__ import annotations

from typing import Any

from onrecord.nouns import Actor, DeadlineMention, Event, Findings, Mention, Party, Source, Span, Statement, When

Plain = dict[str, Any]


def to_json(findings: Findings) -> Plain:
    """One JSON object for one report: ``id``, ``events``, ``statements``, ``deadlines``, ``times``, ``actors``.

    A span is ``{"start", "end", "text"}`` in code points of the report's text, ``end`` exclusive; parties add ``is``, times ``value``
    and ``type``.
    """
    report = findings.report
    text = report.text
    return {
        "id": report.name or report.id,
        "events": [_event(event, text) for event in findings.events],
        "statements": [_statement(statement, text) for statement in findings.statements],
        "deadlines": [_deadline(deadline, text) for deadline in findings.deadlines],
        "times": [_time(when, text) for when in findings.times],
        "actors": [_actor(actor, text) for actor in findings.cast.actors],
    }


def span(place: Span, text: str) -> Plain:
    """A span with its words."""
    return {"start": place.start, "end": place.end, "text": place.of(text)}


def _event(event: Event, text: str) -> Plain:
    return {
        "anchor": span(event.anchor, text),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actor": _parties(event.actor, text),
        "recipient": _parties(event.recipient, text),
        "place": _spans(event.place, text),
        "time": _dates(event.time, text),
        "condition": _spans(event.condition, text),
        "carriers": list(event.carriers),
        "score": round(event.score, 4),
        "by": event.by,
    }


def _statement(statement: Statement, text: str) -> Plain:
    return {
        "source": _parties(statement.source, text),
        "cue": span(statement.cue, text) if statement.cue else None,
        "content": _spans(statement.content, text),
        "to": _parties(statement.to, text),
        "via": _parties(statement.via, text),
        "channel": statement.channel,
        "quote": statement.quote,
        "anonymous": statement.anonymous,
        "act": statement.act,
        "negated": statement.negated,
        "said": _date(statement.said, text) if statement.said else None,
        "place": _spans(statement.place, text),
        "chain": [_source(source, text) for source in statement.chain],
        "carrier": statement.carrier,
        "score": round(statement.score, 4),
        "by": statement.by,
    }


def _deadline(deadline: DeadlineMention, text: str) -> Plain:
    return {
        "anchor": span(deadline.anchor, text),
        "setter": _parties(deadline.setter, text),
        "addressee": _parties(deadline.addressee, text),
        "demand": _spans(deadline.demand, text),
        "due": _dates(deadline.due, text),
        "consequence": _spans(deadline.consequence, text),
        "status": deadline.status,
        "carriers": list(deadline.carriers),
        "score": round(deadline.score, 4),
        "by": deadline.by,
    }


def _time(when: When, text: str) -> Plain:
    """A time on its TIMEX3 extent with TIMEX3's value; a window, where there is one, in ISO 8601."""
    out = span(when.span, text) | {"value": when.value, "type": when.type, "mod": when.mod, "phrase": span(when.phrase, text)}
    if when.window:
        earliest, latest = when.window.earliest, when.window.latest
        out |= {
            "earliest": earliest.isoformat() if earliest else "",
            "latest": latest.isoformat() if latest else "",
            "role": when.window.role,
            "grain": when.window.grain,
            "basis": when.window.basis,
        }
    return out | {"certainty": round(when.certainty, 4), "by": when.by}


def _actor(actor: Actor, text: str) -> Plain:
    office = {"title": actor.office.title, "body": actor.office.body} if actor.office else None
    return {
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "qid": actor.qid,
        "office": office,
        "source": actor.source,
        "mentions": [_mention(mention, text) for mention in actor.mentions],
    }


def _mention(mention: Mention, text: str) -> Plain:
    return span(mention.span, text) | {
        "form": mention.form,
        "member": mention.member,
        "score": round(mention.score, 4),
        "by": mention.by,
    }


def _source(source: Source, text: str) -> Plain:
    place = span(source.span, text) if source.span else None
    return {"kind": source.kind, "name": source.name, "description": source.description, "span": place}


def _parties(parties: tuple[Party, ...], text: str) -> list[Plain]:
    return [span(party.span, text) | {"is": party.name} for party in parties]


def _spans(spans: tuple[Span, ...], text: str) -> list[Plain]:
    return [span(place, text) for place in spans]


def _dates(whens: tuple[When, ...], text: str) -> list[Plain]:
    return [_date(when, text) for when in whens]


def _date(when: When, text: str) -> Plain:
    """A time in a role: the whole expression, with the value as the corpus writes it; "for years" and the like have none there."""
    return span(when.phrase, text) | {"value": "" if "X" in when.iso else when.iso, "type": when.type}
