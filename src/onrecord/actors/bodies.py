"""Descriptions of bodies: "the agency", "the company", "the party" mean the last body that can be one."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.sectors import body_sector
from onrecord.actors.stage import REACH, Figure, Stage

KINDS = frozenset(("body", "outlet", "armed-group", "group"))
FIRMS = frozenset(("", "BUS", "MED"))
# Which sectors a body may have that is called so; "" is that of a body whose name tells none.
FITTING = {
    **dict.fromkeys(("company", "firm", "corporation", "giant", "platform", "app", "airline", "carrier", "manufacturer"), FIRMS),
    **dict.fromkeys(("service", "network", "channel", "station"), frozenset(("", "BUS", "MED"))),
    **dict.fromkeys(("organization", "organisation"), frozenset(("", "IGO", "NGO", "PTY", "REL", "REB"))),
    **dict.fromkeys(("group", "movement"), frozenset(("NGO", "PTY", "REL", "REB"))),
    **dict.fromkeys(("institution",), frozenset(("", "EDU", "BUS", "IGO"))),
    **dict.fromkeys(("body",), frozenset(("", "IGO", "GOV"))),
    **dict.fromkeys(("agency",), frozenset(("", "GOV", "SPY", "COP", "IGO", "MED"))),
    **dict.fromkeys(("party",), frozenset(("", "PTY", "OPP"))),
}


def called(noun: str, stage: Stage, barred: set[str]) -> Figure | None:
    """The last body that the report called so, or whose name ends so; else the last one that can be called so. ``barred``: names of
    those that it is not.
    """
    named = {figure.name for figure in stage.tails.get(noun, ()) if figure.mentions}
    sectors = FITTING.get(noun, frozenset())
    fit = ""
    for figure in _last(stage):
        if figure.name in barred:
            continue
        if figure.name in named:
            return figure
        if not fit and sectors and _sector(figure) in sectors:
            fit = figure.name
    return stage.figures.get(fit)


def _last(stage: Stage) -> Iterator[Figure]:
    return (one for trace in reversed(stage.log[-REACH:]) for one in trace.figures[:1] if one.kind in KINDS and not trace.plural)


def _sector(figure: Figure) -> str:
    return (figure.row.sector if figure.row else "") or body_sector(figure.kind, figure.name)
