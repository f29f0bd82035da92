"""The English rules, family by family: atoms that words make, and compounds that times make with words.

``PASSES``: each runs on what the passes before left of a line; the first on its words.
"""

from __future__ import annotations

from onrecord.times.english import amounts, clocks, dates, days, feasts, sets, units, vague

PASSES = (
    (*dates.ATOMS, *days.ATOMS, *clocks.ATOMS, *feasts.ATOMS, *amounts.ATOMS, *units.ATOMS, *sets.ATOMS, *vague.ATOMS),
    (*dates.COMPOUNDS, *days.COMPOUNDS),
    (*units.COMPOUNDS, *clocks.COMPOUNDS),
    (*units.SHIFTS, *clocks.LATER),
)

__all__ = ["PASSES"]
