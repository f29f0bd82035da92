"""Into which thread entries go: of a report when it is read, of all when somebody has judged or the scorer is a better one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord import linking
from onrecord.ledger import JudgementRow
from onrecord.linking import Judgement
from onrecord.views.judging import Verdict, wrong

if TYPE_CHECKING:
    from onrecord.ledger import View
    from onrecord.nouns import Entry, Link


def places(view: View, found: Sequence[Entry], links: Iterable[Link]) -> dict[str, str]:
    """The thread of every entry of a report that is about to be recorded with its links, by their ids."""
    made, ids = tuple(links), [entry.id for entry in found]
    said = list(view.judgements())
    withdrawn = wrong(said)
    sound = [link for link in made if link.a not in withdrawn and link.b not in withdrawn]
    return linking.place(ids, sound, view.placements([*ids, *(link.b for link in sound)]), of_links(said))


def places_of_all(view: View, made: Verdict | None = None) -> dict[str, str]:
    """The thread of every current entry, as links and judgements are now; ``made`` is a judgement that is about to be recorded."""
    said = list(view.judgements())
    if made is not None:
        number = max((row.seq for row in said), default=0) + 1
        said.append(JudgementRow(number, made.subject, made.this, made.other, made.verdict, "", made.revises, "", "", ""))
    withdrawn = wrong(said)
    numbers = {key: number for key, number in view.numbers().items() if key not in withdrawn}
    return linking.placed(numbers, view.links(), of_links(said))


def of_links(rows: Iterable[JudgementRow]) -> list[Judgement]:
    """What people said of links, as linking reads it."""
    return [Judgement(row.seq, row.verdict, row.this, row.other) for row in rows if row.subject == "link"]
