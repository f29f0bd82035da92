"""When it is: the times of an event, in the sense that they have for it.

The reader says which expressions belong to an event; here each is read as the codebook reads it there. Shares are those of the training
reports.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from onrecord.events.roles import whens
from onrecord.events.scene import Scene
from onrecord.nouns import Mark, Span, When, Window

_OF_THE_DAY = (" ", "'s ", "’s ")
_OWN = re.compile(r"['’]s (?:[\w-]+ ){0,2}| ")
_POSSESSIVE = re.compile(r"['’]s ")
_AT_ONCE = re.compile(r"(?i)immediate(?:ly)?|without delay|right away")
_AFTER_ALL = re.compile(r"(?i)\bafter (?:nearly |more than |almost |over |about |some )?$")
_FIRST_IN = re.compile(r"(?i)\bfirst\b[^.;]{1,120}\bin (?:nearly |more than |almost |over |about )?$")
_BEGAN = re.compile(r"[^.;:]{0,30}\b(?:began|started|begun|begins|opened|resumed) (?:on |in )?")
_DEADLINE = r"(?:[\w-]+ ){0,2}(?:deadline|ultimatum)\b"
_A_DEADLINE = re.compile(rf"(?:['’]s)? {_DEADLINE}")
_DEADLINE_OF = re.compile(rf"\b{_DEADLINE}(?: of| on)? $")
_BEYOND = re.compile(r"\b(?:beyond|past) (?:the |an? )?$")
_ISO = re.compile(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_NEAR = 60


def times(here: Scene, mark: Mark) -> tuple[When, ...]:
    """The times of the event at ``mark``, without those that count from it to another event: "met two days before the vote"."""
    found = whens(here, mark, "time") or _right_before(here, mark)
    found = (*(_read(here, mark, one) for one in found if not _since_another(here, one)), *_lasting(here, mark))
    return tuple(
        one for one in dict.fromkeys(found) if not (one.window and one.window.basis == "event" and one.phrase.start > mark.span.start)
    )


def _right_before(here: Scene, mark: Mark) -> tuple[When, ...]:
    """The day in front of its noun, where the reader gives it none: "Wednesday talks", "Monday's meeting"."""
    near = here.whens.over(Span(max(0, mark.span.start - 4), mark.span.start)) if mark.label == "CONSULT" else ()
    return tuple(one for one in near if _is_day(one) and here.text[one.phrase.end : mark.span.start] in _OF_THE_DAY)


def _is_day(when: When) -> bool:
    return when.type == "DATE" and when.window is not None and when.window.grain == "day"


def _lasting(here: Scene, mark: Mark) -> tuple[When, ...]:
    """How long it took: "three hours of talks"."""
    near = here.whens.over(Span(max(0, mark.span.start - 40), mark.span.start)) if mark.label == "CONSULT" else ()
    return tuple(one for one in near if one.type == "DURATION" and here.text[one.phrase.end : mark.span.start] == " of ")


def _since_another(here: Scene, one: When) -> bool:
    """Whether it says how long ago the like last was: "resume talks after six years", "the first swap in four months"."""
    before = here.text[max(0, one.span.start - 140) : one.span.start]
    if one.type != "DURATION" or one.window is not None:
        return False
    alone = not here.text.startswith(" of ", one.span.end)
    return alone and (_AFTER_ALL.search(before) is not None or _FIRST_IN.search(before) is not None)


def _read(here: Scene, mark: Mark, one: When) -> When:
    if one.window is None:
        return _at_once(here, one)
    if one.phrase.start < one.span.start and _is_own(here, mark, one):
        return _plain(one)
    if one.window.role in ("AT", "BEFORE", "AFTER") and _is_deadline(here, one, mark):
        return _bound(here, one)
    if _BEGAN.fullmatch(here.text, mark.span.end, max(mark.span.end, one.span.start)):
        return replace(one, window=replace(one.window, latest=None, role="SINCE"))
    return one


def _at_once(here: Scene, one: When) -> When:
    """From the day of the report on: "an immediate ceasefire"."""
    if here.day is None or not _AT_ONCE.fullmatch(one.span.of(here.text)):
        return one
    return replace(one, window=Window(here.day, None, "day", "SINCE", "publication"), by="at-once")


def _is_own(here: Scene, mark: Mark, one: When) -> bool:
    """Whether what bounds the time bounds another event, and this one is what is dated: "after yesterday's attacks", "since the coup of
    July", "abstain from Sunday's vote"."""
    if one.phrase.covers(mark.span):
        return True
    if here.text.startswith(("from ", "From "), one.phrase.start) and _POSSESSIVE.match(here.text, one.span.end):
        return True
    return _is_noun(here, mark) and _OWN.fullmatch(here.text, one.span.end, max(one.span.end, mark.span.start)) is not None


def _plain(one: When) -> When:
    """The day, month or year itself."""
    match = _ISO.fullmatch(one.value)
    if match is None or one.window is None:
        return one
    year, month, day = (int(part) if part else None for part in match.groups())
    first = date(year or 1, month or 1, day or 1)
    last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    return replace(one, window=replace(one.window, earliest=first, latest=last, role="AT"))


def _is_noun(here: Scene, mark: Mark) -> bool:
    words = here.reading.words_in(mark.span)
    return not here.reading.tags or (len(words) > 0 and here.reading.tags[words[0]].startswith("NOUN"))


def _is_deadline(here: Scene, one: When, mark: Mark) -> bool:
    """Whether the words beside the time call it one, and are not the event itself."""
    after = _A_DEADLINE.match(here.text, one.span.end)
    if after:
        return not mark.span.overlaps(Span(*after.span()))
    return _DEADLINE_OF.search(here.text, max(0, one.span.start - _NEAR), one.span.start) is not None


def _bound(here: Scene, one: When) -> When:
    """By then, or from then on: "to withdraw before the October 10 deadline", "to stay beyond the May 1 deadline" (11 of 15)."""
    window = one.window
    last = window.latest if window else None
    if window is None or last is None:
        return one
    if _BEYOND.search(here.text, max(0, one.span.start - _NEAR), one.span.start):
        return replace(one, window=replace(window, earliest=last, latest=None, role="AFTER"))
    return replace(one, window=replace(window, earliest=None, latest=last, role="BY"))
