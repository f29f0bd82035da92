"""The table of formats."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.views.export import brief, events, ftm, gexf, lines, page, parquet, polecat, rows, timelinejs, webannotations
from onrecord.views.export.material import Format
from onrecord.views.export.parquet import MissingLibraryError

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": Format("An entry a line, with all that is known.", ".jsonl", lines.write),
        "csv": Format("An entry a row, one value a cell.", ".csv", rows.write),
        "parquet": Format("The same rows as csv, as a Parquet file.", ".parquet", parquet.write, "parquet"),
        "polecat": Format("Acts and meetings under POLECAT's header, ours after it.", ".tsv", polecat.write),
        "gdelt": Format("Acts and meetings as dyadic events with CAMEO codes, under GDELT 1.0's header.", ".csv", events.write),
        "ftm": Format("FollowTheMoney entities, a JSON object a line.", ".ftm.json", ftm.write),
        "annotations": Format("W3C Web Annotations as JSON-LD.", ".jsonld", webannotations.write),
        "timelinejs": Format("JSON for TimelineJS.", ".json", timelinejs.write),
        "gexf": Format("Who does what with whom, as a graph.", ".gexf", gexf.write),
        "brief": Format("A summary to read, in Markdown.", ".md", brief.write),
        "html": Format("One page that needs nothing else, to send by mail.", ".html", page.write, "web"),
    }
)
"""Each format by the name that ``onrecord export --format`` takes."""

__all__ = ["FORMATS", "MissingLibraryError"]
