"""Patterns for the words that attribute: built once from the lexicon."""

from __future__ import annotations

import re

from onrecord.speech.lexicon import alternation, forms_of, lexicon

SAYING = (
    "say",
    "tell",
    "add",
    "note",
    "state",
    "write",
    "post",
    "tweet",
    "explain",
    "argue",
    "insist",
    "claim",
    "maintain",
    "stress",
    "emphasise",
    "emphasize",
    "reiterate",
    "repeat",
    "remark",
    "observe",
    "suggest",
    "hint",
    "imply",
    "indicate",
    "conclude",
    "contend",
    "assert",
    "quip",
    "joke",
    "recall",
    "predict",
    "warn",
    "caution",
    "testify",
    "announce",
    "declare",
    "reveal",
    "disclose",
    "deny",
    "confirm",
    "admit",
    "acknowledge",
    "concede",
    "report",
    "allege",
    "complain",
    "lament",
    "assure",
    "estimate",
    "believe",
    "think",
    "hope",
    "fear",
    "promise",
    "vow",
    "pledge",
    "boast",
    "underline",
    "underscore",
    "affirm",
    "reaffirm",
    "inform",
    "find",
    "show",
    "clarify",
    "speculate",
)
"""Verbs that take a clause of what is said."""

BARE = (
    "say",
    "add",
    "think",
    "believe",
    "tell",
    "claim",
    "hope",
    "argue",
    "suggest",
    "warn",
    "insist",
    "deny",
    "admit",
    "confirm",
    "assert",
    "announce",
    "note",
    "acknowledge",
    "predict",
    "fear",
    "concede",
    "estimate",
    "allege",
    "maintain",
)
"""Verbs whose clause may come without "that"."""

_QUOTED_ONLY = (
    "ask",
    "reply",
    "respond",
    "answer",
    "continue",
    "snap",
    "shout",
    "laugh",
    "go",
    "put",
    "counter",
    "retort",
    "call",
    "describe",
    "ask",
    "read",
)

CUE = re.compile(rf"\b(?:{alternation((*lexicon().verbs,))})\b")
"""Any verb of the lexicon, lower case."""
QUOTE_CUE = re.compile(
    rf"\b(?:{alternation((*forms_of(*SAYING, *_QUOTED_ONLY), *(f for f, a in lexicon().verbs.items() if a == 'say')))})\b"
)
"""A verb that may stand beside a quotation."""
CLAUSE_CUE = re.compile(rf"\b(?:{alternation(forms_of(*SAYING))})\b", re.IGNORECASE)
BARE_FORMS = frozenset(forms_of(*BARE))
TELLING = frozenset(forms_of("tell", "inform", "assure", "warn", "remind", "advise", "notify"))
"""Verbs whose first object is the person told."""
