"""Marked text: a report and its reading, written as one string.

``[Lavrov|source] [said|cue] [talks will resume|content]`` gives the text without the brackets, and a reading whose marks and arcs
are those of the brackets. A label is one of

- ``cue source content to via``: speech; the last four hang on the nearest cue, or on the one of the same number (``source1`` on ``cue1``);
- ``CONSULT:planned`` or ``CONSULT:planned:meet`` (type, status, mode) and ``DEADLINE:set``: anchors;
- ``actor recipient place time condition``: hang on the nearest event (or ``actor2`` on ``CONSULT2:planned``);
- ``setter addressee demand due consequence``: hang on the nearest deadline;
- ``person organization place_ group``: mentions of that kind (``place_`` for a mention, since ``place`` is a role).

Brackets nest. Several labels of one span are joined by ``;``. A literal bracket is written ``\\[``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.nouns import Arc, Label, Mark, Published, Reading, Report, Span
from onrecord.vocabulary import event_types, roles

TOKEN = re.compile(r"\\(.)|(\[)|\|([^\[\]|]*)\]|(.)", re.S)
LABEL = re.compile(r"([A-Za-z_-]+?)(\d*)((?::[\w-]+)*)$")
WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”’')]*|\n|$)\s*")
SPEECH = ("cue", "source", "content")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked text taken apart."""

    report: Report
    reading: Reading
    labelled: tuple[tuple[str, Span], ...]

    def span(self, label: str) -> Span:
        """The first span of that label, as it was written."""
        return next(span for key, span in self.labelled if key == label)


def marked(source: str, day: str = "", outlet: str = "") -> Marked:
    """Take a marked text apart; ``day`` is the day of publication, ISO."""
    text, labelled = _strip(source)
    published = Published(day=date.fromisoformat(day), by="test") if day else Published()
    report = Report(text=text, name="marked", outlet=outlet, published=published)
    return Marked(report, _reading(text, labelled), tuple(labelled))


def reading(source: str) -> Reading:
    """The reading alone."""
    return marked(source).reading


def _strip(source: str) -> tuple[str, list[tuple[str, Span]]]:
    out: list[str] = []
    opened: list[int] = []
    labelled: list[tuple[str, Span]] = []
    at = 0
    for match in TOKEN.finditer(source):
        escaped, opening, label, plain = match.groups()
        if opening:
            opened.append(at)
        elif label is not None:
            start = opened.pop()
            labelled.extend((one.strip(), Span(start, at)) for one in label.split(";"))
        else:
            out.append(escaped or plain)
            at += 1
    assert not opened, f"unclosed bracket in {source!r}"
    return "".join(out), sorted(labelled, key=lambda pair: (pair[1], pair[0]))


def _reading(text: str, labelled: list[tuple[str, Span]]) -> Reading:
    heads: list[tuple[str, str, Mark]] = []
    tails: list[tuple[str, str, Span]] = []
    mentions: list[Mark] = []
    for label, span in labelled:
        match = LABEL.match(label)
        assert match, f"no such label: {label}"
        name, number, traits = match.groups()
        if name in event_types() or name == "DEADLINE":
            heads.append((_of(name), number, _anchor(name, span, traits.split(":")[1:])))
        elif name == "cue":
            heads.append(("statement", number, Mark("speech", "cue", span, 1.0)))
        elif name in roles():
            tails.append((name, number, span))
        else:
            mentions.append(Mark("mention", name.rstrip("_"), span, 1.0))
    arcs = [arc for name, number, span in tails for arc in _arcs(name, number, span, heads)]
    marks = [head for _, _, head in heads] + mentions
    marks += [Mark("speech", name, span, 1.0) for name, _, span in tails if name in SPEECH]
    return Reading(
        words=tuple(Span(*m.span()) for m in WORD.finditer(text)),
        sentences=tuple(Span(*m.span()).trim(text) for m in SENTENCE.finditer(text) if m.group().strip()),
        paragraphs=tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text)),
        marks=tuple(sorted(marks, key=lambda mark: mark.span)),
        arcs=tuple(sorted(arcs, key=lambda arc: arc.tail)),
    )


def _of(name: str) -> str:
    return "deadline" if name == "DEADLINE" else "event"


def _anchor(name: str, span: Span, traits: list[str]) -> Mark:
    keys = ("status", "mode")
    found = tuple((key, Label(value, 1.0)) for key, value in zip(keys, traits, strict=False))
    return Mark(_of(name), name, span, 1.0, found)


def _arcs(name: str, number: str, tail: Span, heads: list[tuple[str, str, Mark]]) -> list[Arc]:
    """An arc from the head of the same number; without a number, from the nearest head of the right sort."""
    sort = roles()[name].of
    near = [(mark.span.distance(tail), key, mark) for kind, key, mark in heads if kind == sort]
    if number:
        return [Arc(mark, name, tail, 1.0) for _, key, mark in near if key == number]
    return [Arc(min(near, key=lambda item: item[0])[2], name, tail, 1.0)] if near else []
