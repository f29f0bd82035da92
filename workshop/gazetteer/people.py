"""Heads of state and government, ministers and others in office, with their terms."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from pathlib import Path

from workshop.gazetteer.rows import Book, Entry, facts, listed

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:(\w+) )?(\d{4})\)")
SKIP = re.compile(
    r"\w+\.|General|Sheikh|Dr|Sir|and|of|the|Council|Ministers|Minister|Crown|Prince|Prime|Foreign|Government|Confederation"
    r"|Swiss|China|Denmark|Netherlands|French|Polynesia"
)
OFFICE = re.compile(
    r"^(?:Transitional |Interim |Acting |Federal )?"
    r"(President|Prime Minister|Chancellor|King|Queen|Sultan|Emir|Amir|Premier|Taoiseach|Supreme Leader|Pope|Grand Duke|Prince)\b"
)


def fold(name: str) -> str:
    """A name without diacritics, hyphens and case, for meeting spelling variants."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("Đ", "D").replace("đ", "d"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9 ]", "", letters.lower().replace("-", " ")).strip()


def known(book: Book) -> dict[str, str]:
    """Folded full names of the people in the book -> their titles."""
    names: dict[str, str] = {}
    for entry in book.values():
        if entry.kind == "person":
            for alias in (entry.title.split(" (")[0], *entry.names):
                if " " in alias:
                    names.setdefault(fold(alias), entry.title)
    return names


def given_names() -> dict[str, str]:
    """Given names without diacritics -> m or f; those that stand under both are left out."""
    found: dict[str, str] = {}
    both = set()
    for gender, names in facts("given.psv"):
        for name in listed(names):
            plain = _plain(name)
            both |= {plain} if found.setdefault(plain, gender) != gender else set()
    return {name: gender for name, gender in found.items() if name not in both}


def add_linked(book: Book) -> None:
    """The people and bodies of ``facts/linked.psv``, where no other source has them."""
    names = known(book)
    for kind, titles in facts("linked.psv"):
        for title in listed(titles):
            if fold(title) not in names and title not in book:
                book.add(Entry(title, kind, source="cl"))


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(char for char in apart if not unicodedata.combining(char))


def add_own(book: Book) -> None:
    """The terms of ``facts/terms.psv``."""
    for person, gender, office, body, since, until, names in facts("terms.psv"):
        place = book.get(body)
        entry = book.add(Entry(person, "person", place.country if place else "", "", gender=gender))
        if office:
            entry.terms.append((office, body, since, until, "own"))
        for name in listed(names):
            entry.name(name, "name", "own")
        plain = person.split(" (")[0]
        entry.name(plain, "name", "own")


def add_world_leaders(book: Book, corpora: Path, iso2: dict[str, str]) -> None:
    """Heads of state and government with Wikidata ids and the day they took office."""
    data = json.loads((corpora / "actors" / "world-leaders-2026-08-22.json").read_text(encoding="utf-8"))
    names = known(book)
    for country in data["countries"].values():
        state = iso2.get(country["country"]["iso_code"], "")
        for position in country["positions"].values():
            holder = position["current_holder"]
            if not state or not holder or not holder.get("name_en"):
                continue
            title = holder.get("wikipedia_en", "").rpartition("/")[2].replace("_", " ") or holder["name_en"]
            title = names.get(fold(holder["name_en"]), names.get(fold(title), title))
            if "%" in title:
                title = holder["name_en"]
            entry = book.add(Entry(title, "person", book[state].country, "", holder.get("wikidata_id") or "", source="wl"))
            entry.name(holder["name_en"], "name", "wl")
            office = re.sub(r" of .*", "", position["title_en"].split(" and ")[0]).strip()
            _term(entry, office, state, holder.get("since") or "", "wl")


def add_factbook(book: Book, corpora: Path) -> None:
    """Heads of state and government from the Factbook, whose surnames stand in capitals."""
    states = {alias: entry.title for entry in book.values() if entry.kind == "state" for alias in (entry.title, *entry.names)}
    for line in (corpora / "actors" / "factbook-executives-2026.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        state = states.get(row["country"]) or states.get(re.sub(r", The$", "", row["country"]))
        for slot in ("chief_of_state", "head_of_government"):
            found = _person(row[slot]) if state else None
            if state and found:
                office, name, since = found
                title = _known_title(book, name, state, since) or name
                entry = book.add(Entry(title, "person", book[state].country, source="wfb"))
                _term(entry, office, state, since, "wfb")


def _known_title(book: Book, name: str, state: str, since: str) -> str:
    """The title of the person that a Factbook name means: by full name, by a name in common, or by the day of taking office in that
    state.
    """
    names, folded = known(book), fold(name)
    if folded in names:
        return names[folded]
    parts = {part for part in folded.split() if len(part) > 3}
    for entry in book.values():
        for _, body, start, until, _ in entry.terms if entry.kind == "person" else ():
            if (
                body == state
                and not until
                and (parts & set(fold(entry.title).split()) or (since[:7] == start[:7] and len(since) == len(start)))
            ):
                return entry.title
    return ""


def _person(text: str) -> tuple[str, str, str] | None:
    text = text.split(";")[0]
    office = OFFICE.match(text)
    since = SINCE.search(text)
    words = re.sub(r"\(.*", "", text)[office.end() :].split() if office else []
    words = [word for word in words if not SKIP.fullmatch(word)]
    if not office or not since or not any(word.isupper() and len(word) > 1 for word in words):
        return None
    day, month, year = since.groups()
    date = f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}" if day and month in MONTHS else f"{year}-01-01"
    name = " ".join(_cased(word) for word in words)
    return (office.group(1), name.replace(",", ""), date) if " " in name else None


def _cased(word: str) -> str:
    if not word.isupper() or re.fullmatch(r"[IVX]+", word):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def _term(entry: Entry, office: str, state: str, since: str, source: str) -> None:
    near = [term for term in entry.terms if term[1] == state and (term[2][:4] == since[:4] or (not term[3] and term[0] == office))]
    if not near:
        entry.terms.append((office, state, since, "", source))


def add_foreign_ministers(book: Book, corpora: Path, by_qid: dict[str, str]) -> None:
    """Foreign ministers as of 2022: a term that is open in the source is known to have run until the end of 2022 at the least."""
    names = known(book)
    with (corpora / "actors" / "foreign-ministers-2022.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            state = by_qid.get(row["country"], "")
            if not state or not row["name"] or not re.fullmatch(r"[^\d]+", row["name"]):
                continue
            title = names.get(fold(row["name"]), row["name"])
            entry = book.add(Entry(title, "person", book[state].country, "", row["person"], source="fm"))
            if not any(term[0] == "Foreign Minister" and term[1] == state for term in entry.terms):
                entry.terms.append(("Foreign Minister", state, row["start"], "2022-12-31", "fm"))
