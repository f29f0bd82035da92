"""What kind of event: the reader's type and mode, corrected for anchors that can mean only one thing."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.events.wording import QUOTE, framed, worded, wording_rule
from onrecord.nouns import Mark


def kind(here: Scene, mark: Mark) -> tuple[str, str]:
    """Type and mode of the event at ``mark``; ``trust`` of a rule is set against the reader's score of the mark."""
    mode = mark.trait("mode")
    read = (mark.label, mode.name if mode else "")
    wording = worded(RULES, framed(here, mark.span), mark.label)
    if wording is None or mark.score >= wording.verdict.trust:
        return read
    event_type, _, ruled = wording.verdict.status.partition("/")
    return (event_type, ruled)


_MEASURE = r"(?:sanctions?|bans?|embargo|embargoes|tariffs?|curfews?|blockades?|restrictions|moratorium|siege|lockdown|suspension)"
_MILD = frozenset({"RETREAT", "CONCEDE", "SUPPORT", "AGREE"})

RULES = (
    wording_rule(
        "lift-measure",
        "RETREAT/ease",
        "lift|eas|relax|loosen",
        rf"\x02(?:(?:lift|relax|loosen)(?:s|ed|ing)?|eas(?:e|es|ed|ing))\x03 (?:\w+['’]?s? ){{0,4}}{QUOTE}{_MEASURE}\b",
        0.94,
        but=_MILD,
    ),
    wording_rule("reopened", "RETREAT/access", "open", r"\x02re-?open(?:s|ed|ing)?\x03", 0.8, but=_MILD),
)
