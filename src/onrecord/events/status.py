"""Whether it happened: the reader's status, corrected where the words leave little choice."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.events.scene import Scene
from onrecord.events.wording import RULES, Verdict
from onrecord.nouns import Mark

BEFORE, AFTER = 160, 110
"""How many characters of a sentence the rules see on either side of an anchor."""
OPEN, CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Status:
    """A status and what says so: the name of a rule, or ``reader``."""

    name: str
    by: str = "reader"


def status(here: Scene, mark: Mark) -> Status:
    """The status of the event at ``mark``: a rule's where it is surer than the reader, and ``happened`` where neither says anything."""
    read = mark.trait("status")
    ruled = worded(framed(here, mark), mark.label)
    if ruled is None or (read and (read.name == ruled[1].status or read.score >= ruled[1].trust)):
        return Status(read.name) if read else Status("happened", "default")
    return Status(ruled[1].status, ruled[0])


def framed(here: Scene, mark: Mark) -> str:
    """The sentence around an anchor, cut to what the rules see, with the anchor between ``OPEN`` and ``CLOSE``."""
    sentence, anchor = here.sentence(mark.span), mark.span
    start = max(min(sentence.start, anchor.start), anchor.start - BEFORE)
    end = min(max(sentence.end, anchor.end), anchor.end + AFTER)
    parts = (here.text[start : anchor.start], anchor.of(here.text), here.text[anchor.end : end])
    before, inside, after = (part.replace(OPEN, " ").replace(CLOSE, " ").replace("\n", " ") for part in parts)
    return f"{before}{OPEN}{inside}{CLOSE}{after}"


def worded(sentence: str, event_type: str) -> tuple[str, Verdict] | None:
    """The name and the verdict of the first rule that the words around an anchor meet."""
    lower = sentence.lower()
    return next(((rule.rule.name, rule.verdict) for rule in RULES if rule.holds(lower, event_type)), None)
