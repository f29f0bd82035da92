"""One HTML page with the timeline, that needs nothing else: to send by mail, to print, to keep. Needs jinja2 (extra ``web``)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from onrecord.views.export.material import Material
from onrecord.views.export.parquet import MissingLibraryError
from onrecord.views.timeline import timeline, without


def write(material: Material) -> Iterator[bytes]:
    """UTF-8 HTML, its stylesheet inside, no script, nothing fetched. Raises ``MissingLibraryError`` without jinja2."""
    try:
        from markupsafe import Markup

        from onrecord.views.web.paper import paper
    except ModuleNotFoundError as error:
        raise MissingLibraryError(f'the HTML export needs the package {error.name}: pip install "onrecord[web]"') from error
    style = (files("onrecord.views.web") / "static" / "desk.css").read_text(encoding="utf-8")
    shown = without((one for one in material.records if one.entry.kind != "quote"), "hypothetical")
    found = timeline(shown, material.today)
    template = paper().get_template("mail.html")
    for piece in template.generate(title=material.title, found=found, style=Markup(style)):
        yield piece.encode()
