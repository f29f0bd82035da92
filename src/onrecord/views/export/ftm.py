"""FollowTheMoney entities, a JSON object a line: reports as articles, acts and meetings as events, those who take part in them.

Schemata and properties are those of FollowTheMoney 4 (followthemoney.tech): Article, Event, Person, PublicBody, Organization, LegalEntity.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from onrecord.nouns import Act, Meeting
from onrecord.views.export.coded import known, named
from onrecord.views.export.material import Material, first_day, last_day
from onrecord.views.phrase import phrase
from onrecord.views.printable import json_text, one_line

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow, Record

SCHEMATA = {"person": "Person", "state": "PublicBody", "body": "PublicBody", "group": "Organization", "armed-group": "Organization"}
"""The schema of an actor's kind; ``LegalEntity`` for the rest and for the unknown."""


def write(material: Material) -> Iterator[bytes]:
    """UTF-8; an entity that several entries name is written once."""
    actors, seen = known(material.actors), set[str]()
    for record in material.records:
        for entity in _entities(record, actors):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield (json_text(entity) + "\n").encode()


def _entities(record: Record, actors: Mapping[str, ActorRow]) -> Iterator[dict[str, Any]]:
    entry = record.entry
    if not isinstance(entry, Act | Meeting):
        return
    article = f"onrecord-report-{record.report}"
    told = {"title": [record.title], "sourceUrl": [_address(record.url)], "publishedAt": [record.published[:10]]}
    told["publisher"] = [record.outlet]
    yield _entity(article, "Article", told)
    people = [(role, one) for role, one in entry.people() if role not in ("place", "excluded") and named(one)]
    for _, one in people:
        yield _actor(named(one), actors.get(named(one)))
    involved = [_id(named(one)) for _, one in people]
    properties = {
        "name": [phrase(entry)],
        "startDate": [first_day(entry)],
        "endDate": [last_day(entry)],
        "location": [str(one) for role, one in entry.people() if role == "place"],
        "involved": involved,
        "proof": [article],
        "summary": [record.sentence or entry.words],
        "notes": [f"status: {entry.status}"],
        "keywords": [getattr(entry, "type", "CONSULT")],
        "sourceUrl": [_address(record.url)],
    }
    yield _entity(f"onrecord-{entry.id}", "Event", properties)


def _actor(name: str, row: ActorRow | None) -> dict[str, Any]:
    schema = SCHEMATA.get(row.kind, "LegalEntity") if row else "LegalEntity"
    country = [row.country.lower()] if row and row.country else []
    wikidata = [row.qid] if row and row.qid else []
    return _entity(_id(name), schema, {"name": [name], "country": country, "wikidataId": wikidata})


def _entity(key: str, schema: str, properties: Mapping[str, list[str]]) -> dict[str, Any]:
    """An entity with the properties that have a value."""
    kept = {name: list(dict.fromkeys(filter(None, map(one_line, values)))) for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _address(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""


def _id(name: str) -> str:
    return f"onrecord-actor-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:16]}"
