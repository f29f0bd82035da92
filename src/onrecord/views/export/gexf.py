"""GEXF 1.3: actors as nodes, what they do to or with each other as edges, counted by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from onrecord.views.export.coded import dyads, known
from onrecord.views.export.material import Material
from onrecord.views.printable import one_line

SPACE = "http://gexf.net/1.3"


def write(material: Material) -> Iterator[bytes]:
    """One XML file: directed edges with the PLOVER type as label and the number of entries as weight; denied acts are left out."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for dyad in dyads(material.records):
        if dyad.actor and dyad.recipient and dyad.record.entry.status not in ("denied", "hypothetical"):
            counted[one_line(dyad.actor), one_line(dyad.recipient), dyad.type] += 1
    actors = known(material.actors)
    root = Element("gexf", xmlns=SPACE, version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    attributes = SubElement(graph, "attributes", {"class": "node"})
    for number, title in enumerate(("kind", "country")):
        SubElement(attributes, "attribute", id=str(number), title=title, type="string")
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for name in sorted({name for one, other, _ in counted for name in (one, other)}):
        values = SubElement(SubElement(nodes, "node", id=name, label=name), "attvalues")
        row = actors.get(name)
        for number, value in enumerate((row.kind, row.country) if row else ("", "")):
            SubElement(values, "attvalue", {"for": str(number), "value": value})
    for number, ((one, other, kind), count) in enumerate(sorted(counted.items())):
        SubElement(edges, "edge", id=str(number), source=one, target=other, label=kind, weight=str(count))
    yield b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "utf-8") + b"\n"
