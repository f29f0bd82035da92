"""What the reader's heads may answer: the inventory that weights are trained for and checked against."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

EVENT_ROLES = ("actor", "recipient", "place", "time", "condition")
SPEECH_ROLES = ("source", "content", "to", "via")
DEADLINE_ROLES = ("setter", "addressee", "demand", "due", "consequence")
KINDS = ("event", "deadline", "cue", "attribution")
"""Kinds of anchors. ``cue`` follows our codebook, ``attribution`` the wider habit of attribution corpora."""
MENTIONS = ("person", "organization", "place")
TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "AUX:Inf", "AUX:Past", "AUX:PastPart", "AUX:Pres", "AUX:PresPart", "CCONJ", "DET", "INTJ",
    "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB:Imp", "VERB:Inf", "VERB:Past", "VERB:PastPart",
    "VERB:Pres", "VERB:PresPart", "VERB", "X",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labels:
    """The inventory: every label of every head, in the order of the weights' columns."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, ...], ...]  # those of each type, "" first
    statuses: tuple[str, ...]
    deadline_statuses: tuple[str, ...]
    mentions: tuple[str, ...] = MENTIONS
    tags: tuple[str, ...] = TAGS
    roles: tuple[str, ...] = EVENT_ROLES + SPEECH_ROLES + DEADLINE_ROLES

    @property
    def layers(self) -> dict[str, tuple[str, ...]]:
        """Spans that are tagged word by word (O, then B- and I- of each label), in the order of the columns."""
        return {
            "event": self.types,
            "deadline": ("DEADLINE",),
            "cue": ("cue",),
            "attribution": ("cue",),
            "source": ("source",),
            "content": ("content",),
            "mention": self.mentions,
        }

    @property
    def columns(self) -> dict[str, slice]:
        """Where each layer's scores, and those of the tags, stand among a word's scores."""
        out, at = {}, 0
        for name, labels in self.layers.items():
            out[name] = slice(at, at + 1 + 2 * len(labels))
            at += 1 + 2 * len(labels)
        out["tags"] = slice(at, at + len(self.tags))
        return out

    @property
    def anchor_labels(self) -> tuple[str, ...]:
        """Labels that an anchor may bear: the types, then the other kinds."""
        return self.types + KINDS[1:]

    @property
    def all_modes(self) -> tuple[str, ...]:
        """Every mode's name once, "" first."""
        return tuple(dict.fromkeys(mode for modes in self.modes for mode in modes))

    def roles_of(self, kind: str) -> tuple[str, ...]:
        """The roles that an anchor of ``kind`` may have."""
        return EVENT_ROLES if kind == "event" else DEADLINE_ROLES if kind == "deadline" else SPEECH_ROLES

    def as_json(self) -> dict[str, Any]:
        """Plain lists, to be written beside the weights and compared with them."""
        return {key: [list(x) if isinstance(x, tuple) else x for x in value] for key, value in asdict(self).items()}


def labels_of_vocabulary() -> Labels:
    """The inventory of the code that runs: the tables of ``onrecord.vocabulary``."""
    from onrecord import vocabulary

    types = tuple(vocabulary.event_types())
    return Labels(
        types=types,
        modes=tuple(("", *vocabulary.modes_of(name)) for name in types),
        statuses=tuple(vocabulary.statuses()),
        deadline_statuses=tuple(vocabulary.deadline_statuses()),
    )
