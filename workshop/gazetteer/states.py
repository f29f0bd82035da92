"""States and territories: our table of titles, adjectives and seats, joined with ids and long names by ISO code."""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale
from rigour.territories import get_territories

from workshop.gazetteer.rows import Book, Entry, facts, listed

PATTERNS = {
    "Government of {the}": ("government", "GOV"),
    "Cabinet of {the}": ("cabinet", "GOV"),
    "Ministry of Foreign Affairs ({state})": (
        "foreign ministry;ministry of foreign affairs;foreign affairs ministry;external affairs ministry",
        "GOV",
    ),
    "Ministry of Defence ({state})": ("defence ministry;defense ministry;ministry of defence;ministry of defense", "MIL"),
    "Ministry of Interior ({state})": ("interior ministry;ministry of interior;ministry of the interior", "GOV"),
    "Ministry of Finance ({state})": ("finance ministry;ministry of finance", "GOV"),
    "Ministry of Health ({state})": ("health ministry;ministry of health", "GOV"),
    "Ministry of Justice ({state})": ("justice ministry;ministry of justice", "JUD"),
    "Ministry of Energy ({state})": ("energy ministry;ministry of energy", "GOV"),
    "Ministry of Trade ({state})": ("trade ministry;ministry of trade", "GOV"),
    "Ministry of Agriculture ({state})": ("agriculture ministry;ministry of agriculture", "GOV"),
    "Ministry of Culture ({state})": ("culture ministry;ministry of culture", "GOV"),
    "Ministry of Economy ({state})": ("economy ministry;ministry of economy;economic ministry", "GOV"),
    "Ministry of Education ({state})": ("education ministry;ministry of education", "GOV"),
    "Ministry of Environment ({state})": ("environment ministry;ministry of environment;ministry of the environment", "GOV"),
    "Ministry of Information ({state})": ("information ministry;ministry of information", "GOV"),
    "Ministry of Labour ({state})": ("labour ministry;labor ministry;ministry of labour;ministry of labor", "GOV"),
    "Ministry of Oil ({state})": ("oil ministry;ministry of oil", "GOV"),
    "Ministry of Transport ({state})": ("transport ministry;ministry of transport", "GOV"),
    "Ministry of Water Resources ({state})": ("water resources ministry;water ministry;ministry of water resources", "GOV"),
    "Central Bank of {the}": ("central bank", "GOV"),
    "High Court of {the}": ("high court", "JUD"),
    "House of Representatives ({state})": ("house of representatives", "LEG"),
    "National Assembly ({state})": ("national assembly", "LEG"),
    "Senate of {the}": ("senate", "LEG"),
    "Supreme Court of {the}": ("supreme court", "JUD"),
    "Constitutional Court of {the}": ("constitutional court", "JUD"),
    "Parliament of {the}": ("parliament", "LEG"),
}


def add_states(book: Book, corpora: Path) -> dict[str, str]:
    """Add states and territories; gives ISO alpha-3 -> title."""
    ids = {territory.alpha3.upper(): territory for territory in get_territories() if territory.alpha3}
    cldr = Locale("en").territories
    factbook = _factbook(corpora)
    titles: dict[str, str] = {}
    for iso, title, adjectives, people, names, seats in facts("states.psv"):
        territory = ids.get(iso)
        entry = book.add(Entry(title, "state", iso, "GOV", territory.qid if territory else ""))
        for form, items in (("name", names), ("demonym", adjectives), ("people", people), ("seat", seats)):
            for item in listed(items):
                entry.name(item, form, "own")
        if territory:
            entry.name(territory.name, "name", "rg")
            entry.name(cldr.get(territory.code.upper(), ""), "name", "cldr")
            titles[iso] = title
        for known in (title, title.split(" (")[0], *listed(names)):
            for long in factbook.get(known, ()):
                entry.name(long, "name", "wfb")
    return titles


def _factbook(corpora: Path) -> dict[str, list[str]]:
    found = {}
    for line in (corpora / "actors" / "factbook-executives-2026.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        long = row["long"].split(";")[0].split("(")[0].strip()
        if long and long != "none":
            found[row["country"]] = [long]
    return found
