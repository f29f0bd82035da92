"""When an HTML page was published, by what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.intake.dates import published
from onrecord.nouns import Published

METAS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"),
    *("dcterms.created", "date", "citation_publication_date"),
)
"""Names (``name``, ``property`` or ``itemprop``) of the ``meta`` elements that give the time of publication, the surest first."""

MAX_SCRIPTS, MAX_SCRIPT, MAX_NODES = 40, 500_000, 5_000


def find(tree: Any) -> Published:
    """The time that JSON-LD, else a ``meta`` element, else a ``time`` element gives; unknown where none does. ``tree`` is lxml's."""
    for by, values in (("json-ld", _json_ld(tree)), ("meta", _metas(tree)), ("time", _times(tree))):
        for value in values:
            try:
                return published(value, by)
            except ValueError:
                continue
    return Published()


def _json_ld(tree: Any) -> Iterator[str]:
    """``datePublished`` of articles, then of anything."""
    found = [pair for script in tree.xpath("//script[@type='application/ld+json']")[:MAX_SCRIPTS] for pair in _dates(script.text or "")]
    for article in (True, False):
        yield from (value for is_article, value in found if is_article is article)


def _dates(script: str) -> Iterator[tuple[bool, str]]:
    """Each ``datePublished`` of a script, and whether it is an article's."""
    try:
        waiting: list[Any] = [json.loads(script[:MAX_SCRIPT], strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                yield "Article" in str(node.get("@type", "")) or "Posting" in str(node.get("@type", "")), node["datePublished"]
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _metas(tree: Any) -> Iterator[str]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        said.setdefault(name.lower(), meta.get("content") or "")
    return (said[name] for name in METAS if said.get(name))


def _times(tree: Any) -> Iterator[str]:
    """Marked ``time`` elements, then the first of an article, then one that is alone on its page."""
    everywhere = [(one, one.get("datetime") or "") for one in tree.iter("time")][:200]
    marked = [value for one, value in everywhere if one.get("pubdate") is not None or one.get("itemprop") == "datePublished"]
    yield from marked
    yield from tree.xpath("(//article//time/@datetime)[1]")
    if len(everywhere) == 1:
        yield everywhere[0][1]
