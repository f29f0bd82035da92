"""Words that only point: "now", "recently", "the future", "current", "recent", "these days", "as soon as possible"."""

from __future__ import annotations

import re

from onrecord.times.context import Time
from onrecord.times.rules import following, time_rule, words
from onrecord.times.stretches import Reference

PAST, PRESENT, FUTURE = (Reference(value) for value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"))


def _now(match: re.Match[str]) -> Time | None:
    """ "now", but not the "Now, ..." that only goes on to the next thing."""
    return None if words(match, "w")[0].text == "Now" and following(match) == "," else PRESENT


ATOMS = (
    time_rule("now", "tref", "{right}?{now:w}", _now),
    time_rule("current", "tref", "{current}", lambda _: Reference("PRESENT_REF", placed=False)),
    time_rule("recent", "tref", "{recent}", lambda _: PAST),
    time_rule("currently", "tref", "{currently}|{these}{units}", lambda _: PRESENT),
    time_rule("recently", "tref", "(?<!{as}){more}?{recently}", lambda _: PAST),
    time_rule(
        "the past",
        "tref",
        "{the}{past}(?!{NUM|few|several|some|couple|UNIT|units|weekend|season|month|half|a|full|seasons})",
        lambda _: PAST,
    ),
    time_rule("the future", "tref", "{the}{future}", lambda _: FUTURE),
    time_rule("as soon as possible", "tref", "{as}{soon}{as}{possible}", lambda _: FUTURE),
)
