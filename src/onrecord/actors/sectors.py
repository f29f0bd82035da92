"""PLOVER's sectors: what an office makes of its holder on the day, what a body is by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.actors.rows import Row

# Words of an office -> sector; the first that fits decides. Sectors are those of PLOVER (CC BY-SA 4.0).
BY_WORD = (
    ("opposition", "OPP"),
    ("dissident", "OPP"),
    ("rebel", "REB"),
    ("commander", "MIL"),
    ("general", "MIL"),
    ("army", "MIL"),
    ("admiral", "MIL"),
    ("colonel", "MIL"),
    ("defence", "MIL"),
    ("chief of the general staff", "MIL"),
    ("intelligence", "SPY"),
    ("police", "COP"),
    ("judge", "JUD"),
    ("prosecutor", "JUD"),
    ("attorney", "JUD"),
    ("justice", "JUD"),
    ("speaker", "LEG"),
    ("senator", "LEG"),
    ("lawmaker", "LEG"),
    ("congressman", "LEG"),
    ("journalist", "MED"),
    ("correspondent", "MED"),
    ("activist", "NGO"),
    ("bishop", "REL"),
    ("pope", "REL"),
    ("rabbi", "REL"),
    ("imam", "REL"),
)
GOVERNING = frozenset(
    (
        "president",
        "premier",
        "chancellor",
        "minister",
        "secretary",
        "ambassador",
        "envoy",
        "governor",
        "mayor",
        "monarch",
        "leader",
        "spokesman",
        "adviser",
        "aide",
        "prince",
    )
)


# The last word but "of" and what follows it, in the name of a body -> sector.
BY_BODY = {
    **dict.fromkeys(("party", "movement", "alliance", "bloc"), "PTY"),
    **dict.fromkeys(("court", "tribunal", "prosecutor", "prosecutors", "judiciary"), "JUD"),
    **dict.fromkeys(("army", "navy", "forces", "corps", "battalion", "regiment", "airforce"), "MIL"),
    **dict.fromkeys(("police", "gendarmerie", "constabulary"), "COP"),
    **dict.fromkeys(("ministry", "department", "government", "cabinet", "embassy", "office", "council", "commission"), "GOV"),
    **dict.fromkeys(("parliament", "senate", "assembly", "congress", "knesset"), "LEG"),
    **dict.fromkeys(("university", "college", "school", "institute"), "EDU"),
    **dict.fromkeys(("bank", "company", "corporation", "group", "airlines", "holdings", "industries"), "BUS"),
    **dict.fromkeys(("church", "patriarchate", "diocese"), "REL"),
}
BY_KIND = {"state": "GOV", "outlet": "MED", "armed-group": "REB"}


def sector(titles: Iterable[str], body: Row | None, roles: Mapping[str, str]) -> str:
    """The sector of somebody who holds these offices of ``body``: the body's own where it is no state, else that of the office, by our
    words and then by ``roles`` (role -> sector). Empty if none says.
    """
    titles = sorted(titles)
    if body and titles and body.kind != "state" and body.sector:
        return body.sector
    for title in titles:
        for word, code in BY_WORD:
            if word in title.replace("secretary-general", "").replace("attorney general", "attorney").replace("director-general", ""):
                return code
    if any(word in GOVERNING for title in titles for word in title.split()):
        return "GOV"
    ends = [" ".join(title.split()[at:]) for title in titles for at in range(title.count(" ") + 1)]
    return next((roles[end] for end in ends if end in roles), "")


def body_sector(kind: str, name: str) -> str:
    """The sector of a body or group without one in the registry, by its kind, else by the head of its name; empty if neither says."""
    if kind != "body":
        return BY_KIND.get(kind, "")
    head = name.partition(" (")[0].lower()
    words = (head.partition(" of ")[0].partition(" for ")[0] or head).split()
    return BY_BODY.get(words[-1], "") if words else ""
