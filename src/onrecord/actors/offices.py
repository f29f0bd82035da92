"""Offices: the words that name them, brought to one name each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.actors import heads

SAME = {
    "premier": "prime minister",
    "pm": "prime minister",
    "taoiseach": "prime minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "external affairs minister": "foreign minister",
    "minister of external affairs": "foreign minister",
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "top diplomat": "foreign minister",
    "chief diplomat": "foreign minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "defense minister": "defence minister",
    "defence secretary": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defense": "defence minister",
    "secretary of war": "defence minister",
    "defence chief": "defence minister",
    "defense chief": "defence minister",
    "minister of the interior": "interior minister",
    "minister of interior": "interior minister",
    "home minister": "interior minister",
    "home secretary": "interior minister",
    "minister of finance": "finance minister",
    "treasury secretary": "finance minister",
    "secretary of the treasury": "finance minister",
    "commerce secretary": "secretary of commerce",
    "homeland security secretary": "secretary of homeland security",
    "national security advisor": "national security adviser",
    "secretary general": "secretary-general",
    "chief": "leader",
    "commander in chief": "commander-in-chief",
    "director general": "director-general",
    "foreign policy chief": "foreign policy chief",
    "high representative": "foreign policy chief",
    "top diplomat of the european union": "foreign policy chief",
    "queen": "monarch",
    "king": "monarch",
    "emir": "monarch",
    "sultan": "monarch",
    "pontiff": "pope",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "press secretary": "spokesman",
    "first lady": "first lady",
    "envoy": "special envoy",
}
LEADERS = ("leader", "president", "prime minister", "chancellor", "monarch", "supreme leader")
BY_CABINET = frozenset(
    [
        "United Kingdom",
        "Israel",
        "India",
        "Japan",
        "Canada",
        "Australia",
        "New Zealand",
        "Spain",
        "Italy",
        "Netherlands",
        "Belgium",
        "Denmark",
        "Sweden",
        "Norway",
        "Greece",
        "Hungary",
        "Pakistan",
        "Ethiopia",
        "Thailand",
        "Malaysia",
        "Cambodia",
        "Bangladesh",
        "Republic of Ireland",
        "Armenia",
        "Albania",
        "Kosovo",
        "Iraq",
        "Lebanon",
        "Poland",
        "Slovakia",
        "Czech Republic",
        "Fiji",
        "Germany",
        "Austria",
    ]
)


@cache
def office(words: str) -> str:
    """One name for an office: ``Secretary of State`` -> ``foreign minister``, ``Queen`` -> ``monarch``."""
    low = " ".join(words.lower().replace("-", " ").split())
    for rank in ("acting ", "interim ", "transitional ", "federal ", "then "):
        low = low.removeprefix(rank)
    low = SAME.get(low, low)
    return low.replace("secretary general", "secretary-general").replace("director general", "director-general")


def plain_office(title: Sequence[str]) -> str:
    """The office among the words of a title, ranks and adjectives left out: ``the ailing prime minister`` -> ``prime minister``."""
    whole = office(" ".join(word for word in title if word not in heads.DETERMINERS))
    if whole in SAME.values():
        return whole
    kept = [word for word in title if word in heads.OFFICES or word in heads.DOMAINS or word in heads.QUALIFIERS or word == "of"]
    return office(" ".join(kept).removeprefix("of ").removesuffix(" of"))


def leading(state: str) -> tuple[str, ...]:
    """The offices that "the leader" of a state may mean, the likeliest first."""
    return ("prime minister", "chancellor", "leader") if state in BY_CABINET else ("president", "leader", "monarch", "prime minister")
