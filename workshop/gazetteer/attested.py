"""Offices as news items attest them: "French President Jacques Chirac" on a day of 2006 proves office, person and day."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.actors import heads
from onrecord.actors.registry import SHORTEST
from onrecord.actors.words import skeleton
from workshop.gazetteer.people import fold, known
from workshop.gazetteer.rows import Book, Entry

LAST_DAY = "2025-11-30"
OFFICES = {
    "president": "President",
    "prime minister": "Prime Minister",
    "premier": "Prime Minister",
    "foreign minister": "Foreign Minister",
    "minister of foreign affairs": "Foreign Minister",
    "external affairs minister": "Foreign Minister",
    "foreign secretary": "Foreign Secretary",
    "secretary of state": "Secretary of State",
    "defence minister": "Defence Minister",
    "defense minister": "Defence Minister",
    "minister of defence": "Defence Minister",
    "minister of defense": "Defence Minister",
    "defence secretary": "Defence Secretary",
    "secretary of defense": "Secretary of Defense",
    "defense secretary": "Secretary of Defense",
    "interior minister": "Interior Minister",
    "finance minister": "Finance Minister",
    "justice minister": "Justice Minister",
    "health minister": "Health Minister",
    "chancellor": "Chancellor",
    "vice president": "Vice President",
    "attorney general": "Attorney General",
    "king": "King",
    "opposition leader": "opposition leader",
}
PART = r"(?:[A-Z][\w’'.-]*\w|[A-Z]\.|al-[A-Z]\w+|el-[A-Z]\w+|bin|ibn|de|da|dos|van|von|der|den|la)"
NAME = rf"([A-Z][\w’'.-]+(?: {PART}){{0,3}} (?:[A-Z][\w’'.-]*\w|al-[A-Z]\w+|el-[A-Z]\w+))"
PHRASE = re.compile(
    r"((?:[Ff]ormer|[Dd]eposed|[Oo]usted|[Ll]ate|[Ee]x-?|[Aa]cting|[Ii]nterim|[Dd]eputy)\s)?"
    r"\b((?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+)(?:'s)? ("
    + "|".join(
        rf"[{key[0].upper()}{key[0]}]" + re.sub(r" (\w)", lambda m: f" [{m.group(1).upper()}{m.group(1)}]", key[1:]) for key in OFFICES
    )
    + rf") {NAME}"
)

TITLED = re.compile(
    r"\b((?:[Ss]enator|[Gg]overnor|[Mm]ayor|[Gg]eneral|[Mm]inister|[Pp]resident|[Pp]remier|[Jj]udge|[Jj]ustice|[Ll]eader|[Aa]ctivist|[Ll]awyer|[Jj]ournalist|[Aa]mbassador|[Ee]nvoy|"
    r"[Cc]ommander|[Cc]hief|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Ss]ecretary|[Bb]ishop|[Cc]ardinal|[Pp]rince|[Pp]rincess|[Cc]olonel|[Aa]dmiral|[Ss]peaker|[Cc]andidate|[Dd]irector|"
    r"[Cc]ongressman|[Rr]epresentative|[Dd]issident|[Pp]olitician|[Cc]hairman|[Dd]ictator|[Bb]illionaire|[Cc]ommissioner|[Pp]rosecutor|[Aa]ide|[Aa]dvis[eo]r|[Dd]eputy|[Ff]ounder|CEO|Ayatollah|Sheikh))"
    rf" {NAME}"
)


def add_attested(book: Book, corpora: Path, left_out: set[str]) -> None:
    """Add people and offices that the items name; an office's term runs from the first to the last day on which it is attested."""
    states = {
        alias: entry.title
        for entry in book.values()
        if entry.kind == "state"
        for alias, (form, _) in (*entry.names.items(), (entry.title, ("name", "")))
        if form in ("name", "demonym")
    }
    days: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for day, office, state, name in _mentions(corpora, states, left_out):
        days[fold(name), office, state].append(day)
        spelled[fold(name)][name] += 1
    names = known(book)
    frames = _frames(book)
    for (key, office, state), dates in sorted(days.items(), key=lambda item: -len(item[1])):
        title = names.get(key) or _respelled(key, book[state].country, frames, book)
        if title is None and len(dates) < 2:
            continue
        title = title or spelled[key].most_common(1)[0][0]
        entry = book.add(Entry(title, "person", book[state].country, source="ce"))
        if fold(title) != key:
            entry.name(spelled[key].most_common(1)[0][0], "name", "ce")
        frames.setdefault(skeleton(title), title)
        if len(dates) > 1 and not any(
            term[1] == state and term[0].split()[-1:] == office.split()[-1:] and term[4] in ("own", "wl") for term in entry.terms
        ):
            entry.terms.append((office, state, min(dates), max(dates), "ce"))


def add_mentioned(book: Book, corpora: Path, left_out: set[str]) -> None:
    """Add the people whom two items or more name in full behind a title, without any office: their names are known, no more."""
    frames = _frames(book)
    names, taken = known(book), {fold(alias) for entry in book.values() for alias in (entry.title, *entry.names)}
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for _, text in _items(corpora, left_out):
        for title, name in TITLED.findall(text):
            name = re.sub(r"(?:['’]s?|\.)$", "", name)
            if (
                not re.search(r"['’]s\b", name)
                and not any(word.lower() in heads.TITLES | heads.ORG_WORDS | heads.NOT_NAMES | heads.DOMAINS for word in name.split())
                and title
            ):
                seen[fold(name)][name] += 1
    for key, spelled in seen.items():
        if sum(spelled.values()) > 1 and key not in names and key not in taken and not _respelled(key, "", frames, book):
            title = spelled.most_common(1)[0][0]
            book.add(Entry(title, "person", source="ce"))
            frames[skeleton(title)] = title


def _frames(book: Book) -> dict[str, str]:
    """Skeletons of full names -> titles of people."""
    return {
        skeleton(alias): entry.title
        for entry in book.values()
        if entry.kind == "person"
        for alias in (*entry.names, entry.title)
        if " " in alias
    }


def _respelled(name: str, country: str, frames: dict[str, str], book: Book) -> str:
    """The title of a person of the same country whose name is a spelling of ``name``; else ``""``."""
    title = frames.get(skeleton(name), "") if len(skeleton(name)) >= SHORTEST else ""
    same = title and fold(title)[:1] == name[:1] and (not country or not book[title].country or book[title].country == country)
    return title if same else ""


def _items(corpora: Path, left_out: set[str]) -> Iterator[tuple[str, str]]:
    with gzip.open(corpora / "stories" / "current-events-2002-2025.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["date"] <= LAST_DAY and row["text"] not in left_out:
                yield row["date"], row["text"]


def _mentions(corpora: Path, states: dict[str, str], left_out: set[str]) -> Iterator[tuple[str, str, str, str]]:
    for day, text in _items(corpora, left_out):
        for former, owner, office, name in PHRASE.findall(text):
            state = _state(owner, states)
            name = re.sub(r"(?:['’]s?|\.)$", "", re.split(r"['’]s ", name)[0])  # "President X Y's Z Plan" names X Y
            if state and not former and " " in name and name.split()[-1].lower() not in heads.TITLES:  # "President Lt. Gen"
                yield day, OFFICES[office.lower()], state, name


def _state(owner: str, states: dict[str, str]) -> str:
    words = owner.split()
    return next((states[" ".join(words[at:])] for at in range(len(words)) if " ".join(words[at:]) in states), "")
