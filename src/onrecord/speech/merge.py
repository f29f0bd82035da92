"""Rules and reader together: one draft for each attribution, the best of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.nouns import Span
from onrecord.nouns.places import Places
from onrecord.speech.draft import Draft, joined, overlap, within

SURE = 0.8
"""Drafts of rules that stand alone have at least this score: what the reader passed over is seldom speech."""
LIKELY = 0.6
"""The same where the reader found nothing in the whole report."""


class Standing:
    """Drafts by where their cue and their content stand: a report may have thousands."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts: list[Draft] = []
        self._cues: Places[int] = Places()
        self._contents: Places[int] = Places()
        for draft in drafts:
            self.put(draft)

    def put(self, draft: Draft, index: int | None = None) -> None:
        """A further draft, or one that takes the place of that at ``index``."""
        at = len(self.drafts) if index is None else index
        before = frozenset(self.drafts[at].content) if at < len(self.drafts) else frozenset[Span]()
        self.drafts[at : at + 1] = [draft]
        if draft.cue is not None and index is None:
            self._cues.add(draft.cue, at)
        for span in draft.content:
            if span not in before:
                self._contents.add(span, at)

    def of_cue(self, rule: Draft) -> int | None:
        """Position of the first draft of the same cue."""
        return min(self._cues.over(rule.cue), default=None) if rule.cue is not None else None

    def near(self, rule: Draft) -> list[int]:
        """Positions of the drafts that share words with what is said, in their order."""
        return sorted({index for span in rule.content for index in self._contents.over(span)})


def merged(read: Sequence[Draft], quoted: Sequence[Draft], other: Sequence[Draft]) -> tuple[Draft, ...]:
    """Reader's drafts bettered by the quotation rules and the others, then the rules' own that the reader missed; in the order of the text.

    Words in quotation marks that a rule gives to one cue are taken from every other.
    """
    claims = Places((span, rule) for rule in quoted for span in rule.content)
    standing = Standing(kept for draft in read if (kept := _without(draft, claims)))
    floor = SURE if read else LIKELY
    for rule in quoted:
        _place(standing, rule, True, floor)
    for rule in other:
        _place(standing, rule, False, floor)
    return in_order(_distinct(standing.drafts))


def in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """In the order of the text, the longer before those inside it."""
    return tuple(sorted(drafts, key=lambda d: (d.extent.start, -d.extent.end, d.cue or Span(0, 0))))


def _without(draft: Draft, claims: Places[Draft]) -> Draft | None:
    """The draft without quotations that belong to another cue outside of them; ``None`` where nothing else was in it."""
    near = {id(rule): rule for span in draft.content for rule in claims.over(span)}.values()
    others = [rule for rule in near if not (_same_cue(draft, rule) or _cue_inside(draft, rule) or _speaks_inside(draft, rule))]
    content = tuple(s for s in draft.content if not any(_takes(rule, s) for rule in others))
    return replace(draft, content=content) if content else None


def _takes(rule: Draft, span: Span) -> bool:
    """Whether most of a span is one piece of what the rule's cue claims."""
    return within((span,), rule.content) > 0.5 and any(span.shared(own) > 0.5 * len(span) for own in rule.content)


def _speaks_inside(draft: Draft, rule: Draft) -> bool:
    """The other speaks within this one's words."""
    return rule.cue is not None and within((rule.cue,), draft.content) > 0.9


def _same_cue(a: Draft, b: Draft) -> bool:
    return a.cue is not None and b.cue is not None and a.cue.overlaps(b.cue)


def _cue_inside(draft: Draft, rule: Draft) -> bool:
    """A cue within the quotation speaks of something that is said in it."""
    return draft.cue is not None and within((draft.cue,), rule.content) > 0.5


def _place(standing: Standing, rule: Draft, quotes: bool, floor: float) -> None:
    index = _partner(standing, rule)
    if index is not None:
        standing.put(_both(standing.drafts[index], rule, quotes), index)
    elif rule.score >= floor and not _covered(standing, rule):
        standing.put(rule)


def _partner(standing: Standing, rule: Draft) -> int | None:
    """The draft of the same cue, or else of the same content."""
    cued = standing.of_cue(rule)
    if cued is not None:
        return cued
    drafts, near = standing.drafts, standing.near(rule)
    best = max(near, key=lambda i: overlap(drafts[i].content, rule.content), default=None)
    return best if best is not None and overlap(drafts[best].content, rule.content) >= 0.6 else None


def _covered(standing: Standing, rule: Draft) -> bool:
    """Whether a statement with the same words already stands."""
    near = (standing.drafts[index] for index in standing.near(rule))
    return any(within(rule.content, draft.content) > 0.8 and overlap(rule.content, draft.content) > 0.5 for draft in near)


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
    kept, cues = list[Draft](), Places[Draft]()
    for draft in sorted(drafts, key=lambda d: -d.score):
        if draft.cue is None or not any(overlap(draft.content, other.content) > 0.3 for other in cues.over(draft.cue)):
            kept.append(draft)
            if draft.cue is not None:
                cues.add(draft.cue, draft)
    return kept
