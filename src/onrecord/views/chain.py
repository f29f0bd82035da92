"""Who says so, drawn as a chain: ``Yuri Ushakov → Zvezda → this report``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.nouns import Account, Entry, Participant, Quote, Source
from onrecord.views.printable import one_line

if TYPE_CHECKING:
    from onrecord.ledger import Record

ARROW = " → "
AT_MOST = 3


def who(one: Participant) -> str:
    """The canonical name; for unnamed members of a body, and for what is not resolved, the report's own words."""
    return one_line(one.words if one.name.startswith("~") or not one.name else one.name)


def everybody(people: Iterable[Participant], joined: str = ", ") -> str:
    """Names, each once, in their order."""
    return joined.join(dict.fromkeys(filter(None, map(who, people))))


def chain(links: Iterable[Source], report: str) -> str:
    """From the innermost speaker to the report, which is written as ``report``; links of one name that follow each other are one."""
    names = [report if link.kind == "report" else _source(link) for link in links]
    kept = [name for place, name in enumerate(names) if name and (place == 0 or name != names[place - 1])]
    return ARROW.join(kept if kept and kept[-1] == report else [*kept, report])


def outlet(record: Record) -> str:
    """Who published the report: its outlet, else its title, else "this report"."""
    return one_line(record.outlet or record.title) or "this report"


def accounts(entry: Entry) -> tuple[Account, ...]:
    """Who says so; for a quote its own chain, and for what nobody else says an account without a chain: the report's own word."""
    if isinstance(entry, Quote):
        return (Account(entry.chain),)
    return entry.accounts or (Account(),)


def says(record: Record, report: str = "") -> str:
    """Everybody who says so, chain by chain; ``report`` is how this report is called, its outlet where that is left empty."""
    named = report or outlet(record)
    chains = list(dict.fromkeys(chain(account.chain, named) for account in accounts(record.entry)))
    more = f" and {len(chains) - AT_MOST} more" if len(chains) > AT_MOST else ""
    return "; ".join(chains[:AT_MOST]) + more


def _source(link: Source) -> str:
    """The name of a link; unnamed members of a body go by their description."""
    unnamed = not link.name or link.name.startswith("~")
    return one_line(link.description if unnamed and link.description else link.name.lstrip("~") or link.kind)
