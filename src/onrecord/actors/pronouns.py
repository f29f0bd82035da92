"""Whom a pronoun means: agreement first, then nearness and the subject's precedence, never somebody with another part in the same clause."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors import heads
from onrecord.actors.stage import Figure, Stage
from onrecord.nouns import Reading, Span

REACH = 700
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure chosen, with a score in [0, 1] that falls with the runner-up's strength."""

    figure: Figure
    score: float


def agrees(word: str, figure: Figure) -> bool:
    """Whether gender, number and animacy allow the pronoun to mean the figure."""
    if word in heads.MALE:
        return figure.kind == "person" and figure.gender != "f"
    if word in heads.FEMALE:
        return figure.kind == "person" and figure.gender != "m"
    if word in heads.NEUTER:
        return figure.kind != "person"
    if word in heads.PLURAL:
        return figure.kind != "person"
    return False


def refer(word: str, span: Span, stage: Stage, reading: Reading, barred: set[str]) -> Choice | None:
    """The antecedent of a third-person pronoun among what was mentioned before it; ``barred``: names with another part in its clause."""
    sentence = reading.sentence_at(span.start)
    scores: dict[str, float] = {}
    for trace in reversed(stage.log[-LOOK_BACK:]):
        start, end, figure, form = trace.start, trace.end, trace.figure, trace.form
        if start >= span.start or span.start - end > REACH or figure.name in barred or not agrees(word, figure):
            continue
        weight = _weight(start, end, form, span, sentence, reading)
        scores[figure.name] = max(scores.get(figure.name, 0.0), weight) + (0.15 if figure.name in scores else 0.0)
        if word in heads.FEMALE and figure.gender == "f" or word in heads.MALE and figure.gender == "m":
            scores[figure.name] += 0.1
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 1.0
    return Choice(stage.figures[ranked[0][0]], min(0.95, 0.6 + margin / 3))


def _weight(start: int, end: int, form: str, span: Span, sentence: Span, reading: Reading) -> float:
    own = reading.sentence_at(start)
    apart = 0 if own == sentence else 1 if own.end >= sentence.start - 3 else 2 + (sentence.start - own.end) / 200
    subject = 1.0 if start - own.start < 25 else 0.0
    near = 1.0 - min(span.start - end, REACH) / REACH
    return 3.0 - apart + subject * 0.9 + near * 0.5 - (0.6 if form == "member" else 0.0) - (0.5 if form == "demonym" else 0.0)
