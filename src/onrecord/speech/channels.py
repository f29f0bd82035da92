"""The medium that a statement names: a network, a call, a press conference, an interview, a statement."""

from __future__ import annotations

import re

from onrecord.grammar import Rule
from onrecord.nouns import Span
from onrecord.speech.page import Page


def _words(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match.group("as"))


def _rule(name: str, pattern: str, flags: int = 0) -> Rule[str]:
    return Rule(name, re.compile(pattern, flags), _words)


_ON = (
    r"(?:in|at|during|on|via|through|by|from|over|after)\s+(?:an?|the|his|her|its|their|a\s+joint|multiple|"
    r"his\s+own)?\s*"
)
_BEFORE = rf"{_ON}(?:[\w.'’-]+\s+){{0,3}}?"
_BEFORE_CALL = rf"{_ON}(?:[\w.-]+\s+){{0,3}}?"
"""What is somebody else's call is where the speaker was, not how it was said: "was present on Solvang's call, and later said"."""

CHANNELS: tuple[Rule[str], ...] = (
    _rule(
        "network by name",
        r"\b(?:on|to|via|in|using|over)\s+(?:(?:his|her|its|their|the)\s+)?(?:\w+(?:['’]s)?\s+)?(?P<as>Truth "
        r"Social|Telegram|Twitter|Facebook|Instagram|WhatsApp|Weibo|Threads|Bluesky|YouTube|TikTok|VK|LinkedIn|"
        r"Substack|social media)\b",
    ),
    _rule("X", r"\b(?:on|to|via)\s+(?P<as>X)\b(?!\s?-)(?=[\s,.;:]|$)"),
    _rule(
        "named account",
        r"\b(?P<as>Truth Social|Telegram|Twitter|Facebook|Instagram|Weibo)\s+(?:account|page|channel|post|"
        r"message|feed|video)s?\b",
    ),
    Rule("tweet", re.compile(r"\b(?:re)?tweet(?:ed|s|ing)?\b", re.IGNORECASE), lambda _: "Twitter"),
    _rule(
        "press conference",
        r"\b(?P<as>(?:joint\s+)?(?:press|news|media)\s+(?:conference|briefing)|(?<=regular )briefing|(?<=daily "
        r")briefing|(?<=a )briefing|(?<=the )briefing(?! (?:paper|note|book|room)))s?\b",
        re.IGNORECASE,
    ),
    _rule(
        "interview",
        rf"\b{_BEFORE}(?P<as>(?:(?:telephone|phone|television|radio|televised|TV|rare|exclusive)\s+)?interviews?)\b",
        re.IGNORECASE,
    ),
    _rule(
        "call",
        rf"\b{_BEFORE_CALL}(?P<as>(?:phone|telephone|conference)\s+(?:call|conversation)|(?<=\s)call)\b(?!\s+(?:for|"
        rf"on|to\s+(?:end|stop|halt)))",
        re.IGNORECASE,
    ),
    Rule("by telephone", re.compile(r"\bby\s+(?:tele)?phone\b", re.IGNORECASE), lambda _: "telephone"),
    _rule("state media", r"\b(?:on|to|told|by)\s+(?:\w+\s+)?(?P<as>state(?:-run)?\s+(?:television|TV|media|radio))\b", re.IGNORECASE),
    _rule(
        "document",
        rf"\b(?:{_BEFORE}|issued\s+an?\s+|released\s+an?\s+|publish(?:ed|es)\s+an?\s+|sign\s+an?\s+)(?P<as>(?:joint\s+|"
        rf"written\s+|short\s+)?statement|communiqu[eé]|readout|letter|memo|op-ed|column|editorial|commentary|"
        rf"press release|"
        r"white paper|report|decree|email|e-mail|blog post|filing|declaration(?: of \w+)?|advisory|note)\b(?!\s+(?:card|"
        r"book))",
        re.IGNORECASE,
    ),
    _rule(
        "speech",
        rf"\b{_BEFORE}(?P<as>(?:televised\s+|stump\s+)?(?:speech|address|remarks)|debate|town hall|campaign "
        rf"rally|rally|hearing|sermon|testimony|broadcast)\b",
        re.IGNORECASE,
    ),
    _rule("video", rf"\b{_BEFORE}(?P<as>(?:video|audio)(?:\s+(?:message|statement|address|recording))?)\b", re.IGNORECASE),
    _rule("post", rf"\b{_BEFORE}(?P<as>post|tweet|message|podcast|livestream|radio show|radio ad|headline)s?\b", re.IGNORECASE),
)
"""In this order: what is named before what is of a kind."""


def channel_of(around: str) -> tuple[str, str]:
    """The channel as the text words it and the rule that saw it, or two empty strings. ``around``: the cue's sentence, content blanked."""
    for rule in CHANNELS:
        match = rule.pattern.search(around)
        value = rule.produce(match) if match else None
        if value:
            return value, rule.name
    return "", ""


def outside(page: Page, sentence: Span, content: tuple[Span, ...]) -> str:
    """The sentence with what is said, and every quotation, blanked out; offsets into it stay those of the sentence."""
    chars = list(sentence.of(page.text))
    for span in (*content, *(q.outer for q in page.quotations_at(sentence) if len(q.inner.of(page.text).split()) > 4)):
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            chars[at - sentence.start] = " "
    return "".join(chars)
