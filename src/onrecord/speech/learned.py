"""What the reader found, as drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.nouns import Arc, Mark, Span
from onrecord.speech.draft import Draft, joined
from onrecord.speech.lexicon import lexicon
from onrecord.speech.page import Page
from onrecord.speech.phrases import ADVERBS, AUXILIARIES

_WORD = re.compile(r"\w+(?:['’]\w+)?")
FLOORS = {"source": 0.22, "content": 0.26, "to": 0.36, "via": 0.55}
"""Arcs below these scores are left out."""
UNCLAIMED = 0.17
"""The same for a quotation that fills the paragraph after the cue's."""


def learned(page: Page) -> tuple[Draft, ...]:
    """A draft for each cue that has content."""
    cues = (mark for mark in page.reading.layer("speech") if mark.label == "cue")
    return tuple(whole_cue(page, draft) for mark in cues if (draft := _draft(page, mark)))


def _draft(page: Page, cue: Mark) -> Draft | None:
    roles = {role: _tails(_sure(page, cue, role, floor), floor) for role, floor in FLOORS.items()}
    said = (span for span in roles["content"] if not any(source.covers(span) for source in roles["source"]))
    content = joined(tuple(piece for span in said for piece in page.lines(span)))
    if not content:
        return None
    book = cue.trait("codebook")
    here = page.paragraph(cue.span.start)
    return Draft(
        content,
        cue.span,
        roles["source"],
        _once(page, (span for span in roles["to"] if here.covers(span))),
        _once(page, (span for span in roles["via"] if here.covers(span))),
        score=cue.score,
        by="reader",
        codebook=book.score if book else None,
    )


def _sure(page: Page, cue: Mark, role: str, floor: float) -> Iterator[Arc]:
    """The arcs of a role; a less sure one where the tail is a quotation that nobody else can claim."""
    for arc in (arc for arc in page.arcs.get(cue, ()) if arc.role == role):
        alone = role == "content" and UNCLAIMED <= arc.score < floor and _alone(page, cue.span, arc.tail)
        yield replace(arc, score=floor) if alone else arc


def _alone(page: Page, cue: Span, tail: Span) -> bool:
    """Whether a quotation is the whole paragraph after the cue's: there is no other attribution beside it."""
    own = page.paragraph(tail.start)
    follows = 0 <= own.start - page.paragraph(cue.start).end <= 4
    quotation = page.quoted(tail.start) if follows else None
    return (
        quotation is not None
        and not page.text[own.start : quotation.outer.start].strip()
        and not page.text[quotation.outer.end : own.end].strip(" .\n")
    )


def _once(page: Page, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The first of those that have the same words."""
    return tuple({span.of(page.text).casefold(): span for span in sorted(spans, reverse=True)}.values())[::-1]


def whole_cue(page: Page, draft: Draft) -> Draft:
    """A cue that is but an auxiliary goes on to its verb: "is" -> "is telling"."""
    cue = draft.cue
    if cue is None or not all(word in AUXILIARIES or word in ADVERBS for word in cue.of(page.text).lower().split()):
        return draft
    for match in _WORD.finditer(page.text, cue.end, min(cue.end + 40, page.sentence(cue.start).end)):
        word = match.group().lower()
        if word in lexicon().verbs or page.tag(match.start()).startswith("VERB"):
            free = not any(span.overlaps(Span(*match.span())) for span in draft.source)
            return _moved(page, draft, Span(cue.start, match.end())) if free else draft
        if word not in AUXILIARIES and word not in ADVERBS and word not in ("not", "n't", "to") and not word.endswith("ly"):
            return draft
    return draft


def _moved(page: Page, draft: Draft, cue: Span) -> Draft:
    """The draft with the longer cue, its content without it."""
    content = [Span(max(s.start, cue.end), max(s.end, cue.end)).trim(page.text) if s.overlaps(cue) else s for s in draft.content]
    kept = tuple(span for span in content if len(span))
    return replace(draft, cue=cue, content=kept) if kept else draft


def _tails(arcs: Iterable[Arc], floor: float) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(_apart(sorted((arc for arc in arcs if arc.score >= floor), key=lambda arc: -arc.score))))


def _apart(arcs: Iterable[Arc]) -> Iterator[Span]:
    """The tails, best first, without those that overlap a better one."""
    kept: list[Span] = []
    for arc in arcs:
        if not any(arc.tail.overlaps(span) for span in kept):
            kept.append(arc.tail)
    return iter(sorted(kept))
