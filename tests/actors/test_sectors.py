"""Codes for exports: an office's sector on the day, a body's by its name."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.actors import Registry, find
from onrecord.actors.sectors import body_sector, sector
from onrecord.nouns import Published, Reading, Report


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("foreign minister", "GOV"),
        ("defence minister", "MIL"),
        ("chief prosecutor", "JUD"),
        ("opposition leader", "OPP"),
        ("physicist", ""),
        ("secretary-general", ""),
        ("economist", "EDU"),
        ("student", "EDU"),
        ("entrepreneur", "BUS"),
        ("doctor", ""),
    ],
)
def test_an_office_has_a_sector(title: str, code: str, registry: Registry) -> None:
    assert sector([title], None, registry.roles) == code


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        ("body", "Ministry of Fisheries (Iran)", "GOV"),
        ("body", "Harbour Party", "PTY"),
        ("body", "High Court of Fiji", "JUD"),
        ("armed-group", "Coastal Guardian Brigade", "REB"),
        ("outlet", "Mombasa Courier", "MED"),
        ("body", "Dune Watch", ""),
        ("person", "Edla Brunnsgard", ""),
    ],
)
def test_a_body_has_the_sector_of_its_name(kind: str, name: str, code: str) -> None:
    assert body_sector(kind, name) == code


@pytest.mark.parametrize(("day", "code"), [("2023-03-01", "MIL"), ("2013-03-01", "")])
def test_the_sector_is_that_of_the_day(day: str, code: str, registry: Registry) -> None:
    cast = find(Report("Lloyd Austin spoke.", published=Published(day=date.fromisoformat(day))), Reading(), registry)
    assert [actor.sector for actor in cast.actors] == [code]
