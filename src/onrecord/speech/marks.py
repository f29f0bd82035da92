"""Content brought to its quotation marks: clipped, extended, freed of them."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.nouns import Span
from onrecord.speech.draft import Draft, joined
from onrecord.speech.page import Page
from onrecord.speech.quotations import Quotation, is_utterance

_AROUND = " \t\r\n\xa0,;:—–-"
_APART = re.compile(r"[.!?:][\"”’']?\s|:$|\n")
_MARKS = '"“”«»„`‘'


def fitted(page: Page, draft: Draft) -> Draft | None:
    """The draft with content whose ends agree with the quotation marks; ``None`` where nothing of it is left."""
    spans = [piece for span in draft.content for piece in page.lines(_fit(page, span, draft.cue))]
    content = joined(tuple(span for span in (_bare(page, s) for s in spans) if len(span)))
    return replace(draft, content=content) if content else None


def _fit(page: Page, span: Span, cue: Span | None) -> Span:
    for quotation in page.quotations_at(span):
        if quotation.outer.overlaps(span):
            span = _agree(page.text, span, quotation, cue is not None and quotation.outer.covers(cue))
    return span


def _agree(text: str, span: Span, quotation: Quotation, spoken: bool) -> Span:
    """A span within a quotation becomes all of it, unless the cue is ``spoken`` in it too.

    One that cuts through it takes it or leaves it.
    """
    outer, inner = quotation.outer, quotation.inner
    if spoken:
        return Span(max(span.start, inner.start), min(span.end, inner.end)) if span.overlaps(inner) else span
    if span.covers(outer):
        return span
    if outer.covers(span):
        return inner
    if span.shared(inner) >= 0.5 * len(inner) or not is_utterance(text, quotation) or not _new_sentence(text, span, outer):
        return span.join(outer)
    return Span(span.start, outer.start) if span.start < outer.start else Span(min(outer.end, span.end), span.end)


def _new_sentence(text: str, span: Span, outer: Span) -> bool:
    """Whether the quotation stands apart from the words beside it."""
    return bool(_APART.search(text[span.start : outer.start] if span.start < outer.start else text[outer.start : span.end]))


def _bare(page: Page, span: Span) -> Span:
    """Without the marks around it, a leading "that", closing commas."""
    text = page.text
    span = span.trim(text, _AROUND)
    if text.startswith("that ", span.start) and len(span) > 5:
        span = Span(span.start + 5, span.end).trim(text, _AROUND)
    for quotation in page.quotations_at(span):
        if quotation.outer == span or quotation.outer == Span(span.start, min(span.end + 1, len(text))):
            return quotation.inner.trim(text, _AROUND)
    return _unmatched(page, span)


def _unmatched(page: Page, span: Span) -> Span:
    """A mark at an end whose partner is not in the span goes; so does a final full stop outside quotations."""
    starts = {q.outer.start: q for q in page.quotations_at(span)}
    ends = {q.outer.end: q for q in page.quotations_at(span)}
    if (q := starts.get(span.start)) and not span.covers(q.outer):
        span = Span(min(q.inner.start, span.end), span.end)
    if (q := ends.get(span.end)) and not span.covers(q.outer):
        span = Span(span.start, max(span.start, q.inner.end))
    return span.trim(page.text, _AROUND)
