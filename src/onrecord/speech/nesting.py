"""Which statement carries which: "X said Y had told her that ..."."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns.places import Places
from onrecord.speech.draft import Draft, within


def carriers(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the position of the tightest one whose content holds its cue, its source and most of its content."""
    contents = Places((span, index) for index, draft in enumerate(drafts) for span in draft.content)
    return [_carrier(drafts, contents, index) for index in range(len(drafts))]


def _carrier(drafts: Sequence[Draft], contents: Places[int], index: int) -> int | None:
    cue = drafts[index].cue
    near = set(contents.over(cue)) - {index} if cue is not None else ()
    holding = [other for other in near if _holds(drafts[other], drafts[index])]
    return min(holding, key=lambda other: (_size(drafts[other]), other), default=None)


def _holds(outer: Draft, inner: Draft) -> bool:
    if inner.cue is None or not outer.extent.covers(inner.cue):
        return False
    parts = (inner.cue, *inner.source)
    if not all(within((part,), outer.content) > 0.9 for part in parts):
        return False
    return within(inner.content, outer.content) > 0.6 and _size(outer) > _size(inner)


def _size(draft: Draft) -> int:
    return sum(map(len, draft.content))
