"""Threads: what is one meeting, deadline, act or quotation. Derived from links and judgements, never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.filed import Filed
from onrecord.linking.life import in_order
from onrecord.linking.score import THRESHOLD
from onrecord.nouns import Link

JOINING = frozenset({"accept", "merge"})
PARTING = frozenset({"reject"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of two entries, or (``split``) of one: ``accept`` or ``merge`` (one thing), ``reject`` (two things), ``split``
    (leaves its thread), ``undo`` (as if nothing had been said). Later ones, by ``number``, outrank earlier ones of the same pair."""

    number: int
    verdict: str
    this: str
    other: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """Whom it is about, in no order."""
        return frozenset((self.this, self.other))


@dataclass(frozen=True, slots=True)
class Thread:
    """The entries of one thing in the order of their lives. ``id`` is that of the first entry, ``by`` says which links made it."""

    id: str
    members: tuple[Filed, ...]
    by: tuple[Link, ...] = ()

    @property
    def kind(self) -> str:
        """meeting, deadline, act or quote."""
        return self.members[0].entry.kind


def threads(
    filed: Iterable[Filed], links: Iterable[Link], judgements: Iterable[Judgement] = (), threshold: float = THRESHOLD
) -> tuple[Thread, ...]:
    """Every entry in exactly one thread, threads in the order of their first entries.

    A person's word comes first: what is accepted or merged is one thread, what is rejected or split off is not, whatever links say. Then
    each entry follows its surest link that no judgement forbids, of those of its last scorer. Links to entries that are not among ``filed``
    do nothing.
    """
    by_id = {one.entry.id: one for one in filed}
    forest, used = _grown(by_id, links, judgements, threshold)
    groups: dict[str, list[Filed]] = defaultdict(list)
    for key, one in by_id.items():
        groups[forest.root(key)].append(one)
    made = (in_order(group) for group in groups.values())
    found = [Thread(thread_id(group), tuple(group), tuple(link for one in group for link in used[one.entry.id])) for group in made]
    return tuple(sorted(found, key=lambda thread: thread.members[0].key))


def thread_id(members: Iterable[Filed]) -> str:
    """The name of a thread: the id of the entry that came first, so that it stays when the thread grows."""
    return min(members, key=lambda one: (one.order, one.key)).entry.id


def placed(
    numbers: Mapping[str, int], links: Iterable[Link], judgements: Iterable[Judgement] = (), threshold: float = THRESHOLD
) -> dict[str, str]:
    """The thread of every entry, as ``threads`` makes them, from ids and numbers alone: those of a whole ledger fit in memory."""
    forest, _ = _grown(numbers, links, judgements, threshold)
    first: dict[str, str] = {}
    for key in sorted(numbers, key=lambda one: (numbers[one], one)):
        first.setdefault(forest.root(key), key)
    return {key: first[forest.root(key)] for key in numbers}


def place(
    new: Sequence[str],
    links: Iterable[Link],
    home: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
    threshold: float = THRESHOLD,
) -> dict[str, str]:
    """The threads that the entries of one report go into: what ``placed`` says of them, at a cost that does not grow with the ledger.

    ``new`` are their ids in the order of arrival, ``home`` has the threads of earlier entries, those at least that the links lead to. Who
    has a home keeps it.
    """
    alone = {one.this for one in standing(judgements) if one.verdict == "split"}
    order = {key: number for number, key in enumerate(dict.fromkeys(new)) if key not in home}
    follows: dict[str, str] = {}
    for link in _followed(links, threshold):
        if link.a in order and (link.b in order or link.b in home) and not {link.a, link.b} & alone:
            follows.setdefault(link.a, link.b)
    ends = {key: _end(key, follows) for key in order}
    first: dict[str, str] = {}
    for key, end in ends.items():
        first.setdefault(end, home.get(end, key))
    return {key: first[end] for key, end in ends.items()}


def _end(key: str, follows: Mapping[str, str]) -> str:
    """Where following from an entry ends; links lead to earlier entries only, so that it does."""
    for _ in range(len(follows) + 1):
        if key not in follows:
            break
        key = follows[key]
    return key


def _grown(
    known: Collection[str], links: Iterable[Link], judgements: Iterable[Judgement], threshold: float
) -> tuple[_Forest, dict[str, list[Link]]]:
    """The forest of all that is joined, and the links of each entry that joined it."""
    forest, used = _Forest(known), defaultdict(list)
    _judged(forest, standing(judgements))
    for link in _followed(links, threshold):
        if link.a in known and link.b in known and forest.join(link.a, link.b):
            used[link.a].append(link)
    return forest, used


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold: of each pair the last one, if it is no ``undo``."""
    last: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda one: one.number):
        last[judgement.pair] = judgement
    return tuple(sorted((one for one in last.values() if one.verdict != "undo"), key=lambda one: one.number))


def _judged(forest: _Forest, held: Sequence[Judgement]) -> None:
    """Partings first, so that a later merge of whole threads does not undo them; an acceptance overrides an earlier split."""
    for one in held:
        if one.verdict in PARTING:
            forest.part(one.this, one.other)
        elif one.verdict == "split":
            forest.alone(one.this)
    for one in held:
        if one.verdict in JOINING:
            forest.join(one.this, one.other, judged=True)


def _followed(links: Iterable[Link], threshold: float) -> list[Link]:
    """The links in the order in which they may join threads, surest first; of an entry that was linked by more than one scorer, those of
    the last one alone. ``links`` are in the order in which they were made."""
    made = list(links)
    last = {link.a: link.by for link in made}
    sure = [link for link in made if link.score >= threshold and link.by == last[link.a]]
    return sorted(sure, key=lambda link: (-link.score, link.a, link.b))


@dataclass(slots=True)
class _Forest:
    """Union-find that knows which entries must not come together. An entry follows one machine's link only."""

    known: Collection[str]
    parent: dict[str, str] = field(default_factory=dict)
    parted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    loners: set[str] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)

    def root(self, key: str) -> str:
        """Who stands for the thread of an entry."""
        at = key
        while (up := self.parent.get(at, at)) != at:
            self.parent[at] = at = self.parent.get(up, up)
        return at

    def part(self, one: str, other: str) -> None:
        """Never let two entries be of one thread."""
        mine, theirs = self.root(one), self.root(other)
        self.parted[mine].add(theirs)
        self.parted[theirs].add(mine)

    def alone(self, key: str) -> None:
        """Let an entry follow no machine's link, and none lead to it."""
        self.loners.add(key)

    def join(self, one: str, other: str, judged: bool = False) -> bool:
        """Make two threads one unless that is forbidden; says whether it was done."""
        if one not in self.known or other not in self.known or (not judged and (one in self.followed or {one, other} & self.loners)):
            return False
        mine, theirs = self.root(one), self.root(other)
        if theirs in self.parted[mine]:
            return False
        if not judged:
            self.followed.add(one)
        if mine != theirs:
            self.parent[theirs] = mine
            for enemy in self.parted.pop(theirs, set()):
                self.parted[enemy].discard(theirs)
                self.parted[enemy].add(mine)
                self.parted[mine].add(enemy)
        return True
