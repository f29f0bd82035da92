"""Words that only point: "now", "recently", "the future", "previously"."""

from __future__ import annotations

from onrecord.times.rules import time_rule
from onrecord.times.stretches import Reference

ATOMS = (
    time_rule("now", "tref", "{now}", lambda _: Reference("PRESENT_REF")),
    time_rule("soon", "tref", "{soon}", lambda _: Reference("FUTURE_REF")),
    time_rule("recent", "tref", "{recent}", lambda _: Reference("PAST_REF")),
)
