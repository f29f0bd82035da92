"""How people meet, and whether it is one more meeting: read off the mode and the words around the anchor."""

from __future__ import annotations

import re

from onrecord.grammar import Rule, scan

VIDEO = r"video(?:[- ]?(?:conference|call|link|conferencing))?|virtual(?:ly)?|online"
PHONE = r"(?:tele)?phone[ds]?(?: calls?)?|hotline"
THREE = r"three[- ]way|trilateral|tripartite|four[- ]way|quadrilateral"

FORMATS: tuple[Rule[str], ...] = tuple(
    Rule(f"format {name}", re.compile(rf"\b(?:{pattern})\b", re.I), lambda _, name=name: name)  # type: ignore[misc]
    for name, pattern in (
        ("three-way", THREE),
        ("video", VIDEO),
        ("phone", PHONE),
        ("summit", r"summits?"),
        ("in person", r"face[- ]to[- ]face|in person|one[- ]on[- ]one|tête-à-tête|behind closed doors"),
        ("visit", r"visit(?:s|ed|ing)?|travel(?:s|led|ling|ed|ing)?|tour(?:s|ed)?|trip|fl(?:y|ies|ew|ying) to"),
    )
)
"""By the words around the anchor, the first that matches. "a three-way meeting" -> three-way; "spoke by phone" -> phone."""

BY_MODE = {"phone": "phone", "visit": "visit", "multilateral": "multilateral", "third-party": "mediated"}
"""By the event's mode, where no word says more."""

REMOTE = frozenset({"phone", "video"})
MANY = frozenset({"three-way", "multilateral"})
PRESENT = frozenset({"in person", "visit", "summit", "three-way", "multilateral"})

ANOTHER = re.compile(
    r"\b(second|third|fourth|fifth|sixth|another|further|fresh|follow-up|earlier|previous|separate(?:ly)?|then|new round|next round|"
    r"last (?=met|round))\b",
    re.I,
)
"""Words that tell one meeting from the others of the same people."""

LEFT, RIGHT = 34, 26
"""How many characters before and after the anchor are looked at."""


def format_of(mode: str, text: str, start: int, end: int) -> str:
    """The format of a mention whose anchor is ``text[start:end]``; "" where neither words nor mode tell."""
    around = _cut(text[max(0, start - LEFT) : start], last=True) + text[start:end] + _cut(text[end : end + RIGHT], last=False)
    found = next(iter(scan(FORMATS, around)), None)
    worded, told = (found.value if found else ""), BY_MODE.get(mode, "")
    if told in REMOTE and worded not in REMOTE:
        return told
    return worded or told


def another(text: str, start: int, end: int) -> str:
    """The word by which a mention says that it is one more meeting ("second", "another"), in lower case, or ""."""
    before = _cut(text[max(0, start - LEFT) : start], last=True)
    found = ANOTHER.search(before + text[start:end])
    return found.group(1).casefold() if found else ""


def apart(one: str, other: str) -> bool:
    """Whether two formats cannot be of one meeting: by phone and in person."""
    return bool(one and other) and ((one in REMOTE and other in PRESENT) or (other in REMOTE and one in PRESENT))


def _cut(text: str, last: bool) -> str:
    """What of ``text`` belongs to the anchor's own clause: after the last mark of punctuation, or before the first."""
    pieces = re.split(r"[.,;:!?\n\"“”()]", text)
    return pieces[-1] if last else pieces[0]
