"""People's names in a text: those of the registry, full names that the report itself gives, and surnames that lead back to either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.actors.heads import COMMON_SURNAMES, NOT_NAMES, ORG_WORDS, PARTICLES, RANKS, SAYING, TITLES
from onrecord.actors.registry import Registry
from onrecord.actors.rows import Row
from onrecord.actors.scan import Hit
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words, key


@dataclass(frozen=True, slots=True)
class Item:
    """A name in the text, at the words ``first`` to ``last``: a person on the stage, or what the registry says that it may mean."""

    first: int
    last: int
    figure: Figure | None = None
    hit: Hit | None = None
    form: str = "name"
    score: float = 1.0
    by: str = "registry"


def names(words: Words, hits: Iterable[Hit], stage: Stage, hinted: set[int]) -> list[Item]:
    """All names of the text in its order. ``hinted``: words that the reader takes for a participant or a person."""
    items: list[Item] = []
    covered: dict[int, Item] = {}
    for hit in hits:
        person = _person(hit, stage)
        item = Item(hit.first, hit.last, stage.of(person)) if person else Item(hit.first, hit.last, hit=hit)
        items.append(item)
        covered.update(dict.fromkeys(range(hit.first, hit.last + 1), item))
    runs = list(_runs(words, covered))
    left: list[tuple[int, int, int]] = []
    for start, first, last in runs:
        figure = _full(words, start, first, last, stage, hinted) if last > first else None
        if figure:
            items.append(Item(first, last, figure, by="full name in the report"))
        else:
            left.append((start, first, last))
    _titled(words, items, stage)
    for start, first, last in left:
        found = _short(words, start, first, last, stage)
        if found:
            items.append(found)
    return sorted(items, key=lambda item: item.first)


def _person(hit: Hit, stage: Stage) -> Row | None:
    people = [row for row, _ in hit.entries if row.kind == "person"]
    if len(people) > 1:
        people = [row for row in people if any(term.covers(stage.day) for term in row.terms)] or people
    return people[0] if people and all(row.kind == "person" for row, _ in hit.entries) else None


def _runs(words: Words, covered: dict[int, Item]) -> Iterator[tuple[int, int, int]]:
    """(start, first, last): capitalised words in a row; ``start`` includes the titles before the name, ``first`` is where the name begins."""
    at, count = 0, len(words.forms)
    while at < count:
        form = words.forms[at]
        if at in covered or not form[0].isupper() or words.lowers[at] in NOT_NAMES:
            at += 1
            continue
        last = at
        while True:
            step = _next(words, last, covered)
            if step < 0:
                break
            last = step
        first = at
        while first < last and (words.lowers[first] in TITLES or words.lowers[first] in RANKS):
            first += 1
        yield at, first, last
        at = last + 1


def _next(words: Words, last: int, covered: dict[int, Item]) -> int:
    """The next word of the run, past particles; -1 where it ends."""
    at = last
    while at + 1 < len(words.forms):
        gap = words.gap(at)
        initial = len(words.forms[at]) == 1 or words.lowers[at] in ("jr", "sr", "st", "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "gov", "sens", "reps", "pres", "prof")
        if not (gap in (" ", "-", "'", "’", "\xa0", "‑") or (gap in (". ", ".") and initial)):
            return -1
        at += 1
        if at in covered or at - last > 3:
            return -1
        if words.forms[at][0].isupper():
            return -1 if words.lowers[at] == "s" else at
        if words.lowers[at] not in PARTICLES:
            return -1
    return -1


def _title(words: Words, start: int, first: int) -> str:
    """The title words before a name, lower-case ones before the run included."""
    title = list(words.lowers[start:first])
    at = start - 1
    while at >= 0 and len(title) < 6 and words.gap(at) in (" ", "-", ", ", ". ") and (words.lowers[at] in TITLES or words.lowers[at] in RANKS or words.lowers[at] == "of"):
        if words.gap(at) == ", " and words.lowers[at] not in TITLES:
            break
        title.insert(0, words.lowers[at])
        at -= 1
    return " ".join(title)


def _full(words: Words, start: int, first: int, last: int, stage: Stage, hinted: set[int]) -> Figure | None:
    """The person of a full name, if it is one."""
    lowers = words.lowers[first : last + 1]
    if last - first > 4 or any(word in ORG_WORDS for word in lowers):
        return None
    name = " ".join(words.text[words.starts[first] : words.ends[last]].split())
    plain = " ".join(form for form in words.forms[first : last + 1] if len(form) > 1)
    known = [row for row, form in stage.registry.names.get(plain, ()) if row.kind == "person"]
    title = _title(words, start, first)
    if known:
        figure = stage.of(known[0])
    elif title or _looks_a_person(words, first, last, stage.registry, hinted):
        figure = next((one for one in stage.surnames.get(key(name), ())), None) or stage.named(name, "person")
    else:
        return None
    if title:
        stage.called(figure, title)
    return figure


def _looks_a_person(words: Words, first: int, last: int, registry: Registry, hinted: set[int]) -> bool:
    if any(form.isupper() and len(form) > 2 for form in words.forms[first : last + 1]):
        return False
    after = words.lowers[last + 1] if last + 1 < len(words.lowers) else ""
    return words.forms[first] in registry.given or after in SAYING or first in hinted


def _titled(words: Words, items: list[Item], stage: Stage) -> None:
    """Note the titles that stand before the names of people whom the registry knows."""
    for item in items:
        if item.figure and item.by == "registry":
            title = _title(words, item.first, item.first)
            if title:
                stage.called(item.figure, title)


def _short(words: Words, start: int, first: int, last: int, stage: Stage) -> Item | None:
    """A surname, or the end of a full name, of somebody whom the report names; else of the one person of that surname in the registry."""
    short = " ".join(words.forms[first : last + 1])
    title = _title(words, start, first)
    known = stage.surnames.get(short, ())
    if known:
        figure = _fitting(known, title)
        if title:
            stage.called(figure, title)
        return Item(first, last, figure, form="surname", score=0.95 if len(known) == 1 else 0.7, by="surname in the report")
    row = _by_surname(stage, short, title, words, first)
    if row:
        return Item(first, last, stage.of(row), form="surname", score=0.8, by="surname in the registry")
    if title and first == last and title.split()[-1] in TITLES and first > start and len(short) > 2 and short.lower() not in ORG_WORDS:
        figure = stage.named(words.text[words.starts[first] : words.ends[last]], "person")
        stage.called(figure, title)
        return Item(first, last, figure, form="surname", score=0.6, by="title and surname")
    return None


def _fitting(known: list[Figure] | tuple[Figure, ...], title: str) -> Figure:
    female = bool({"mrs", "ms", "miss"} & set(title.split()))
    male = "mr" in title.split()
    fit = [one for one in known if not (female and one.gender == "m") and not (male and one.gender == "f")]
    return (fit or list(known))[0]


def _by_surname(stage: Stage, short: str, title: str, words: Words, first: int) -> Row | None:
    rows = [row for row in stage.registry.surnames.get(short, ()) if row.terms]
    if not rows or (not title and (short.lower() in COMMON_SURNAMES or len(short) < 4)):
        return None
    now = [row for row in rows if any(term.covers(stage.day) for term in row.terms)]
    if len(now) == 1 and (len(rows) == 1 or any(not term.attested for term in now[0].terms)):
        return now[0]
    return rows[0] if len(rows) == 1 and not rows[0].terms[0].attested else None
