"""A line of words to a line in which each time is one word: the rules applied, pass by pass, longest match first."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.grammar import Rule, scan
from onrecord.grammar.rule import Hit
from onrecord.times.english import PASSES
from onrecord.times.lexicon import CLASS
from onrecord.times.rules import Made
from onrecord.times.words import Line, Word

CLOCK = CLASS["tclock"]
TIMES = frozenset(CLASS[name] for name in ("tday", "tmonth", "tyear", "tspan", "ttime", "tclock", "tdur", "tset", "tref"))


def parse(line: Line) -> Line:
    """The line with its times put together; each such word has an under-specified time as value and its rule as ``by``."""
    for rules in PASSES:
        line = reduce(line, rules)
    return line


def reduce(line: Line, rules: Sequence[Rule[Made]]) -> Line:
    """One pass: of all matches the longest win, then the leftmost, then the earlier rule."""
    hits = sorted(scan(rules, line), key=lambda hit: (hit.start - hit.end, hit.start))
    taken = bytearray(len(line))
    kept: list[Hit[Made]] = []
    for hit in hits:
        if hit.end > hit.start and not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return _replaced(line, sorted(kept, key=lambda hit: hit.start)) if kept else line


def _replaced(line: Line, hits: list[Hit[Made]]) -> Line:
    out: list[Word] = []
    at = 0
    for hit in hits:
        out.extend(line.words[at : hit.start])
        span = line.span(hit.start, hit.end)
        alone = line.words[hit.start].by if hit.end == hit.start + 1 and line[hit.start] == CLOCK else ""
        out.append(Word(span.start, span.end, "", hit.value.kind, hit.value.time, alone or hit.by))
        at = hit.end
    out.extend(line.words[at:])
    made = Line("".join(word.kind for word in out))
    made.words = tuple(out)
    return made
