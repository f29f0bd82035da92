"""What a report says of its people beside their names: state and office, before the name ("Turkish Foreign Minister X") or after it
("X, the mayor of Y").
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import heads
from onrecord.actors.offices import office
from onrecord.actors.people import Item
from onrecord.actors.rows import Row
from onrecord.actors.stage import Stage
from onrecord.actors.words import Words
from onrecord.nouns import Office

_HOUSES = frozenset({"of", "ministry", "government", "presidential", "army", "embassy", "cabinet"})


def describe(words: Words, items: Sequence[Item], stage: Stage) -> None:
    """Give the people among ``items`` the country and the office that the words beside their names give them."""
    for index, item in enumerate(items):
        if item.figure and item.figure.kind == "person":
            _before(words, items, index, stage)
            _after(words, items, index, stage)


def owner(item: Item | None) -> Row | None:
    """The state or body that a name means, if it does."""
    return item.hit.entries[0][0] if item and item.hit and item.hit.entries else None


def _before(words: Words, items: Sequence[Item], index: int, stage: Stage) -> None:
    item = items[index]
    at, title = item.first - 1, list[str]()
    apposed = at >= 0 and words.gap(at) == ", " and words.gap(item.last)[:1] in (",", ".")  # "Norway's foreign minister, X, said"
    while (
        at >= 0
        and len(title) < 6
        and (words.gap(at) in (" ", "-") or _abbreviated(words, at) or (apposed and not title))
        and (
            words.lowers[at] in heads.TITLES
            or words.lowers[at] in heads.RANKS
            or words.lowers[at] in heads.DOMAINS
            or words.lowers[at] in _HOUSES
            or words.lowers[at] in heads.QUALIFIERS
        )
    ):
        if index and items[index - 1].last >= at:
            break
        title.insert(0, words.lowers[at])
        at -= 1
    if at >= 0 and words.lowers[at] == "s" and words.gap(at - 1) in ("'", "’"):
        at -= 1
    previous = (
        items[index - 1] if index and items[index - 1].last == at and not _ends(words, at) and (title or words.gap(at) == " ") else None
    )
    row = owner(previous) or _of_state(words, items, index)
    if row and title:
        _give(item, row, title, stage)


def _abbreviated(words: Words, at: int) -> bool:
    """Whether a dot belongs to the word before it ("Lt. Gen.", "U.S. President")."""
    return words.gap(at) == ". " and (len(words.forms[at]) == 1 or words.lowers[at] in heads.SHORT_RANKS)


def _ends(words: Words, at: int) -> bool:
    """Whether a word ends its sentence: "... left Norway. | President X"."""
    return "." in words.gap(at) and not _abbreviated(words, at)


def _of_state(words: Words, items: Sequence[Item], index: int) -> Row | None:
    """The state in "Foreign Minister X of Norway"."""
    at = items[index].last + 1
    follower = items[index + 1] if index + 1 < len(items) else None
    if follower is None or at >= len(words.lowers) or words.lowers[at] != "of" or words.gap(at - 1) != " ":
        return None
    row = owner(follower) if follower.first - at in (1, 2) else None
    return row if row and row.kind == "state" else None


def _after(words: Words, items: Sequence[Item], index: int, stage: Stage) -> None:
    item = items[index]
    at = item.last + 1
    if at >= len(words.lowers) or words.gap(item.last) not in (", ", " ("):
        return
    while at < len(words.lowers) and words.lowers[at] in ("the", "a", "an", "his", "her"):
        at += 1
    follower = items[index + 1] if index + 1 < len(items) else None
    row = None
    if follower and follower.first == at:
        row, at = owner(follower), follower.last + 1
        if at < len(words.lowers) and words.lowers[at] == "s" and words.gap(at - 1) in ("'", "’"):
            at += 1
        follower = items[index + 2] if index + 2 < len(items) else None
    title = list[str]()
    while (
        at < len(words.lowers)
        and len(title) < 6
        and (words.lowers[at] in heads.TITLES or words.lowers[at] in heads.RANKS or words.lowers[at] in heads.DOMAINS)
    ):
        title.append(words.lowers[at])
        at += 1
    if not title:
        return
    if (
        row is None
        and at + 1 < len(words.lowers)
        and words.lowers[at] in ("of", "for", "to")
        and follower
        and follower.first in (at + 1, at + 2)
    ):
        row = owner(follower)
    if row:
        _give(item, row, title, stage)
    else:
        assert item.figure
        stage.called(item.figure, title)


def _give(item: Item, row: Row, title: list[str], stage: Stage) -> None:
    figure = item.figure
    assert figure
    stage.called(figure, title)
    if row.kind in ("state", "body", "armed-group", "place"):
        figure.country = figure.country or row.country
        if figure.office is None and not figure.former and title[-1] in heads.OFFICES | heads.TITLES:
            figure.office = Office(office(" ".join(title)), row.name)
