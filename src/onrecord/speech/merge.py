"""Rules and reader together: one draft for each attribution, the best of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.nouns import Span
from onrecord.speech.draft import Draft, joined, overlap, within

SURE = 0.8
"""Drafts of rules that stand alone have at least this score: what the reader passed over is seldom speech."""
LIKELY = 0.6
"""The same where the reader found nothing in the whole report."""


def merged(read: Sequence[Draft], quoted: Sequence[Draft], other: Sequence[Draft]) -> tuple[Draft, ...]:
    """Reader's drafts bettered by the quotation rules and the others, then the rules' own that the reader missed; in the order of the text.

    Words in quotation marks that a rule gives to one cue are taken from every other.
    """
    drafts = [kept for draft in read if (kept := _without(draft, quoted))]
    floor = SURE if read else LIKELY
    for rule in quoted:
        _place(drafts, rule, True, floor)
    for rule in other:
        _place(drafts, rule, False, floor)
    return tuple(sorted(_distinct(drafts), key=lambda d: (d.extent.start, -d.extent.end, d.cue or Span(0, 0))))


def _without(draft: Draft, quoted: Iterable[Draft]) -> Draft | None:
    """The draft without quotations that belong to another cue outside of them; ``None`` where nothing else was in it."""
    near = [rule for rule in quoted if rule.extent.overlaps(draft.extent)]
    others = [rule for rule in near if not (_same_cue(draft, rule) or _cue_inside(draft, rule) or _speaks_inside(draft, rule))]
    content = tuple(s for s in draft.content if not any(s.shared(own) > 0.5 * len(s) for rule in others for own in rule.content))
    return replace(draft, content=content) if content else None


def _speaks_inside(draft: Draft, rule: Draft) -> bool:
    """The other speaks within this one's words."""
    return rule.cue is not None and within((rule.cue,), draft.content) > 0.9


def _same_cue(a: Draft, b: Draft) -> bool:
    return a.cue is not None and b.cue is not None and a.cue.overlaps(b.cue)


def _cue_inside(draft: Draft, rule: Draft) -> bool:
    """A cue within the quotation speaks of something that is said in it."""
    return draft.cue is not None and within((draft.cue,), rule.content) > 0.5


def _place(drafts: list[Draft], rule: Draft, quotes: bool, floor: float) -> None:
    index = _partner(drafts, rule)
    if index is not None:
        drafts[index] = _both(drafts[index], rule, quotes)
    elif rule.score >= floor and not _covered(drafts, rule):
        drafts.append(rule)


def _partner(drafts: Sequence[Draft], rule: Draft) -> int | None:
    """The draft of the same cue, or else of the same content."""
    for index, draft in enumerate(drafts):
        if _same_cue(draft, rule):
            return index
    near = [index for index, draft in enumerate(drafts) if draft.extent.overlaps(rule.extent)]
    best = max(near, key=lambda i: overlap(drafts[i].content, rule.content), default=None)
    return best if best is not None and overlap(drafts[best].content, rule.content) >= 0.6 else None


def _covered(drafts: Iterable[Draft], rule: Draft) -> bool:
    """Whether a statement with the same words already stands."""
    return any(
        draft.extent.overlaps(rule.extent) and within(rule.content, draft.content) > 0.8 and overlap(rule.content, draft.content) > 0.5
        for draft in drafts
    )


def _both(draft: Draft, rule: Draft, quotes: bool) -> Draft:
    """The reader's draft with what only the rule knows; the rule's quotation marks win over the reader's extents."""
    return replace(
        draft,
        content=joined((*draft.content, *rule.content)) if quotes else draft.content,
        source=draft.source or rule.source,
        to=draft.to or tuple(span for span in rule.to if not any(span.overlaps(own) for own in draft.content)),
        via=draft.via or rule.via,
        act=draft.act or rule.act,
        by=f"{draft.by}, {rule.by}" if draft.by != rule.by else draft.by,
    )


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Without those whose cue and content are another's."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.score):
        if not any(_same_cue(draft, other) and overlap(draft.content, other.content) > 0.3 for other in kept):
            kept.append(draft)
    return kept
