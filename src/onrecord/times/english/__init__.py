"""The English rules, family by family: atoms that words make, and compounds that times make with words.

``ATOMS`` run on the words of a line, each pass of ``COMPOUNDS`` on what the passes before left of it.
"""

from __future__ import annotations

from onrecord.times.english import amounts, clocks, dates, days, feasts, sets, units, vague

ATOMS = (*dates.ATOMS, *days.ATOMS, *clocks.ATOMS, *feasts.ATOMS, *units.ATOMS, *amounts.ATOMS, *sets.ATOMS, *vague.ATOMS)
COMPOUNDS = (
    (*dates.COMPOUNDS, *days.COMPOUNDS),
    (*units.COMPOUNDS, *clocks.COMPOUNDS, *amounts.COMPOUNDS),
    (*units.SHIFTS,),
)

__all__ = ["ATOMS", "COMPOUNDS"]
