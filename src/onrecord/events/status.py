"""Whether it happened: the reader's status, corrected where the words leave no choice."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.nouns import Mark


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and what says so: the name of a rule, or ``reader``."""

    name: str
    by: str = "reader"


def status(mark: Mark) -> Verdict:
    """The status of the event at ``mark``; ``happened`` where the reader has none, since most of what is reported has."""
    read = mark.trait("status")
    return Verdict(read.name if read else "happened")
