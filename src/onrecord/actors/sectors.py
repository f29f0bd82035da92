"""PLOVER's sectors for people: what an office makes of its holder on the day."""

from __future__ import annotations

from collections.abc import Iterable

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


def sector(titles: Iterable[str], body: Row | None) -> str:
    """The sector of somebody who holds these offices of ``body``: the body's own where it is no state, else that of the office.

    Empty if neither says.
    """
    titles = sorted(titles)
    if body and titles and body.kind != "state" and body.sector:
        return body.sector
    for title in titles:
        for word, code in BY_WORD:
            if word in title.replace("secretary-general", "").replace("attorney general", "attorney").replace("director-general", ""):
                return code
    governing = any(word in GOVERNING for title in titles for word in title.split())
    return "GOV" if governing else ""
