"""How a thing may go: the state machine of each kind, fed with entries in the order of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.linking.filed import Filed
from onrecord.linking.plan import Plan, changed

INVITED = re.compile(r"\binvit", re.I)
CONFIRMED = re.compile(
    r"\b(?:confirm|will go ahead|go(?:es|ing) ahead|still (?:on\b|set|planned|due)|is on for|on track|as (?:planned|scheduled)|"
    r"accepted the invitation|agreed (?:to|on) (?:a|the) (?:date|venue|time)|(?:date|plan|meeting|visit) stands)",
    re.I,
)

MOVED_TO = re.compile(
    r"\b(?:postponed|moved|put off|put back|pushed back|delayed|rescheduled|brought forward|shifted|switched|transferred|relocated)\b"
    r"[^.;]{0,60}?\b(?:to|until|till|by)\b",
    re.I,
)
CALLED_OFF = re.compile(r"\b(?:call(?:ed|s|ing)? off|cancel|scrap)", re.I)

AHEAD = frozenset({"planned", "confirmed", "moved", "postponed", "invited", "proposed"})
SAME_NEWS = timedelta(days=1)
RUNNING = frozenset({"set", "extended", "brought forward"})


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state: the entry that tells it, and of a move what was moved (``time``, ``place``, ``parties``).

    ``restated`` is told again without a change. ``ends`` is the last day of what is planned or due from then on, as far as it is known.
    """

    state: str
    filed: Filed
    what: tuple[str, ...] = ()
    ends: date | None = None

    @property
    def words(self) -> str:
        """The report's words."""
        return self.filed.entry.words

    @property
    def name(self) -> str:
        """``moved: time, place``."""
        return f"{self.state}: {', '.join(self.what)}" if self.what else self.state


def meeting(known: Sequence[Filed]) -> Iterator[Change]:
    """The changes of a meeting."""
    state, plan = "", None
    for filed in known:
        new, what = _meeting_step(state, plan, filed)
        if filed.status not in ("denied", "postponed", "cancelled") or new == "moved" or plan is None:
            plan = plan.after(filed) if plan else Plan.of(filed)
        if new:
            state = new
            yield Change(new, filed, what, plan.ends)


def _meeting_step(state: str, last: Plan | None, filed: Filed) -> tuple[str, tuple[str, ...]]:
    status = filed.status
    if status in ("happened", "ongoing"):
        return ("" if state == "held" else "held"), ()
    if status in ("postponed", "cancelled"):
        return ("", ()) if state == "held" else _put_off(state, status, last, filed)
    if status == "planned":
        return _planned(state, last, filed)
    if status == "denied":
        return ("" if state else "denied"), ()
    if state in ("", "denied"):
        return ("invited" if INVITED.search(filed.context) else "proposed"), ()
    return "", ()


def _put_off(state: str, status: str, last: Plan | None, filed: Filed) -> tuple[str, tuple[str, ...]]:
    """``postponed`` or ``cancelled``, but ``moved`` where the new day or place is told in the same breath."""
    what = changed(filed, last) if last and state in AHEAD else ()
    if what and MOVED_TO.search(filed.context) and not CALLED_OFF.search(filed.context):
        return "moved", what
    return ("" if state == status else status), ()


def _planned(state: str, last: Plan | None, filed: Filed) -> tuple[str, tuple[str, ...]]:
    """What a report that speaks of a plan does to the state: it makes, confirms, moves or repeats the plan."""
    if state == "held":
        return "", ()
    if state in ("", "denied", "cancelled"):
        return "planned", ()
    what = changed(filed, last) if last else ()
    if what and state not in ("proposed", "invited"):
        return "moved", what
    if state == "postponed":
        if filed.days and last and filed.days == last.days:  # "was postponed to April 20", told by one more paper: April 20 stands
            return ("planned", ()) if MOVED_TO.search(filed.context) else ("", ())
        return ("moved", ("time",)) if filed.days else ("", ())
    if state in ("proposed", "invited"):
        return "planned", ()
    return ("confirmed", ()) if state != "confirmed" and CONFIRMED.search(filed.context) else ("", ())


def deadline(known: Sequence[Filed]) -> Iterator[Change]:
    """The changes of a deadline; one that is only told again is ``restated``."""
    state, left = "", set[date]()
    plan: Plan | None = None
    last: date | None = None
    for filed in known:
        if plan and state in RUNNING and (_tells_an_old_end(plan, filed, left) or _tells_the_same_shift(last, filed)):
            yield Change("restated", filed, (), plan.ends)
            continue
        new = _deadline_step(state, plan, filed)
        last = filed.day if new in ("extended", "brought forward") else last
        left |= {plan.ends} if plan and plan.ends else set()
        plan = plan.after(filed) if plan else Plan.of(filed)
        if new:
            state = state if new == "restated" else new
            yield Change(new, filed, ("time",) if new in ("extended", "brought forward") else (), plan.ends)


def _deadline_step(state: str, last: Plan | None, filed: Filed) -> str:
    status = _told(filed)
    if status in ("met", "missed", "withdrawn"):
        return "" if state == status else status
    if status == "proposed":
        return "" if state else "proposed"
    if last is not None and last.ends and filed.ends and state in RUNNING:  # two days on the calendar tell better than words
        return _moved(last, filed) or "restated"
    if status in ("extended", "brought forward"):
        return status
    if state not in RUNNING:
        return "set"
    return "restated" if not filed.shift else "extended" if filed.shift > timedelta() else "brought forward"


def _told(filed: Filed) -> str:
    """The state that the entry's status tells of."""
    return {"brought-forward": "brought forward"}.get(filed.status, filed.status)


def _tells_an_old_end(last: Plan, filed: Filed, left: Collection[date]) -> bool:
    """Whether it tells again of an end that was moved: one of those that were ``left``, unless its words say that it is moved back there,
    or one against the direction of its own move ("extended an ultimatum that would have expired today")."""
    moved = _moved(last, filed)
    told = _told(filed)
    again = told in ("extended", "brought forward") or (told in ("set", "restated") and filed.ends in left)
    return bool(moved) and told != moved and again


def _tells_the_same_shift(last: date | None, filed: Filed) -> bool:
    """Whether it tells, within ``SAME_NEWS`` days of the last move and without a day, that it was moved: several papers do."""
    return last is not None and filed.day is not None and filed.ends is None and filed.shift is not None and filed.day - last <= SAME_NEWS


def _moved(last: Plan, filed: Filed) -> str:
    """Whether the end is later or earlier than the one last told."""
    if not last.ends or not filed.ends or "time" not in changed(filed, last):
        return ""
    return "extended" if filed.ends > last.ends else "brought forward"


def act(known: Sequence[Filed]) -> Iterator[Change]:
    """The changes of an act: of a threat or a demand what became of it, of any other the status last told."""
    first = next((one.status for one in known if one.status in OUTCOMES), "")
    state = ""
    for filed in known:
        new = OUTCOMES[first].get(filed.status, "") if first else filed.status
        if new and new != state and not (state in DONE and new in UNDONE):
            state = new
            yield Change(new, filed)


OUTCOMES = {
    "threatened": {
        **dict.fromkeys(("threatened", "planned"), "open"),
        **dict.fromkeys(("happened", "ongoing"), "carried out"),
        **dict.fromkeys(("cancelled", "denied"), "dropped"),
    },
    "demanded": {
        **dict.fromkeys(("demanded", "planned", "proposed"), "open"),
        **dict.fromkeys(("happened", "ongoing"), "met"),
        "cancelled": "dropped",
    },
}
"""What a later status makes of a threat and of a demand. A refusal leaves a demand open."""

DONE = frozenset({"carried out", "met", "happened", "ongoing"})
UNDONE = frozenset({"open", "denied", "planned", "proposed", "possible", "demanded", "threatened", "hypothetical"})
"""What does not undo what was done: a denial stands beside it, a plan is of another time."""


def quote(known: Sequence[Filed]) -> Iterator[Change]:
    """A quotation is said, and then only said again."""
    for place, filed in enumerate(known):
        yield Change("restated" if place else "said", filed)


COURSES: dict[str, Callable[[Sequence[Filed]], Iterator[Change]]] = {"meeting": meeting, "deadline": deadline, "act": act, "quote": quote}


def passed(kind: str, state: str, changes: Sequence[Change], today: date) -> str:
    """The state on a day that may be past the end of what was planned or due: then it has ``lapsed`` or ``expired``."""
    over = {"meeting": (AHEAD, "lapsed"), "deadline": (RUNNING, "expired")}.get(kind)
    ends = next((change.ends for change in reversed(changes) if change.ends), None)
    if over is None or state not in over[0] or state == "postponed":
        return state
    return over[1] if ends is not None and ends < today else state
