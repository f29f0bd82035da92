"""A ledger in other programs' formats: one file a format, a table of them.

Takes records of a view, and for some formats the text of their reports; gives bytes, piece by piece. ``FORMATS`` is the table: write a new
file with a ``Format`` in it, add a row. It chooses nothing, opens nothing and writes nothing to disk; what a format cannot hold is left out
and named in ``docs/exports.md``.
"""

from onrecord.views.export.formats import FORMATS, MissingLibraryError
from onrecord.views.export.material import Format, Material

__all__ = ["FORMATS", "Format", "Material", "MissingLibraryError"]
