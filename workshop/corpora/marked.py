"""Our own sentences in marked text: ``corpus/statuses.txt``, one report a line, by ``corpus/CODEBOOK.md``.

``[Kenya=1]`` names a span, ``[met*CONSULT/meet/happened a1 r2]`` is an event (type/mode/status) with roles by number,
``[said~s4 q5]`` a cue, ``<5:the talks failed>`` a span that may hold others, or an earlier stretch of the same words again,
written after the end of the sentence. Roles: a actor, r recipient, p place, t time, c condition; s source, q content, o to, v via.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workshop.corpora.example import Anchor, Example, Place

ROLES = {
    "a": "actor", "r": "recipient", "p": "place", "t": "time", "c": "condition",
    "s": "source", "q": "content", "o": "to", "v": "via",
}  # fmt: skip
_TOKEN = re.compile(r"<(?P<open>\d):|(?P<close>>)|\[(?P<form>[^\[\]*=~]+)(?P<rest>[^\[\]]*)\]|[^<>\[]+")
_AGAIN = re.compile(r"<(\d):([^<>\[\]]+)>$")
_REST = re.compile(r"(?:=(?P<name>\d))?(?:\*(?P<type>[A-Z]+)/(?P<mode>[\w-]*)/(?P<status>[\w-]+))?(?P<cue>~)?(?P<roles>(?: ?[a-z]\d)*)")


class Marked:
    """A file of marked reports; lines that start with # are comments."""

    layers = frozenset({"event", "deadline", "cue", "source", "content"})

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Example]:
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines()):
            if line and not line.startswith("#"):
                yield example(f"{self.path.stem}-{number}", line)


def example(name: str, line: str) -> Example:
    """The report that ``line`` marks. Raises ``ValueError`` or ``KeyError`` where the marks are wrong."""
    again = _AGAIN.search(line)
    text, spans, open_at = "", {}, []
    anchors: list[tuple[Place, re.Match[str]]] = []
    for token in _TOKEN.finditer(line[: again.start()] if again else line):
        if token["open"]:
            open_at.append((token["open"], len(text)))
        elif token["close"]:
            number, start = open_at.pop()
            spans[number] = (start, len(text))
        elif token["form"]:
            text += _form(token, len(text), spans, anchors)
        else:
            text += token[0]
    if again:
        start = text.index(again[2])
        spans[again[1]] = (start, start + len(again[2]))
    found = [_anchor(place, mark, spans) for place, mark in anchors]
    return Example(name, text, Marked.layers, found, names=_names(text, spans))


def _form(token: re.Match[str], start: int, spans: dict[str, Place], anchors: list[tuple[Place, re.Match[str]]]) -> str:
    mark = _REST.fullmatch(token["rest"])
    if mark is None:
        raise ValueError(f"no such mark: {token[0]}")
    place = (start, start + len(token["form"]))
    if mark["name"]:
        spans[mark["name"]] = place
    if mark["type"] or mark["cue"]:
        anchors.append((place, mark))
    return token["form"]


def _anchor(place: Place, mark: re.Match[str], spans: dict[str, Place]) -> Anchor:
    roles: dict[str, list[Place]] = {}
    for role, number in re.findall(r"([a-z])(\d)", mark["roles"]):
        roles.setdefault(ROLES[role], []).append(spans[number])
    roles = {name: sorted(places) for name, places in roles.items()}
    if mark["cue"]:
        return Anchor("cue", "cue", place, {}, roles)
    return Anchor("event", mark["type"], place, {"status": mark["status"], "mode": mark["mode"]}, roles)


def _names(text: str, spans: dict[str, Place]) -> list[tuple[Place, str]]:
    return [(place, text[slice(*place)]) for place in spans.values() if text[place[0]].isupper()]
