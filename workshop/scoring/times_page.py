"""``docs/times.md``: what the times room finds, made from its cases.

python -m workshop.scoring.times_page > docs/times.md
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

from onrecord.times.english import PASSES

HEAD = """# Times

What `onrecord` takes for a time expression, and what it makes of it. This page is made by `make docs` from
`src/onrecord/times/cases.toml`, every line of which is a test; the words in **bold** are the expression.

TIMEX3 is what TimeML says of it (type, value, mod). The window is where it lies on the calendar, both ends inclusive: a day, a month, a
year, or `from/to` with an open side; empty where no calendar day can be given. Deadlines and calendars read the window only.

A bare weekday, month or date looks the way its clause looks: the status of the event that it dates, a bound ("by", "since"), the nearest
verb; without any of them backwards, and among dates to the nearer one. Where the day of publication is unknown, relative times stay so.

"Before Friday" counts that Friday in; "before 15 September" and "before the weekend" do not count the day named. A fiscal year is the
federal one of the United States. Seasons are the northern ones. Islamic feasts are reckoned, not sighted, and may be a day off.
"""


def times_page() -> str:
    """The page, section by section of the cases, and the names of all rules."""
    sections = tomllib.loads((files("onrecord.times") / "cases.toml").read_text("utf-8"))
    parts = [HEAD]
    for name, section in sections.items():
        parts += [f"## {name.replace('_', ' ').capitalize()}\n", *_section(section)]
    names = sorted({rule.name for rules in PASSES for rule in rules})
    parts += ["## Rules\n", "`onrecord explain` names the rule that found a time: " + ", ".join(f"*{name}*" for name in names) + ".\n"]
    return "\n".join(parts)


def _section(section: dict[str, Any]) -> list[str]:
    parts: list[str] = []
    for key, title in (("cases", ""), ("known_failures", "Known to be missed (what is wanted):\n")):
        if rows := section.get(key):
            parts += [title] if title else []
            parts += ["| published | text | TIMEX3 | window |", "|---|---|---|---|", *(_row(row) for row in rows), ""]
    if absent := section.get("absent"):
        parts += ["No time is found in:\n", *(f"- {_plain(row[1])}" for row in absent), ""]
    return parts


def _row(row: list[str]) -> str:
    day, text, timex, window = row
    return f"| {day or 'unknown'} | {_plain(text)} | {timex} | {window} |"


def _plain(text: str) -> str:
    """The marked text with the time in bold and without its other marks."""
    text = re.sub(r"\[([^\[\]|]*)\|when[^\]]*\]", r"**\1**", text)
    return re.sub(r"\[([^\[\]|]*)\|[^\]]*\]", r"\1", text)


if __name__ == "__main__":
    print(times_page(), end="")
