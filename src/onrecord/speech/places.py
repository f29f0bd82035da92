"""Where something was said: "told reporters in Geneva", "speaking in New Harbour", "said in Moscow on Friday"."""

from __future__ import annotations

import re

from onrecord.nouns import Cast, Span

REACH = 120
"""So many characters off the cue a place may stand."""

_HEARERS = (
    r"reporters|journalists|lawmakers|legislators|supporters|delegates|ministers|diplomats|ambassadors|troops|soldiers|students|leaders|"
    r"(?:the|an?)\s+(?:\w+\s+){0,2}(?:press|media|crowd|audience|gathering|ceremony|event|conference|forum|rally|meeting|summit|service|vigil)"
)
_OCCASIONS = (
    r"(?:news|press|media)\s+(?:conference|briefing)|briefing|interview|speech|address|remarks|statement|visit|trip|tour|summit|meeting|talks|"
    r"forum|hearing|rally|ceremony|conference|interviewed|speaking|spoke"
)
_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|Parliament|Congress|English|French|Russian|Arabic|Hebrew|Farsi|Spanish|Chinese|Mandarin|Ukrainian|German|Turkish)\b)"
    r"(?P<place>(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:(?:of|de|al|el|upon)\s+)?[A-Z][\w’'-]+){0,3})(?<!['’]s)(?!['’]s)(?=[\s,.;:)]|$)"
)
_PATTERN = re.compile(
    rf"\b(?i:{_HEARERS}|{_OCCASIONS})(?:\s+(?:with|to|on|for|of)\s+[^,;.]{{1,70}}?)?(?:\s+(?:on|late|early|last)\s+\w+){{0,2}},?\s+in\s+{_PLACE}"
)
_SAYING = re.compile(rf"\s*(?:,\s*)?(?:(?:on|late on|early on)\s+[A-Z]\w+day\s+)?in\s+{_PLACE}")
"""Behind the cue itself: "said in Moscow", "said on Friday in Moscow"."""

_NO_PLACE = frozenset({"person", "outlet", "group", "armed-group", "office"})


def place_of(cast: Cast, cue: Span, around: str, start: int) -> tuple[Span, ...]:
    """The words for the place where the statement of that cue was made. ``around``: the cue's sentence, which begins at ``start``, outside
    of what is said."""
    behind = _SAYING.match(around, cue.end - start)
    found = [*([behind] if behind else []), *_PATTERN.finditer(around)]
    spans = [Span(start + one.start("place"), start + one.end("place")) for one in found]
    near = [span for span in spans if cue.distance(span) <= REACH and not any(one.actor.kind in _NO_PLACE for one in cast.at(span))]
    return (min(near, key=cue.distance),) if near else ()
