"""Who is meant: names, offices, descriptions and pronouns of a report, led back to actors.

Takes a ``Report``, its ``Reading`` (which may lack tags and arcs) and a ``Registry``; gives a ``Cast`` whose mentions say form, rule and
score.
Offices hold on the day of publication; what cannot be settled is left out. It neither decides who did what nor writes anything:
the registry is read-only, and knows only what a source proves.
"""

from onrecord.actors.find import find
from onrecord.actors.registry import Registry

__all__ = ["Registry", "find"]
