"""What a rule is.

Takes a name, a pattern and a function; gives values with the rule's name on them.
The name travels with what was found (``by``), is shown by ``onrecord explain`` and is the key of the rule's examples.
It knows no language and no room.
"""

from onrecord.grammar.rule import Rule, scan

__all__ = ["Rule", "scan"]
