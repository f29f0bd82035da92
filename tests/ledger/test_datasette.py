"""What Datasette is told of a ledger speaks of what a ledger has; Datasette itself shows it where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from onrecord.ledger import Ledger
from tests.ledger.made import filled

TOLD = Path(__file__).parents[2] / "docs" / "datasette.json"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return filled(str(tmp_path_factory.mktemp("ledger") / "onrecord.db"))


def test_every_table_and_column_that_is_named_is_there(opened: Ledger) -> None:
    seen = inspect(opened.engine)
    tables = json.loads(TOLD.read_text())["databases"]["onrecord"]["tables"]
    assert set(seen.get_view_names()) <= set(tables)
    for name, says in tables.items():
        columns = {column["name"] for column in seen.get_columns(name)}
        if "fts_table" in says:
            assert seen.get_columns(says["fts_table"])
            assert says["fts_pk"] in columns
        named = [*says.get("facets", ()), *(says[key] for key in ("sort", "sort_desc", "label_column") if key in says)]
        assert set(named) <= columns, name


def test_datasette_shows_facets_and_finds_words(opened: Ledger) -> None:
    program = shutil.which("datasette")
    if program is None:
        pytest.skip("Datasette is not installed")

    def asked(url: str) -> Any:
        command = [program or "", opened.place, "--metadata", str(TOLD), "--get", url]
        return json.loads(subprocess.check_output(command, text=True))

    facets = asked("/onrecord/timeline.json?_shape=objects")["facet_results"]
    kinds = facets.get("results", facets)["kind"]["results"]
    assert {one["value"] for one in kinds} == {"meeting", "quote", "act", "deadline"}
    hits = asked("/onrecord/entries.json?_shape=array&_search=monday")
    assert [one["kind"] for one in hits] == ["deadline"]
