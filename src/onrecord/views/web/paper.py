"""The templates: every word that they print is escaped, made printable and bounded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.nouns import Entry
from onrecord.views import chain, day, listings, phrase
from onrecord.views.printable import printable
from onrecord.vocabulary import statuses

if TYPE_CHECKING:
    from onrecord.ledger import JudgementRow, Record

LONGEST = 1_000
"""Characters that one value may put on a page; only a report's own text (``Whole``) is shown as it is."""


class Whole(str):
    """Text that is shown in full."""

    __slots__ = ()


def paper() -> Environment:
    """The environment of the desk's templates. There is no ``safe`` in any of them."""
    made = Environment(
        loader=PackageLoader("onrecord.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": _day,
        "published": listings.published,
        "phrase": phrase.phrase,
        "status": status,
        "sign": lambda entry: status(entry).partition(" ")[0],
        "when": phrase.when,
        "speaker": phrase.speaker,
        "said": phrase.said,
        "said_on": listings.said_on,
        "timing": day.timing,
        "says": chain.says,
        "outlet": chain.outlet,
        "who": chain.who,
        "accounts": chain.accounts,
        "clip": clip,
        "link": web_link,
        "path": lambda text: quote(text, safe=""),
        "tone": tone,
        "tone_of": tone_of,
        "state_sign": state_sign,
        "whole": Whole,
        "said_so": said_so,
        "choice_line": choice_line,
    }
    return made


def shown(value: Any) -> Any:
    """What a template prints of a value: no control characters, no changes of direction, not without end."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return "" if value is None else value
    return printable(value if isinstance(value, Whole) else clip(value, LONGEST))


def status(entry: Entry) -> str:
    """Sign and word of a status. A deadline's sign is the flag of the drawing: few fonts of browsers have an hourglass."""
    return phrase.status(entry).replace("⧖", "⚑")


def clip(text: str, longest: int) -> str:
    """``text``, cut with an ellipsis where it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def web_link(url: str) -> str:
    """The address where it may be followed (http and https), else ""."""
    return url if len(url) <= 2_000 and url.lower().startswith(("http://", "https://")) else ""


TONES = {
    "firm": ("happened", "ongoing", "held", "met", "carried out"),
    "harm": ("threatened", "demanded", "missed", "open"),
    "off": ("cancelled", "denied", "postponed", "withdrawn", "hypothetical", "lapsed", "expired", "dropped"),
}
SIGNS = {"firm": "●", "harm": "△", "off": "⊘", "open": "○"}


def tone(entry: Entry) -> str:
    """How firm an entry is, as the stylesheet knows it: firm, open, harm, off, or said."""
    return "said" if entry.kind == "quote" else tone_of(entry.status)


def tone_of(state: str) -> str:
    """How firm a status, or a state of a thread, is."""
    return next((name for name, states in TONES.items() if state in states), "open")


def state_sign(state: str, kind: str) -> str:
    """The sign of a thread's state: a deadline's flag, that of the status of this name, else that of its tone."""
    if kind == "deadline":
        return "⚑"
    known = statuses().get(state)
    return known.sign if known else SIGNS[tone_of(state)]


SAID_SO = {
    ("entry", "reject"): "Wrong", ("entry", "accept"): "Right after all", ("link", "accept"): "One thing", ("link", "reject"): "Two things",
    ("link", "merge"): "Threads merged", ("link", "split"): "Split off its thread",
}  # fmt: skip


def said_so(row: JudgementRow) -> str:
    """What a person said, in words."""
    return SAID_SO.get((row.subject, row.verdict), "Undone" if row.verdict == "undo" else row.verdict)


def choice_line(record: Record) -> str:
    """An entry in one line, for a list to choose from."""
    told = listings.published(record.published) or "day unknown"
    return clip(f"{told} · {status(record.entry)} · {phrase.phrase(record.entry)} · {chain.outlet(record)}", 140)


def _day(value: date | str | None) -> str:
    return "" if not value else day.day(date.fromisoformat(value[:10]) if isinstance(value, str) else value)
