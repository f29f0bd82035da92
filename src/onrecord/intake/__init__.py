"""From bytes to reports.

Takes a path, a folder, or standard input; gives a stream of ``Report``, and of ``Fault`` for each piece that could not be read: whatever
comes in comes out as one or the other. ``FORMATS`` has a row for each format, each a file of its own.
It keeps the text exactly as it was read, and does not guess: what no source says stays unknown.
"""

from onrecord.intake.dates import published
from onrecord.intake.fault import Fault
from onrecord.intake.formats import FORMATS, Format
from onrecord.intake.open import open_reports
from onrecord.intake.overrides import Overrides

__all__ = ["FORMATS", "Fault", "Format", "Overrides", "open_reports", "published"]
