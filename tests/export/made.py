"""Every export of the desk's ledger, hostile report and all."""

from __future__ import annotations

from pathlib import Path

from onrecord.views.export import FORMATS, Material
from tests.web.made import filled


def exported(form: str, folder: Path, title: str = "On record") -> bytes:
    """The file of a format, whole."""
    with filled(folder / "export.db") as opened, opened.view() as view:


        def text(key: str) -> str:
            report = view.report(key)
            return report.text if report else ""

        return b"".join(FORMATS[form].write(Material(view.entries(), list(view.actors()), title=title, text=text)))
