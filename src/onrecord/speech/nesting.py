"""Which statement carries which: "X said Y had told her that ..."."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.speech.draft import Draft, within


def carrier(drafts: Sequence[Draft], index: int) -> int | None:
    """Position of the tightest draft whose content holds the cue, the source and most of the content of the one at ``index``."""
    holding = [other for other in range(len(drafts)) if other != index and _holds(drafts[other], drafts[index])]
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
