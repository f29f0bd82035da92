"""Whether the cue is negated, and silence and refusal, which are acts of their own."""

from __future__ import annotations

import re

SILENT_VERBS = (
    "mention|respond|reply|elaborate|specify|give|provide|name|identify|comment|address|say|disclose|answer|offer|discuss|explain|"
    "detail|go into|reveal|release|refer|speak|publish|state|issue"
)
NEGATION = re.compile(r"\b(?:not|never|neither|nor|no)\b|n['’]t\b", re.IGNORECASE)
SILENCE = re.compile(
    rf"\b(?:did|does|do|has|have|had|would|could|was|were)(?:\s+not|n['’]t)\s+(?:yet\s+|immediately\s+|"
    rf"directly\s+|publicly\s+|ever\s+|been\s+|\w+ly\s+)?"
    rf"(?:{SILENT_VERBS})(?:ed|d|n|led)?\b|\b(?:gave|gives?|giving|provided|offered|released)\s+no\s+(?:\w+\s+)?(?:details?|"
    rf"reasons?|explanation|date|names?|figures?|comment|information|indication)|"
    r"\bmade\s+no\s+(?:mention|reference|comment)|\b(?:was|were|is|are|remained|stayed|kept|keeps?|remains?)\s+(?:silent|"
    r"mum|quiet|tight-lipped)|\bstopped\s+short\s+of|"
    r"\bnever\s+mention(?:ed|s)|\bwithout\s+(?:giving|elaborating|mentioning|naming|saying|specifying|"
    r"providing)\b|\bno\s+(?:immediate\s+)?(?:comment|response|reply)\b|"
    r"\bcould\s+not\s+(?:immediately\s+)?be\s+reached|\bsaid\s+nothing\b|\bsays\s+nothing\b|\bmade\s+no\s+secret\b|"
    r"\b(?:omitted|skirted|avoided|sidestepped)\b",
    re.IGNORECASE,
)
REFUSAL = re.compile(
    r"\b(?:declin(?:ed|es?|ing)|refus(?:ed|es?|ing|al))\s+(?:repeatedly\s+)?(?:(?:to|a|an|any|all|further)\s+)?(?:\w+ly\s+)?(?:further\s+)?"
    r"(?:comments?|requests?|say|discuss|answer|elaborate|respond|reply|name|identify|disclose|speak|be\s+(?:named|"
    r"identified|drawn|interviewed|quoted)|weigh|confirm|give|provide|specify|talk|speculate|detail|explain|"
    r"interviews?|questions?|reveal|address)|"
    r"\b(?:would|will)(?:\s+not|n['’]t)\s+(?:immediately\s+|directly\s+)?(?:comment|say|elaborate|discuss|"
    r"confirm|answer|be\s+drawn|speculate|name|disclose|specify|give (?:details|reasons)|reveal|identify|"
    r"talk)\b|\bno\s+comment\b|"
    r"\brefused\s+comment",
    re.IGNORECASE,
)


def negated(cue: str, before: str) -> bool:
    """Whether ``cue``, or the few words ``before`` it, deny it."""
    return bool(NEGATION.search(cue) or re.search(r"(?:\bnot|\bnever|n['’]t)(?:\s+\w+ly|\s+yet)?\s*$", before, re.IGNORECASE))
