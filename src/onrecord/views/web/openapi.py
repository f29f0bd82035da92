"""The JSON side of the desk, described as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from onrecord import __version__
from onrecord.views.web.asking import DAYS, MOST, ORDERS, WORDS
from onrecord.views.web.listing import LISTINGS

SAID = {
    "actor": "Only where this actor takes part (of statements: speaks); part of a name will do.",
    "with": "Only where this actor takes part as well.",
    "origin": "Only what is said by this source at the root of a chain: a name, or the words for somebody unnamed.",
    "story": "Only from reports of this story: its id, or that of any report in it; the beginning will do.",
    "as_of": "Only what reports had told by that day.",
    "since": "Only what touches that day or a later one.",
    "until": "Only what touches that day or an earlier one.",
    "_size": f"At most so many rows, or max ({MOST}).",
    "_next": "Where to go on: the value of next.",
    "_search": "Words that the rows must hold.",
}


def described() -> dict[str, Any]:
    """The document: a listing a path, one entry, and the reader."""
    paths: dict[str, Any] = {f"/{name}.json": {"get": _listing(name)} for name in LISTINGS}
    paths["/entries/{id}.json"] = {
        "get": {
            "summary": "One entry with its sentences.",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"200": {"description": "The entry."}, "404": {"description": "Not on record."}},
        }
    }
    paths["/api/read"] = {"post": _reader()}
    return {"openapi": "3.1.0", "info": {"title": "onrecord", "version": __version__}, "paths": paths}


def _listing(name: str) -> dict[str, Any]:
    parameters = [_parameter(word, {"type": "string"}) for word in WORDS]
    parameters += [_parameter(word, {"type": "string", "format": "date"}) for word in DAYS]
    parameters += [_parameter(word, {"type": "string"}) for word in ("_size", "_next", "_search")]
    for sort in dict.fromkeys(key for key, _ in ORDERS):
        parameters.append(_parameter(sort, {"enum": [column for key, column in ORDERS if key == sort]}))
    return {"summary": f"The {name}.", "parameters": parameters, "responses": {"200": {"description": "Rows.", "content": _rows()}}}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": SAID.get(name, f"Only this {name}."), "schema": schema}


def _rows() -> dict[str, Any]:
    nullable = {"type": ["string", "null"]}
    rows = {"type": "array", "items": {"type": "object"}}
    fields = {"ok": {"type": "boolean"}, "rows": rows, "next": nullable, "next_url": nullable}
    return {"application/json": {"schema": {"type": "object", "properties": fields, "required": list(fields)}}}


def _reader() -> dict[str, Any]:
    names = ("text", "date", "title", "outlet", "url")
    sent = {"type": "object", "required": ["text"], "properties": {name: {"type": "string"} for name in names}}
    refused = {"400": "Not readable.", "413": "Too long.", "429": "Busy.", "503": "No reader."}
    answers = {code: {"description": what} for code, what in ({"200": "Findings and entries."} | refused).items()}
    body = {"required": True, "content": {"application/json": {"schema": sent}}}
    return {"summary": "What a text puts on record; nothing is kept.", "requestBody": body, "responses": answers}
