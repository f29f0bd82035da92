"""Dyadic events with CAMEO codes under the header of GDELT 1.0's event files (GDELT Data Format Codebook 1.03, columns 1 to 58).

What GDELT has and a ledger has not (Goldstein scale, tone, coordinates, religion and ethnic codes) stays empty rather than guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from onrecord.views.export.coded import Dyad, dyads, known
from onrecord.views.export.material import Material, first_day
from onrecord.views.export.rows import row

if TYPE_CHECKING:
    from onrecord.ledger import ActorRow

_WHO = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"
)  # fmt: skip
_WHERE = ("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_Lat", "Geo_Long", "Geo_FeatureID")
HEADER = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{field}" for number in (1, 2) for field in _WHO),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{side}{field}" for side in ("Actor1", "Actor2", "Action") for field in _WHERE),
    *("DATEADDED", "SOURCEURL"),
)
OURS = ("Entry", "Status", "PloverType", "PloverMode", "PloverRoot", "Words", "Outlet")


def write(material: Material) -> Iterator[bytes]:
    """RFC 4180 with a header; an event whose day is unknown has no SQLDATE. The id is a number made from the entry's id."""
    yield row((*HEADER, *OURS))
    actors = known(material.actors)
    for dyad in dyads(material.records):
        cells = _cells(dyad) | _who(1, dyad.actor, actors) | _who(2, dyad.recipient, actors)
        yield row([cells.get(field, "") for field in (*HEADER, *OURS)])


def _cells(dyad: Dyad) -> dict[str, str]:
    record, entry, code = dyad.record, dyad.record.entry, dyad.root.cameo
    proofs = Counter(one.part for one in entry.evidence)
    places = "; ".join(str(one) for role, one in entry.people() if role == "place")
    return _dated(first_day(entry) or record.published[:10]) | {
        "GLOBALEVENTID": str(int(entry.id[:12] or "0", 16) * 100 + dyad.number),
        "IsRootEvent": "1",
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(dyad.root.quad),
        "NumMentions": str(max(1, proofs["anchor"])),
        "NumSources": "1",
        "NumArticles": "1",
        "ActionGeo_FullName": places,
        "DATEADDED": record.recorded_at[:10].replace("-", ""),
        "SOURCEURL": record.url,
        "Entry": entry.id,
        "Status": entry.status,
        "PloverType": dyad.type,
        "PloverMode": dyad.mode,
        "PloverRoot": dyad.root.name,
        "Words": entry.words,
        "Outlet": record.outlet,
    }


def _dated(iso: str) -> dict[str, str]:
    if not iso:
        return {}
    day = date.fromisoformat(iso)
    part = (day - date(day.year, 1, 1)).days / 365
    return {"SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": f"{day:%Y}", "FractionDate": f"{day.year + part:.4f}"}


def _who(number: int, name: str, actors: Mapping[str, ActorRow]) -> dict[str, str]:
    one = actors.get(name)
    country, sector = (one.country, one.sector) if one else ("", "")
    sector = sector if len(sector) == 3 else ""
    fields = {"Code": country + sector, "Name": name.upper(), "CountryCode": country, "Type1Code": sector}
    return {f"Actor{number}{field}": value for field, value in fields.items()}
