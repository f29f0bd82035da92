"""The figures on the development corpora, class by class, may only rise."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from workshop.scoring.times import CORPORA, figures

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((ROOT / "workshop" / "scoring" / "times_floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.skipif(not (SHARED / "corpora" / "times").exists(), reason="the corpora of times are not beside the checkout")
def test_no_figure_falls(name: str) -> None:
    reached = figures(SHARED, name)
    assert {key: reached.get(key, 0.0) for key, floor in FLOORS[name].items() if reached.get(key, 0.0) < floor} == {}
