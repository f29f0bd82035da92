"""Who is quoted: quotation marks with the cue beside them, and quotations that go on without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.nouns import Span
from onrecord.nouns.places import Places
from onrecord.speech.draft import Draft
from onrecord.speech.page import Page
from onrecord.speech.phrases import left_phrase, right_phrase, subject
from onrecord.speech.quotations import Quotation, is_utterance
from onrecord.speech.transcripts import NAME
from onrecord.speech.verbs import QUOTE_CUE

_AFTER_END = re.compile(r"[.!?](?=\s|$)|;\s")
_ACCORDING = re.compile(r"According to\s+(?=\S)")
_GAP = re.compile(r"[\s,]*(?:but|and|then|so)?[\s,]*", re.IGNORECASE)
NEAR = 140
LEFT_OVER = 0.8


def quoted(page: Page) -> tuple[Draft, ...]:
    """A draft for each quotation that a cue beside it gives to somebody, with the quotations that continue it."""
    drafts: list[Draft] = []
    cues: dict[Span, int] = {}
    for quotation in page.quotations:
        if quotation.level or not len(quotation.inner):
            continue
        found = _resumed(drafts, quotation) or _after(page, quotation)
        if found is None and is_utterance(page.text, quotation):
            found = _before(page, quotation) or _continued(page, drafts, quotation)
        if found:
            _keep(drafts, cues, found)
    return tuple(drafts)


def _keep(drafts: list[Draft], cues: dict[Span, int], found: Draft) -> None:
    """A draft with the cue of an earlier one is that one, interrupted or gone on."""
    at = cues.setdefault(found.cue, len(drafts)) if found.cue is not None else len(drafts)
    drafts[at : at + 1] = [drafts[at].with_content(*found.content) if at < len(drafts) else found]


def _resumed(drafts: list[Draft], quotation: Quotation) -> Draft | None:
    return replace(drafts[-1], content=(quotation.inner,)) if drafts and quotation.resumed else None


def _after(page: Page, quotation: Quotation) -> Draft | None:
    """``"...," X said`` and ``"...," said X``."""
    text, start = page.text, quotation.outer.end
    if not _expects_cue(text, quotation):
        return None
    tail = Span(start, _tail_end(page, start))
    cue = next((m for m in QUOTE_CUE.finditer(text, tail.start, tail.end) if page.is_verb(m.start())), None)
    if cue is None:
        return None
    between = text[tail.start : cue.start()].strip(" ,—–-")
    if not between and not cue.group().endswith("ing"):
        source = right_phrase(page, cue.end() + 1, tail.end)
        return _draft(quotation, Span(*cue.span()), source, "quotation then cue")
    source = left_phrase(page, cue.start(), tail.start)
    if source is None or text[tail.start : source.start].strip(" ,—–-"):
        return None
    return _draft(quotation, Span(*cue.span()), source, "quotation then speaker")


def _draft(quotation: Quotation, cue: Span, source: Span | None, by: str) -> Draft | None:
    return Draft((quotation.inner,), cue, (source,), score=0.9, by=by) if source else None


def _expects_cue(text: str, quotation: Quotation) -> bool:
    """A quotation that ends in a comma, a question or a dash is going to be attributed; one with a full stop is not."""
    last = text[quotation.inner.end - 1]
    following = text[quotation.outer.end : quotation.outer.end + 1]
    return last in ",?!—–-…" or following == "," or (last != "." and following == " ")


def _tail_end(page: Page, start: int) -> int:
    limit = min(page.paragraph(start).end, start + NEAR)
    following = [other.outer.start for other in page.quotations_at(Span(start, max(start, limit))) if other.outer.start >= start]
    limit = min([limit, *following])
    stop = _AFTER_END.search(page.text, start + 1, limit) if start + 1 < limit else None
    return stop.start() if stop else max(start, limit)


def _before(page: Page, quotation: Quotation) -> Draft | None:
    """``X said: "..."``, ``X said, "..."``, ``saying "..."``, ``According to X: "..."``, ``X: "..."``."""
    stop = _lead_end(page, quotation.outer.start)
    floor = _lead_start(page, stop)
    lead = page.text[floor:stop].rstrip()
    cues = _cues_before(page, floor, stop, lead.endswith(":"))
    if not lead.endswith((":", ",")) and not (cues and cues[-1].end >= floor + len(lead)):
        return None
    if opening := _ACCORDING.match(lead):
        source = right_phrase(page, floor + opening.end(), stop)
        return _draft(quotation, Span(floor, floor + len(opening.group().rstrip())), source, "cue then quotation")
    named = NAME.fullmatch(lead)
    if named:
        who = Span(floor, floor + named.end("who"))
        return Draft((quotation.inner,), Span(who.end, who.end + 1), (who,), score=0.8, by="name and colon")
    for cue in reversed(cues):
        source = subject(page, cue.start, floor)
        if source:
            return _draft(quotation, cue, source, "cue then quotation")
    return None


def _lead_start(page: Page, stop: int) -> int:
    """Where the sentence that leads to a quotation begins, no earlier than the quotation before it."""
    if not stop:
        return 0
    at = stop - 1
    while at > 0 and page.text[at].isspace():
        at -= 1
    return max(page.clause(at).start, page.sentence(at).start, stop - 3 * NEAR)


def _cues_before(page: Page, floor: int, stop: int, any_verb: bool) -> list[Span]:
    """Verbs that may introduce a quotation: those of the lexicon, and before a colon any finite verb."""
    near = max(floor, stop - NEAR)
    cues = [Span(*m.span()) for m in QUOTE_CUE.finditer(page.text, near, stop) if page.is_verb(m.start())]
    if cues or not any_verb:
        return cues
    return [word for word in page.reading.words[slice(*_range(page, near, stop))] if page.tag(word.start) in ("VERB:Past", "VERB:Pres")]


def _range(page: Page, start: int, stop: int) -> tuple[int, int]:
    found = page.reading.words_in(Span(start, stop))
    return found.start, found.stop


def _lead_end(page: Page, start: int) -> int:
    """Where the words that lead to a quotation end: before it, or, where it opens a paragraph, after the colon of the one before."""
    opening = page.paragraph(start).start
    if opening == 0 or page.text[opening:start].strip():
        return start
    before = len(page.text[:opening].rstrip())
    return before if page.text[before - 1 : before] == ":" else start


def _continued(page: Page, drafts: list[Draft], quotation: Quotation) -> Draft | None:
    """A whole sentence in marks right after attributed speech belongs to the running speaker."""
    if not drafts:
        return None
    last = drafts[-1]
    text, paragraph = page.text, page.paragraph(quotation.outer.start)
    end = _end(last)
    if end < paragraph.start:
        return replace(last, content=(quotation.inner,)) if _goes_on(page, end, quotation) else None
    between = text[end : quotation.outer.start]
    sentence = page.sentence(quotation.outer.start)
    starts = (
        quotation.outer.start - sentence.start <= 1 or not text[sentence.start : quotation.outer.start].strip() or _GAP.fullmatch(between)
    )
    if starts and len(between) < 2 * NEAR and text[quotation.inner.start].isupper():
        return replace(last, content=(quotation.inner,))
    return replace(last, content=(quotation.inner,)) if _interrupted(page, last, quotation) else None


def left_over(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Quotations that fill a paragraph and are nobody's yet: of whoever spoke last in the paragraph before, whatever he kept silent about.

    ``drafts`` are all that were found, in the order of the text.
    """
    said = Places((span, draft) for draft in drafts for span in draft.content)
    spoke = [draft for draft in drafts if draft.source and draft.act != "silence"]
    ends = sorted((_end(draft), at) for at, draft in enumerate(spoke))
    for quotation in page.quotations:
        if quotation.level or not is_utterance(page.text, quotation) or any(said.over(quotation.outer)):
            continue
        at = bisect_left(ends, (quotation.outer.start, 0)) - 1
        if at >= 0 and ends[at][0] < page.paragraph(quotation.outer.start).start and _goes_on(page, ends[at][0], quotation):
            yield replace(spoke[ends[at][1]], content=(quotation.inner,), score=LEFT_OVER, by="quotation of the last speaker")


def _end(draft: Draft) -> int:
    """Where the last of a statement's content, cue and source ends."""
    return max(draft.extent.end, draft.cue.end if draft.cue else 0, max((span.end for span in draft.source), default=0))


def _goes_on(page: Page, end: int, quotation: Quotation) -> bool:
    """Whether a quotation fills the paragraph after that of ``end``, in which little follows the attribution: adjuncts or more speech."""
    text, paragraph = page.text, page.paragraph(quotation.outer.start)
    whole = not text[paragraph.start : quotation.outer.start].strip() and not text[quotation.outer.end : paragraph.end].strip(" .")
    return whole and page.paragraph(end).end + 4 >= paragraph.start and len(text[end : page.paragraph(end).end]) < NEAR


def _interrupted(page: Page, last: Draft, quotation: Quotation) -> bool:
    """``"...," he said in Rome, "..."``: the second half goes on in the same sentence."""
    lead = page.text[max(0, quotation.outer.start - 2) : quotation.outer.start]
    sentence = page.sentence(quotation.outer.start)
    return lead.strip() == "," and last.cue is not None and sentence.start <= last.cue.start < quotation.outer.start
