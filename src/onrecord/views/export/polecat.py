"""POLECAT's header with ours after it: a tab-separated row an event and dyad.

The column names are those of POLECAT's weekly files (Halterman and others 2023, doi:10.7910/DVN/AJGVIT). What POLECAT has and a ledger has
not (coordinates, GeoNames ids) stays empty; its intensities are not filled in, since ours would be guesses.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.views.chain import says
from onrecord.views.export.coded import Dyad, dyads, known
from onrecord.views.export.material import Material, first_day, last_day
from onrecord.views.export.rows import row

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Primary Actor Sector", "Actor Name Raw", "Wikipedia Actor ID", "Actor Title", "Recipient Name", "Recipient Country",
    "Primary Recipient Sector", "Recipient Name Raw", "Wikipedia Recipient ID", "Recipient Title", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
OURS = ("status", "root", "cameo", "earliest", "latest", "words", "says", "score", "entry", "report", "url")


def write(material: Material) -> Iterator[bytes]:
    """UTF-8 with tabs between cells; the event date is the first day of the event's own time, else that of publication."""
    yield row((*HEADER, *OURS), "\t")
    actors = known(material.actors)
    for dyad in dyads(material.records):
        cells = _cells(dyad)
        for side, name in (("Actor", dyad.actor), ("Recipient", dyad.recipient)):
            one = actors.get(name)
            cells |= {f"{side} Name": name, f"{side} Name Raw": name}
            if one:
                cells |= {f"{side} Country": one.country, f"Primary {side} Sector": one.sector, f"{side} Title": one.office}
                cells[f"Wikipedia {side} ID"] = name if one.qid else ""
        yield row([cells.get(field, "").replace("\t", " ") for field in (*HEADER, *OURS)], "\t")


def _cells(dyad: Dyad) -> dict[str, str]:
    record, entry = dyad.record, dyad.record.entry
    places = "; ".join(str(one) for role, one in entry.people() if role == "place")
    return {
        "Event ID": dyad.id,
        "Event Date": first_day(entry) or record.published[:10],
        "Event Type": dyad.type,
        "Event Mode": dyad.mode,
        "Quad Code": QUADS.get(dyad.root.quad, ""),
        "Placename": places,
        "Source": record.outlet,
        "Publication Date": record.published[:10],
        "Language": "en",
        "Version": "onrecord",
        "status": entry.status,
        "root": dyad.root.name,
        "cameo": dyad.root.cameo,
        "earliest": first_day(entry),
        "latest": last_day(entry),
        "words": entry.words,
        "says": says(record),
        "score": f"{entry.score:.3f}",
        "entry": entry.id,
        "report": record.report,
        "url": record.url,
    }


QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
