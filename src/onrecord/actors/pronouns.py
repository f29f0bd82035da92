"""Whom a pronoun means: agreement first, then nearness and the subject's precedence, never somebody with another part in the same
clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors import heads
from onrecord.actors.stage import Figure, Stage, Trace
from onrecord.nouns import Span

REACH = 700
LOOK_BACK = 60
# Weights found on training reports (workshop/scoring/actors.py) and GUM (news, interview): a sentence apart, a subject, nearness within
# the reach, a mention more, a known gender.
APART, SUBJECT, NEAR, AGAIN, GENDER = 1.0, 0.4, 0.3, 0.3, 0.28
# What speaks for and against an antecedent of "they": several at once, members, unnamed people, one body, one state.
SEVERAL, MEMBERS, NOBODY, BODY, STATE = 0.5, 0.52, 0.5, -0.55, -0.87
# Somebody without a name, as against one who has one.
UNNAMED = -0.7


class Sentences:
    """The sentences of a report, found by a place in it: what ``Reading.sentence_at`` gives, without going through a key each time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans, self.starts = spans, [span.start for span in spans]

    def at(self, offset: int) -> Span:
        """The sentence that holds the character at ``offset``, or the last one that starts before it."""
        return self.spans[max(bisect_right(self.starts, offset) - 1, 0)] if self.starts else Span(0, 0)


@dataclass(frozen=True, slots=True)
class Choice:
    """Those chosen, as members or themselves, with a score in [0, 1] that falls with the runner-up's strength."""

    figures: tuple[Figure, ...]
    member: bool
    score: float


def agrees(word: str, trace: Trace) -> bool:
    """Whether gender, number and animacy allow the pronoun to mean those of a mention."""
    if word in heads.PLURAL:
        return trace.plural or all(figure.kind != "person" for figure in trace.figures)
    if trace.member or trace.plural:
        return False
    if not trace.figures:
        return trace.gender != "f" if word in heads.MALE else word in heads.FEMALE and trace.gender != "m"
    figure = trace.figures[0]
    if word in heads.MALE:
        return figure.kind in ("person", "office") and figure.gender != "f"
    if word in heads.FEMALE:
        return figure.kind in ("person", "office") and figure.gender != "m"
    return word in heads.NEUTER and figure.kind not in ("person", "office")


def refer(word: str, span: Span, stage: Stage, sentences: Sentences, barred: set[str]) -> Choice | None:
    """The antecedent of a third-person pronoun among what was mentioned before it; ``barred``: names with another part in its clause."""
    sentence, begins = sentences.at(span.start), span.start
    scores: dict[tuple[tuple[str, ...], bool], float] = {}
    for trace in reversed(stage.log[-LOOK_BACK:]):
        if trace.start >= begins or begins - trace.end > REACH or not agrees(word, trace):
            continue
        names = [figure.name for figure in trace.figures]
        if barred and not barred.isdisjoint([f"~{name}" for name in names] if trace.member else names):
            continue
        who = (tuple(sorted(names)), trace.member)
        weight, before = _weight(word, trace, begins, sentence, sentences), scores.get(who)
        scores[who] = max(0.0, weight) if before is None else max(before, weight) + AGAIN
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or not ranked[0][0][0]:
        return None
    margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 1.0
    best, member = ranked[0][0]
    return Choice(tuple(stage.figures[name] for name in best), member, min(0.95, 0.6 + margin / 3))


def _weight(word: str, trace: Trace, begins: int, sentence: Span, sentences: Sentences) -> float:
    own = sentences.at(trace.start)
    gap = sentence.start - own.end
    apart = 0.0 if own is sentence or own == sentence else APART if gap <= 3 else 2 * APART + gap / 200
    subject = SUBJECT if trace.subject else 0.0
    near = NEAR * (1.0 - min(begins - trace.end, REACH) / REACH)
    return 4.0 - apart + subject + near - (0.5 if trace.form == "demonym" else 0.0) + _number(word, trace)


def _number(word: str, trace: Trace) -> float:
    if word not in heads.PLURAL:
        known = trace.figures[0].gender if trace.figures else trace.gender
        return (GENDER if known else 0.0) + (0.0 if trace.figures else UNNAMED)
    if not trace.figures:
        return NOBODY
    if len(trace.figures) > 1:
        return SEVERAL
    if trace.member:
        return MEMBERS
    return STATE if trace.figures[0].kind == "state" else BODY
