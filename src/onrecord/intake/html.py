"""HTML pages: the article's text, its title, outlet and time of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.intake import stamps
from onrecord.intake.bounds import MANY_ELEMENTS, MAX_DEPTH, MAX_ELEMENTS, MAX_HTML, MAX_PAGE_TEXT
from onrecord.intake.dates import published
from onrecord.intake.decode import text_of
from onrecord.intake.fault import Fault
from onrecord.intake.piece import Piece
from onrecord.nouns import Published, Report

DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
"""How htmldate is asked, last: no guessing from the text, and no clock."""

TEXTLESS = ("script", "style", "svg", "iframe", "template")
"""Elements that hold no text of an article."""

TOO_MUCH = f"more than {MAX_ELEMENTS:,} elements or {MAX_PAGE_TEXT:,} characters, or nested more than {MAX_DEPTH} deep"

SCRAP = "save the article's text as a .txt file and read that"


def read(piece: Piece) -> Iterator[Report | Fault]:
    """The page's article. Its text is what trafilatura makes of the page (precision before recall); offsets refer to that text."""
    data = piece.stream.read(MAX_HTML + 1)
    if len(data) > MAX_HTML:
        yield Fault(piece.place, f"longer than {MAX_HTML:,} bytes", SCRAP)
        return
    markup = text_of(data, piece.place, piece.encoding, html=True)
    if isinstance(markup, Fault):
        yield markup
        return
    tree = _tree(markup) if markup.strip() else None
    if tree is None:
        yield Fault(piece.place, "there is nothing in this page" if data else "the file is empty")
        return
    when = stamps.find(tree)
    elements = _elements(tree)
    if elements is None:
        yield Fault(piece.place, TOO_MUCH, SCRAP)
    else:
        yield _report(tree, when, elements > MANY_ELEMENTS, piece.place)


def _tree(markup: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", remove_pis=True))
    except etree.LxmlError:
        return None


def _elements(tree: Any) -> int | None:
    """How many elements the page has, those apart that hold no text; ``None`` where it is larger or deeper than any article is."""
    from lxml import etree

    etree.strip_elements(tree, *TEXTLESS, with_tail=False)
    depth = count = size = 0
    for event, one in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        size += len(one.text or "") + len(one.tail or "") if event == "start" else 0
        if depth > MAX_DEPTH or count > MAX_ELEMENTS or size > MAX_PAGE_TEXT:
            return None
    return count


def _report(tree: Any, when: Published, large: bool, place: str) -> Report | Fault:
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        fast=large,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(DATES),
    )
    text = getattr(found, "text", None) or ""
    if not text.strip():
        return Fault(place, "no article text was found in this page", SCRAP)
    return Report(
        text,
        name=place,
        title=getattr(found, "title", None) or "",
        outlet=getattr(found, "sitename", None) or "",
        url=getattr(found, "url", None) or "",
        published=when if when.day else _guessed(getattr(found, "date", None)),
        language=(tree.get("lang") or "")[:20],
        origin=place,
    )


def _guessed(day: str | None) -> Published:
    """What htmldate found, or an unknown time."""
    try:
        return published(day or "", "htmldate")
    except ValueError:
        return Published()
